"""How far back each section's listing was walked without a gap."""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

from newscrawl.found import WalkDone, Walked, WalkOpen, WalkOver
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

    def note_within(self, walk: Walked) -> None:
        """Write down how far a walk has come, in the caller's transaction."""
        if isinstance(walk, WalkDone):
            self._end(walk)
        elif isinstance(walk, WalkOpen):
            self._database.execute(
                "INSERT INTO open_walks (section, url, page) VALUES (:section, :url, :page)"
                " ON CONFLICT (section) DO UPDATE SET url = :url, page = :page WHERE page < :page",
                {"section": walk.section, "url": walk.url, "page": walk.page},
            )
        elif isinstance(walk, WalkOver):
            self._forget(walk.section)
        else:
            self._database.execute(
                "INSERT INTO open_walks (section, page, stuck) VALUES (?, 1, 1)"
                " ON CONFLICT (section) DO UPDATE SET stuck = stuck + 1",
                (walk.section,),
            )

    def _forget(self, section: str) -> None:
        self._database.execute("DELETE FROM open_walks WHERE section = ?", (section,))

    def _end(self, walk: WalkDone) -> None:
        self._forget(walk.section)
        reached = seconds(walk.reached) or None
        earlier, ended = self._database.execute(
            "SELECT max(reached), coalesce(max(ended), 0) FROM walks WHERE section = ?",
            (walk.section,),
        ).fetchone()
        if walk.met and earlier is not None:
            reached = min(earlier, reached or earlier)
        self._database.execute(
            "INSERT OR REPLACE INTO walks (section, run, reached, ended) VALUES (?, ?, ?, ?)",
            (walk.section, self._run, reached, walk.ended or (walk.met and ended)),
        )

    def farthest(self, section: str) -> tuple[str, int] | None:
        """Return address and number of the farthest listing page of a walk that was cut off."""
        row = self._database.execute(
            "SELECT url, page FROM open_walks WHERE section = ? AND url IS NOT NULL", (section,)
        ).fetchone()
        return (row[0], row[1]) if row else None

    def times_stuck(self, section: str) -> int:
        """Return how often a walk came to the listing's end and met nothing known."""
        row = self._database.execute(
            "SELECT stuck FROM open_walks WHERE section = ?", (section,)
        ).fetchone()
        return row[0] if row else 0

    def were_listed(self, story_ids: Sequence[str]) -> bool:
        """Tell whether feeds or listings of earlier runs have named each of some stories."""
        marks = ",".join("?" * len(story_ids))
        (known,) = self._database.execute(
            f"SELECT count(*) FROM stories WHERE id IN ({marks}) AND found_by < ?"  # noqa: S608 - question marks only
            " AND via IN ('feed', 'listing')",
            (*story_ids, self._run),
        ).fetchone()
        return bool(known == len(story_ids))

    def has_walked(self, section: str) -> bool:
        """Tell whether a run before this one walked a section to its end."""
        earlier = self._database.execute(
            "SELECT 1 FROM walks WHERE section = ? AND run < ?", (section, self._run)
        ).fetchone()
        return earlier is not None

    def covers(self, section: str) -> bool:
        """Tell whether a finished walk came as far back as the rules ask."""
        row = self._database.execute(
            "SELECT reached, ended FROM walks WHERE section = ?", (section,)
        ).fetchone()
        return row is not None and self._is_enough(*row)

    def _is_enough(self, reached: int | None, ended: int) -> bool:
        earliest = self._rules.earliest
        if earliest is None or ended:
            return True
        return reached is not None and reached <= earliest.timestamp()

    def span(self, section: str) -> tuple[datetime, datetime] | None:
        """Return from when to when a section's listing was walked without a gap, or None."""
        row = self._database.execute(
            "SELECT reached, started_at FROM walks JOIN runs ON number = run"
            " WHERE section = ? AND reached IS NOT NULL",
            (section,),
        ).fetchone()
        if row is None:
            return None
        return datetime.fromtimestamp(row[0], UTC), datetime.fromisoformat(row[1])

    def reaches_back(self, section: str, story_ids: Sequence[str]) -> bool:
        """Tell whether a page of stories, newest first, reaches what a finished walk has seen.

        It does when one of its last stories was found by a feed or a listing in the run of the
        last finished walk or before: everything older was there to be found then. ``earliest`` of
        the rules asks for more when that walk did not come so far.
        """
        walk = self._database.execute(
            "SELECT reached, ended FROM walks WHERE section = ?", (section,)
        ).fetchone()
        return walk is not None and self._is_enough(*walk) and self.touches(section, story_ids)

    def touches(self, section: str, story_ids: Sequence[str]) -> bool:
        """Tell whether a page of stories, newest first, is of the time of a finished walk."""
        tail = list(story_ids[-_TAIL:])
        marks = ",".join("?" * len(tail))
        known = self._database.execute(
            f"SELECT 1 FROM stories WHERE id IN ({marks}) AND via IN ('feed', 'listing')"  # noqa: S608 - question marks only
            " AND found_by <= (SELECT run FROM walks WHERE section = ?) LIMIT 1",
            (*tail, section),
        ).fetchone()
        return known is not None
