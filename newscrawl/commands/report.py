"""``scrapy report antara``: what is kept, as one page to look at."""

import argparse
import sys
from pathlib import Path
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand

from newscrawl.clock import ClockError
from newscrawl.exits import ArgumentError, CannotRun
from newscrawl.helptext import explain
from newscrawl.kept.selection import Selection, add_options, selection
from newscrawl.options import check_settings
from newscrawl.places import Places
from newscrawl.stopping import INTERRUPTED, stopped_as_by_ctrl_c
from newscrawl.usage import check_records_of

_EXAMPLES = (
    "scrapy report antara",
    "scrapy report antara --since 2026-11-01 --output november.html",
)
_EXIT_CODES = (
    "0 the page is made; 1 something could not be read or written, and is named; 2 bad argument;"
    " 130 interrupted"
)


class Command(ScrapyCommand):
    """Makes a page of HTML that needs nothing but a browser."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return what stands behind the command's name."""
        return "[options] antara"

    def short_desc(self) -> str:
        """Return what the list of commands says."""
        return "Make one HTML page to look at what is kept"

    def long_desc(self) -> str:
        """Return what the help says above the options."""
        return (
            "Make one HTML file of the records that are kept: stories over time, a map of the"
            " coverage, wires and people, tags, threads of stories, corrections, and the health of"
            " the crawl. It asks the network for nothing and needs no file beside it. Lines that"
            " are no records are named, and the exit code is then 1."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's options."""
        super().add_options(parser)
        explain(parser, {}, _EXIT_CODES, _EXAMPLES)
        parser.add_argument(
            "-o",
            "--output",
            metavar="FILE",
            help="where to (default antara/report.html under NEWSCRAWL_DATA)",
        )
        add_options(parser)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Make the page; set the exit code: 0, 1 for something that is wrong, 2, 130."""
        check_records_of(args)
        try:
            with stopped_as_by_ctrl_c():
                self.exitcode = self._run(opts.output, selection(opts))
        except (CannotRun, ClockError, OSError) as error:
            sys.stderr.write(f"scrapy report: {error}\n")
            self.exitcode = 2 if isinstance(error, ArgumentError) else 1
        except KeyboardInterrupt:
            sys.stderr.write("scrapy report: interrupted\n")
            self.exitcode = INTERRUPTED

    def _run(self, output: str | None, chosen: Selection) -> int:
        # What counts and draws takes a while to load; a bad argument is told at once.
        from newscrawl.kept.lines import day_files  # noqa: PLC0415
        from newscrawl.picture.data import picture  # noqa: PLC0415
        from newscrawl.picture.page import page  # noqa: PLC0415
        from newscrawl.picture.writing import target, write  # noqa: PLC0415
        from newscrawl.showing import showing  # noqa: PLC0415

        places = self._places()
        if not day_files(places.articles):
            raise _no_records(places.articles)
        path = target(str(places.root / "report.html") if output is None else output)
        with showing("report") as show:
            data = picture(places, chosen, show)
            if data["kept"]["stories"] == 0:
                _tell_passed(data)
                raise _no_records(places.articles)
            if data["records"] == 0:
                _tell_passed(data)
                kept = data["kept"]["stories"]
                raise CannotRun(
                    f"of the {kept:,} that are kept no story is of {chosen}; nothing was written"
                )
            write(page(data), path)
        _tell(path, data)
        return _tell_passed(data)

    def _places(self) -> Places:
        if self.settings is None:
            raise CannotRun("there are no settings: run it in the project's directory")
        check_settings(self.settings)
        return Places.under(self.settings["NEWSCRAWL_DATA"])


def _no_records(articles: Path) -> CannotRun:
    return CannotRun(
        f"{articles} has no records: run `scrapy crawl antara` first, or name the data directory"
        " with -s NEWSCRAWL_DATA=DIR"
    )


def _tell(path: Path, data: Any) -> None:
    from newscrawl.picture.page import span_of  # noqa: PLC0415 - as above
    from newscrawl.summary import counted  # noqa: PLC0415 - as above
    from newscrawl.terminal import say  # noqa: PLC0415 - as above

    say(f"{path}: {counted(data['records'], 'story', 'stories')}, {span_of(data)}")


def _tell_passed(data: Any) -> int:
    """Name what was passed over, a line each; return the exit code."""
    passed, runs, ledger = data["passed"], data["runs"], data["gone"]["ledger"]
    told = [*passed["examples"], *(f"{name}: no run report" for name in runs["unread_files"])]
    left = passed["count"] + runs["unread"] - len(told)
    if ledger not in {"read", "absent"}:
        told.append(f"the ledger, so it is not known which stories are gone: {ledger}")
    for what in told:
        sys.stderr.write(f"scrapy report: passed over: {what}\n")
    if left:
        sys.stderr.write(f"scrapy report: and {left:,} more\n")
    return 1 if told else 0
