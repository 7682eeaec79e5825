"""``scrapy crawl antara``: Scrapy's command, with a verdict for an exit code."""

import argparse
import gc
import logging
import signal
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.commands.crawl import Command as ScrapyCrawlCommand
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.exceptions import UsageError

from newscrawl.clock import ClockError
from newscrawl.exits import CannotRun, ExitCode
from newscrawl.helptext import explain
from newscrawl.spiders.arguments import TAKES
from newscrawl.usage import check_log, check_pairs, check_spider, refused

if TYPE_CHECKING:
    import asyncio

logger = logging.getLogger(__name__)

_EXAMPLES = (
    "scrapy crawl antara",
    "scrapy crawl antara -a since=2026-11-01 -a max_articles=50",
    "scrapy crawl antara -a edition=en -s NEWSCRAWL_DATA=/srv/news",
)
_EXIT_CODES = (
    "0 healthy, also when nothing was new or a limit left work for the next run; 1 could not start;"
    " 2 bad argument; 3 incomplete, and the next run takes up what is left; 4 refused by the site;"
    " 5 the site has changed; 6 storage failed, and nothing that was kept is lost;"
    " 75 another run is going on"
)


class Command(ScrapyCrawlCommand):
    """Runs a spider; see docs/crawling.md for its arguments and exit codes."""

    def syntax(self) -> str:
        """Say what stands behind the command's name."""
        return "[options] antara"

    def short_desc(self) -> str:
        """Say it in the list of commands."""
        return "Fetch what is new, and keep each story once: scrapy crawl antara"

    def long_desc(self) -> str:
        """Say it at the head of ``--help``."""
        return (
            "One incremental run: discovers what is new, fetches it, writes each story once, and"
            " exits with a verdict."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add to the help what the spider takes and what the exit codes mean."""
        super().add_options(parser)
        explain(parser, TAKES, _EXIT_CODES, _EXAMPLES)

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check what Scrapy would stumble over later, with many words."""
        # It looks at the whole stack of calls as it is loaded, three times: here, where that is
        # not deep yet, it takes a fourth of what it would among the imports of the spider.
        import_module("scrapy.core.downloader.contextfactory")
        check_spider(args, TAKES)
        check_pairs(opts)
        try:
            super().process_options(args, opts)
        except OSError as error:
            raise refused(error) from error
        if self.settings is not None:
            check_log(self.settings)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the spider, print a summary, and leave the verdict in ``exitcode``."""
        process = self.crawler_process
        if not isinstance(process, AsyncCrawlerProcess):
            raise UsageError("newscrawl needs the asyncio reactor, Scrapy's default")
        try:
            crawler = self._create_crawler(args[0])
        except KeyError as error:
            names = ", ".join(process.spider_loader.list())
            raise UsageError(f"no spider {args[0]!r}; there is {names}") from error
        quieten(crawler.settings["LOG_LEVEL"])
        crawler.signals.connect(set_apart, signal=signals.spider_opened)
        if signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:  # nohup ignores it
            signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))
        try:
            task = process.crawl(crawler, **opts.spargs)
            process.start()
            for number in (signal.SIGINT, signal.SIGTERM):  # all is over; the verdict stands
                signal.signal(number, signal.SIG_IGN)
        except KeyboardInterrupt:  # before Scrapy listens for signals
            self.exitcode = ExitCode.INCOMPLETE
            print("antara: interrupted before it began", file=sys.stderr)
            return
        self.exitcode = self._verdict(crawler, task)

    def _verdict(self, crawler: Crawler, task: "asyncio.Task[None]") -> int:
        # Scrapy loads this module for every command, and these load all that a crawl needs.
        from newscrawl.extensions.lifecycle import RunLifecycle  # noqa: PLC0415
        from newscrawl.extensions.progress import Progress  # noqa: PLC0415
        from newscrawl.summary import summary  # noqa: PLC0415
        from newscrawl.telling import tell  # noqa: PLC0415

        error = task.exception() if task.done() and not task.cancelled() else None
        if isinstance(error, CannotRun | ClockError):
            print(f"{crawler.spidercls.name}: {error}", file=sys.stderr)
            _log(crawler, logging.ERROR, str(error))
            return error.exit_code if isinstance(error, CannotRun) else ExitCode.NOT_STARTED
        if error is not None:
            raise error
        progress = crawler.get_extension(Progress)
        if progress is not None:  # the engine of a run that was forced to stop told nobody
            progress.engine_stopped()
        lifecycle = crawler.get_extension(RunLifecycle)
        if lifecycle is None:
            return ExitCode.NOT_STARTED
        report = lifecycle.finish("interrupted")  # what was not finished in good order was forced
        newest = progress.newest if progress is not None else []
        stream = sys.stderr if report.unreachable else sys.stdout
        runs = lifecycle.run.places.runs
        tell(report, runs, newest, stream)
        _log(crawler, logging.WARNING if report.exit_code else logging.INFO, summary(report, runs))
        return report.exit_code


def quieten(level: str | int) -> None:
    """Let Scrapy make no log records, several a page, that no handler takes."""
    logging.getLogger("scrapy").setLevel(level)


def set_apart() -> None:
    """Let the garbage collector pass by what was loaded to begin with.

    It stays to the end, and is nearly all that the collector would look at again and again.
    """
    gc.freeze()


def _log(crawler: Crawler, level: int, text: str) -> None:
    """Say it in a log of the run's own, too: of a job in Scrapyd it is what a person looks at."""
    if crawler.settings.get("LOG_FILE"):
        logger.log(level, text)
