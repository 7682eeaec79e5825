"""What a page leads to goes to the ledger, together, before anything else is made of the page."""

import logging
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError

from newscrawl import signals
from newscrawl.extensions.lifecycle import run_of
from newscrawl.found import DayTold, Found, NotModified, PageRead, Unusable, Walked

MOST = "most_found"
"""Key of a request's ``meta``: how many its page may lead to, where that is its purpose."""

logger = logging.getLogger(__name__)

MOST_FOUND = 500
"""Stories that one page may lead to; the site's feeds and listings name some dozens."""


@dataclass(slots=True)
class _LedTo:
    """What one page led to, all of it for the ledger."""

    found: list[Found] = field(default_factory=list)
    walks: list[Walked] = field(default_factory=list)
    pages: list[PageRead] = field(default_factory=list)
    days: list[DayTold] = field(default_factory=list)

    def takes(self, output: Any) -> bool:
        """Take an output of the spider that is for the ledger; tell whether it was."""
        if isinstance(output, Found):
            self.found.append(output)
        elif isinstance(output, Walked):
            self.walks.append(output)
        elif isinstance(output, PageRead):
            self.pages.append(output)
        elif isinstance(output, DayTold):
            self.days.append(output)
        else:
            return False
        return True


class FrontierMiddleware:
    """A spider middleware that takes what was found out of the spider's output."""

    def __init__(self, crawler: Crawler) -> None:
        """Write to the frontier of the crawler's run."""
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware of a crawler."""
        return cls(crawler)

    def process_spider_input(self, response: Response) -> None:
        """Let nothing but a 200 be read: error pages of the site are full of links to stories.

        A callback that only wants to know of another status names it as Scrapy has it, in the
        request's ``handle_httpstatus_list``.
        """
        if response.status not in (200, *response.meta.get("handle_httpstatus_list", ())):
            raise HttpError(response, "not a 200")

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Write down the stories that the user named; pass on requests."""
        named = []
        async for output in start:
            if isinstance(output, Found):
                named.append(output)
            else:
                yield output
        run = run_of(self._crawler)
        with run.storing():
            run.finding.record(named)

    async def process_spider_output(
        self, response: Response, result: AsyncIterator[Any]
    ) -> AsyncIterator[Any]:
        """Write down, in one transaction, all that a page led to; pass on its record."""
        for output in take(self._crawler, response, [output async for output in result]):
            yield output


def take(crawler: Crawler, response: Response, outputs: Iterable[Any]) -> Iterator[Any]:
    """Write down all that a page led to; yield what is not for the ledger.

    For what an errback of the spider yields, which passes no middleware.
    """
    led_to = _LedTo()
    others = [output for output in outputs if not led_to.takes(output)]
    most = response.meta.get(MOST, MOST_FOUND)
    if len(led_to.found) > most:
        logger.warning(
            "%s leads to %d stories: a trap; %d are taken", response.url, len(led_to.found), most
        )
    run = run_of(crawler)
    with run.storing():
        run.finding.record(led_to.found[:most], led_to.walks, led_to.pages, led_to.days)
    if run.storage_failure is not None:
        return
    for output in others:
        if isinstance(output, Unusable):
            crawler.signals.send_catch_log(
                signals.page_unusable, response=response, found=output.found, reason=output.reason
            )
        elif isinstance(output, NotModified):
            crawler.signals.send_catch_log(signals.page_not_modified, found=output.found)
        else:
            yield output
