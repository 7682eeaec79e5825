"""Recall on edits of known size, precision on stories that merely share a topic."""

import statistics
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.near_duplicates.edits import CHANGES, Change, half_of_each
from benchmarks.near_duplicates.stories import Text
from newscrawl.signatures import LIKENESS, Signature, signature

_PAIRS = Path(__file__).with_name("pairs.toml")
THRESHOLDS = (0.40, 0.45, 0.50, 0.525, 0.55, 0.575, 0.60, 0.65, 0.70)
_SAMPLES = 500


class Recall(NamedTuple):
    """How one edit of one size fared."""

    change: Change
    share: float
    likeness: list[float]
    """Of each pair; 0 where no band is shared and the look-up cannot find it."""

    @property
    def is_light(self) -> bool:
        """Whether the result has to be marked."""
        return self.share <= self.change.light

    @property
    def median(self) -> float:
        """The estimated similarity in the middle."""
        return statistics.median(self.likeness)

    def found(self, threshold: float) -> float:
        """Return the share of the pairs that is marked."""
        return sum(value >= threshold for value in self.likeness) / len(self.likeness)


class Precision(NamedTuple):
    """How pairs of one kind fared that are no near-duplicates."""

    name: str
    pairs: int
    likeness: list[float]
    """Of the pairs that share a band; no others can be marked."""

    def marked(self, threshold: float) -> int:
        """Return how many are marked in error."""
        return sum(value >= threshold for value in self.likeness)


def recalls(stories: list[Text]) -> list[Recall]:
    """Measure every edit at every size."""
    return [_recall(change, share, stories) for change in CHANGES for share in change.shares]


def _recall(change: Change, share: float, stories: list[Text]) -> Recall:
    draw = Random(f"{change.name}/{share}")
    likeness = []
    for story in draw.sample(stories, _SAMPLES):
        other = draw.choice([text for text in stories if text.origin != story.origin])
        edited = change.edit(story.body, share, other.body, draw)
        likeness.append(_likeness(signature(story.body), signature(edited)))
    return Recall(change, share, likeness)


def precisions(corpora: list[list[Text]]) -> Iterator[Precision]:
    """Measure every kind of pair that is no near-duplicate, among the stories of each corpus."""
    found = [_among(stories) for stories in corpora]
    likeness = [value for one in found for value in one.likeness]
    yield Precision("any two stories of the replica", sum(one.pairs for one in found), likeness)
    stories = [story for corpus in corpora for story in corpus]
    for share in (0.3, 0.5):
        draw = Random(f"half/{share}")
        pairs = [
            half_of_each(one.body, two.body, share)
            for one, two in (draw.sample(stories, 2) for _ in range(_SAMPLES))
            if one.origin != two.origin
        ]
        yield _of(f"two stories, {share:.0%} of the text the same background", pairs)
    by_hand = tomllib.loads(_PAIRS.read_text(encoding="utf-8"))["pair"]
    pairs = [(pair["one"], pair["two"]) for pair in by_hand]
    yield _of("written by hand: one event, form or pen", pairs)


def _of(name: str, pairs: list[tuple[str, str]]) -> Precision:
    found = [_likeness(signature(one), signature(two)) for one, two in pairs]
    return Precision(name, len(pairs), [value for value in found if value])


def _among(stories: list[Text]) -> Precision:
    """Compare all stories of the replica with each other, as far as a look-up would."""
    signatures = [signature(story.body) for story in stories]
    origins = [story.origin for story in stories]
    buckets: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, found in enumerate(signatures):
        for band in found.bands:
            buckets[band].append(at)
    meeting = {pair for bucket in buckets.values() for pair in combinations(bucket, 2)}
    likeness = [
        signatures[one].likeness(signatures[two])
        for one, two in meeting
        if origins[one] != origins[two]
    ]
    count = len(stories)
    copies = sum(origins[one] == origins[two] for one, two in combinations(range(count), 2))
    pairs = count * (count - 1) // 2 - copies
    return Precision("any two", pairs, likeness)


def copies(stories: list[Text]) -> tuple[int, int]:
    """Return how many stories of the replica are copies, and how many of those are found."""
    by_id = {story.id: signature(story.body) for story in stories}
    again = [story for story in stories if story.origin != story.id]
    found = [_likeness(by_id[story.id], by_id[story.origin]) >= LIKENESS for story in again]
    return len(again), sum(found)


def _likeness(one: Signature, two: Signature) -> float:
    """Return the estimate as a look-up comes to it: nothing without a shared band."""
    return one.likeness(two) if set(one.bands) & set(two.bands) else 0.0
