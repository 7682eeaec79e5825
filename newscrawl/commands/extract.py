"""``scrapy extract``: saved and archived pages to records, offline."""

import argparse
import sys
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand

from newscrawl.clock import ClockError
from newscrawl.exits import CannotRun
from newscrawl.extraction.arguments import Arguments, BadArgument, parse
from newscrawl.helptext import explain
from newscrawl.options import check_settings
from newscrawl.terminal import let_go

_EXAMPLES = (
    "scrapy extract page.html --url https://www.antaranews.com/berita/5594955/judul",
    "scrapy extract page.html --fetched-at 2026-06-05T01:02:03Z",
    "scrapy extract data/antara/warc --jobs 2 > records.jsonl",
    "scrapy extract data/antara/warc --against data",
    "scrapy extract data/antara/warc --scheduler tcp://10.0.0.5:8786 > a.jsonl",
)
_EXIT_CODES = (
    "0 all was read; 1 something could not be read, and is named; 2 bad argument; 130 interrupted"
)
_INTERRUPTED = 130
"""What a shell makes of a program that Ctrl-C ended."""


class Command(ScrapyCommand):
    """Print one record a line for saved pages, without asking the site for anything."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return what stands behind the command's name."""
        return "[options] PATH..."

    def short_desc(self) -> str:
        """Return what the list of commands says."""
        return "Make records of saved article pages and WARC archives, offline"

    def long_desc(self) -> str:
        """Return what the help says above the options."""
        return (
            "Read article pages from HTML files, WARC archives of any origin, and directories of"
            " them, and print one record a line. Of a crawl's own archive the lines are those of"
            " the crawl, but for revision, first_seen and near_duplicate_of, which compare a record"
            " with others: --store fills them in. What cannot be read is named on standard error"
            " with file, byte and reason; the rest is read all the same, and the exit code is 1."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's options."""
        super().add_options(parser)
        explain(parser, {}, _EXIT_CODES, _EXAMPLES)
        parser.add_argument(
            "--url", help="address of the page, with one saved page (default what the page says)"
        )
        parser.add_argument(
            "--fetched-at",
            metavar="TIME",
            help="when saved pages were fetched, as ISO 8601 with an offset (default the files' own"
            " times); archives say it themselves",
        )
        parser.add_argument("--jobs", metavar="N", help="read in so many processes (default 1)")
        parser.add_argument(
            "--scheduler",
            metavar="ADDRESS",
            help="have the workers of this Dask scheduler read, on many machines that have the"
            " files under the same paths",
        )
        parser.add_argument(
            "--store",
            metavar="DIR",
            help="print nothing, and keep the records in this data directory, as a crawl does",
        )
        parser.add_argument(
            "--against",
            metavar="DIR",
            help="print, instead of records, what would change in those of this data directory",
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the pages; set the exit code: 0, 1 for something that cannot be read, 2."""
        try:
            arguments = parse(args, opts)
            if self.settings is not None:
                check_settings(self.settings)
            self.exitcode = self._run(arguments)
            sys.stdout.flush()
        except BadArgument as error:
            sys.stderr.write(f"scrapy extract: {error}\n")
            self.exitcode = 2
        except (CannotRun, ClockError) as error:
            sys.stderr.write(f"scrapy extract: {error}\n")
            self.exitcode = 1
        except BrokenPipeError:  # whoever read the records has enough of them
            let_go(sys.stdout)
        except OSError as error:  # of files that are read it is told one by one
            sys.stderr.write(f"scrapy extract: {error}\n")
            self.exitcode = 1
            let_go(sys.stdout)
        except KeyboardInterrupt:
            sys.stderr.write("scrapy extract: interrupted\n")
            self.exitcode = _INTERRUPTED

    def _run(self, arguments: Arguments) -> int:
        # What reads pages takes a while to load; a bad argument is told at once.
        from newscrawl.extraction.uses import compare, print_records, store  # noqa: PLC0415

        if arguments.store is not None and self.settings is not None:
            return store(arguments, arguments.store, self.settings)
        if arguments.against is not None:
            return compare(arguments, arguments.against)
        return print_records(arguments)
