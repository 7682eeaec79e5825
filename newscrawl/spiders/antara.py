"""The spider: which of ANTARA's pages to visit, and in what order.

It yields :class:`~newscrawl.found.Found` for every story that a page leads to; the frontier keeps
them and hands them out again as requests, newest first.
"""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from typing import Any, Self

from scrapy import Request, Spider
from scrapy import signals as scrapy_signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl import signals
from newscrawl.antara.articles import Hints, UnreadablePage, extract
from newscrawl.antara.urls import story_url
from newscrawl.extensions.lifecycle import run_of
from newscrawl.found import Found, NotModified, Unusable
from newscrawl.items import Article, Discovered
from newscrawl.middlewares import conditional
from newscrawl.middlewares.conditional import NOT_MODIFIED
from newscrawl.middlewares.errors import RobotsForbidden
from newscrawl.middlewares.frontier import take
from newscrawl.middlewares.origin import KNOWN
from newscrawl.options import check_settings
from newscrawl.spiders import several
from newscrawl.spiders.arguments import Arguments, parse
from newscrawl.spiders.backfill import Backfill
from newscrawl.spiders.discovery import Discovery
from newscrawl.spiders.requests import page_request, that_may_be_gone
from newscrawl.spiders.responses import complete, fetched_at, header
from newscrawl.spiders.several import Pages

Output = Iterator[Request | Found | NotModified | Unusable | Article]

_JOB = "_job"
_OF_SCRAPYD = frozenset({_JOB, "_version"})
"""What Scrapyd adds to a job's arguments: its id, and the egg's version where one was asked for."""


