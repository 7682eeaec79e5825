"""The whole repair: from the files, which the ledger is made of, to the ledger.

Each step leaves a directory in which the next repair can go on, whatever ends this one.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from newscrawl.exits import CannotRun
from newscrawl.ledger.calendar import Calendar
from newscrawl.places import Places
from newscrawl.showing import Show
from newscrawl.verify.attached import attached
from newscrawl.verify.books import opened
from newscrawl.verify.findings import Findings
from newscrawl.verify.index import Index
from newscrawl.verify.mend_ledger import mend_ledger
from newscrawl.verify.mend_lines import mend_lines
from newscrawl.verify.mend_pointers import mend_pointers
from newscrawl.verify.reading import Reading
from newscrawl.verify.rebuilding import Rebuilding
from newscrawl.verify.say import Say
from newscrawl.verify.tidying import tidy

_NO_LEDGER = frozenset({None, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
"""What SQLite says of a file whose tables are not those of its version."""
_IN_LINES = frozenset({"torn_line", "not_json", "not_record", "revision_twice"})
_IN_POINTERS = frozenset({"warc_missing_file", "warc_offset", "warc_other_page"})


@dataclass(frozen=True, slots=True)
class Repair:
    """Mends a directory whose lock is held."""

    places: Places
    calendar: Calendar
    show: Show
    say: Say

    def repair(self, found: Mapping[str, int]) -> None:
        """Mend what can be mended without losing anything.

        Args:
            found: how often each kind of finding was made.

        Raises:
            OSError: there is no room; the next repair goes on.
            sqlite3.Error: the same, of the ledger.
            CannotRun: something has to be done by hand before.
        """
        if found.get("unreadable"):
            raise CannotRun(
                f"a compressed day file under {self.places.articles} cannot be read to its end:"
                " put it back from a backup, or move it away, and repair again"
            )
        tidy(self.places, self.say)
        if found.get("ledger_version"):
            self._upgrade()
        if _IN_LINES & found.keys():
            with self._index() as index, self._ledger(index) as has_ledger:
                mend_lines(self.places, index, self.say, has_ledger=has_ledger)
        if _IN_POINTERS & found.keys():
            with self._index() as index:
                mend_pointers(self.places, index, self.show, self.say)
        with self._index() as index:
            self._mend_ledger(index)

    def _upgrade(self) -> None:
        """Upgrade an earlier version's ledger; what only says that it is one is made again."""
        try:
            with opened(self.places.ledger):
                self.say("ledger.db: its tables are of this version now")
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", None) not in _NO_LEDGER:
                raise  # a full disk, or somebody who has it locked
            self.say(f"ledger.db: it cannot be upgraded: {error}")

    def _mend_ledger(self, index: Index) -> None:
        findings = Findings()
        with attached(self.places, index, findings) as is_sound:
            pass
        if is_sound:
            mend_ledger(self.places, index, self.calendar, self.say)
        elif findings:
            Rebuilding(self.places, self.calendar, self.show, self.say).rebuild(index)

    @contextmanager
    def _index(self) -> Iterator[Index]:
        with Index() as index:
            Reading(self.places, index, Findings(0), self.show).read()
            yield index

    @contextmanager
    def _ledger(self, index: Index) -> Iterator[bool]:
        with attached(self.places, index, Findings(0)) as is_sound:
            yield is_sound
