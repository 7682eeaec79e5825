"""Signatures tell a light edit from another story, on every machine alike."""

import subprocess
import sys
import unicodedata
from collections.abc import Callable
from hashlib import sha256
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rensa import RMinHash

from newscrawl.signatures import LIKENESS, SHORTEST, signature

VOCABULARY = [f"kata{number}" for number in range(400)]


def text(seed: int, words: int = 200) -> str:
    """Return an invented body."""
    return " ".join(Random(seed).choices(VOCABULARY, k=words))


@pytest.mark.parametrize(
    ("words", "digest"),
    [(60, "8c14e4150644917d"), (200, "7a8c494b5b3c57f6"), (1500, "06ccd078ad4bb775")],
)
def test_a_signature_is_the_same_everywhere(words: int, digest: str) -> None:
    """A signature in an old ledger is compared with one of today: if this fails, raise _VERSION."""
    found = signature(text(1, words))
    assert (found.words, len(found.minhash), RMinHash.ALGORITHM_VERSION) == (words, 256, 2)
    assert sha256(found.minhash).hexdigest()[:16] == digest
    assert [band for band, _ in found.bands] == list(range(100, 120))


def test_another_process_makes_the_same_signature() -> None:
    """Python's own hashes differ from run to run; a signature does not."""
    program = (
        "import sys; from newscrawl.signatures import signature;"
        "print(signature(sys.stdin.read()).minhash.hex())"
    )
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", program],
            input=text(2),
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == signature(text(2)).minhash.hex()


def test_a_light_edit_is_alike_and_another_story_is_not() -> None:
    """A few other words leave two bodies alike; other texts are far from it."""
    words = text(1).split()
    words[20] = words[90] = words[150] = "lain"
    assert signature(text(1)).likeness(signature(" ".join(words))) > 0.8
    assert signature(text(1)).likeness(signature(text(2))) < 0.1


def test_the_estimate_is_near_the_truth() -> None:
    """Two bodies that have half of their runs of words in common are told to have half."""
    shared = text(1, 400)
    one, two = f"{shared} {text(2, 200)}", f"{shared} {text(3, 200)}"
    assert signature(one).likeness(signature(two)) == pytest.approx(0.5, abs=0.08)


def test_figures_count() -> None:
    """Two reports of one form that differ in every figure are less alike than a copy."""
    form = "indeks {} naik {} persen menjadi {} setelah {} saham dari {} emiten " * 10
    one, two = (form.format(*Random(seed).sample(range(1000), 50)) for seed in (1, 2))
    assert not signature(one).is_like(signature(two))


@pytest.mark.parametrize(
    "other_desk",
    [
        str.upper,
        lambda body: unicodedata.normalize("NFD", body),
        lambda body: body.replace(" ", "\n\n"),
        lambda body: body.replace(" ", ", “", 50).replace(" ", " — "),
    ],
    ids=["capitals", "composed letters", "line breaks", "punctuation"],
)
def test_form_does_not_count(other_desk: Callable[[str], str]) -> None:
    """The same words in another desk's house style are the same text."""
    body = text(1).replace("kata", "kafé")
    assert signature(other_desk(body)).minhash == signature(body).minhash


@given(st.text(max_size=900))
def test_any_text_has_a_signature(body: str) -> None:
    """Whatever a page holds, a body is like itself, or too short to say."""
    found = signature(body)
    assert found.likeness(found) in {0, 1}
    assert found.words == len(body.split())


@pytest.mark.parametrize(
    "body",
    ["", text(1, SHORTEST - 1), "- " * 400, "kata, " * 10 + "! " * 300],
    ids=["empty", "one word short", "no words", "few words among marks"],
)
def test_a_short_body_is_like_nothing(body: str) -> None:
    """Below fifty words two bodies say too little to be compared, even with themselves."""
    found = signature(body)
    assert (found.minhash, list(found.bands)) == (b"", [])
    assert not found.is_like(found)


def test_the_shortest_body_that_counts() -> None:
    """Fifty words are enough."""
    found = signature(text(1, SHORTEST))
    assert found.likeness(found) == 1
    assert found.is_like(found)


def test_alike_bodies_share_a_band() -> None:
    """Of a hundred pairs that are just alike enough, hardly one would escape the look-up."""
    missed = 0
    for seed in range(100):
        words = text(seed).split()
        for at in Random(seed).sample(range(200), 18):
            words[at] = f"lain{at}"
        one, two = signature(text(seed)), signature(" ".join(words))
        missed += one.likeness(two) >= LIKENESS and not set(one.bands) & set(two.bands)
    assert missed <= 3
