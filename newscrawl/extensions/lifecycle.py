"""Opens the run before anything else exists, and gives every story an outcome when it is over."""

import logging
from typing import TYPE_CHECKING, Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.utils.defer import deferred_from_coro

from newscrawl.exits import ExitCode
from newscrawl.places import Places
from newscrawl.report import Report, make_report, write_report
from newscrawl.run import Run
from newscrawl.verdict import UNFINISHED

if TYPE_CHECKING:
    from newscrawl.spiders.antara import AntaraSpider

logger = logging.getLogger(__name__)


class RunLifecycle:
    """Holds the crawler's run."""

    run: Run
    report: Report | None = None
    """What the run was like; None until it is over."""

    def __init__(self, crawler: Crawler) -> None:
        """Open the run.

        Raises:
            CannotRun: another run holds the lock, or the data directory cannot be used.
        """
        self._crawler = crawler
        spider: AntaraSpider = crawler.spider  # type: ignore[assignment]
        places = Places.under(crawler.settings["NEWSCRAWL_DATA"], spider.name)
        self.run = Run.open(places, spider.arguments)
        self.run.on_end = self._end_run
        crawler.signals.connect(self.spider_closed, signal=signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the extension of a crawler."""
        return cls(crawler)

    def spider_closed(self, spider: Spider, reason: str) -> None:
        """Finish the run in good order."""
        del spider
        self.finish(reason)

    def finish(self, reason: str) -> Report:
        """Close the books: outcomes for what is left, the report, ledger and lock.

        Called once by Scrapy, and again by the command where Scrapy was forced to stop without it.
        """
        if self.report is not None:
            return self.report
        run = self.run
        with run.storing():
            run.frontier.finish(_why_deferred(reason, has_enough=run.frontier.has_enough()))
        try:
            self.report = self._make_report(reason)
            with run.storing():
                write_report(self.report, run.places.runs)
            if run.storage_failure is not None:  # perhaps only now
                self.report = self._make_report(reason)
        finally:
            run.close(self.report.exit_code if self.report else ExitCode.INCOMPLETE)
        return self.report

    def _make_report(self, reason: str) -> Report:
        spider: AntaraSpider = self._crawler.spider  # type: ignore[assignment]
        return make_report(self.run, self._crawler, reason, spider.given)

    def _end_run(self) -> None:
        """End the crawl from wherever it cannot go on."""
        engine = self._crawler.engine
        if engine.spider is not None:
            reason = "storage_failed" if self.run.storage_failure else "error"
            deferred_from_coro(engine.close_spider_async(reason=reason))


def _why_deferred(finish_reason: str, *, has_enough: bool) -> str:
    if finish_reason == "finished":
        return "max_articles" if has_enough else UNFINISHED
    return {"closespider_timeout": "time_budget", "shutdown": "interrupted"}.get(
        finish_reason, finish_reason
    )


def run_of(crawler: Crawler) -> Run:
    """Return the crawler's run.

    Raises:
        RuntimeError: the extension that opens the run is not enabled.
    """
    lifecycle = crawler.get_extension(RunLifecycle)
    if lifecycle is None:
        raise RuntimeError("newscrawl.extensions.lifecycle.RunLifecycle must be in EXTENSIONS")
    return lifecycle.run
