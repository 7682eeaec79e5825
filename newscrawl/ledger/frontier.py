"""The frontier: which story to fetch next, and what became of each."""

import sqlite3
from datetime import UTC, datetime

from newscrawl.antara.feeds import load_item
from newscrawl.antara.urls import story_url
from newscrawl.found import Found
from newscrawl.items import Discovered, Via
from newscrawl.ledger.calendar import MOST_TRIES, Calendar
from newscrawl.ledger.database import transaction
from newscrawl.ledger.leftover import Leftover, Place
from newscrawl.ledger.outcomes import Outcome
from newscrawl.ledger.rules import Rules
from newscrawl.ledger.settlement import Settlement
from newscrawl.ledger.visits import Visit

_NEXT = """
SELECT id, address, state, via, from_url, depth, published, feed_item, article_id FROM stories
WHERE run = ? AND outcome IS NULL AND state IN ('pending', 'kept')
ORDER BY state DESC, depth, published DESC, article_id DESC LIMIT ?
"""
_Row = tuple[str, str, str, Via, str | None, int, int, str | None, int]


class Frontier:
    """The stories of one run that are to be fetched, on top of the ledger's database.

    Only what is being fetched at the moment is in memory; everything else is on disk, so that the
    next run can go on wherever this one ends.
    """

    def __init__(
        self, database: sqlite3.Connection, run: int, rules: Rules, calendar: Calendar
    ) -> None:
        """Look at the database as the run of that number, under its rules."""
        self._database = database
        self._settlement = Settlement(database, run, calendar, feed_only=rules.feed_only)
        self._run = run
        self._rules = rules
        self._in_flight: set[str] = set()
        self._leftover = Leftover(database, run, rules)
        self._rest: Place | None = None
        """Where the first story stands that earlier runs left and this one has not taken up."""
        self.kept = 0
        """Stories of which this run wrote a line."""

    def take_up(self) -> None:
        """Take up what earlier runs left, and what is due again, as far as this run's rules reach.

        Of what was never fetched, only so much as comes first: a backfill may leave a million.
        """
        if not self._rules.feed_only:
            with transaction(self._database):
                self._rest = self._leftover.take_up_within()

    def has_next(self) -> bool:
        """Tell whether a story waits to be fetched and may be."""
        waits = self._rest is not None or self._next_row() is not None
        return not self._spent(0) and waits

    def waiting(self) -> int:
        """Return how many stories wait to be fetched, those on their way included."""
        row = self._database.execute(
            "SELECT count(*) FROM stories WHERE run = ? AND outcome IS NULL",
            (self._run,),
        ).fetchone()
        return int(row[0])

    def next(self) -> Found | None:
        """Hand out the next story: new before known, near before far, the newest first.

        None when none may go.
        """
        if self._spent(len(self._in_flight)):
            return None
        while (row := self._first_row()) is not None:
            story_id, address, state, via, from_url, depth, published, feed_item, _ = row
            story = story_url(address)
            if story is None:  # an address that an earlier version took for a story's
                self.settle(story_id, "dropped", "no_story_url")
                continue
            self._in_flight.add(story_id)
            return Found(
                story,
                _way(state, via, from_url, depth),
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

    def _first_row(self) -> _Row | None:
        """Return the first waiting row; what earlier runs left is taken up when its turn comes."""
        row = self._next_row()
        while self._rest is not None and (row is None or self._rest < _key(row)):
            with transaction(self._database):
                self._rest = self._leftover.take_up_more_within()
            row = self._next_row()
        return row

    def _next_row(self) -> _Row | None:
        """Return the first waiting row of this run that is not being fetched already."""
        rows = self._database.execute(_NEXT, (self._run, len(self._in_flight) + 1))
        return next((row for row in rows if row[0] not in self._in_flight), None)

    def is_last_try(self, story_id: str) -> bool:
        """Tell whether a story that fails now is given up."""
        row = self._database.execute(
            "SELECT 1 FROM stories WHERE id = ? AND tries >= ?", (story_id, MOST_TRIES - 1)
        ).fetchone()
        return row is not None

    def as_known(self, found: Found) -> Found:
        """Return a story that is on its way as it is known now; a shorter way may have come up."""
        row = self._database.execute(
            "SELECT state, via, from_url, depth FROM stories WHERE id = ?", (found.story.id,)
        ).fetchone()
        if row is None:  # its page came in the place of another's, just now
            return found
        return Found(found.story, _way(*row), found.published, found.feed_item)

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
        self, story_id: str, outcome: Outcome, reason: str | None = None, visit: Visit | None = None
    ) -> None:
        """Write down what became of a story; the first outcome of a run stands."""
        with transaction(self._database):
            self.settle_within(story_id, outcome, reason, visit)

    def settle_within(
        self, story_id: str, outcome: Outcome, reason: str | None = None, visit: Visit | None = None
    ) -> None:
        """Do the same inside a transaction that the caller has begun."""
        self._in_flight.discard(story_id)
        settled = self._settlement.settle_within(story_id, outcome, reason, visit or Visit())
        self.kept += settled and outcome in ("new", "changed")

    def finish(self, reason: str) -> None:
        """Leave what has no outcome to the next run, saying why."""
        with transaction(self._database):
            self._database.execute(
                "UPDATE stories SET outcome = 'deferred', reason = ?"
                " WHERE run = ? AND outcome IS NULL",
                (reason, self._run),
            )

    def has_unread(self) -> bool:
        """Tell whether a story that this run's feeds or listings named could not be read."""
        unread = self._database.execute(
            "SELECT 1 FROM stories WHERE run = ? AND state = 'pending'"
            " AND via IN ('feed', 'listing') LIMIT 1",
            (self._run,),
        ).fetchone()
        return unread is not None or self._rest is not None

    def forgive(self) -> None:
        """Let pages that brought nothing be asked for at once; see :class:`Settlement`."""
        self._settlement.forgive()

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


def _key(row: _Row) -> Place:
    return Place(row[2] != "pending", row[5], -row[6], -row[8])


def _way(state: str, via: Via, from_url: str | None, depth: int) -> Discovered:
    if state == "kept":
        return Discovered(via="revisit", from_=None, depth=depth)
    return Discovered(via=via, from_=from_url, depth=depth)
