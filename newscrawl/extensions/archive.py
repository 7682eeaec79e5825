"""Keeps every answer of the site in the archive, as it came, before anything is made of it."""

from http import HTTPStatus
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit, urlunsplit

from scrapy import Request
from scrapy import signals as scrapy_signals
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response

from newscrawl.antara.urls import story_url
from newscrawl.archive.exchange import OK, Exchange, http_head
from newscrawl.archive.records import Known
from newscrawl.archive.told import Told, dump_told
from newscrawl.archive.warcinfo import CRAWLED, About
from newscrawl.archive.writer import ArchiveWriter
from newscrawl.extensions.lifecycle import run_of
from newscrawl.found import Found
from newscrawl.items import Article, Warc
from newscrawl.ledger.captures import Captures
from newscrawl.middlewares.identity import contact_of
from newscrawl.middlewares.origin import ARCHIVED, FETCHED_AT, KNOWN
from newscrawl.pipelines.drops import OLDER, Unchanged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawl.spiders.antara import AntaraSpider

_MOST_WAITING = 1000
"""Pages that wait for a record at most; of what is older none comes any more."""
_REVISIT = "revisit"
_MEGABYTE = 1_000_000


class Archive:
    """Writes on the signal that brings an answer before any middleware sees it.

    Where it is goes into the request's ``meta``; a record takes it over from there. It can be read
    from the record's place as soon as the record is in its file: the pipeline that writes records
    flushes the archive first. With NEWSCRAWL_WARC off nothing is written, and what came meanwhile
    is nothing that later answers refer to.
    """

    def __init__(self, crawler: Crawler) -> None:
        """Connect the signals; nothing is written before the first answer."""
        self._is_on = crawler.settings.getbool("NEWSCRAWL_WARC")
        self._crawler = crawler
        spider: AntaraSpider = crawler.spider  # type: ignore[assignment]
        self._feed_only = spider.arguments.feed_only
        self._waiting: dict[tuple[str, int], Known] = {}
        connect = crawler.signals.connect
        connect(self.spider_opened, signal=scrapy_signals.spider_opened)
        connect(self.response_came, signal=scrapy_signals.response_downloaded)
        connect(self.item_scraped, signal=scrapy_signals.item_scraped)
        connect(self.item_dropped, signal=scrapy_signals.item_dropped)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the extension of a crawler."""
        return cls(crawler)

    def spider_opened(self) -> None:
        """Give the run its archive."""
        settings = self._crawler.settings
        self._run = run_of(self._crawler)
        self._captures = Captures(self._run.database)
        if not self._is_on:
            return
        about = About(
            description=CRAWLED,
            operator=contact_of(settings),
            robots="RFC 9309" if settings.getbool("ROBOTSTXT_OBEY") else "ignore",
            user_agent=settings["USER_AGENT"],
            is_local=self._run.rules.is_local,
        )
        largest = settings.getint("NEWSCRAWL_WARC_SIZE") * _MEGABYTE
        self._writer = ArchiveWriter(self._run.places.warc, about, self._captures, largest)
        self._run.archive = self._writer

    def response_came(self, response: Response, request: Request) -> None:
        """Keep an answer; a run whose storage gave out keeps nothing more."""
        for key in (ARCHIVED, KNOWN):  # of the request that was redirected to this one
            request.meta.pop(key, None)
        if self._run.storage_failure is not None:
            return
        try:
            with self._run.storing():
                if self._is_on:
                    self._keep(response, request)
                elif response.status == OK:
                    self._captures.supersede(request.url)
        except Exception:  # Scrapy logs it and goes on: the run has to know
            self._run.errors += 1
            raise

    def item_scraped(self, item: Article, response: Response | None) -> None:
        """Let later answers refer to a page whose record is kept."""
        self._confirm(item, response)

    def item_dropped(
        self, item: Article, response: Response | None, exception: BaseException
    ) -> None:
        """Let later answers refer to a page that reads as the kept record does."""
        if isinstance(exception, Unchanged) and exception.reason != OLDER:
            self._confirm(item, response)

    def _keep(self, response: Response, request: Request) -> None:
        exchange = self._exchange(response, request)
        kept = self._writer.keep(exchange)
        request.meta[ARCHIVED] = kept.place
        if exchange.is_known_later and kept.answer is not None:
            self._wait(kept.place, kept.answer)

    def _wait(self, place: Warc, answer: Known) -> None:
        if len(self._waiting) >= _MOST_WAITING:
            del self._waiting[next(iter(self._waiting))]
        self._waiting[place.file, place.offset] = answer

    def _confirm(self, item: Article, response: Response | None) -> None:
        place = item.warc
        answer = self._waiting.pop((place.file, place.offset), None) if place else None
        if _is_divided(response):
            return
        if answer is not None and self._run.storage_failure is None:
            with self._run.storing():
                self._writer.confirm(answer)

    def _exchange(self, response: Response, request: Request) -> Exchange:
        found: Found | None = request.cb_kwargs.get("found")
        is_page = response.status == OK
        is_story = found is not None and is_page
        may_refer = not self._feed_only if found is None else _is_kept(found)
        coding = (response.headers.get("Content-Encoding") or b"identity").strip().lower()
        return Exchange(
            url=request.url,
            at=request.meta[FETCHED_AT],
            request=_asked(request),
            status=response.status,
            head=_answered(response),
            body=response.body,
            is_packed=coding != b"identity",
            ip=str(response.ip_address) if response.ip_address else None,
            told=dump_told(self._told(found, request)) if found and is_story else None,
            may_refer=may_refer or not is_page,
            is_known_later=is_page and (is_story or self._feed_only),
        )

    def _told(self, found: Found, request: Request) -> Told:
        """Return what the spider will know of the page when it reads it."""
        request.meta[KNOWN] = found = self._run.frontier.as_known(found)
        story = story_url(request.url)
        if story is not None and story.id != found.story.id:  # it came by a redirect
            found = Found(story, found.discovered)
        published = found.published if found.discovered.via == _REVISIT else None
        return Told(self._run.run_id, found.story, found.discovered, found.feed_item, published)


def _is_kept(found: Found) -> bool:
    """Tell whether a story has a record, and nothing new is said of it but by its page."""
    return found.discovered.via == _REVISIT and found.feed_item is None


def _is_divided(response: Response | None) -> bool:
    """Tell whether a record was made of several pages.

    Where another of them changes, the first one, byte for byte the same, is what the new record
    points to.
    """
    request = None if response is None else response.request
    return request is not None and "pages" in request.cb_kwargs


def _asked(request: Request) -> bytes:
    """Return a request as Twisted sends it; ``Host`` is the canonical one, and comes last."""
    parts = urlsplit(request.url)
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    headers = [(name, value) for name, value in _lines(request.headers) if name != b"Host"]
    headers.append((b"Host", parts.netloc.encode("ascii")))
    return http_head(f"{request.method} {target} HTTP/1.1", headers) + request.body


def _answered(response: Response) -> bytes:
    """Return the head of an answer, as far as Scrapy tells of it."""
    try:
        phrase = HTTPStatus(response.status).phrase
    except ValueError:
        phrase = ""
    first = f"{response.protocol or 'HTTP/1.1'} {response.status} {phrase}"
    return http_head(first, _lines(response.headers))


def _lines(headers: Headers) -> "Iterator[tuple[bytes, bytes]]":
    return ((name, value) for name, values in headers.items() for value in values)
