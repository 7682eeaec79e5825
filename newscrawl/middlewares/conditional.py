"""Requests that cost the site next to nothing when nothing has changed (RFC 9110, section 13).

Scrapy's HTTP cache would keep whole responses for this. Here the ledger has the validators, and the
record itself is what is kept; a 304 goes to the spider, which knows what it means.
"""

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler

from newscrawl.extensions.lifecycle import run_of
from newscrawl.ledger.validators import Validators

STORY = "conditional_story"
"""Key of a request's ``meta``: the id of the story that it is for."""
PAGE = "conditional_page"
"""Key of a request's ``meta``: the canonical address of the feed or listing page."""
NOT_MODIFIED = 304


class ConditionalMiddleware:
    """A downloader middleware that asks for pages only if they have changed."""

    def __init__(self, crawler: Crawler) -> None:
        """Look into the ledger of the crawler's run."""
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware of a crawler."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Name what is known of the page."""
        if request.meta.keys() & {STORY, PAGE}:
            for name, value in self._validators(request).headers().items():
                request.headers.setdefault(name, value)

    def _validators(self, request: Request) -> Validators:
        known, run = Validators(), run_of(self._crawler)
        with run.storing():
            if STORY in request.meta:
                known = run.validators.of_story(request.meta[STORY])
            else:
                known = run.validators.of_page(request.meta[PAGE])
        return known
