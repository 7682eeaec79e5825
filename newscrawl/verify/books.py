"""The ledger opened for mending: what a crawl takes lines in with, without a crawl."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newscrawl.dayfiles import DayFiles
from newscrawl.exits import CannotRun
from newscrawl.ledger.calendar import Calendar
from newscrawl.ledger.database import LedgerVersionError, connect
from newscrawl.ledger.finding import Finding
from newscrawl.ledger.lines import Lines
from newscrawl.ledger.reconcile import Reconciliation
from newscrawl.ledger.walks import Walks


@dataclass(frozen=True, slots=True)
class Mending:
    """Rules by which links of lines are written down: as a crawl without arguments would."""

    is_local: bool
    follow_depth: int = 2
    main_hosts: frozenset[str] = frozenset()
    feed_only: bool = False
    max_articles: int | None = None
    earliest: datetime | None = None
    latest: datetime | None = None

    def skip_reason(self, depth: int, published: datetime | None) -> str | None:
        """Skip what is too deep; whenever a story was published, it is taken."""
        del published
        return "too_deep" if depth > self.follow_depth else None


@dataclass(frozen=True, slots=True)
class Books:
    """A ledger, and what takes lines in."""

    database: sqlite3.Connection
    lines: Lines
    finding: Finding
    reconciliation: Reconciliation


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a ledger, upgraded where an earlier version wrote it, and close it after the block.

    Raises:
        sqlite3.Error: there is no room, or it is no ledger.
        CannotRun: a later version wrote it.
    """
    try:
        database = connect(path)
    except LedgerVersionError as error:
        raise CannotRun(str(error)) from error
    try:
        yield database
    finally:
        database.close()


def books(database: sqlite3.Connection, articles: Path, calendar: Calendar) -> Books:
    """Return what takes lines in, on behalf of the newest run that the ledger knows."""
    run, is_local = database.execute(
        "SELECT number, is_local FROM runs ORDER BY number DESC LIMIT 1"
    ).fetchone()
    rules = Mending(is_local=bool(is_local))
    lines = Lines(database, DayFiles(articles))
    finding = Finding(database, run, rules, lines, Walks(database, run, rules))
    taking = Reconciliation(database, run, finding, lines, calendar)
    return Books(database, lines, finding, taking)
