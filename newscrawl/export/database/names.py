"""Names that many stories share, each kept once in a table of its own."""

import sqlite3

_MOST = 50_000
"""Names that are remembered; the rest is asked of the table."""


class Names:
    """Numbers of the names in a table."""

    def __init__(self, database: sqlite3.Connection, table: str) -> None:
        """Keep names in a table with the columns ``id``, ``name`` and ``stories``."""
        self._database = database
        self._find = f"SELECT id FROM {table} WHERE name = ?"  # noqa: S608 - one of three names
        self._add = f"INSERT INTO {table} (name, stories) VALUES (?, 0)"  # noqa: S608 - as above
        self._known: dict[str, int] = {}

    def number(self, name: str) -> int:
        """Return the number of a name, new or not."""
        number = self._known.get(name)
        if number is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            number = self._known[name] = self._look_up(name)
        return number

    def _look_up(self, name: str) -> int:
        row = self._database.execute(self._find, (name,)).fetchone()
        if row is not None:
            return int(row[0])
        return self._database.execute(self._add, (name,)).lastrowid or 0
