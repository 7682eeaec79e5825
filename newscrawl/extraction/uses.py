"""What is done with the records of files: they are printed, stored, or compared."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from scrapy.settings import BaseSettings

from newscrawl.exits import CannotRun
from newscrawl.extraction.arguments import Arguments, BadArgument
from newscrawl.extraction.printing import Printing
from newscrawl.extraction.reading import Processes, Readers, Sink, go_over, summary
from newscrawl.extraction.sources import Files
from newscrawl.ledger.database import LedgerVersionError
from newscrawl.places import Places


def print_records(arguments: Arguments) -> int:
    """Print a line for each page; return the exit code.

    Raises:
        CannotRun: the cluster cannot read.
    """
    with _readers(arguments) as readers:
        return _go_over(arguments, Printing(), readers)


def store(arguments: Arguments, directory: Path, settings: BaseSettings) -> int:
    """Keep the records in a data directory; return the exit code.

    Raises:
        CannotRun: another run holds the directory's lock, or it cannot be used; or the cluster
            cannot read.
    """
    from newscrawl.extraction.storing import StorageGaveOut, storing  # noqa: PLC0415 - much

    try:
        with _readers(arguments) as readers, storing(directory, settings) as sink:
            return _go_over(arguments, sink, readers)
    except StorageGaveOut:
        return 1


def compare(arguments: Arguments, directory: Path) -> int:
    """Print what would change in the records of a data directory; return the exit code.

    Raises:
        BadArgument: there are no records.
        CannotRun: they cannot be read, or the cluster cannot read.
    """
    from newscrawl.extraction.comparison import Comparison  # noqa: PLC0415 - as above
    from newscrawl.ledger.reading import KeptLines  # noqa: PLC0415 - as above

    try:
        lines = KeptLines(Places.under(directory))
        comparison = Comparison(lines)
        with _readers(arguments) as readers:
            code = _go_over(arguments, comparison, readers)
        lines.close()
    except FileNotFoundError as error:
        raise BadArgument(f"--against takes a data directory; there is no {error}") from error
    except (sqlite3.Error, LedgerVersionError) as error:
        raise CannotRun(f"the ledger under {directory} cannot be read: {error}") from error
    sys.stdout.write(comparison.told() + "\n")
    return code if comparison.is_same else 1


@contextmanager
def _readers(arguments: Arguments) -> Iterator[Readers]:
    readers: Readers = Processes(arguments.jobs)
    if arguments.scheduler is not None:
        if find_spec("distributed") is None:
            raise CannotRun(
                "--scheduler needs Dask, which is not installed here;"
                " install it with: pip install -r requirements-dask.txt"
            )
        from newscrawl.extraction.cluster.readers import Cluster  # noqa: PLC0415 - few have Dask

        readers = Cluster(arguments.scheduler, arguments.paths)
    try:
        yield readers
    finally:
        readers.end()


def _go_over(arguments: Arguments, sink: Sink, readers: Readers) -> int:
    files = Files(arguments.paths, arguments.url, arguments.fetched_at)
    tally = go_over(files, sink, readers)
    if files.archives:
        sys.stderr.write(summary(files, tally) + "\n")
    return tally.exit_code
