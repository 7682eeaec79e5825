"""The scheduler: discovery first, then what the frontier hands out.

Stories never wait in memory: the ledger is the queue, so a run that dies loses no place in it.
"""

from collections import deque
from typing import TYPE_CHECKING, Self

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler
from scrapy.crawler import Crawler

from newscrawl.extensions.lifecycle import run_of

if TYPE_CHECKING:
    from newscrawl.spiders.antara import AntaraSpider


class FrontierScheduler(BaseScheduler):
    """Scrapy's scheduler interface over the run's frontier.

    Requests that come in are those for feeds and listings, and the retries and redirects of what
    is being fetched; all of them are few.
    """

    def __init__(self, crawler: Crawler) -> None:
        """Hand out what the crawler's run has in its frontier."""
        self._crawler = crawler
        self._waiting: deque[Request] = deque()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the scheduler of a crawler."""
        return cls(crawler)

    def open(self, spider: Spider) -> None:
        """Find the run and the spider, which both exist by now."""
        self._run = run_of(self._crawler)
        self._spider: AntaraSpider = spider  # type: ignore[assignment]

    def enqueue_request(self, request: Request) -> bool:
        """Take a request for discovery, a retry or a redirect."""
        self._waiting.append(request)
        return True

    def has_pending_requests(self) -> bool:
        """Tell whether anything waits."""
        waits = bool(self._waiting)
        if not waits and not self._run.is_ending:
            with self._run.ending_on_error():
                waits = self._run.frontier.has_next()
        return waits

    def next_request(self) -> Request | None:
        """Return the next request, or None when none may go now."""
        if self._waiting:
            return self._waiting.popleft()
        found = None
        if not self._run.is_ending:
            with self._run.ending_on_error():
                found = self._run.frontier.next()
        return None if found is None else self._spider.story_request(found)
