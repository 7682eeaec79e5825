"""What the site answers at a moment: addresses in, responses out, no sockets."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple

from newscrawl.clock import WIB
from newscrawl.replica import page_b, page_d
from newscrawl.replica.corpus import Corpus
from newscrawl.replica.feed import feed
from newscrawl.replica.heads import HOST, REGIONAL_HOST, Head
from newscrawl.replica.ids import FIRST_DAY
from newscrawl.replica.listing import listing
from newscrawl.replica.markup import Around
from newscrawl.replica.notfound import not_found
from newscrawl.replica.story import Story

Visit = Literal["robots", "feed", "listing", "article", "other"]

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
_STORY = re.compile(r"^/(?:amp/)?(?:berita|foto|video)/(\d{1,12})(?:/[^/]*)?/?$")
_FEED = re.compile(r"^/rss/([a-z-]+)\.xml$")
_LIST = re.compile(r"^/([a-z-]+)(?:/(\d{1,4}))?$")
_SECTIONS = {
    "ekonomi": "Ekonomi",
    "olahraga": "Olahraga",
    "otomotif": "Otomotif",
    "humaniora": "Humaniora",
}
_CARDS, _LAST_PAGE = 10, 100
_FEED_SIZES = {"terkini": 50, "top-news": 30}
_HTML = "text/html; charset=UTF-8"
_TAKEDOWN_DAYS = 6
"""A story that is this old stays."""


def _scope(name: str, host: str) -> Callable[[Head], bool] | None:
    """Return which stories a list or feed carries; none if the host has no such list."""
    if name in {"terkini", "top-news"}:
        return lambda _: True
    if host == REGIONAL_HOST:
        return None
    if name == "dunia":
        return lambda head: head.in_world
    if name in _SECTIONS:
        return lambda head: head.scenario.section == _SECTIONS[name]
    return None


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

    def __init__(self, corpus: Corpus, start: date, clock: Callable[[], datetime]) -> None:
        """Show a corpus from ``start`` on, at the time that ``clock`` gives at each request."""
        self.corpus = corpus
        self.start = start
        self.now = clock
        self._page = lru_cache(maxsize=2_000)(self._render)
        self._missing: bytes | None = None

    def respond(self, host: str, path: str) -> Response:
        """Return the answer to a request for a path of one of the site's hosts."""
        now = self.now()
        regional = host == REGIONAL_HOST
        if path == "/robots.txt":
            return Response(200, "robots", _ROBOTS, "text/plain", self._midnight(self.start))
        if found := _STORY.match(path):
            return self._story(int(found[1]), now, regional=regional)
        if found := _FEED.match(path):
            return self._feed(host, found[1], now)
        if found := _LIST.match(path if path != "/" else "/terkini"):
            return self._listing(host, found[1], int(found[2] or 1), now)
        return self.missing("other")

    def story(self, article_id: int, *, regional: bool = False) -> Story | None:
        """Return the story that has an id, in its first form, whether or not it is out yet."""
        head = self.corpus.head_by_id(article_id, regional=regional)
        return self.corpus.story(head) if head else None

    def stories(self, *, regional: bool = False) -> list[Story]:
        """Return the stories that the site has at this moment, newest first, as they stand now."""
        now = self.now()
        return [self._state(head, now) for head in self._visible(now, regional=regional)]

    def heads(self, name: str, now: datetime, *, host: str = HOST) -> Iterator[Head] | None:
        """Return what a section's list has, newest first; none if there is no such section."""
        if (carries := _scope(name, host)) is None:
            return None
        return filter(carries, self._visible(now, regional=host == REGIONAL_HOST))

    def missing(self, kind: Visit) -> Response:
        """Return the page for what is not there, which is built once."""
        if self._missing is None:
            self._missing = not_found(self.corpus.heads_of_day(self.start))
        return Response(404, kind, self._missing)

    def _visible(self, now: datetime, *, regional: bool) -> Iterator[Head]:
        day = now.astimezone(WIB).date()
        while day >= self.start:
            for head in reversed(self.corpus.heads_of_day(day, regional=regional)):
                if head.visible(now):
                    yield head
            day -= timedelta(days=1)

    def _state(self, head: Head, now: datetime) -> Story:
        story = self.corpus.story(head)
        return story.state_at(now) or story

    def _story(self, article_id: int, now: datetime, *, regional: bool) -> Response:
        head = self.corpus.head_by_id(article_id, regional=regional)
        if head is None or not head.visible(now):
            return self.missing("article")
        story = self._state(head, now)
        body = self._page(head, len([c for c in story.corrections if c.at <= now]))
        return Response(200, "article", body, changed=story.modified or story.published)

    def _render(self, head: Head, form: int) -> bytes:
        story = self.corpus.story(head).versions[form]
        day = head.published.date()
        regional = head.host == REGIONAL_HOST
        today = self.corpus.heads_of_day(day, regional=regional)
        before = self.corpus.heads_of_day(
            max(day - timedelta(days=1), FIRST_DAY), regional=regional
        )
        at = today.index(head)
        around = Around(
            [h for h in before if h.kind == "article"][:5], today[at - 1] if at else None
        )
        page = page_b.page if story.era == "B" else page_d.page
        return page(story, around).encode()

    def _feed(self, host: str, name: str, now: datetime) -> Response:
        heads = self.heads(name, now, host=host)
        if heads is None:
            return self.missing("feed")
        stories = [self._state(head, now) for head in islice(heads, _FEED_SIZES.get(name, 20))]
        changes = [self._midnight(self.start), *(s.modified or s.published for s in stories)]
        changed = max(changes + self._takedowns(host, name, now))
        body = feed(host, name, stories, changed).encode()
        return Response(200, "feed", body, "text/xml; charset=utf-8", changed)

    def _takedowns(self, host: str, name: str, now: datetime) -> list[datetime]:
        """When stories of the last days went away, for that changes their lists too."""
        carries, today = _scope(name, host), now.astimezone(WIB).date()
        days = [max(today - timedelta(days=back), self.start) for back in range(_TAKEDOWN_DAYS)]
        return [
            head.taken_down
            for day in days
            for head in self.corpus.heads_of_day(day, regional=host == REGIONAL_HOST)
            if head.taken_down and head.taken_down <= now and carries and carries(head)
        ]

    def _listing(self, host: str, name: str, page: int, now: datetime) -> Response:
        heads = self.heads(name, now, host=host)
        shown = list(islice(heads, _CARDS * _LAST_PAGE)) if heads is not None else []
        last = -(-len(shown) // _CARDS)
        if not 1 <= page <= last:
            return self.missing("listing" if heads is not None else "other")
        stories = [self._state(head, now) for head in shown[(page - 1) * _CARDS : page * _CARDS]]
        popular = [head for head in shown if head.kind == "article"][-5:]
        base = f"https://{host}/{name}"
        return Response(200, "listing", listing(base, stories, (page, last), now, popular).encode())

    @staticmethod
    def _midnight(day: date) -> datetime:
        return datetime.combine(day, time(), WIB)
