"""Counts, while the run goes on, what its report tells and its monitors judge."""

from typing import Self

from scrapy import Request
from scrapy import signals as scrapy_signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl import signals
from newscrawl.coverage import NEWS, READABLE, tells_of_today
from newscrawl.extensions.lifecycle import run_of
from newscrawl.found import Found
from newscrawl.items import Article
from newscrawl.measured import Measured
from newscrawl.pipelines.drops import Invalid

_UNREADABLE = "no_template"
"""The reason for which a story's page is dropped that speaks of how the site looks."""


class Measures:
    """Listens to requests, answers, records and pages; the counts are in the crawler's run."""

    def __init__(self, crawler: Crawler) -> None:
        """Connect the signals."""
        self._crawler = crawler
        self.lacking: dict[str, Response] = {}
        """For each field that a record lacked: the first page of this run without it."""
        connect = crawler.signals.connect
        connect(self.request_sent, signal=scrapy_signals.request_reached_downloader)
        connect(self.response_came, signal=scrapy_signals.response_downloaded)
        connect(self.item_scraped, signal=scrapy_signals.item_scraped)
        connect(self.item_dropped, signal=scrapy_signals.item_dropped)
        connect(self.page_unusable, signal=signals.page_unusable)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the extension of a crawler."""
        return cls(crawler)

    @property
    def _measured(self) -> Measured:
        return run_of(self._crawler).measured

    def request_sent(self, request: Request) -> None:
        """Count a request, of redirects and retries each."""
        self._measured.count_request(_what(request))

    def response_came(self, response: Response, request: Request) -> None:
        """Count an answer as it was sent, before any middleware."""
        self._measured.count_response(_what(request), response.status, len(response.body))

    def item_scraped(self, item: Article, response: Response | None) -> None:
        """Count a record that was kept."""
        self._lack(self._measured.count_record(item), response)

    def item_dropped(
        self, item: Article, response: Response | None, exception: BaseException
    ) -> None:
        """Count a page whose record was not valid."""
        if isinstance(exception, Invalid) and tells_of_today(item):
            self._count_unreadable(response)

    def page_unusable(self, response: Response, found: Found | None, reason: str) -> None:
        """Count a story's page that nothing could be made of."""
        if found is not None and reason == _UNREADABLE and found.discovered.via in NEWS:
            self._count_unreadable(response)

    def _count_unreadable(self, response: Response | None) -> None:
        self._measured.count_page(is_readable=False)
        self._lack([READABLE], response)

    def _lack(self, fields: list[str], response: Response | None) -> None:
        for name in fields if isinstance(response, Response) else ():
            self.lacking.setdefault(name, response)  # type: ignore[arg-type]


def _what(request: Request) -> str:
    """Return what a request is for, by what its callback will be told."""
    told = request.cb_kwargs
    if "found" in told:
        return "article"
    if "ask" in told:
        return "archive"
    if "stretch" in told:
        return "listing"
    return "feed" if "section" in told else "robots"
