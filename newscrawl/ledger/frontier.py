"""The frontier: which story to fetch next, and what became of each."""

import sqlite3
from datetime import UTC, datetime

from newscrawl.antara.feeds import load_item
from newscrawl.antara.urls import story_url
from newscrawl.found import Found
from newscrawl.items import Discovered, Via
from newscrawl.ledger.database import transaction
from newscrawl.ledger.outcomes import Outcome, state_after
from newscrawl.ledger.rules import Rules, seconds

_NEXT = """
SELECT id, address, via, from_url, depth, published, feed_item FROM stories
WHERE state = 'pending' AND run = ? AND outcome IS NULL
ORDER BY depth, published DESC, article_id DESC LIMIT ?
"""
_TAKE_UP = """
UPDATE stories SET state = 'pending', run = :run, outcome = NULL, reason = NULL
WHERE (state = 'pending' OR (state = 'skipped' AND reason IN ('too_deep', 'out_of_range')))
AND depth <= :depth
AND (SELECT is_local FROM runs WHERE number = found_by) = :local
AND (published = 0 OR (published >= :earliest AND (:latest = 0 OR published < :latest)))
"""
# What an earlier run left to be fetched still is when a feed_only run has kept its metadata.
_SETTLE = """
UPDATE stories SET
    state = iif(:feed_only AND state = 'pending' AND found_by < :run, 'pending', :state),
    feed_item = iif(:state = 'pending', feed_item, NULL),
    outcome = :outcome, reason = :reason, published = coalesce(:published, published)
WHERE id = :id AND run = :run AND outcome IS NULL
"""


class Frontier:
    """The stories of one run that are to be fetched, on top of the ledger's database.

    Only what is being fetched at the moment is in memory; everything else is on disk, so that the
    next run can go on wherever this one ends.
    """

    def __init__(self, database: sqlite3.Connection, run: int, rules: Rules) -> None:
        """Look at the database as the run of that number, under its rules."""
        self._database = database
        self._run = run
        self._rules = rules
        self._in_flight: set[str] = set()
        self.kept = 0
        """Stories of which this run wrote a line."""

    def take_up(self) -> None:
        """Take up what earlier runs found and did not keep, as far as this run's rules reach.

        What was found on a site on this machine is not asked of the real one, nor the other way.
        """
        if self._rules.feed_only:
            return
        with transaction(self._database):
            self._database.execute(
                _TAKE_UP,
                {
                    "run": self._run,
                    "depth": self._rules.follow_depth,
                    "local": self._rules.is_local,
                    "earliest": seconds(self._rules.earliest),
                    "latest": seconds(self._rules.latest),
                },
            )

    def has_next(self) -> bool:
        """Tell whether a story waits to be fetched and may be."""
        return not self._spent(0) and self._next_row() is not None

    def waiting(self) -> int:
        """Return how many stories wait to be fetched, those on their way included."""
        row = self._database.execute(
            "SELECT count(*) FROM stories WHERE state = 'pending' AND run = ? AND outcome IS NULL",
            (self._run,),
        ).fetchone()
        return int(row[0])

    def next(self) -> Found | None:
        """Hand out the next story: nearest first, then newest first; None when none may go."""
        if self._spent(len(self._in_flight)):
            return None
        while (row := self._next_row()) is not None:
            story_id, address, via, from_url, depth, published, feed_item = row
            story = story_url(address)
            if story is None:  # an address that an earlier version took for a story's
                self.settle(story_id, "dropped", "no_story_url")
                continue
            self._in_flight.add(story_id)
            return Found(
                story,
                Discovered(via=via, from_=from_url, depth=depth),
                datetime.fromtimestamp(published, UTC) if published else None,
                load_item(feed_item) if feed_item else None,
            )
        return None

    def has_enough(self, on_their_way: int = 0) -> bool:
        """Tell whether the run has as many stories as it may keep."""
        most = self._rules.max_articles
        return most is not None and self.kept + on_their_way >= most

    def _spent(self, in_flight: int) -> bool:
        return self._rules.feed_only or self.has_enough(in_flight)

    def _next_row(self) -> tuple[str, str, Via, str | None, int, int, str | None] | None:
        """Return the first waiting row that is not being fetched already."""
        rows = self._database.execute(_NEXT, (self._run, len(self._in_flight) + 1))
        return next((row for row in rows if row[0] not in self._in_flight), None)

    def as_known(self, found: Found) -> Found:
        """Return a story that is on its way as it is known now; a shorter way may have come up."""
        via, from_url, depth = self._database.execute(
            "SELECT via, from_url, depth FROM stories WHERE id = ?", (found.story.id,)
        ).fetchone()
        way = Discovered(via=via, from_=from_url, depth=depth)
        return Found(found.story, way, found.published, found.feed_item)

    def take(self, story_id: str) -> bool:
        """Take a story whose page came by another address; False when it needs no page."""
        kept = self._database.execute(
            "SELECT 1 FROM stories WHERE id = ? AND state = 'kept'", (story_id,)
        ).fetchone()
        if kept is not None or story_id in self._in_flight:
            return False
        self._in_flight.add(story_id)
        return True

    def settle(
        self,
        story_id: str,
        outcome: Outcome,
        reason: str | None = None,
        published: datetime | None = None,
    ) -> None:
        """Write down what became of a story; the first outcome of a run stands.

        ``published`` is for a story that is not kept, so that its date need not be asked for again.
        """
        with transaction(self._database):
            self.settle_within(story_id, outcome, reason, published)

    def settle_within(
        self,
        story_id: str,
        outcome: Outcome,
        reason: str | None = None,
        published: datetime | None = None,
    ) -> None:
        """Do the same inside a transaction that the caller has begun."""
        settled = self._database.execute(
            _SETTLE,
            {
                "state": state_after(outcome),
                "feed_only": self._rules.feed_only,
                "outcome": outcome,
                "reason": reason,
                "published": seconds(published) or None,
                "id": story_id,
                "run": self._run,
            },
        )
        self._in_flight.discard(story_id)
        self.kept += settled.rowcount if outcome in ("new", "changed") else 0

    def finish(self, reason: str) -> None:
        """Leave what has no outcome to the next run, saying why."""
        with transaction(self._database):
            self._database.execute(
                "UPDATE stories SET outcome = 'deferred', reason = ?"
                " WHERE run = ? AND outcome IS NULL",
                (reason, self._run),
            )

    def outcomes(self) -> dict[Outcome, dict[str, int]]:
        """Return how many stories of this run had each outcome, by reason (empty for none)."""
        counts: dict[Outcome, dict[str, int]] = {}
        rows = self._database.execute(
            "SELECT outcome, coalesce(reason, ''), count(*) FROM stories"
            " WHERE run = ? AND outcome IS NOT NULL GROUP BY 1, 2 ORDER BY 3 DESC, 2",
            (self._run,),
        )
        for outcome, reason, count in rows:
            counts.setdefault(outcome, {})[reason] = count
        return counts
