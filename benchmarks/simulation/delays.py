"""How long after a story's publication there is a record of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.simulation.play import Played
from benchmarks.simulation.records import Kept
from benchmarks.simulation.truth import identity, published


@dataclass(frozen=True, slots=True)
class Delay:
    """Minutes; none where there was no story."""

    stories: int
    median: float | None
    p99: float | None
    longest: float | None


def measure_delays(played: Played, kept: dict[str, Kept]) -> tuple[Delay, Delay]:
    """Return the delays of ordinary times, and those that trouble had a part in."""
    ordinary: list[float] = []
    disturbed: list[float] = []
    for head in published(played):
        story = kept.get(identity(head))
        if story is None:
            continue
        minutes = (story.first - head.published).total_seconds() / 60
        # Trouble has a part in it if it began before a run could see the story.
        seen = head.published + played.plan.every
        hindered = played.plan.is_disturbed(head.published, seen)
        (disturbed if hindered else ordinary).append(minutes)
    return _delay(ordinary), _delay(disturbed)


def _delay(minutes: list[float]) -> Delay:
    ordered = sorted(minutes)
    return Delay(
        len(ordered), _share(ordered, 0.5), _share(ordered, 0.99), ordered[-1] if ordered else None
    )


def _share(ordered: Sequence[float], share: float) -> float | None:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else None
