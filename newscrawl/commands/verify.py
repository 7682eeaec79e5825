"""``scrapy verify antara``: whether all that is kept is right, and mending what is not."""

import argparse
import os
import sys
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand

from newscrawl import clock
from newscrawl.exits import ArgumentError, CannotRun, ExitCode
from newscrawl.helptext import explain
from newscrawl.options import check_settings
from newscrawl.stopping import INTERRUPTED, stopped_as_by_ctrl_c
from newscrawl.usage import check_records_of

_EXAMPLES = ("scrapy verify antara", "scrapy verify antara --repair")
_EXIT_CODES = (
    "0 all is right; 1 something is wrong, or could not be checked; 2 bad argument; 130 interrupted"
)


class Command(ScrapyCommand):
    """Checks day files, ledger and archive against one another."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return what stands behind the command's name."""
        return "[options] antara"

    def short_desc(self) -> str:
        """Return what the list of commands says."""
        return "Check all that is kept; mend it when told to"

    def long_desc(self) -> str:
        """Return what the help says above the options."""
        return (
            "Check every line of the day files against the schema and against itself, the lines"
            " against one another and against the ledger, and where they point to in the archive."
            " What is wrong is told with file and line; nothing is changed without --repair. No"
            " crawl runs meanwhile: one that comes leaves with 75."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's options."""
        super().add_options(parser)
        explain(parser, {}, _EXIT_CODES, _EXAMPLES)
        parser.add_argument(
            "--repair",
            action="store_true",
            help="mend what can be mended without losing anything, make a lost ledger again, and"
            " check everything once more",
        )
        parser.add_argument(
            "--fast",
            action="store_true",
            help="look into the archive only where records point to, and not at all of it",
        )
        parser.add_argument(
            "--all", action="store_true", help="name every finding, not the first five of a kind"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check; set the exit code: 0, 1 for something wrong, 2."""
        check_records_of(args)
        try:
            with stopped_as_by_ctrl_c():
                self.exitcode = self._run(opts)
        except ArgumentError as error:
            sys.stderr.write(f"scrapy verify: {error}\n")
            self.exitcode = int(ExitCode.BAD_ARGUMENT)
        except BrokenPipeError:  # whoever reads has enough of it, and not all was told
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            self.exitcode = 1
        except (CannotRun, clock.ClockError, OSError) as error:
            sys.stderr.write(f"scrapy verify: {error}\n")
            self.exitcode = 1
        except KeyboardInterrupt:
            sys.stderr.write("scrapy verify: interrupted; nothing that is kept was lost\n")
            self.exitcode = INTERRUPTED

    def _run(self, opts: argparse.Namespace) -> int:
        if self.settings is None:
            raise AssertionError("Scrapy sets them before")
        check_settings(self.settings)
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")
        from newscrawl.verify.verifying import verify  # noqa: PLC0415 - reading takes a while to load

        return verify(self.settings, repairs=opts.repair, is_fast=opts.fast, names_all=opts.all)