class AntaraSpider(Spider):
    """ANTARA's coverage of the world, from its feed, its listing pages and its stories' links."""

    name = "antara"
    allowed_domains = ("antaranews.com",)

    def __init__(
        self, arguments: Arguments, *, given: Mapping[str, str], job: str | None = None
    ) -> None:
        """Visit what the arguments say.

        Args:
            arguments: where to go, and how far.
            given: the same as the user wrote it.
            job: its id where Scrapyd runs it.
        """
        super().__init__()
        self.arguments = arguments
        self.given = given
        self.job = job

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Check the arguments, and let them speak in the settings.

        Raises:
            ArgumentError: an argument is unknown or malformed.
            CannotRun: a setting is.
        """
        del args  # Scrapy passes none: what the user gives has names
        check_settings(crawler.settings)
        given = {name: value for name, value in kwargs.items() if name not in _OF_SCRAPYD}
        arguments = parse(given)
        for name, value in arguments.settings().items():
            crawler.settings.set(name, value, priority="spider")
        spider = cls(arguments, given=given, job=kwargs.get(_JOB))
        spider._set_crawler(crawler)
        crawler.signals.connect(spider.spider_idle, signal=scrapy_signals.spider_idle)
        return spider

    async def start(self) -> AsyncIterator[Request | Found]:
        """Yield what to visit first: the stories that the user named, or the sections' feeds."""
        for story in self.arguments.urls:
            yield Found(story, Discovered(via="url"))
        if self.arguments.urls:
            return
        is_under_way = self.backfill.is_under_way()
        for section in self.arguments.sections:
            if is_under_way:
                self.backfill.park(self.discovery.listing_request(section))
            else:
                yield self.discovery.feed_request(section).replace(errback=self.feed_failed)

    def spider_idle(self) -> None:
        """Go on with the days of the range when nothing else waits."""
        run = run_of(self.crawler)
        was_fine = self.crawler.stats and self.crawler.stats.get_value("breaker/was_fine")
        if run.troubles and not was_fine:  # the whole site is in trouble
            return
        with run.ending_on_error():
            for request in self.backfill.more():
                self.crawler.engine.crawl(request)

    @cached_property
    def backfill(self) -> Backfill:
        """The days of the run's range; there is a run only when the spider was made."""
        rereads = self.crawler.settings.getbool("NEWSCRAWL_REREAD_DAYS")
        run = run_of(self.crawler)
        return Backfill(self.arguments, run, self._page, self.page_failed, rereads=rereads)

    @cached_property
    def discovery(self) -> Discovery:
        """The feeds and the listings of the run's sections."""
        pages = self.crawler.settings.getint("NEWSCRAWL_LISTING_PAGES")
        run = run_of(self.crawler)
        return Discovery(self.arguments, run, pages, self._page, self.backfill)

    def story_request(self, found: Found) -> Request:
        """Return the request for a story that the frontier hands out."""
        request = self._page(found.story.address, self.parse_article, found=found)
        request.meta[conditional.STORY] = found.story.id
        return request

    def _page(self, url: str, callback: Callable[..., Any], **told: Any) -> Request:
        return page_request(url, callback, self.page_failed, **told)

    def parse_article(self, response: Response, found: Found) -> Output:
        """Read a story: first the links that it leads to, then its record."""
        found = response.meta.get(KNOWN) or run_of(self.crawler).frontier.as_known(found)
        if response.status == NOT_MODIFIED:  # of what is kept; or of nothing that was asked
            is_kept = found.discovered.via == "revisit"
            yield NotModified(found) if is_kept else Unusable("empty", found)
            return
        story = story_url(response.url)
        if story is not None and story.id != found.story.id:
            yield Unusable("moved", found)
            found = Found(story, found.discovered)
            yield found
            if not run_of(self.crawler).frontier.take(story.id):
                return
        yield from self._go_on(several.begin(response), found)

    def parse_further(self, response: Response, found: Found, pages: Pages) -> Output:
        """Take a further page of a story, and read it when that was the last."""
        yield from self._go_on(several.go_on(pages, response), found)

    def _go_on(self, pages: Pages, found: Found) -> Output:
        further = several.next_address(pages)
        if further is None:
            yield from self._read(pages, found)
            return
        address, left = further
        request = self._page(address, self.parse_further, found=found, pages=left)
        yield that_may_be_gone(request).replace(errback=self.further_failed)

    def further_failed(self, failure: Failure) -> Iterator[Any]:
        """Read a story without a page that robots.txt forbids, or that failed once too often.

        With any other the story fails, and the next run asks for all of it again.
        """
        request: Request = failure.request  # type: ignore[attr-defined]
        found, pages = request.cb_kwargs["found"], request.cb_kwargs["pages"]
        is_last = run_of(self.crawler).frontier.is_last_try(found.story.id)
        if not (is_last or isinstance(failure.value, RobotsForbidden)):
            self.page_failed(failure)
            return
        left = several.without(pages, request.url)
        yield from take(self.crawler, pages.first, self._go_on(left, found))

    def _read(self, pages: Pages, found: Found) -> Output:
        response = pages.first
        known = found.published if found.discovered.via == "revisit" else None
        content_type = header(response, "Content-Type")
        hints = Hints(content_type, found.feed_item, known, pages.further)
        try:
            article = extract(response.body, response.url, fetched_at(response), hints)
        except UnreadablePage as unreadable:
            yield Unusable(unreadable.reason, found)
            return
        published = article.date_published
        when = datetime.fromisoformat(published) if published else None
        if self.arguments.skip_reason(0, when) is None:
            nearest = run_of(self.crawler).frontier.as_known(found)
            yield from _links(article, found, nearest.discovered.depth + 1)
            self.backfill.note(article)
        yield complete(article, found, response, run_of(self.crawler).run_id)

    def feed_failed(self, failure: Failure) -> Iterator[Any]:
        """Tell of a feed that brought nothing; where the site does answer, its listing may do."""
        self.page_failed(failure)
        return self.discovery.feed_failed(failure)

    def page_failed(self, failure: Failure) -> None:
        """Tell the rest of the project that a request brought no page."""
        request: Request = failure.request  # type: ignore[attr-defined]
        self.crawler.signals.send_catch_log(
            signals.page_failed,
            found=request.cb_kwargs.get("found"),
            url=request.url,
            failure=failure,
        )


def _links(article: Article, found: Found, depth: int) -> Iterator[Found]:
    """Yield what a story links to, a hop further than the story itself."""
    for link in article.related:
        story = story_url(link.url)
        if story is not None:
            yield Found(story, Discovered(via="related", from_=found.story.url, depth=depth))
