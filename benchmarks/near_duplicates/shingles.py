"""How many words a shingle should have: exact similarities, without signatures."""

import re
import unicodedata
from itertools import pairwise
from random import Random
from typing import NamedTuple

from benchmarks.near_duplicates.edits import CHANGES
from benchmarks.near_duplicates.stories import Text, unrelated

_SIZES = (1, 2, 3, 4, 5)
_WORD = re.compile(r"\w+")


class Size(NamedTuple):
    """How far apart a shingle size keeps what is alike from what is not."""

    words: int
    unrelated: float
    """The highest similarity of two stories."""
    edits: dict[str, float]
    """For each edit, the similarity that 99 of 100 pairs reach."""


def sizes(stories: list[Text]) -> list[Size]:
    """Measure every size."""
    return [_size(words, stories) for words in _SIZES]


def _size(words: int, stories: list[Text]) -> Size:
    sets = {story.id: _shingles(story.body, words) for story in stories}
    highest = max(_jaccard(sets[one.id], sets[two.id]) for one, two in unrelated(stories))
    return Size(words, highest, dict(_edited(words, stories)))


def _edited(words: int, stories: list[Text]) -> list[tuple[str, float]]:
    wanted = {"words replaced": 0.1, "words deleted": 0.1, "sentences dropped": 0.3}
    found = []
    for change in CHANGES:
        if (share := wanted.get(change.name)) is not None:
            values = sorted(
                _jaccard(
                    _shingles(story.body, words),
                    _shingles(change.edit(story.body, share, other.body, Random(at)), words),
                )
                for at, (story, other) in enumerate(pairwise(stories))
            )
            found.append((f"{share:.0%} of the {change.name}", values[len(values) // 100]))
    return found


def _shingles(body: str, size: int) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(unicodedata.normalize("NFC", body).casefold())
    return frozenset(zip(*(words[at:] for at in range(size)), strict=False))


def _jaccard(one: frozenset[tuple[str, ...]], two: frozenset[tuple[str, ...]]) -> float:
    return len(one & two) / len(one | two)
