"""What became of a story: its state, and when it may be asked for again."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

from newscrawl import clock
from newscrawl.ledger.calendar import MOST_TRIES, SECOND_LOOKS, Calendar, wait_after
from newscrawl.ledger.database import transaction
from newscrawl.ledger.outcomes import FOR_GOOD, GIVEN_UP, UNASKED, Outcome, state_after
from newscrawl.ledger.rules import seconds
from newscrawl.ledger.validators import Validators
from newscrawl.ledger.visits import Visit

# A kept story stays so whatever a later visit finds, but for its end. What an earlier run left to
# be fetched still is when a feed_only run has kept its metadata.
_SETTLE = """
UPDATE stories SET
    state = CASE
        WHEN state = 'kept' AND :outcome <> 'gone' THEN 'kept'
        WHEN :feed_only AND state = 'pending' AND found_by < :run THEN 'pending'
        ELSE :state END,
    feed_item = iif(:state = 'pending', feed_item, NULL),
    outcome = :outcome, reason = :reason, published = coalesce(:published, published),
    due = :due, tries = :tries,
    etag = iif(:read, :etag, etag), last_modified = iif(:read, :last_modified, last_modified),
    gone_since = iif(:outcome = 'gone', coalesce(gone_since, :at), NULL)
WHERE id = :id AND run = :run AND outcome IS NULL
"""
_READ: frozenset[Outcome] = frozenset({"new", "changed", "unchanged"})
"""Outcomes after which a page's validators stand for what is known of it."""
_NO_PAGE: frozenset[Outcome] = frozenset({"failed", "refused"})


@dataclass(frozen=True, slots=True)
class _Known:
    state: str
    published: int
    due: int | None
    tries: int
    first_fetched: str | None


class Settlement:
    """Writes down the outcomes of one run."""

    def __init__(
        self, database: sqlite3.Connection, run: int, calendar: Calendar, *, feed_only: bool
    ) -> None:
        """Write to the database as the run of that number."""
        self._database = database
        self._run = run
        self._calendar = calendar
        self._feed_only = feed_only

    def settle_within(
        self, story_id: str, outcome: Outcome, reason: str | None, visit: Visit
    ) -> bool:
        """Settle a story of the run in the caller's transaction; the first outcome stands.

        Returns:
            Whether this was the first.
        """
        known = self._known(story_id)
        if known is None:
            return False
        unasked = self._is_unasked(known, outcome, reason)
        tries = known.tries if unasked else self._tries(known, outcome)
        if tries >= MOST_TRIES and outcome in _NO_PAGE and known.state != "kept":
            outcome, reason = "dropped", GIVEN_UP
        validators = visit.validators or Validators()
        self._database.execute(
            _SETTLE,
            {
                "state": self._state(known, outcome, reason),
                "feed_only": self._feed_only,
                "outcome": outcome,
                "reason": reason,
                "published": seconds(visit.published) or None,
                "due": known.due if unasked else self._due(known, outcome, reason, visit),
                "tries": tries,
                "read": outcome in _READ and visit.validators is not None,
                "etag": validators.etag,
                "last_modified": validators.last_modified,
                "at": f"{clock.now():%Y-%m-%dT%H:%M:%SZ}",
                "id": story_id,
                "run": self._run,
            },
        )
        return True

    def _known(self, story_id: str) -> _Known | None:
        row = self._database.execute(
            "SELECT state, published, due, tries,"
            " (SELECT fetched_at FROM records WHERE records.id = stories.id"
            " ORDER BY revision LIMIT 1)"
            " FROM stories WHERE id = ? AND run = ? AND outcome IS NULL",
            (story_id, self._run),
        ).fetchone()
        return _Known(*row) if row else None

    def _is_unasked(self, known: _Known, outcome: Outcome, reason: str | None) -> bool:
        """Tell whether the story's own page was not asked for, so that nothing is known of it."""
        waits = self._feed_only and known.state == "pending" and known.tries > 0
        return waits or outcome == "deferred" or reason in UNASKED

    def _tries(self, known: _Known, outcome: Outcome) -> int:
        return known.tries + 1 if outcome in (*_NO_PAGE, "gone", "dropped") else 0

    def _gets_second_look(self, known: _Known, outcome: Outcome, reason: str | None) -> bool:
        is_doubtful = outcome == "dropped" and reason not in FOR_GOOD
        return is_doubtful and known.state == "pending" and known.tries < len(SECOND_LOOKS)

    def _state(self, known: _Known, outcome: Outcome, reason: str | None) -> str:
        again = self._gets_second_look(known, outcome, reason)
        return "pending" if again else state_after(outcome)

    def _due(self, known: _Known, outcome: Outcome, reason: str | None, visit: Visit) -> int | None:
        """Return when a story that was asked for may be asked for again."""
        now, tries = clock.now(), known.tries + 1
        if outcome in _NO_PAGE and tries < MOST_TRIES:
            return seconds(now + wait_after(tries))
        if outcome == "gone":  # should the site list it again
            return seconds(now + wait_after(tries))
        if self._gets_second_look(known, outcome, reason):
            return seconds(now + SECOND_LOOKS[known.tries])
        if state_after(outcome) != "kept" and known.state != "kept":
            return None
        first = datetime.fromtimestamp(known.published, UTC) if known.published else None
        seen = datetime.fromisoformat(known.first_fetched) if known.first_fetched else now
        again = self._calendar.next_visit(visit.published or first or seen, now)
        return seconds(again) if again else None

    def forgive(self) -> None:
        """Let pages that brought nothing be asked for at once when the site is well again.

        For a run that ended because the whole site was in trouble: it says nothing of these pages.
        """
        with transaction(self._database):
            self._database.execute(
                "UPDATE stories SET due = 0, tries = max(0, tries - 1)"
                " WHERE run = ? AND outcome IN ('failed', 'refused')"
                " AND state IN ('pending', 'kept')",
                (self._run,),
            )
