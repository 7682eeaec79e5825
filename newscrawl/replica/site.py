"""What the site answers at a moment: addresses in, responses out, no sockets."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Literal, NamedTuple
from urllib.parse import parse_qsl

from newscrawl.clock import WIB
from newscrawl.replica import sitemaps
from newscrawl.replica.casting import FOLDERS, HOST
from newscrawl.replica.corpus import Corpus
from newscrawl.replica.dated import is_dated
from newscrawl.replica.feed import feed
from newscrawl.replica.heads import Head
from newscrawl.replica.ids import Edition
from newscrawl.replica.lists import Lists
from newscrawl.replica.notfound import not_found
from newscrawl.replica.offers import Offers
from newscrawl.replica.pages import Pages
from newscrawl.replica.parts import Parted
from newscrawl.replica.sections import edition_of_host, edition_of_story, front_list, scope
from newscrawl.replica.story import Story
from newscrawl.replica.traits import Era

Visit = Literal["robots", "feed", "listing", "archive", "tag", "sitemap", "article", "other"]
"""What a request is for; ``archive`` is a dated list or a search."""

_ROBOTS = b"""User-agent: *
Allow: /
Disallow: /ajax/*
Disallow: /ucnews/*

User-agent: claudebot
User-agent: blp_bbot
User-agent: blp_bbot/0.1
Disallow: /

User-agent: facebookexternalhit
User-agent: twitterbot
Allow: /
"""
_STORY = re.compile(
    rf"^/(?P<amp>amp/)?(?P<folder>en/news|news|{'|'.join(FOLDERS.values())})"
    r"/(?P<id>\d{1,12})(?:/[^/]*)?/?$"
)
_FEED = re.compile(r"^/rss/([a-z-]+)\.xml$")
_TAG = re.compile(r"^/tag/([^/]+)(?:/(\d{1,4}))?/?$")
_LIST = re.compile(r"^/([a-z-]+)(?:/(\d{1,4}))?$")
_FEED_SIZES = {"terkini": 50, "top-news": 30}
_HTML = "text/html; charset=UTF-8"
_TAKEDOWN_DAYS = 6
"""A story that is this old stays."""


class Response(NamedTuple):
    """An answer before it is sent."""

    status: int
    kind: Visit
    body: bytes = b""
    content_type: str = _HTML
    changed: datetime | None = None
    """When the content last changed; with it go ``ETag`` and ``Last-Modified``."""
    headers: tuple[tuple[str, str], ...] = ()
    """Further headers."""

    @property
    def etag(self) -> str | None:
        """Entity tag in nginx's form: time of change and size, hexadecimal."""
        if self.changed is None:
            return None
        return f'"{int(self.changed.timestamp()):x}-{len(self.body):x}"'


class Site:
    """The stories from a first day on, as the site shows them at the moment of each request."""

    def __init__(  # noqa: PLR0913 - options, each given by name
        self,
        corpus: Corpus,
        start: date,
        clock: Callable[[], datetime],
        *,
        era: Era | None = None,
        switch: tuple[datetime, Era] | None = None,
        offers: Offers | None = None,
    ) -> None:
        """Show a corpus from a first day on.

        Args:
            corpus: the stories.
            start: the first day that lists reach back to.
            clock: gives the time of each request.
            era: the template of all article pages; without one, each page has its own.
            switch: when all article pages change to another template, and to which.
            offers: the ways into the past that it has.
        """
        self.corpus = corpus
        self.start = start
        self.now = clock
        self._offers = offers = offers or Offers()
        self.pages = Pages(corpus, era, switch, Parted(corpus.seed, offers.parted, offers.whole))
        self._lists = Lists(corpus, self.pages, start, self._offers)
        self._missing: bytes | None = None

    def respond(self, host: str, target: str) -> Response:
        """Return the answer to a request to one of the site's hosts, for a path and its query."""
        now = self.now()
        path, _, query = target.partition("?")
        if path == "/robots.txt":
            body = _ROBOTS + (sitemaps.ROBOTS % host.encode() if self._offers.sitemap else b"")
            return Response(200, "robots", body, "text/plain", self._midnight(self.start))
        if found := _STORY.match(path):
            edition = edition_of_story(host, found["folder"])
            head = self.corpus.head_by_id(int(found["id"]), edition)
            if head is None or not head.visible(now):
                return self.missing("article")
            return self._amp(head, now) if found["amp"] else self._story(head, query, now)
        if found := _FEED.match(path):
            return self._feed(host, found[1], now)
        return self._list(host, path, query, now)

    def story(self, article_id: int, edition: Edition = "id") -> Story | None:
        """Return the story that has an id, in its first form, whether or not it is out yet."""
        head = self.corpus.head_by_id(article_id, edition)
        if head is None:
            return None
        return self.pages.story(head, self.now()).versions[0]

    def amp_story(self, article_id: int, edition: Edition = "id") -> Story | None:
        """Return what the AMP page of a story states at this moment; none if no story has the id."""
        head = self.corpus.head_by_id(article_id, edition)
        return self.pages.amp_story(head, self.now()) if head else None

    def stories(self, edition: Edition = "id", *, regional: bool = False) -> list[Story]:
        """Return the stories that the site has at this moment, newest first, as they stand now.

        ``regional`` is another way to ask for the edition ``jatim``.
        """
        now = self.now()
        visible = self._lists.visible(now, "jatim" if regional else edition)
        return [self.pages.story(head, now) for head in visible]

    def heads(self, name: str, now: datetime, *, host: str = HOST) -> Iterator[Head] | None:
        """Return what a section's list has, newest first; none if there is no such section."""
        return self._lists.heads(name, now, host)

    def missing(self, kind: Visit) -> Response:
        """Return the page for what is not there, which is built once."""
        if self._missing is None:
            self._missing = not_found(self.corpus.heads_of_day(self.start))
        return Response(404, kind, self._missing)

    def _list(self, host: str, path: str, query: str, now: datetime) -> Response:
        """Answer with a list of stories, if the path is that of one."""
        if is_dated(path):
            options = dict(parse_qsl(query, keep_blank_values=True))
            return self._page("archive", self._lists.dated(host, path, options, now))
        if found := _TAG.match(path):
            page = self._lists.tag(host, found[1], int(found[2] or 1), now)
            return self._page("tag", page)
        if path.startswith("/sitemap"):
            return self._sitemap(host, path, now)
        if found := _LIST.match(path if path != "/" else f"/{front_list(host)}"):
            known = scope(found[1], host) is not None
            page = self._lists.section(host, found[1], int(found[2] or 1), now)
            return self._page("listing" if known else "other", page)
        return self.missing("other")

    def _page(self, kind: Visit, body: bytes | None) -> Response:
        return Response(200, kind, body) if body is not None else self.missing(kind)

    def _sitemap(self, host: str, path: str, now: datetime) -> Response:
        """Answer with the index, or with the month that it names."""
        form, month = self._offers.sitemap, sitemaps.month_of(path)
        ending = ".gz" if form == "gzip" else ""
        if form and path == "/sitemap.xml":
            body = sitemaps.index(host, self.start, now, ending)
            return Response(200, "sitemap", body, "text/xml")
        stories = self._lists.stories(host, *month, now) if form and month else []
        if not stories or path.endswith(".gz") != bool(ending):
            return self.missing("sitemap")
        body = sitemaps.urls(stories)
        if ending:
            return Response(200, "sitemap", sitemaps.packed(body), "application/x-gzip")
        return Response(200, "sitemap", body, "text/xml")

    def _story(self, head: Head, query: str, now: datetime) -> Response:
        """Answer with the page of a story that the query names; most have one, whatever it says."""
        story = self.pages.story(head, now)
        count = self.pages.parted.count(story)
        named = dict(parse_qsl(query)).get("page", "1") if count > 1 else "1"
        number = None if named == "all" else int(named) if named.isdecimal() else 1
        if number is not None and not 1 <= number <= count:
            return self.missing("article")
        changed = self.pages.changed(story, now)
        return Response(200, "article", self.pages.body(head, now, number), changed=changed)

    def _amp(self, head: Head, now: datetime) -> Response:
        changed = self.pages.changed(self.pages.story(head, now), now)
        return Response(200, "article", self.pages.amp_body(head, now), changed=changed)

    def _feed(self, host: str, name: str, now: datetime) -> Response:
        heads = self.heads(name, now, host=host)
        if heads is None:
            return self.missing("feed")
        shown = islice(heads, _FEED_SIZES.get(name, 20))
        stories = [self.pages.story(head, now) for head in shown]
        changes = [self._midnight(self.start), *(s.modified or s.published for s in stories)]
        changed = max(changes + self._takedowns(host, name, now))
        body = feed(host, name, stories, changed).encode()
        return Response(200, "feed", body, "text/xml; charset=utf-8", changed)

    def _takedowns(self, host: str, name: str, now: datetime) -> list[datetime]:
        """When stories of the last days went away, for that changes their lists too."""
        carries, today = scope(name, host), now.astimezone(WIB).date()
        days = [max(today - timedelta(days=back), self.start) for back in range(_TAKEDOWN_DAYS)]
        return [
            head.taken_down
            for day in days
            for head in self.corpus.heads_of_day(day, edition_of_host(host))
            if head.taken_down and head.taken_down <= now and carries and carries(head)
        ]

    @staticmethod
    def _midnight(day: date) -> datetime:
        return datetime.combine(day, time(), WIB)
