"""How far back each section's listing was walked without a gap."""

import sqlite3
from collections.abc import Sequence

from newscrawl.found import WalkDone
from newscrawl.ledger.rules import Rules, seconds

_TAIL = 3
"""Cards at the end of a page that are asked for; a page's head may hold pinned, old stories."""


class Walks:
    """The finished walks of all runs, as one run sees them."""

    def __init__(self, database: sqlite3.Connection, run: int, rules: Rules) -> None:
        """Look at the database as the run of that number, under its rules."""
        self._database = database
        self._run = run
        self._rules = rules

    def end_within(self, walk: WalkDone) -> None:
        """Write down that a walk is finished, in the caller's transaction."""
        reached = seconds(walk.reached) or None
        earlier = self._database.execute(
            "SELECT reached FROM walks WHERE section = ?", (walk.section,)
        ).fetchone()
        if walk.met and earlier is not None and earlier[0] is not None:
            reached = min(earlier[0], reached or earlier[0])
        self._database.execute(
            "INSERT OR REPLACE INTO walks (section, run, reached) VALUES (?, ?, ?)",
            (walk.section, self._run, reached),
        )

    def has_walked(self, section: str) -> bool:
        """Tell whether a run before this one walked a section to its end."""
        earlier = self._database.execute(
            "SELECT 1 FROM walks WHERE section = ? AND run < ?", (section, self._run)
        ).fetchone()
        return earlier is not None

    def reaches_back(self, section: str, story_ids: Sequence[str]) -> bool:
        """Tell whether a page of stories, newest first, reaches what a finished walk has seen.

        It does when one of its last stories was found by a feed or a listing in the run of the
        last finished walk or before: everything older was there to be found then. ``earliest`` of
        the rules asks for more when that walk did not come so far.
        """
        walk = self._database.execute(
            "SELECT run, reached FROM walks WHERE section = ?", (section,)
        ).fetchone()
        if walk is None:
            return False
        run, reached = walk
        earliest = self._rules.earliest
        if earliest is not None and (reached is None or reached > earliest.timestamp()):
            return False
        tail = list(story_ids[-_TAIL:])
        marks = ",".join("?" * len(tail))
        known = self._database.execute(
            f"SELECT 1 FROM stories WHERE id IN ({marks}) AND found_by <= ?"  # noqa: S608 - question marks only
            " AND via IN ('feed', 'listing') LIMIT 1",
            (*tail, run),
        ).fetchone()
        return known is not None
