"""What is done with the records of files: they are printed, stored, or compared."""

import sqlite3
import sys
from pathlib import Path

from scrapy.settings import BaseSettings

from newscrawl.exits import CannotRun
from newscrawl.extraction.arguments import Arguments, BadArgument
from newscrawl.extraction.printing import Printing
from newscrawl.extraction.reading import Sink, go_over, summary
from newscrawl.extraction.sources import Files
from newscrawl.ledger.database import LedgerVersionError
from newscrawl.places import Places


def print_records(arguments: Arguments) -> int:
    """Print a line for each page; return the exit code."""
    return _go_over(arguments, Printing())


def store(arguments: Arguments, directory: Path, settings: BaseSettings) -> int:
    """Keep the records in a data directory; return the exit code.

    Raises:
        CannotRun: another run holds the directory's lock, or it cannot be used.
    """
    from newscrawl.extraction.storing import StorageGaveOut, storing  # noqa: PLC0415 - much

    try:
        with storing(directory, settings) as sink:
            return _go_over(arguments, sink)
    except StorageGaveOut:
        return 1


def compare(arguments: Arguments, directory: Path) -> int:
    """Print what would change in the records of a data directory; return the exit code.

    Raises:
        BadArgument: there are no records.
        CannotRun: they cannot be read.
    """
    from newscrawl.extraction.comparison import Comparison  # noqa: PLC0415 - as above
    from newscrawl.ledger.reading import KeptLines  # noqa: PLC0415 - as above

    try:
        lines = KeptLines(Places.under(directory))
        comparison = Comparison(lines)
        code = _go_over(arguments, comparison)
        lines.close()
    except FileNotFoundError as error:
        raise BadArgument(f"--against takes a data directory; there is no {error}") from error
    except (sqlite3.Error, LedgerVersionError) as error:
        raise CannotRun(f"the ledger under {directory} cannot be read: {error}") from error
    sys.stdout.write(comparison.told() + "\n")
    return code if comparison.is_same else 1


def _go_over(arguments: Arguments, sink: Sink) -> int:
    files = Files(arguments.paths, arguments.url, arguments.fetched_at)
    tally = go_over(files, sink, arguments.jobs)
    if files.archives:
        sys.stderr.write(summary(files, tally) + "\n")
    return tally.exit_code
