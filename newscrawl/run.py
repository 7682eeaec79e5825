"""One run: its lock, its ledger, and what it has to say at the end.

The extension :class:`newscrawl.extensions.lifecycle.RunLifecycle` opens and finishes it; the other
components find it with :func:`newscrawl.extensions.lifecycle.run_of`.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic

from newscrawl import clock
from newscrawl.archive.repair import Repaired, repair
from newscrawl.archive.writer import ArchiveWriter
from newscrawl.backfilled import Backfilled
from newscrawl.dayfiles import DayFiles
from newscrawl.exits import CannotRun, StorageFailed, is_no_fault_of_ours, is_storage_failure
from newscrawl.ledger.calendar import Calendar
from newscrawl.ledger.database import LedgerVersionError, connect, transaction
from newscrawl.ledger.finding import Finding
from newscrawl.ledger.frontier import Frontier
from newscrawl.ledger.lines import Lines
from newscrawl.ledger.reconcile import Reconciled, Reconciliation
from newscrawl.ledger.rules import Rules
from newscrawl.ledger.validators import PageValidators
from newscrawl.ledger.walks import Walks
from newscrawl.lock import RunLock
from newscrawl.measured import Measured
from newscrawl.places import Places

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Trouble:
    """A page of discovery (feed, listing) that could not be used."""

    url: str
    outcome: str
    """``refused`` or ``failed``."""
    reason: str
    detail: str
    """For a person: the error's own words."""


@dataclass(slots=True)
class Run:
    """A run that holds the lock."""

    run_id: str
    number: int
    """The ledger's own name for it."""
    rules: Rules
    started_at: datetime
    places: Places
    lock: RunLock
    database: sqlite3.Connection
    walks: Walks
    validators: PageValidators
    finding: Finding
    frontier: Frontier
    lines: Lines
    files: DayFiles
    backfilled: Backfilled
    began: float = field(default_factory=monotonic)
    """When it started, for measuring how long it takes."""
    reconciled: Reconciled = field(default_factory=Reconciled)
    repaired: Repaired = field(default_factory=Repaired)
    archive: ArchiveWriter | None = None
    """Where answers are kept; None where they are not."""
    measured: Measured = field(default_factory=Measured)
    troubles: list[Trouble] = field(default_factory=list)
    errors: int = 0
    """Pages or records on which our own code failed."""
    storage_failure: str | None = None
    on_end: Callable[[str], None] | None = None
    """Called once, with a word for why, to end the run from within."""
    is_ending: bool = False
    is_closed: bool = False
    """Whether ledger and files are let go of; what is asked of them now raises."""

    @classmethod
    def open(cls, places: Places, rules: Rules, calendar: Calendar | None = None) -> "Run":
        """Take the lock, open the ledger, and bring it and the files together.

        Args:
            places: where everything is.
            rules: what the run takes.
            calendar: when stories are visited again; the usual one without.

        Raises:
            CannotRun: another run holds the lock, the directory cannot be used, the disk is full.
        """
        with _starting(places):
            places.make()
            started_at = clock.now()
            lock = RunLock(places.lock, f"{started_at:%Y%m%dT%H%M%SZ}", started_at)
        try:
            with _starting(places):
                return cls._open_ledger(places, rules, calendar or Calendar(), lock, started_at)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _open_ledger(
        cls,
        places: Places,
        rules: Rules,
        calendar: Calendar,
        lock: RunLock,
        started_at: datetime,
    ) -> "Run":
        database = connect(places.ledger)
        try:
            run_id, number = _begin(database, started_at, is_local=rules.is_local)
            files = DayFiles(places.articles)
            lines = Lines(database, files)
            walks = Walks(database, number, rules)
            run = cls(
                run_id=run_id,
                number=number,
                rules=rules,
                started_at=started_at,
                places=places,
                lock=lock,
                database=database,
                walks=walks,
                validators=PageValidators(database, is_local=rules.is_local),
                finding=Finding(database, number, rules, lines, walks),
                frontier=Frontier(database, number, rules, calendar),
                lines=lines,
                files=files,
                backfilled=Backfilled(walks),
            )
            reconciliation = Reconciliation(database, number, run.finding, lines, calendar)
            run.reconciled = reconciliation.go_over(places.articles)
            run.repaired = repair(places.warc)
            run.frontier.take_up()
        except BaseException:
            database.close()
            raise
        return run

    @contextmanager
    def storing(self) -> Iterator[None]:
        """Do something that writes; when the storage gives out, end the run instead of raising.

        Any other error is a bug, and raised.
        """
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            if not is_no_fault_of_ours(error):
                raise
            self.fail_storage(error)

    @contextmanager
    def ending_on_error(self) -> Iterator[None]:
        """Do what nobody above can do anything about: any error ends the run.

        Scrapy asks its scheduler again and again, and would go on so after an error for ever.
        """
        try:
            with self.storing():
                yield
        except Exception:
            logger.exception("an error of our own; ending the run")
            self.errors += 1
            self.end("error")

    def end(self, reason: str) -> None:
        """Ask for the end of the run, with a word for why; the first time counts."""
        if self.on_end is not None and not self.is_ending:
            self.is_ending = True
            self.on_end(reason)

    def fail_storage(self, error: Exception) -> None:
        """Note that the storage gave out, and ask for the end of the run; the first time counts."""
        if self.storage_failure is not None:
            return
        self.storage_failure = str(error)
        with suppress(sqlite3.Error):  # what is locked now need not be waited for again
            self.database.execute("PRAGMA busy_timeout=0")
        logger.error(
            "storage failed under %s: %s; ending the run: what was kept is safe, and the next run"
            " goes on when there is room again",
            self.places.root,
            error,
        )
        self.end("storage_failed")

    def close(self, exit_code: int) -> None:
        """Write down how the run ended, and let go of ledger and lock."""
        with self.storing(), transaction(self.database):
            self.database.execute(
                "UPDATE runs SET finished_at = ?, exit_code = ? WHERE run_id = ?",
                (_utc(clock.now()), exit_code, self.run_id),
            )
        self.is_closed = True
        self.files.close()
        self.database.close()
        self.lock.release()


