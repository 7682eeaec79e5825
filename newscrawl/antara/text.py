"""Text of a page: folding white space, and the form that is counted and hashed."""

import hashlib
import re
import unicodedata

# Marks without width, and halves of surrogate pairs (JSON-LD can carry them): no page means them.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# Text that was escaped twice shows its "&nbsp;".
_SPACE = re.compile(r"(?:\s|&nbsp;)+")
_SEPARATORS = "\x1c\x1d\x1e\x1f\x85"


def fold(text: str) -> str:
    """Return text with each run of white space, non-breaking too, as one blank, and none around."""
    # Of what is printable to Python only the blank is white space, and none of it is a control
    # character or without width.
    if "&" not in text and text.isprintable():
        return text.strip() if "  " not in text else " ".join(text.split())
    folded = _quickly_folded(text)
    return _SPACE.sub(" ", clean(text)).strip() if folded is None else folded


def _quickly_folded(text: str) -> str | None:
    """Return folded text without a regular expression, or None where only those can do it.

    Where nothing but white space is not printable, parting and joining at it folds it; the marks of
    ``_SEPARATORS`` are white space there, but control characters here.
    """
    if "&" in text:
        return None
    folded = " ".join(text.split())
    return folded if folded.isprintable() and not any(map(text.__contains__, _SEPARATORS)) else None


def is_visible(text: str) -> bool:
    """Tell whether anything is left of a text that is folded."""
    first = text.strip()[:1]
    return bool(first) and ((first != "&" and first.isprintable()) or bool(fold(text)))


def fold_or_none(text: str | None) -> str | None:
    """Return folded text, or None when nothing visible is in it."""
    return (fold(text) or None) if text is not None else None


def clean(text: str) -> str:
    """Return text without what cannot be seen: zero-width marks, control characters."""
    if text.isprintable():  # none of them is
        return text
    return _CONTROL.sub("", _INVISIBLE.sub("", text))


def word_count(text: str) -> int:
    """Return how many words, parted by white space, a text has."""
    return len(text.split())


def count_and_sha256(text: str) -> tuple[int, str]:
    """Return ``word_count`` and ``sha256`` of a body, whose paragraphs are folded as a rule."""
    # Blanks for line breaks change neither; what is printable then has no other white space, and
    # one blank between words.
    flat = text.replace("\n\n", " ").replace("\n", " ").strip(" ")
    if not flat.isprintable() or "  " in flat or "&" in flat:
        return word_count(text), sha256(text)
    return flat.count(" ") + bool(flat), _sha256(flat)


def sha256(text: str) -> str:
    """Return the SHA-256 of a text in its normal form: NFC (UAX #15), white space folded."""
    return _sha256(fold(text))


def _sha256(folded: str) -> str:
    normal = folded if folded.isascii() else unicodedata.normalize("NFC", folded)
    return hashlib.sha256(normal.encode()).hexdigest()


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is written as one text, such as names of elements."""
    return frozenset(text.split())
