"""By which ways the site lists a day, as far as they were tried."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime, timedelta

from newscrawl.found import WayTried
from newscrawl.ledger.rules import seconds

MOST_MISSES = 3
"""Days on which a way that never worked is tried."""
_FORGOTTEN_AFTER = timedelta(days=30)
"""How long such a way is left alone: the site may have it again."""

_TRIED = """
INSERT INTO ways (scope, way, works, misses, tried) VALUES (:scope, :way, :works, :miss, :at)
ON CONFLICT (scope, way) DO UPDATE SET works = works OR :works,
    misses = iif(:works, 0, misses + 1), tried = :at
"""


class Ways:
    """What earlier days have taught; one that reaches back only so far misses on days before."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Look at the database."""
        self._database = database

    def note_within(self, tried: WayTried) -> None:
        """Write down how a way did on a day, in the caller's transaction."""
        if tried.ignores_day:
            self._disprove(tried)
            return
        is_known = tried.works or self.works(tried.edition, tried.way)
        scope = tried.edition if is_known else _within(tried.edition, tried.range_)
        self._database.execute(
            _TRIED,
            {"scope": scope, "way": tried.way, "works": tried.works}
            | {"miss": not tried.works, "at": seconds(tried.at)},
        )

    def _disprove(self, tried: WayTried) -> None:
        """Forget that a way worked, and the days that were read by it."""
        self._database.execute(
            "UPDATE ways SET works = 0, misses = ?, tried = ? WHERE scope = ? AND way = ?",
            (MOST_MISSES, seconds(tried.at), tried.edition, tried.way),
        )
        self._database.execute(
            "DELETE FROM days WHERE way = ? AND substr(scope, 1, length(?) + 1) = ? || '/'",
            (tried.way, tried.edition, tried.edition),
        )

    def any_works(self, edition: str) -> bool:
        """Tell whether some way ever led to a day's list."""
        row = self._database.execute(
            "SELECT 1 FROM ways WHERE scope = ? AND works LIMIT 1", (edition,)
        )
        return row.fetchone() is not None

    def works(self, edition: str, way: str) -> bool:
        """Tell whether a way ever led to a day's list."""
        row = self._database.execute(
            "SELECT 1 FROM ways WHERE scope = ? AND way = ? AND works", (edition, way)
        )
        return row.fetchone() is not None

    def worth_trying(
        self, edition: str, names: Sequence[str], now: datetime, range_: str = ""
    ) -> list[str]:
        """Return the ways to be tried on a day, best first.

        First those that work, but for those that missed on the last days; then the others in their
        order, without those that missed on every day of the range on which they were tried of late.
        """
        rows = self._database.execute(
            "SELECT way, works, misses, tried FROM ways WHERE scope IN (?, ?)"
            " ORDER BY works, misses",
            (edition, _within(edition, range_)),
        )
        known = {way: (works, misses, tried) for way, works, misses, tried in rows}
        recent = seconds(now - _FORGOTTEN_AFTER)

        def rank(name: str) -> int | None:
            works, misses, tried = known.get(name, (0, 0, 0))
            if works:
                return 0 if misses < MOST_MISSES else 1
            return 2 if misses < MOST_MISSES or tried < recent else None

        ranks = {name: rank(name) for name in names}
        worth = [name for name in names if ranks[name] is not None]
        return sorted(worth, key=lambda name: ranks[name] or 0)


def _within(edition: str, range_: str) -> str:
    """Return the scope of what never worked: it says nothing of other ranges."""
    return f"{edition} {range_}" if range_ else edition
