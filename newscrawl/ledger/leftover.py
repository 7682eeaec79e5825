"""What earlier runs left to be fetched, taken up piece by piece.

A backfill may leave a million stories; a run that has time for a hundred must not rewrite them all
at its start, and again at its end. Nor does it look at those that are not due or out of its range.
"""

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, NamedTuple

from newscrawl import clock
from newscrawl.ledger.rules import LATEST, Rules, seconds

PIECE = 100
"""Stories that are taken up at once."""
_DOUBTED_FOR = timedelta(days=7)
"""How long after it was due a story that is gone may still be asked for."""

# What was found on a site on this machine is not asked of the real one, nor the other way.
_SAME_SITE = "(SELECT is_local FROM runs WHERE number = found_by) = :local"
_IN_SPAN = "published >= :first AND published <= :last"
# By the index alone: SQLite would look at the row of each entry, of which few are due.
_REVISITS = f"""
UPDATE stories SET run = :run, outcome = NULL, reason = NULL
WHERE id IN (SELECT id FROM stories INDEXED BY stories_waiting
    WHERE state = 'kept' AND depth <= :depth AND {_IN_SPAN} AND due <= :now)
AND {_SAME_SITE}
"""  # noqa: S608 - constants only
# A feed may name a story before its page is there: such a 404 is not believed at once.
_DOUBTED = f"""
UPDATE stories INDEXED BY stories_gone
SET run = :run, outcome = NULL, reason = NULL, state = 'pending'
WHERE state = 'gone' AND due <= :now AND due > :now - :doubted AND tries < 4
    AND via IN ('feed', 'listing') AND NOT EXISTS (SELECT 1 FROM records WHERE id = stories.id)
    AND depth <= :depth AND {_IN_SPAN} AND {_SAME_SITE}
"""  # noqa: S608 - constants only
_SKIPPED = f"""
UPDATE stories INDEXED BY stories_skipped
SET state = 'pending', due = 0, run = :run, outcome = NULL, reason = NULL
WHERE state = 'skipped' AND reason = :why AND depth = :hops AND {_IN_SPAN} AND {_SAME_SITE}
"""  # noqa: S608 - constants only
_SKIPPED_DEPTHS = """
SELECT min(depth) FROM stories INDEXED BY stories_skipped
WHERE state = 'skipped' AND reason = :why AND depth > :hops
"""
_WAITING = """
SELECT place.depth, -place.published, -place.article_id, id
FROM stories AS place INDEXED BY stories_waiting CROSS JOIN stories USING (id)
WHERE place.state = 'pending' AND place.depth = :hops
    AND place.published >= :first AND place.published <= :last AND place.due <= :now
    AND stories.run < :run AND (SELECT is_local FROM runs WHERE number = stories.found_by) = :local
ORDER BY place.published DESC, place.article_id DESC LIMIT :most
"""
_WAITING_DEPTHS = """
SELECT min(depth) FROM stories INDEXED BY stories_waiting
WHERE state = 'pending' AND due IS NOT NULL AND depth > :hops
"""


class Place(NamedTuple):
    """Where a story stands in the queue; what is smaller comes first."""

    is_known: bool
    depth: int
    age: int
    """Its time of publication, negative."""
    number: int
    """Its id, negative."""


class Leftover:
    """The stories that earlier runs left, as far as one run's rules reach."""

    def __init__(self, database: sqlite3.Connection, run: int, rules: Rules) -> None:
        """Look at the database as the run of that number, under its rules."""
        self._database = database
        self._reach = {
            "run": run,
            "now": seconds(clock.now()),
            "depth": rules.follow_depth,
            "local": rules.is_local,
            "doubted": int(_DOUBTED_FOR.total_seconds()),
        }
        self._spans = _spans(rules)

    def take_up_within(self) -> Place | None:
        """Take up all that is due again, and the first piece of what was never fetched.

        Returns:
            Where the rest begins; None when nothing is left.
        """
        self._reach["now"] = seconds(clock.now())
        for span in self._spans:
            for statement in (_REVISITS, _DOUBTED):
                self._database.execute(statement, self._reach | span)
        for why in ("too_deep", "out_of_range"):
            for place in self._places(_SKIPPED_DEPTHS, {"why": why}):
                self._database.execute(_SKIPPED, self._reach | place)
        return self.take_up_more_within()

    def take_up_more_within(self) -> Place | None:
        """Take up the next piece; see :meth:`take_up_within`."""
        rows: list[Any] = []
        for place in self._places(_WAITING_DEPTHS, {}):
            most = {"most": PIECE + 1 - len(rows)}
            rows += self._database.execute(_WAITING, self._reach | place | most).fetchall()
            if len(rows) > PIECE:
                break
        self._database.executemany(
            "UPDATE stories SET run = ?, outcome = NULL, reason = NULL WHERE id = ?",
            [(self._reach["run"], row[-1]) for row in rows[:PIECE]],
        )
        return Place(False, *rows[PIECE][:-1]) if len(rows) > PIECE else None

    def _places(self, depths: str, where: dict[str, str]) -> Iterator[dict[str, Any]]:
        """Yield each depth that there is, as far as the run goes, with each span; in their order.

        So the index leads straight to the stories of a range, however many wait outside.
        """
        hops: int | None = -1
        while hops is not None:
            row = self._database.execute(depths, where | {"hops": hops}).fetchone()
            hops = row[0] if row[0] is not None and row[0] <= self._reach["depth"] else None
            for span in self._spans if hops is not None else ():
                yield where | {"hops": hops} | span


def _spans(rules: Rules) -> list[dict[str, int]]:
    """Return from when to when stories of the range came out, the newest first; 0: none knows."""
    if rules.earliest is None and rules.latest is None:
        return [{"first": 0, "last": LATEST}]
    last = seconds(rules.latest) - 1 if rules.latest else LATEST
    return [{"first": max(1, seconds(rules.earliest)), "last": last}, {"first": 0, "last": 0}]
