"""What can become of a story that a run found, and what the ledger makes of it."""

from typing import Literal

Outcome = Literal[
    "new", "changed", "unchanged", "dropped", "refused", "failed", "gone", "deferred", "skipped"
]

OUTCOMES: dict[Outcome, str] = {
    "new": "kept for the first time",
    "changed": "kept again, as a new revision",
    "unchanged": "known already",
    "dropped": "fetched, and not usable",
    "refused": "the site said no",
    "failed": "to be tried again, by and by",
    "gone": "the site has it no more",
    "deferred": "left for the next run",
    "skipped": "not asked for",
}
"""Every outcome, in the order in which a person reads them, with what it means."""

GIVEN_UP = "given_up"
"""Why a story is dropped that failed again and again."""
FOR_GOOD = frozenset({GIVEN_UP, "too_large", "moved", "no_story_url", "too_long"})
"""Reasons for which a dropped story is settled at once: another look would bring the same."""
OTHER_SECTION = "other_section"
"""Why a story is skipped that a day's list says to stand in a section that was not asked for."""
PATIENCE = "patience"
"""Why a story is deferred that failed a short while ago."""
UNASKED = frozenset({"held", "not_asked", "known"})
"""Reasons for which nothing was asked of the story's own page: they say nothing of it."""

_STATES: dict[Outcome, str] = {
    "new": "kept",
    "changed": "kept",
    "unchanged": "kept",
    "dropped": "dropped",
    "gone": "gone",
    "skipped": "skipped",
}


def state_after(outcome: Outcome) -> str:
    """Return a story's state after an outcome; ``pending`` means that a later run takes it up."""
    return _STATES.get(outcome, "pending")
