"""What the runs counted of their records' fields, in the ledger's table ``coverage``."""

import sqlite3
from collections.abc import Iterable, Mapping

from newscrawl.coverage import Count, Tally
from newscrawl.silence import Rhythm

_KEEP_RUNS = 20_000
"""What runs that are longer ago counted is forgotten: at one in ten minutes, five months."""
_TIDY_EVERY = 100
"""In which runs that is done."""
_MOST_RECORDS = 500
"""More of the newest records of sound runs than these nobody asks for."""

_COUNTS = """
SELECT field, filled, records,
    NOT EXISTS (SELECT 1 FROM coverage AS mark WHERE mark.run = coverage.run AND mark.kind = ?)
FROM coverage JOIN runs ON runs.number = coverage.run
WHERE kind = ? AND is_local = ? AND coverage.run >= ? ORDER BY coverage.run DESC
"""


class CoverageHistory:
    """The coverage of all runs, as one run sees and adds to it.

    A group is what can be compared: stories of one edition, section and kind, read by one version
    of the extractor. Runs against this machine and against the site are kept apart.
    """

    def __init__(self, database: sqlite3.Connection, run: int, *, is_local: bool) -> None:
        """Look at the database as the run of that number."""
        self._database = database
        self._run = run
        self._is_local = is_local

    def add_within(self, tallies: Mapping[str, Tally]) -> None:
        """Write down what this run counted, by group, in the caller's transaction."""
        self._database.executemany(
            "INSERT OR REPLACE INTO coverage (run, kind, field, filled, records)"
            " VALUES (?, ?, ?, ?, ?)",
            [
                (self._run, group, field, *counts)
                for group, tally in tallies.items()
                for field, counts in tally.items()
            ],
        )
        if self._run % _TIDY_EVERY == 0:
            self._database.execute("DELETE FROM coverage WHERE run < ?", (self._run - _KEEP_RUNS,))

    def accept_within(self, scope: str) -> None:
        """Forget what earlier runs of a scope counted, in the caller's transaction."""
        self.add_within({_accepted(scope): {"": [0, 0]}})

    def mark_fallen_within(self, scope: str) -> None:
        """Let no later run be measured by this one, in the caller's transaction."""
        self.add_within({_fallen(scope): {"": [0, 0]}})

    def of(self, group: str, scope: str) -> dict[str, list[Count]]:
        """Return for each field what the runs counted, the newest run first."""
        history: dict[str, list[Count]] = {}
        seen: dict[str, int] = {}
        rows = self._database.execute(
            _COUNTS, (_fallen(scope), group, self._is_local, self._since(scope))
        )
        for field, filled, records, is_sound in rows:
            if seen.get(field, 0) < _MOST_RECORDS:
                history.setdefault(field, []).append(Count(filled, records, bool(is_sound)))
                seen[field] = seen.get(field, 0) + (records if is_sound else 0)
            elif min(seen.values()) >= _MOST_RECORDS:
                break
        return history

    def is_news(self, groups: Iterable[str], scope: str) -> bool:
        """Tell whether comparing can bring anything: there are new counts, or something had fallen.

        Most runs find no story, and need not go through the history of the others.
        """
        counted = max(self._last(group) for group in groups)
        return counted == self._run or 0 < counted <= self._last(_fallen(scope))

    def _since(self, scope: str) -> int:
        return self._last(_accepted(scope))

    def _last(self, kind: str) -> int:
        """Return the last run that wrote anything of a kind, or 0."""
        row = self._database.execute(
            "SELECT run FROM coverage JOIN runs ON runs.number = coverage.run"
            " WHERE kind = ? AND is_local = ? ORDER BY run DESC LIMIT 1",
            (kind, self._is_local),
        ).fetchone()
        return row[0] if row else 0

    def rhythm(self, scope: str) -> Rhythm:
        """Return when stories of a scope appear, as far as the runs before know."""
        rows = dict[str, tuple[int, int]]()
        for field, filled, records in self._database.execute(
            "SELECT field, max(filled), sum(records) FROM coverage"
            " JOIN runs ON runs.number = coverage.run"
            " WHERE kind = ? AND is_local = ? AND coverage.run < ? GROUP BY field",
            (_rhythm(scope), self._is_local, self._run),
        ):
            rows[field] = (filled, records)
        newest, stories = rows.get("newest", (0, 0))
        return Rhythm(newest, rows.get("gap", (0, 0))[0], stories)

    def add_rhythm_within(self, scope: str, published: Iterable[int]) -> Rhythm:
        """Write down when this run's stories appeared, and return the rhythm with them."""
        times = list(published)
        before = self.rhythm(scope)
        after = before.after(times)
        if times:
            tally = {
                "newest": [after.newest, len(times)],
                "gap": [Rhythm(before.newest, 0, before.stories).after(times).longest_gap, 0],
            }
            self.add_within({_rhythm(scope): tally})
        return after


def _accepted(scope: str) -> str:
    return f"{scope} accepted"


def _fallen(scope: str) -> str:
    return f"{scope} fallen"


def _rhythm(scope: str) -> str:
    return f"{scope} rhythm"