def _begin(
    database: sqlite3.Connection, started_at: datetime, *, is_local: bool
) -> tuple[str, int]:
    """Enter a run; where the clock stands still, its id gets a number behind the time."""
    stamp = f"{started_at:%Y%m%dT%H%M%SZ}"
    with transaction(database):
        like = database.execute(
            # Up to the character behind "-": LIKE would go through all runs.
            "SELECT count(*) FROM runs WHERE run_id >= ? AND run_id < ?",
            (stamp, stamp + "."),
        ).fetchone()[0]
        run_id = f"{stamp}-{like + 1}" if like else stamp
        number = database.execute(
            "INSERT INTO runs (run_id, started_at, is_local) VALUES (?, ?, ?)",
            (run_id, _utc(started_at), is_local),
        ).lastrowid
    if number is None:  # an INSERT always has one
        raise AssertionError(run_id)
    return run_id, number


def _utc(time: datetime) -> str:
    return f"{time.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _remedy(error: Exception) -> str:
    if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
        return "move it and its -wal and -shm away: it is made again from the day files"
    return "nothing that was kept is lost: free some space, and run again"


def _why(error: Exception) -> str:
    if not isinstance(error, OSError):
        return str(error)
    file = f" ({error.filename})" if error.filename else ""
    return f"{error.strerror}{file}; NEWSCRAWL_DATA names a directory that can be written"


@contextmanager
def _starting(places: Places) -> Iterator[None]:
    """Turn what can go wrong with the files at the start into one line for the user."""
    try:
        yield
    except (OSError, sqlite3.Error, LedgerVersionError) as error:
        if is_storage_failure(error):
            what = places.ledger if isinstance(error, sqlite3.Error) else places.root
            raise StorageFailed(f"storage failed: {what}: {error}; {_remedy(error)}") from error
        raise CannotRun(f"cannot use {places.root}: {_why(error)}") from error
