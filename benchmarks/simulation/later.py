"""Were corrections and takedowns seen when the schedule of revisits says that they would be?"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from benchmarks.simulation.play import Played
from benchmarks.simulation.records import Kept
from benchmarks.simulation.schedule import due_after, first_run_from, revisits

Fate = Literal["caught", "missed", "seen_at_once", "replaced", "taken_down", "too_late", "pending"]


@dataclass(slots=True)
class Later:
    """What became of the changes of one sort; only ``caught`` and ``missed`` count."""

    fates: dict[Fate, int] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    """Ids of the stories."""

    @property
    def share(self) -> float:
        """Share of those caught; 1 where there was nothing to catch."""
        caught = self.fates.get("caught", 0)
        number = caught + len(self.missed)
        return caught / number if number else 1.0

    def add(self, fate: Fate, story_id: str) -> None:
        """Count one."""
        self.fates[fate] = self.fates.get(fate, 0) + 1
        if fate == "missed":
            self.missed.append(story_id)


def count_corrections(played: Played, kept: dict[str, Kept]) -> Later:
    """Return what became of each correction of a story that was kept."""
    found = Later()
    for name, story in kept.items():
        for number, correction in enumerate(story.story.corrections, start=1):
            if correction.at <= played.runs[-1].at:
                found.add(_correction(played, story, number), name)
    return found


def _correction(played: Played, kept: Kept, number: int) -> Fate:
    story = kept.story
    at = story.corrections[number - 1].at
    if at <= kept.first:
        return "seen_at_once"
    deadline = _deadline(at, kept, played.quiet)
    if isinstance(deadline, str):
        return deadline
    if story.taken_down is not None and story.taken_down <= deadline:
        return "taken_down"
    stated = {line.form for line in kept.lines if at <= line.fetched_at <= deadline}
    if number in stated:
        return "caught"
    later = story.corrections[number : number + 1]
    return "replaced" if later and later[0].at <= deadline else "missed"


def count_takedowns(played: Played, kept: dict[str, Kept]) -> Later:
    """Return what became of each takedown of a story that was kept."""
    found, gone = Later(), _gone(played)
    for name, story in kept.items():
        at = story.story.taken_down
        if at is not None and story.first < at <= played.runs[-1].at:
            deadline = _deadline(at, story, played.quiet)
            if isinstance(deadline, str):
                found.add(deadline, name)
            else:
                noted = gone.get(name)
                in_time = noted is not None and at <= noted <= deadline
                found.add("caught" if in_time else "missed", name)
    return found


def _deadline(
    at: datetime, kept: Kept, runs: Sequence[datetime]
) -> datetime | Literal["too_late", "pending"]:
    """Return the run by which a change is to be known: the next revisit's, when all is quiet."""
    # Some pages print the minute alone, and a crawler may go by that or by the feed's seconds.
    published = kept.story.published
    due = due_after(at, published, revisits())
    by_the_minute = due_after(at, published.replace(second=0), revisits())
    if due is None or by_the_minute is None:
        return "too_late"
    return first_run_from(max(due, by_the_minute), runs) or "pending"


def _gone(played: Played) -> dict[str, datetime]:
    """Return the stories that the ledger knows to be gone, with when it learned of it."""
    with closing(sqlite3.connect(played.data / "antara" / "ledger.db")) as database:
        rows = database.execute("SELECT id, gone_since FROM stories WHERE gone_since IS NOT NULL")
        return {name: datetime.fromisoformat(since) for name, since in rows}
