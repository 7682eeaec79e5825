"""``scrapy extract``: saved pages to records, offline."""

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand

from newscrawl.antara.articles import UnreadablePage, extract, page_address
from newscrawl.antara.urls import story_url
from newscrawl.records import to_line

LARGEST = 50_000_000
"""Bytes of a file that is read at all; no page of the site comes near."""

_EXAMPLE = (
    "Example: scrapy extract --url https://www.antaranews.com/berita/5594955/judul "
    "--fetched-at 2026-06-05T01:02:03Z page.html"
)


class BadArgument(Exception):  # noqa: N818 - it names the argument
    """An argument that the command does not take, with what it takes instead."""


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
        return "Print the records of saved article pages, as JSON Lines"

    def long_desc(self) -> str:
        """Return what the help says above the options."""
        return (
            "Read saved article pages and print one record a line. A page that cannot be read is "
            "named on standard error with the reason; the others are read all the same, and the "
            "exit code is 1."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's options."""
        super().add_options(parser)
        parser.epilog = _EXAMPLE
        parser.add_argument(
            "--url", help="address of the page, with one PATH (default what the page says)"
        )
        parser.add_argument(
            "--fetched-at",
            metavar="TIME",
            help="when it was fetched, as ISO 8601 with an offset (default the file's own time)",
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the pages; set the exit code: 0, 1 for a page that cannot be read, 2."""
        try:
            paths, fetched_at = _paths(args, opts.url), _time(opts.fetched_at)
        except BadArgument as error:
            sys.stderr.write(f"scrapy extract: {error}\n")
            self.exitcode = 2
            return
        try:
            for path in paths:
                self._print(path, opts.url, fetched_at)
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever read the records has enough of them; so has the interpreter, which would
            # otherwise complain when it flushes at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def _print(self, path: Path, url: str | None, fetched_at: datetime | None) -> None:
        try:
            line = _record(path, url, fetched_at)
        except UnreadablePage as error:
            sys.stderr.write(f"{path}: {error.reason}: {error}\n")
            self.exitcode = 1
        except OSError as error:
            sys.stderr.write(f"{path}: {error.strerror or error}\n")
            self.exitcode = 1
        else:
            sys.stdout.buffer.write(line.encode() + b"\n")


def _record(path: Path, url: str | None, fetched_at: datetime | None) -> str:
    with path.open("rb") as file:
        body = file.read(LARGEST + 1)
        changed = datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime, UTC)
    if len(body) > LARGEST:
        raise UnreadablePage("too_long", f"larger than {LARGEST:,} bytes")
    address = url or page_address(body)
    if address is None:
        raise UnreadablePage("no_story_url", "the page does not say its address; give it by --url")
    article = extract(body, address, fetched_at or changed)
    if flaw := article.flaw():
        raise UnreadablePage(flaw, "the page is no whole story")
    return to_line(article)


def _paths(args: list[str], url: str | None) -> list[Path]:
    unknown = [arg for arg in args if arg.startswith("-") and arg != "-"]
    if unknown:
        raise BadArgument(f"{unknown[0]} is unknown; it takes PATH..., --url and --fetched-at")
    if not args:
        raise BadArgument("it takes the PATH of one or more saved pages")
    if url is not None and len(args) > 1:
        raise BadArgument(f"--url takes exactly one PATH with it, not {len(args)}")
    if url is not None and story_url(url) is None:
        raise BadArgument(
            f"--url takes the address of a story on antaranews.com, such as "
            f"https://www.antaranews.com/berita/5594955/judul, not {url!r}"
        )
    return [Path(arg) for arg in args]


def _time(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if text is not None else None
    except ValueError:
        moment = datetime.min  # noqa: DTZ901 - without an offset, so that it is refused below
    if moment is not None and moment.tzinfo is None:
        raise BadArgument(
            f"--fetched-at takes an ISO 8601 time with offset, such as 2026-06-05T01:02:03Z, "
            f"not {text!r}"
        )
    return moment
