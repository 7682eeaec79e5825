"""Which days of a backfill are done, and where the others go on."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from newscrawl.clock import WIB
from newscrawl.found import DayEmpty, DayRead, DaysWalked
from newscrawl.ledger.rules import seconds

LISTING = "listing"
"""In place of a way: the section's own listing was walked over the day."""
_AFTERWARDS = timedelta(hours=6)
"""How long a day has to be over before its list is believed to be whole."""
_MOST_EMPTY = 2
"""How often a day, or a page that its list leads to, has to be missing before it is believed."""

_APART = timedelta(hours=1)
"""How long after one look at a day a second one says more: a site in trouble answers 404 for a
while."""

_READ = """
INSERT INTO days (scope, day, way, page, url, listed, begun, empty, done)
VALUES (:scope, :day, :way, :page, :url, :listed, :at, 0, :done)
ON CONFLICT (scope, day) DO UPDATE SET way = :way, page = :page, url = :url, empty = 0,
    listed = :listed + iif(:first, 0, listed), begun = iif(:first, :at, begun), done = :done
"""
_COUNTS = "(empty = 0 OR :at >= begun + :apart)"
"""Whether another look that found nothing is one more."""
_EMPTY = f"""
INSERT INTO days (scope, day, way, page, url, listed, begun, empty, done)
VALUES (:scope, :day, NULL, 1, NULL, 0, :at, 1, 0)
ON CONFLICT (scope, day) DO UPDATE SET way = NULL, page = 1, url = NULL, listed = 0,
    begun = iif({_COUNTS}, :at, begun), empty = empty + {_COUNTS},
    done = :over AND empty + {_COUNTS} >= :most
"""  # noqa: S608 - constants only
_CUT_OFF = f"""
UPDATE days SET empty = empty + {_COUNTS}, done = :over AND empty + {_COUNTS} >= :most
WHERE scope = :scope AND day = :day
"""  # noqa: S608 - constants only
_WALKED = """
INSERT INTO days (scope, day, way, page, url, listed, begun, empty, done)
VALUES (?, ?, ?, 1, NULL, 0, 0, 0, 1)
ON CONFLICT (scope, day) DO UPDATE SET way = excluded.way, page = 1, url = NULL, done = 1
WHERE NOT done
"""


@dataclass(frozen=True, slots=True)
class Day:
    """How far a day of a section has come."""

    way: str | None
    page: int
    """Number of the next page to be read."""
    url: str | None
    """Its address; None for the first."""
    listed: int
    empty: int
    done: int
    """Whether it is done."""

    @property
    def is_begun(self) -> bool:
        """Whether its list was cut off behind a page."""
        return not self.done and self.url is not None


def is_over(day: date, now: datetime) -> bool:
    """Tell whether a day has been over for so long that nothing more is listed for it."""
    return now >= datetime.combine(day + timedelta(days=1), time(), WIB) + _AFTERWARDS


class Days:
    """The days of all backfills; each belongs to the walk of one section."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Look at the database."""
        self._database = database

    def get(self, scope: str, day: date) -> Day | None:
        """Return how far a day has come; None where it was never begun."""
        row = self._database.execute(
            "SELECT way, page, url, listed, empty, done FROM days WHERE scope = ? AND day = ?",
            (scope, day.isoformat()),
        ).fetchone()
        return Day(*row) if row else None

    def has_any(self, scopes: Iterable[str], first: date, last: date) -> bool:
        """Tell whether a day of a range was ever begun, for each of some sections."""
        return all(
            self._database.execute(
                "SELECT 1 FROM days WHERE scope = ? AND day BETWEEN ? AND ? LIMIT 1",
                (scope, first.isoformat(), last.isoformat()),
            ).fetchone()
            for scope in scopes
        )

    def note_within(self, told: DayRead | DayEmpty | DaysWalked) -> None:
        """Write down how far a day has come, in the caller's transaction."""
        if isinstance(told, DaysWalked):
            rows = [(told.scope, day.isoformat(), told.way) for day in told.days]
            self._database.executemany(_WALKED, rows)
            return
        for scope in told.scopes:
            if isinstance(told, DayRead):
                self._read(scope, told)
            else:
                self._miss(scope, told)

    def _miss(self, scope: str, told: DayEmpty) -> None:
        begun = told.at if told.page == 1 else self._begun(scope, told)
        self._database.execute(
            _EMPTY if told.page == 1 else _CUT_OFF,
            {
                "scope": scope,
                "day": told.day.isoformat(),
                "at": seconds(told.at),
                "over": is_over(told.day, begun),
                "most": _MOST_EMPTY,
                "apart": int(_APART.total_seconds()),
            },
        )

    def _read(self, scope: str, told: DayRead) -> None:
        first, is_last = told.page == 1, told.next_url is None
        begun = told.at if first else self._begun(scope, told)
        self._database.execute(
            _READ,
            {
                "scope": scope,
                "day": told.day.isoformat(),
                "way": told.way,
                "page": 1 if is_last else told.page + 1,
                "url": told.next_url,
                "listed": told.listed,
                "first": first,
                "at": seconds(told.at),
                # What came out while the day was not over stands before its first page.
                "done": is_last and is_over(told.day, begun),
            },
        )

    def _begun(self, scope: str, told: DayRead | DayEmpty) -> datetime:
        row = self._database.execute(
            "SELECT begun FROM days WHERE scope = ? AND day = ?", (scope, told.day.isoformat())
        ).fetchone()
        return datetime.fromtimestamp(row[0], WIB) if row else told.at
