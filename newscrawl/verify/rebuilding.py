"""A ledger made again from day files, run reports and archive, beside the one that is broken."""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from newscrawl import clock
from newscrawl.ledger.calendar import Calendar, wait_after
from newscrawl.ledger.database import transaction
from newscrawl.ledger.rules import seconds
from newscrawl.packed import sync_directory
from newscrawl.places import Places
from newscrawl.showing import Show
from newscrawl.summary import counted
from newscrawl.verify.baselines import rebuild_baselines
from newscrawl.verify.books import books, opened
from newscrawl.verify.history import History
from newscrawl.verify.index import Index
from newscrawl.verify.leftovers import NEW
from newscrawl.verify.past_runs import enter_runs, past_runs
from newscrawl.verify.say import Say

_BESIDE = ("-wal", "-shm")
_RUNS = """
UPDATE stories SET reason = NULL, outcome = (SELECT iif(max(revision) = 1, 'new', 'changed')
        FROM records WHERE records.id = stories.id),
    found_by = coalesce((SELECT runs.number FROM records JOIN runs USING (run_id)
        WHERE records.id = stories.id ORDER BY revision LIMIT 1), found_by),
    run = coalesce((SELECT runs.number FROM records JOIN runs USING (run_id)
        WHERE records.id = stories.id ORDER BY revision DESC LIMIT 1), run)
WHERE state = 'kept'
"""
_SEEN = """
SELECT stories.id, published, at, (SELECT fetched_at FROM records
    WHERE records.id = stories.id ORDER BY revision LIMIT 1)
FROM stories JOIN seen.visits AS visit USING (id)
WHERE state = 'kept' AND gone IS NULL AND stories.id > ? ORDER BY stories.id LIMIT ?
"""
_PIECE = 10_000
"""Stories at a time."""
_GONE = "SELECT id, at, gone, times FROM seen.visits JOIN stories USING (id) WHERE gone IS NOT NULL"
_SET_GONE = """
UPDATE stories SET state = 'gone', outcome = 'gone', reason = NULL, gone_since = ?, due = ?,
    tries = ? WHERE id = ?
"""
LOST = (
    "what cannot be known from files is not in it: stories that were found and never kept (but for"
    " links of the lines), how far listings and days of a backfill were walked, robots.txt, holds"
)
"""What a person is told of a ledger that was made again."""


@dataclass(frozen=True, slots=True)
class Rebuilding:
    """Makes a ledger again."""

    places: Places
    calendar: Calendar
    show: Show
    say: Say

    def rebuild(self, index: Index) -> None:
        """Make it beside, put the old one aside if there is one, and let it take its place.

        Args:
            index: of all lines, among which are no doubles, and none that is no record.

        Raises:
            OSError: there is no room; all is as it was.
            sqlite3.Error: the same.
        """
        ledger = self.places.ledger
        beside = ledger.with_name(ledger.name + NEW)
        _remove(beside)
        try:
            with opened(beside) as database:
                lines = self._fill(database, index)
                database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            _sync(beside)
            aside = _put_aside(ledger)
            beside.replace(ledger)
            sync_directory(ledger.parent)
        finally:
            _remove(beside)
        if aside is not None:
            self.say(f"{ledger.name}: put aside as {aside}")
        self.say(f"{ledger.name}: made again from {counted(lines, 'line')}; {LOST}")

    def _fill(self, database: sqlite3.Connection, index: Index) -> int:
        database.execute("PRAGMA synchronous=OFF")
        history = History(database, index, self.show)
        with transaction(database):
            history.read_within(self.places.warc)
        runs = past_runs(self.places, index)
        enter_runs(database, runs, history.local, index)
        database.execute("ATTACH ? AS seen", (str(index.path),))
        with transaction(database):
            database.execute(
                "INSERT INTO runs (run_id, started_at, is_local) SELECT ?, ?, 0"
                " WHERE NOT EXISTS (SELECT 1 FROM runs)",
                (f"{clock.now():%Y%m%dT%H%M%SZ}", f"{clock.now():%Y-%m-%dT%H:%M:%SZ}"),
            )
        taking = books(database, self.places.articles, self.calendar).reconciliation
        lines = taking.go_over(self.places.articles).taken_in
        with transaction(database):
            database.execute(_RUNS)
            self._set_due_within(database)
            _set_gone_within(database)
        rebuild_baselines(database, self.places, runs)
        return lines

    def _set_due_within(self, database: sqlite3.Connection) -> None:
        """Let revisits fall due by the last visit that the archive knows of."""
        last = ""
        while rows := database.execute(_SEEN, (last, _PIECE)).fetchall():
            last = rows[-1][0]
            due = [(self._due(*row), story_id) for story_id, *row in rows]
            database.executemany("UPDATE stories SET due = ? WHERE id = ?", due)

    def _due(self, published: int, at: int, first_fetch: str) -> int | None:
        first = _time(published) if published else datetime.fromisoformat(first_fetch)
        return seconds(self.calendar.next_visit(first, _time(at))) or None


def _set_gone_within(database: sqlite3.Connection) -> None:
    rows = [
        (f"{_time(gone):%Y-%m-%dT%H:%M:%SZ}", seconds(_time(at) + wait_after(times)), times, id_)
        for id_, at, gone, times in database.execute(_GONE)
    ]
    database.executemany(_SET_GONE, rows)


def _time(count: int) -> datetime:
    return datetime.fromtimestamp(count, UTC)


def _put_aside(ledger: Path) -> str | None:
    """Give a ledger another name, its log first: a new ledger must never meet an old one's log."""
    stem = f"{ledger.name}.broken-{clock.now():%Y%m%dT%H%M%SZ}"
    names = (f"{stem}{number}" for number in ("", *(f"-{n}" for n in range(2, 10_000))))
    aside = next(name for name in names if not list(ledger.parent.glob(f"{name}*")))
    found = [end for end in (*_BESIDE, "") if ledger.with_name(ledger.name + end).exists()]
    for end in found:
        ledger.with_name(ledger.name + end).rename(ledger.with_name(aside + end))
    sync_directory(ledger.parent)
    return aside if found else None


def _remove(ledger: Path) -> None:
    for end in ("", *_BESIDE):
        ledger.with_name(ledger.name + end).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    with closing(os.fdopen(handle, "rb")):
        os.fsync(handle)
