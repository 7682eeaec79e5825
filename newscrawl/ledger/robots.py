"""robots.txt as it was last answered, so that a run need not ask what the one before knows."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from newscrawl.ledger.database import transaction
from newscrawl.ledger.rules import seconds

LONGEST = timedelta(hours=24)
"""How long an answer is good at most (RFC 9309, section 2.4)."""


@dataclass(frozen=True, slots=True)
class RobotsAnswer:
    """A status and a body: the rules of a 2xx; what came with a 4xx is not kept."""

    status: int
    body: bytes


class RobotsCache:
    """The answers of hosts; those of a site on this machine are not the site's own.

    The ledger has the time of the fetch. An answer that is good for less than 24 hours is entered
    as if it were that much older.
    """

    def __init__(self, database: sqlite3.Connection, *, is_local: bool) -> None:
        """Look at the answers of the site, or of the one on this machine."""
        self._database = database
        self._is_local = is_local

    def get(self, host: str, now: datetime) -> RobotsAnswer | None:
        """Return what a host answered, where that is still good."""
        row = self._database.execute(
            "SELECT fetched, status, body FROM robots WHERE host = ? AND is_local = ?",
            (host, self._is_local),
        ).fetchone()
        if row is None:
            return None
        age = now - datetime.fromtimestamp(row[0], UTC)
        # A time to come means that the clock was wrong, then or now.
        return RobotsAnswer(row[1], row[2]) if timedelta() <= age < LONGEST else None

    def put(self, host: str, answer: RobotsAnswer, now: datetime, good_for: timedelta) -> None:
        """Keep an answer for at most 24 hours; one that is good for no time is forgotten."""
        with transaction(self._database):
            self._database.execute(
                "DELETE FROM robots WHERE host = ? AND is_local = ?", (host, self._is_local)
            )
            if good_for > timedelta():
                fetched = seconds(now - (LONGEST - min(good_for, LONGEST)))
                self._database.execute(
                    "INSERT INTO robots (host, is_local, fetched, status, body)"
                    " VALUES (?, ?, ?, ?, ?)",
                    (host, self._is_local, fetched, answer.status, answer.body),
                )
