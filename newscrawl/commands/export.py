"""``scrapy export antara OUT``: the kept records in a form that other programs open."""

import argparse
import os
import sqlite3
import sys
from pathlib import Path
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand

from newscrawl.exits import ArgumentError, CannotRun
from newscrawl.export.formats import ENDINGS
from newscrawl.helptext import add_terms, explain
from newscrawl.kept.selection import add_options, selection
from newscrawl.options import check_settings
from newscrawl.stopping import INTERRUPTED, stopped_as_by_ctrl_c
from newscrawl.usage import check_records_of

_EXAMPLES = (
    "scrapy export antara antara.parquet",
    "scrapy export antara antara.db",
    "scrapy export antara 2026.csv --since 2026-01-01 --section dunia",
)
_EXIT_CODES = (
    "0 all is written; 1 lines were passed over, or nothing could be written, each named; 2 bad"
    " argument; 130 interrupted"
)


class Command(ScrapyCommand):
    """Writes one file of the selected stories."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return what stands behind the command's name."""
        return "[options] antara OUT"

    def short_desc(self) -> str:
        """Return what the list of commands says."""
        return "Write the stories as Parquet, CSV, SQLite and others"

    def long_desc(self) -> str:
        """Return what the help says above the options."""
        return (
            "Write the kept stories, each in its newest revision, to one file, whose ending says"
            " the form. docs/exports.md has every column. A crawl may go on meanwhile. What is no"
            " record is named on standard error and passed over. A file that was there before is"
            " replaced by a whole new one or left alone."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's options."""
        super().add_options(parser)
        explain(parser, {}, _EXIT_CODES, _EXAMPLES)
        add_options(parser)
        parser.add_argument(
            "--all-revisions",
            action="store_true",
            help="earlier revisions of a story too (in .db: their texts)",
        )
        parser.add_argument(
            "--spreadsheet",
            action="store_true",
            help="make a .csv that Excel opens with a double click: no text is taken for a formula",
        )
        add_terms(parser, "Forms", ENDINGS)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Write the file, print what it holds, and set the exit code."""
        check_records_of(args, "a file, such as antara.parquet")
        out = Path(args[1]).expanduser()
        try:
            with stopped_as_by_ctrl_c():
                self.exitcode = self._run(out, opts)
        except ArgumentError as error:
            self._end(str(error), 2)
        except CannotRun as error:
            self._end(str(error), 1)
        except OSError as error:
            self._end(f"{_told(error, out)}; nothing was written", 1)
        except sqlite3.Error as error:
            self._end(f"{out}: {error}; nothing was written", 1)
        except KeyboardInterrupt:
            self._end("interrupted; nothing was written", INTERRUPTED)

    def _run(self, out: Path, opts: argparse.Namespace) -> int:
        chosen = selection(opts, all_revisions=opts.all_revisions)
        # What writes takes a while to load; a bad argument is told at once.
        from newscrawl.export.exporting import export  # noqa: PLC0415 - as above
        from newscrawl.places import Places  # noqa: PLC0415 - as above
        from newscrawl.showing import showing  # noqa: PLC0415 - as above
        from newscrawl.summary import amount, counted  # noqa: PLC0415 - as above
        from newscrawl.terminal import say  # noqa: PLC0415 - as above

        if self.settings is None:
            raise CannotRun("it is run in the project's directory")
        check_settings(self.settings)
        places = Places.under(self.settings["NEWSCRAWL_DATA"])
        with showing("export") as show:
            done = export(places, chosen, out, show, for_spreadsheets=opts.spreadsheet)
        for example in done.passed.examples:
            print(example, file=sys.stderr)
        if done.passed.count:
            lines = counted(done.passed.count, "line is no record", "lines are no records")
            print(f"scrapy export: {lines}; passed over", file=sys.stderr)
        one, more = ("revision", "revisions") if done.are_revisions else ("story", "stories")
        beside = f"; for Datasette: {done.metadata}" if done.metadata else ""
        say(f"{out}: {counted(done.count, one, more)}, {amount(done.size)}{beside}")
        return 1 if done.passed.count else 0

    def _end(self, message: str, code: int) -> None:
        print(f"scrapy export: {message}", file=sys.stderr)
        self.exitcode = code


def _told(error: OSError, out: Path) -> str:
    """Return what went wrong; nobody has named the file beside OUT, so OUT stands for it."""
    name = Path(str(error.filename or ""))
    is_beside = name.parent == out.resolve().parent and name.name.startswith(f".{out.name}.")
    if error.filename and not is_beside:
        return str(error)
    return f"{out}: {os.strerror(error.errno) if error.errno else error}"
