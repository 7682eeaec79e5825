"""Text of a page: folding white space, and the form that is counted and hashed."""

import hashlib
import re
import unicodedata

# Marks without width, and halves of surrogate pairs (JSON-LD can carry them): no page means them.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# Text that was escaped twice shows its "&nbsp;".
_SPACE = re.compile(r"(?:\s|&nbsp;)+")


def fold(text: str) -> str:
    """Return text with each run of white space, non-breaking too, as one blank, and none around."""
    return _SPACE.sub(" ", clean(text)).strip()


def fold_or_none(text: str | None) -> str | None:
    """Return folded text, or None when nothing visible is in it."""
    return (fold(text) or None) if text is not None else None


def clean(text: str) -> str:
    """Return text without what cannot be seen: zero-width marks, control characters."""
    return _CONTROL.sub("", _INVISIBLE.sub("", text))


def word_count(text: str) -> int:
    """Return how many words, parted by white space, a text has."""
    return len(text.split())


def sha256(text: str) -> str:
    """Return the SHA-256 of a text in its normal form: NFC (UAX #15), white space folded."""
    return hashlib.sha256(unicodedata.normalize("NFC", fold(text)).encode()).hexdigest()


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is written as one text, such as names of elements."""
    return frozenset(text.split())
