"""How often each name is named each day: translators, tags, countries, any number of names."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator

from newscrawl.picture.days import PerDay, series
from newscrawl.picture.form_health import Series

_MOST_HELD = 50_000
"""Counts that are held in memory, before they are added to the file."""
_ADD = """
INSERT INTO tallies VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET number = number + excluded.number
"""
_UNDATED = 0
_TOTALS = """
SELECT name, sum(number) AS total FROM tallies WHERE sort = ? AND (day != 0 OR ?)
GROUP BY name ORDER BY total DESC, name LIMIT ?
"""


_TOLD = """
WITH months AS (
    SELECT name, strftime('%Y-%m', day + 1721424.5) AS month, sum(number) AS number
    FROM tallies WHERE sort = :sort AND day != 0 GROUP BY name, month
), placed AS (
    SELECT name, number,
        row_number() OVER (PARTITION BY month ORDER BY number DESC, name) AS place
    FROM months
), names AS (
    SELECT name, min(place) AS best,
        row_number() OVER (ORDER BY sum(number) DESC, name) AS overall
    FROM placed GROUP BY name
)
SELECT name FROM names WHERE overall <= :most OR best <= :monthly ORDER BY overall
"""
"""1721424.5 makes an ordinal a Julian day, which SQLite knows the month of."""


class Tallies:
    """Counts by sort, name and day."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Count in the database of the notes."""
        self._database = database
        self._held = Counter[tuple[str, str, int]]()

    def add(self, sort: str, names: Iterable[str], day: int | None) -> None:
        """Count each name once."""
        for name in names:
            self._held[sort, name, _UNDATED if day is None else day] += 1
        if len(self._held) > _MOST_HELD:
            self.write()

    def write(self) -> None:
        """Write what is held; do it before anything is asked."""
        rows = ((*key, number) for key, number in sorted(self._held.items()))
        self._database.executemany(_ADD, rows)
        self._held.clear()

    def most(self, sort: str, limit: int = -1, *, undated: bool = False) -> list[tuple[str, int]]:
        """Return the most frequent names with their sums; of equal ones by name.

        Args:
            sort: of what sort.
            limit: how many at most; -1 for all.
            undated: whether what has no date counts too.
        """
        return self._database.execute(_TOTALS, (sort, undated, limit)).fetchall()

    def different(self, sort: str, *, undated: bool = False) -> int:
        """Return how many different names there are."""
        query = "SELECT count(DISTINCT name) FROM tallies WHERE sort = ? AND (day != 0 OR ?)"
        number: int = self._database.execute(query, (sort, undated)).fetchone()[0]
        return number

    def days(self, sort: str, name: str) -> list[tuple[int, int]]:
        """Return a name's counts by day, ordinals, without what has no date."""
        query = "SELECT day, number FROM tallies WHERE sort = ? AND name = ? AND day != 0"
        return self._database.execute(query, (sort, name)).fetchall()

    def values(self, sort: str, first: int) -> Iterator[tuple[str, Series]]:
        """Yield the names with their series, most frequent first."""
        for name, _ in self.most(sort):
            yield name, series(self.days(sort, name), first)

    def prominent(self, sort: str, most: int, monthly: int) -> list[str]:
        """Return the most frequent names, and those of each calendar month; most frequent first.

        Args:
            sort: of what sort.
            most: how many of all days together.
            monthly: how many of each month.
        """
        chosen = {"sort": sort, "most": most, "monthly": monthly}
        return [row[0] for row in self._database.execute(_TOLD, chosen)]

    def all_names(self, sort: str) -> PerDay:
        """Return how many mentions each day has, of all names."""
        query = "SELECT day, sum(number) FROM tallies WHERE sort = ? AND day != 0 GROUP BY day"
        counts = PerDay()
        counts.by_day.update(dict(self._database.execute(query, (sort,))))
        return counts
