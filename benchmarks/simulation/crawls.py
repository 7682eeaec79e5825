"""One crawl after another in one process, as ``scrapy crawl antara`` does each."""

from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from scrapy.crawler import AsyncCrawlerRunner, Crawler
from scrapy.settings import Settings
from scrapy.utils.log import configure_logging

from newscrawl.clock import ClockError
from newscrawl.exits import CannotRun, ExitCode
from newscrawl.extensions.lifecycle import RunLifecycle

if TYPE_CHECKING:
    from newscrawl.report import Report

REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
"""Scrapy's default; it has to be installed before anything imports the reactor."""


@dataclass(frozen=True, slots=True)
class Crawled:
    """What a run said of itself."""

    exit_code: int
    finish_reason: str
    reasons: tuple[str, ...]
    """Why the exit code is not 0."""
    outcomes: dict[str, dict[str, int]]
    seconds: float


class Crawls:
    """Real crawls with the production settings; the argument ``origin`` alone is given."""

    def __init__(self, origin: str, data: Path) -> None:
        """Crawl what is served at an origin, and keep it under a directory."""
        settings = Settings()
        settings.setmodule("newscrawl.settings", priority="project")
        # What goes wrong on purpose is in the run reports.
        settings.set("LOG_LEVEL", "CRITICAL", priority="cmdline")
        settings.set("NEWSCRAWL_DATA", str(data), priority="cmdline")
        # The clock stands still during a run: a pause would be waited for on the machine's own.
        settings.set("NEWSCRAWL_BACKOFF", 0, priority="cmdline")
        configure_logging(settings)
        self._runner = AsyncCrawlerRunner(settings)
        self._origin = origin

    async def crawl(self) -> Crawled:
        """Make one run, to its end."""
        began = perf_counter()
        crawler = self._runner.create_crawler("antara")
        try:
            await self._runner.crawl(crawler, origin=self._origin)
        except (CannotRun, ClockError) as error:
            failed = error.exit_code if isinstance(error, CannotRun) else ExitCode.NOT_STARTED
            return Crawled(
                int(failed), type(error).__name__, (str(error),), {}, perf_counter() - began
            )
        report = _report(crawler)
        outcomes = {str(name): dict(reasons) for name, reasons in report.outcomes.items()}
        seconds = perf_counter() - began
        code, why = int(report.exit_code), tuple(report.reasons)
        return Crawled(code, report.finish_reason, why, outcomes, seconds)


def _report(crawler: Crawler) -> "Report":
    lifecycle = crawler.get_extension(RunLifecycle)
    if lifecycle is None:
        raise RuntimeError("the run has no lifecycle")
    return lifecycle.finish("interrupted")
