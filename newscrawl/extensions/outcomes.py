"""Writes down what became of each page that was asked for."""

import logging
from typing import Any, Self

from scrapy import signals as scrapy_signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl import signals
from newscrawl.extensions.lifecycle import run_of
from newscrawl.failures import classify
from newscrawl.found import Found
from newscrawl.items import Article
from newscrawl.ledger.outcomes import Outcome
from newscrawl.ledger.visits import Visit, visit_of
from newscrawl.pipelines.drops import OLDER, Dropped
from newscrawl.run import Run, Trouble

logger = logging.getLogger(__name__)

_PASSING = frozenset({"empty", "not_html"})
"""Reasons for which a page is asked for again: a server in trouble answers so with a 200."""


class Outcomes:
    """Listens to everything that can happen to a page, and tells the frontier."""

    def __init__(self, crawler: Crawler) -> None:
        """Connect the signals."""
        self._crawler = crawler
        connect = crawler.signals.connect
        connect(self.page_failed, signal=signals.page_failed)
        connect(self.page_not_modified, signal=signals.page_not_modified)
        connect(self.page_unusable, signal=signals.page_unusable)
        connect(self.item_dropped, signal=scrapy_signals.item_dropped)
        connect(self.item_error, signal=scrapy_signals.item_error)
        connect(self.spider_error, signal=scrapy_signals.spider_error)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the extension of a crawler."""
        return cls(crawler)

    @property
    def _run(self) -> Run:
        return run_of(self._crawler)

    def page_failed(self, found: Found | None, url: str, failure: Failure) -> None:
        """Count a request that brought no page."""
        error = failure.value or RuntimeError("no reason given")
        outcome, reason = classify(error)
        if found is None:
            self._trouble(url, outcome, reason, error)
        else:
            logger.info("%s: %s (%s)", url, outcome, error)
            self._settle(found.story.id, outcome, reason)

    def page_not_modified(self, found: Found) -> None:
        """Count a story that the site says has not changed."""
        self._settle(found.story.id, "unchanged", "not_modified")

    def page_unusable(self, response: Response, found: Found | None, reason: str) -> None:
        """Count a page that nothing can be made of."""
        if found is None:
            self._trouble(response.url, "failed", reason, None)
        else:
            self._settle(found.story.id, "failed" if reason in _PASSING else "dropped", reason)

    def item_dropped(self, item: Article, exception: BaseException) -> None:
        """Count a record that a pipeline dropped."""
        if isinstance(exception, Dropped):
            is_older = exception.reason == OLDER  # than what is kept: its validators are too
            visit = None if is_older else visit_of(item)
            self._settle(item.id, exception.outcome, exception.reason, visit)

    def item_error(self, item: Article, failure: Failure) -> None:
        """Count a record on which a pipeline failed: a bug."""
        self._run.errors += 1
        self._settle(item.id, "failed", f"error_{type(failure.value).__name__}")

    def spider_error(self, failure: Failure, response: Any) -> None:
        """Count a page on which the spider failed: a bug."""
        self._run.errors += 1
        request = getattr(response, "request", None)
        found = request.cb_kwargs.get("found") if request is not None else None
        if found is not None:
            self._settle(found.story.id, "failed", f"error_{type(failure.value).__name__}")

    def _trouble(
        self, url: str, outcome: Outcome, reason: str, error: BaseException | None
    ) -> None:
        logger.info("%s: %s (%s)", url, reason, error)
        kind = "refused" if outcome == "refused" else "failed"
        self._run.troubles.append(Trouble(url, kind, reason, str(error) if error else reason))

    def _settle(
        self, story_id: str, outcome: Outcome, reason: str, visit: Visit | None = None
    ) -> None:
        with self._run.storing():
            self._run.frontier.settle(story_id, outcome, reason, visit)
