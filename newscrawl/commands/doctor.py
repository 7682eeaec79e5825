"""``scrapy doctor antara``: a few polite requests that tell whether the site is read well."""

import argparse
import sys
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.exceptions import UsageError
from scrapy.utils.conf import arglist_to_dict

from newscrawl import clock
from newscrawl.doctor.arguments import TAKEN, doctor_arguments
from newscrawl.exits import ArgumentError, CannotRun
from newscrawl.helptext import explain
from newscrawl.middlewares.identity import contact_of
from newscrawl.options import check_settings
from newscrawl.spiders.arguments import Arguments
from newscrawl.terminal import let_go
from newscrawl.usage import check_log, check_pairs, check_spider, refused

# What the doctor works with is loaded when it does: Scrapy loads this module for every command.
if TYPE_CHECKING:
    from newscrawl.doctor.diagnosis import Diagnosis

_EXAMPLES = ("scrapy doctor antara", "scrapy doctor antara -a edition=en")
_EXIT_CODES = "0 all is read well; 1 something is missing or nobody answered; 2 bad argument"
_SETTINGS: dict[str, Any] = {
    # What keeps records, and the run that it belongs to: nothing is kept here.
    "EXTENSIONS": {},
    "ITEM_PIPELINES": {},
    "SPIDER_MIDDLEWARES": {},
    "SCHEDULER": "scrapy.core.scheduler.Scheduler",
    # A handful of requests stays one.
    "RETRY_TIMES": 0,
    "REDIRECT_MAX_TIMES": 2,
}


class Command(ScrapyCommand):
    """Asks for robots.txt, a feed, a listing page and a story of each kind."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {}

    def syntax(self) -> str:
        """Return what stands behind the command's name."""
        return "[options] antara"

    def short_desc(self) -> str:
        """Return what the list of commands says."""
        return "Check with a few requests whether today's pages are read well"

    def long_desc(self) -> str:
        """Return what the help says above the options."""
        return (
            "Ask the site for robots.txt, a feed, a listing page and one story of each kind, and "
            "print for each field what was found and by which rule. Nothing is kept."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's options."""
        super().add_options(parser)
        parser.add_argument(
            "-a",
            dest="spargs",
            action="append",
            default=[],
            metavar="NAME=VALUE",
            help=f"an argument, as of a crawl: {', '.join(TAKEN)} (may be repeated)",
        )
        explain(parser, TAKEN, _EXIT_CODES, _EXAMPLES)

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the arguments into a dictionary."""
        check_spider(args, TAKEN)
        check_pairs(opts)
        try:
            super().process_options(args, opts)
        except OSError as error:
            raise refused(error) from error
        opts.spargs = arglist_to_dict(opts.spargs)
        if self.settings is not None:
            check_log(self.settings)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Look at the site, print what was found, and set the exit code: 0, 1 or 2."""
        if args != ["antara"]:
            raise UsageError(f"no spider {args[0]!r}; there is antara")
        try:
            arguments = doctor_arguments(opts.spargs)
            clock.now()
            if self.settings is not None:
                check_settings(self.settings)
                contact_of(self.settings)
        except (CannotRun, clock.ClockError) as error:
            print(f"antara: {error}", file=sys.stderr)
            self.exitcode = 2 if isinstance(error, ArgumentError) else 1
            return
        diagnosis = self._diagnose(arguments)
        self.exitcode = diagnosis.exit_code
        if diagnosis.unreachable is not None:
            print(
                f"antara: the site could not be reached: {diagnosis.unreachable}", file=sys.stderr
            )
        elif not diagnosis.is_complete:
            print("antara: stopped before all was looked at", file=sys.stderr)
        else:
            _print(diagnosis)

    def _diagnose(self, arguments: Arguments) -> "Diagnosis":
        from newscrawl.doctor.diagnosis import Diagnosis  # noqa: PLC0415 - as above
        from newscrawl.doctor.spider import DoctorSpider  # noqa: PLC0415 - as above

        process = self.crawler_process
        if not isinstance(process, AsyncCrawlerProcess):
            raise UsageError("newscrawl needs the asyncio reactor, Scrapy's default")
        for name, value in _SETTINGS.items():
            process.settings.set(name, value, priority="cmdline")
        for name, value in arguments.settings().items():
            process.settings.set(name, value, priority="spider")
        if sys.stderr.isatty():
            print("Asking for a handful of pages, with pauses ...", file=sys.stderr)
        crawler = process.create_crawler(DoctorSpider)
        process.crawl(crawler, arguments=arguments)
        process.start()
        spider = crawler.spider
        if not isinstance(spider, DoctorSpider):
            return Diagnosis(arguments.edition.name, arguments.sections[0], "")
        return spider.diagnosis


def _print(diagnosis: "Diagnosis") -> None:
    """Print the diagnosis; who reads only its beginning has enough."""
    from newscrawl.doctor.text import write  # noqa: PLC0415 - as above

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    try:
        write(diagnosis, sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        let_go(sys.stdout)
