"""What newscrawl loses to others, as far as numbers can tell it."""

from collections.abc import Iterator, Sequence

from benchmarks.evaluation.metrics import MEASURES
from benchmarks.evaluation.scores import Score, ratio

_NOTABLE = 0.95
"""Less time than this share of newscrawl's is told."""


def losses(scores: Sequence[Score]) -> list[str]:
    """Return a line for each measure in which another tool is better than newscrawl."""
    ours, *others = scores
    return [line for other in others for line in _against(ours, other)]


def _against(ours: Score, other: Score) -> Iterator[str]:
    if (time := ratio(other, ours)) < _NOTABLE:
        yield f"- {other.name} takes {time:.2f} of newscrawl's time for the median page."
    if other.rouge > ours.rouge:
        yield f"- {other.name} has the better ROUGE-LSum: {other.rouge:.1f} to {ours.rouge:.1f}."
    if other.leaking < ours.leaking:
        yield f"- Fewer bodies leak with {other.name}: {other.leaking:.1f} to {ours.leaking:.1f} %."
    if other.empty < ours.empty:
        yield f"- {other.name} has a body more often."
    for measure in MEASURES:
        right, stating = other.exact(measure)
        if right > ours.exact(measure)[0]:
            yield f"- {other.name} is better at the field {measure.name}: {right} of {stating}."
