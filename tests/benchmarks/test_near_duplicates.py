"""The measurements of near-duplicates measure what they say."""

import tomllib
from difflib import SequenceMatcher
from pathlib import Path
from random import Random

import pytest

from benchmarks.near_duplicates.edits import CHANGES, Change, half_of_each
from benchmarks.near_duplicates.quality import THRESHOLDS, Precision, Recall, copies, precisions
from benchmarks.near_duplicates.stories import texts
from newscrawl.signatures import LIKENESS, SHORTEST, signature

ROOT = Path(__file__).parents[2]
PAIRS = tomllib.loads((ROOT / "benchmarks/near_duplicates/pairs.toml").read_text(encoding="utf-8"))
WORDS = {change.name: change for change in CHANGES if change.name.startswith("words")}


@pytest.mark.parametrize("change", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("share", [0.05, 0.2, 0.4])
def test_an_edit_has_the_size_it_is_named_for(change: Change, share: float) -> None:
    """Of a hundred different words as many are touched as the share says."""
    words = [f"kata{at}" for at in range(100)]
    edited = change.edit(" ".join(words), share, "lain dan lagi", Random(1)).split()
    blocks = SequenceMatcher(None, words, edited, autojunk=False).get_matching_blocks()
    kept = sum(block.size for block in blocks)
    assert max(len(words), len(edited)) - kept == round(share * 100)


def test_two_stories_share_only_their_background() -> None:
    """The later one has the earlier one's last sentences, and its own before them."""
    one, two = "A satu. A dua. A tiga. A empat.", "B satu. B dua. B tiga. B empat."
    assert half_of_each(one, two, 0.5) == (one, "B satu. B dua. A tiga. A empat.")


@pytest.mark.parametrize("pair", PAIRS["pair"], ids=lambda pair: str(pair["name"]))
def test_pairs_written_by_hand_are_long_enough_and_not_marked(pair: dict[str, str]) -> None:
    """Two stories of one event or one form both have a signature, and are told apart."""
    one, two = signature(pair["one"]), signature(pair["two"])
    assert min(one.words, two.words) >= SHORTEST
    assert not one.is_like(two)


def test_what_is_counted() -> None:
    """A similarity at the threshold is a mark, one below it is none."""
    assert Recall(CHANGES[0], 0.1, [0.0, 0.5, 0.52, 0.9]).found(0.52) == 0.5
    assert Precision("", 9, [0.1, 0.52]).marked(0.52) == 1
    assert LIKENESS in THRESHOLDS


def test_a_small_corpus_is_measured_as_the_large_one() -> None:
    """Every copy of twelve days is found, and no two different stories are marked."""
    stories = texts(seed=1, days=12)
    count, found = copies(stories)
    assert count == found > 0
    assert next(precisions([stories])).marked(LIKENESS) == 0


def test_the_document_tells_the_numbers_in_force() -> None:
    """Who changes a threshold measures again."""
    document = (ROOT / "docs/near-duplicates.md").read_text(encoding="utf-8")
    assert f"**{LIKENESS:.3g}**" in document
    assert f"of {SHORTEST} words or more" in document
