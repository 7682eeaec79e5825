"""What earlier runs left to be fetched, taken up piece by piece.

A backfill may leave a million stories; a run that has time for a thousand must not rewrite them all
at its start, and again at its end.
"""

import sqlite3
from typing import NamedTuple

from newscrawl import clock
from newscrawl.ledger.rules import Rules, seconds

PIECE = 1000
"""Stories that are taken up at once."""

# What was found on a site on this machine is not asked of the real one, nor the other way.
_IN_REACH = """
AND depth <= :depth
AND (SELECT is_local FROM runs WHERE number = found_by) = :local
AND (published = 0 OR (published >= :earliest AND (:latest = 0 OR published < :latest)))
"""
# A feed may name a story before its page is there: such a 404 is not believed at once.
_DUE_AGAIN = f"""
UPDATE stories SET run = :run, outcome = NULL, reason = NULL,
    state = iif(state = 'gone', 'pending', state)
WHERE due <= :now AND state IN ('kept', 'gone') AND (state = 'kept' OR (tries < 4
    AND via IN ('feed', 'listing') AND NOT EXISTS (SELECT 1 FROM records WHERE id = stories.id)))
{_IN_REACH}
"""  # noqa: S608 - constants only
_SKIPPED = f"""
UPDATE stories SET state = 'pending', due = 0, run = :run, outcome = NULL, reason = NULL
WHERE state = 'skipped' AND reason IN ('too_deep', 'out_of_range') {_IN_REACH}
"""  # noqa: S608 - constants only
_WAITING = f"""
SELECT depth, -published, -article_id, id FROM stories INDEXED BY stories_waiting
WHERE state = 'pending' AND due <= :now AND run < :run {_IN_REACH}
ORDER BY depth, published DESC, article_id DESC LIMIT :piece + 1
"""  # noqa: S608 - constants only


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
            "earliest": seconds(rules.earliest),
            "latest": seconds(rules.latest),
            "piece": PIECE,
        }

    def take_up_within(self) -> Place | None:
        """Take up all that is due again, and the first piece of what was never fetched.

        Returns:
            Where the rest begins; None when nothing is left.
        """
        self._reach["now"] = seconds(clock.now())
        self._database.execute(_DUE_AGAIN, self._reach)
        self._database.execute(_SKIPPED, self._reach)
        return self.take_up_more_within()

    def take_up_more_within(self) -> Place | None:
        """Take up the next piece; see :meth:`take_up_within`."""
        rows = self._database.execute(_WAITING, self._reach).fetchall()
        self._database.executemany(
            "UPDATE stories SET run = ?, outcome = NULL, reason = NULL WHERE id = ?",
            [(self._reach["run"], row[-1]) for row in rows[:PIECE]],
        )
        return Place(False, *rows[PIECE][:-1]) if len(rows) > PIECE else None
