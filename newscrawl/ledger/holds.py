"""Until when the site wants to be left alone, and why."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from newscrawl.clock import WIB
from newscrawl.ledger.database import transaction

HoldReason = Literal["refused", "site_in_trouble"]

LONGEST = timedelta(hours=24)
"""For a time that the site asks for itself."""

_FIRST: dict[HoldReason, timedelta] = {
    "refused": timedelta(minutes=10),
    "site_in_trouble": timedelta(minutes=5),
}
_MOST: dict[HoldReason, timedelta] = {
    "refused": timedelta(hours=6),
    "site_in_trouble": timedelta(minutes=30),
}
_FORGOTTEN_AFTER = timedelta(hours=24)
"""A hold that has been over for so long says nothing of the next one."""
_SAID: dict[HoldReason, str] = {
    "refused": "it refused",
    "site_in_trouble": "it was in trouble",
}


@dataclass(frozen=True, slots=True)
class Hold:
    """The site is not to be asked before a time."""

    until: datetime
    reason: HoldReason
    times: int
    """How many runs in a row ended so."""


class Holds:
    """The one hold of the site; a site on this machine has its own."""

    def __init__(self, database: sqlite3.Connection, *, is_local: bool) -> None:
        """Look at the hold of the site, or of the one on this machine."""
        self._database = database
        self._is_local = is_local

    def get(self) -> Hold | None:
        """Return the last hold, also when it is over."""
        row = self._database.execute(
            "SELECT until, reason, times FROM holds WHERE is_local = ?", (self._is_local,)
        ).fetchone()
        return Hold(datetime.fromtimestamp(row[0], UTC), row[1], row[2]) if row else None

    def current(self, now: datetime) -> Hold | None:
        """Return the hold that is not over.

        One further ahead than any hold may be comes from a clock that was wrong, and is none.
        """
        hold = self.get()
        return hold if hold is not None and now < hold.until <= now + LONGEST else None

    def put(self, reason: HoldReason, now: datetime, asked: timedelta | None = None) -> Hold:
        """Hold back, for the time that the site asks for, or for longer each time in a row."""
        last = self.get()
        in_a_row = last is not None and last.reason == reason and _is_near(last.until, now)
        times = last.times + 1 if last is not None and in_a_row else 1
        wait = min(asked, LONGEST) if asked is not None else _wait(reason, times)
        hold = Hold((now + wait).replace(microsecond=0), reason, times)
        with transaction(self._database):
            self._database.execute(
                "INSERT OR REPLACE INTO holds (is_local, until, reason, times) VALUES (?, ?, ?, ?)",
                (self._is_local, int(hold.until.timestamp()), hold.reason, hold.times),
            )
        return hold

    def clear(self) -> None:
        """Forget the hold: the site answers as it should."""
        with transaction(self._database):
            self._database.execute("DELETE FROM holds WHERE is_local = ?", (self._is_local,))


def told(hold: Hold) -> str:
    """Return, in one line for a person, why a run asked the site for nothing."""
    runs = f", {hold.times} runs in a row" if hold.times > 1 else ""
    return (
        f"antara: the site is left alone until {hold.until.astimezone(WIB):%Y-%m-%d %H:%M:%S} WIB"
        f" ({_SAID[hold.reason]}{runs}); nothing is lost;"
        " to ask all the same: -s NEWSCRAWL_IGNORE_HOLD=1"
    )


def _is_near(until: datetime, now: datetime) -> bool:
    return abs(now - until) <= _FORGOTTEN_AFTER


def _wait(reason: HoldReason, times: int) -> timedelta:
    doublings = min(times - 1, 16)
    return min(_FIRST[reason] * (1 << doublings), _MOST[reason])
