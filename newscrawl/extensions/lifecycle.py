"""Opens the run before anything else exists, and gives every story an outcome when it is over."""

import logging
from typing import TYPE_CHECKING, Protocol, Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.utils.defer import deferred_from_coro

from newscrawl.accounts import Terms, make_report
from newscrawl.exits import CannotRun, ExitCode
from newscrawl.ledger.calendar import Calendar, parse_ages
from newscrawl.places import Places
from newscrawl.report import Report, judged, write_report
from newscrawl.run import Run
from newscrawl.verdict import UNFINISHED, judge, unwatched

if TYPE_CHECKING:
    from newscrawl.spiders.antara import AntaraSpider

logger = logging.getLogger(__name__)


class Watch(Protocol):
    """The part of the monitors that ends a run."""

    def judge(self, report: Report) -> Report:
        """Return the report with a verdict."""

    def tell(self, report: Report) -> None:
        """Notify whoever is to be notified."""


_TELLING = frozenset({"refused", "site_in_trouble", "finished"})
"""Reasons of ends after which a run without one good answer says something of the whole site, and
nothing of the pages that it asked for."""


class RunLifecycle:
    """Holds the crawler's run."""

    run: Run
    watch: Watch | None = None
    """Who judges the run; None where the monitors are switched off."""
    report: Report | None = None
    """What the run was like; None until it is over."""

    def __init__(self, crawler: Crawler) -> None:
        """Open the run.

        Raises:
            CannotRun: another run holds the lock, or the data directory cannot be used.
        """
        self._crawler = crawler
        spider: AntaraSpider = crawler.spider  # type: ignore[assignment]
        calendar = _calendar(crawler.settings["NEWSCRAWL_REVISITS"])
        places = Places.under(crawler.settings["NEWSCRAWL_DATA"], spider.name)
        self.run = Run.open(places, spider.arguments, calendar)
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
            if reason in _TELLING and not self._crawler.stats.get_value("breaker/was_fine"):
                run.frontier.forgive()
        if run.archive is not None:
            with run.storing():
                run.archive.close()
        try:
            self.report = self._make_report(reason)
            with run.storing():
                write_report(self.report, run.places.runs)
            if run.storage_failure is not None:  # perhaps only now
                self.report = self._make_report(reason)
        finally:
            run.close(self.report.exit_code if self.report else ExitCode.INCOMPLETE)
        if self.watch is not None:  # whatever it waits for, the next run need not wait
            self.watch.tell(self.report)
        return self.report

    def _make_report(self, reason: str) -> Report:
        spider: AntaraSpider = self._crawler.spider  # type: ignore[assignment]
        report = make_report(
            self.run,
            self._crawler.stats.get_stats(),
            reason,
            Terms(
                "/".join((spider.arguments.edition.name, *spider.arguments.sections)),
                spider.given,
                self._crawler.settings.getbool("NEWSCRAWL_ACCEPT_COVERAGE"),
                spider.job,
            ),
        )
        if self.watch is not None:
            return self.watch.judge(report)
        return judged(report, [*judge(report), unwatched("they were not on")])

    def _end_run(self, reason: str) -> None:
        """End the crawl from wherever it cannot go on."""
        engine = self._crawler.engine
        if engine.spider is not None:
            deferred_from_coro(engine.close_spider_async(reason=reason))


def _why_deferred(finish_reason: str, *, has_enough: bool) -> str:
    if finish_reason == "finished":
        return "max_articles" if has_enough else UNFINISHED
    return {"closespider_timeout": "time_budget", "shutdown": "interrupted"}.get(
        finish_reason, finish_reason
    )


def _calendar(ages: str) -> Calendar:
    try:
        return Calendar(parse_ages(ages))
    except ValueError as error:
        raise CannotRun(f"NEWSCRAWL_REVISITS={ages!r}: {error}") from error


def run_of(crawler: Crawler) -> Run:
    """Return the crawler's run.

    Raises:
        RuntimeError: the extension that opens the run is not enabled.
    """
    lifecycle = crawler.get_extension(RunLifecycle)
    if lifecycle is None:
        raise RuntimeError("newscrawl.extensions.lifecycle.RunLifecycle must be in EXTENSIONS")
    return lifecycle.run
