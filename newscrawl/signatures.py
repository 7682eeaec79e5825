"""Signatures of bodies: how alike two texts are, told without either text.

A body is the set of its runs of three words; a MinHash signature estimates the share of such runs
that two bodies have in common (their Jaccard similarity). ``docs/near-duplicates.md`` has the
measurements behind the numbers here.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rensa import RMinHash

from newscrawl.antara.text import word_count

SHORTEST = 50
"""Words below which a body has no signature: only an equal one repeats it."""
LIKENESS = 0.55
"""Estimated similarity from which one body repeats another."""

_VERSION = 1
"""Rises whenever the same body gets another signature; then the ledger is made anew."""
_SHINGLE = 3
_SLOTS = 256
_SEED = 1
_BANDS, _ROWS = 20, 3
_BAND_NUMBERS = 100
"""Numbers that each version has for its bands, so that signatures of two versions never meet."""
_BY_CHANCE: float = 1 / 256
"""How often one byte of two signatures is the same though the texts have nothing in common."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Signature:
    """What is kept of a body."""

    words: int
    """How many words it has."""
    minhash: bytes
    """The lowest byte of each slot of its MinHash; empty for a body that is too short."""

    @property
    def bands(self) -> Iterator[tuple[int, int]]:
        """Yield number and content of each band; bodies that are alike mostly share one."""
        for band in range(_BANDS if self.minhash else 0):
            rows = self.minhash[band * _ROWS : (band + 1) * _ROWS]
            yield _VERSION * _BAND_NUMBERS + band, int.from_bytes(rows, "big")

    def likeness(self, other: "Signature") -> float:
        """Estimate the Jaccard similarity of two bodies, give or take 0.03; 0 for short ones."""
        if not self.minhash or not other.minhash:
            return 0.0
        differences = int.from_bytes(self.minhash, "big") ^ int.from_bytes(other.minhash, "big")
        same = differences.to_bytes(_SLOTS, "big").count(0) / _SLOTS
        return max(0.0, (same - _BY_CHANCE) / (1 - _BY_CHANCE))

    def is_like(self, other: "Signature") -> bool:
        """Tell whether one body is the other with light edits."""
        return self.likeness(other) >= LIKENESS


@lru_cache(maxsize=16)  # of a record it is asked for when it comes, is claimed and is written
def signature(body: str) -> Signature:
    """Return the signature of a body; the same on every machine and in every process."""
    words = word_count(body)
    shingles = _shingles(body)
    if words < SHORTEST or len(shingles) < SHORTEST - _SHINGLE:
        return Signature(words, b"")
    minhash = RMinHash(_SLOTS, _SEED)
    minhash.update(shingles)
    return Signature(words, bytes(slot & 0xFF for slot in minhash.digest()))


def _shingles(body: str) -> list[str]:
    """Return every run of words; case and punctuation do not count, figures do."""
    words = _WORD.findall(unicodedata.normalize("NFC", body).casefold())
    return list(map(" ".join, zip(*(words[at:] for at in range(_SHINGLE)), strict=False)))
