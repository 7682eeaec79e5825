"""Days with so few stories, beside their neighbours, that something of them may be missing."""

from collections.abc import Sequence
from math import sqrt
from statistics import median_low

_NEIGHBOURS = 14
"""Days that a day is compared with, as near as they are."""
_FEWEST = 3
"""Fewer neighbours say nothing."""


def thin(counts: Sequence[int | None]) -> list[bool]:
    """Tell, of days one after the other, which have too few stories.

    Fewer than half of the median of its neighbours, and fewer than chance explains: a number that
    varies by chance alone lies within two of its square roots.

    Args:
        counts: stories of each day; None for a day of which not all is known.
    """
    known = [at for at, count in enumerate(counts) if count is not None]
    found = [False] * len(counts)
    for place, at in enumerate(known):
        others = _around(known, place)
        if len(others) < _FEWEST:
            continue
        usual = median_low(counts[other] or 0 for other in others)
        count = counts[at] or 0
        found[at] = count < usual / 2 and count < usual - 2 * sqrt(usual)
    return found


def _around(known: Sequence[int], place: int) -> list[int]:
    """Return the nearest days on both sides, and more of one side where the other has few."""
    first = max(0, min(place - _NEIGHBOURS // 2, len(known) - 1 - _NEIGHBOURS))
    window = known[first : first + _NEIGHBOURS + 1]
    return [at for at in window if at != known[place]]
