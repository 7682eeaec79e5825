"""Folded text, and what is counted and hashed of it."""

import re
import unicodedata
from hashlib import sha256 as digest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.antara.text import clean, count_and_sha256, fold, is_visible, sha256, word_count

_PIECES = [
    *("kata", " ", "  ", "\n", "\n\n", "\t", "\u00a0", "&nbsp;", "&", "&amp;", "\u200b", "\u00ad"),
    *("\x00", "\x1c", "\x1f", "\x85", "\u2028", "\u3000", "\ud800", "\ufeff", "\u201c", "e\u0301"),
]
_TEXTS = st.text() | st.lists(st.sampled_from(_PIECES)).map("".join)


def _cleaned(text: str) -> str:
    """Return what ``clean`` promises, one expression after the other."""
    visible = re.sub("[\u00ad\u200b\u2060\ufeff\ud800-\udfff]", "", text)
    return re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]", "", visible)


def _folded(text: str) -> str:
    return re.sub(r"(?:\s|&nbsp;)+", " ", _cleaned(text)).strip()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (" Satu\n\n dua ", "Satu dua"),
        ("Satu\u00a0&nbsp;dua", "Satu dua"),
        ("Sa\u200btu\x1cdua\x85", "Satudua"),
        ("Rp5 & $2", "Rp5 & $2"),
        ("\u2003", ""),
    ],
)
def test_folding(text: str, wanted: str) -> None:
    """A run of white space is one blank; what cannot be seen is gone before."""
    assert fold(text) == wanted


@given(_TEXTS)
def test_the_quick_way_is_the_long_one(text: str) -> None:
    """Whatever the characters, folding gives what the expressions give, one after the other."""
    assert clean(text) == _cleaned(text)
    assert fold(text) == fold(fold(text)) == _folded(text)
    assert is_visible(text) == bool(_folded(text))


@given(_TEXTS)
def test_what_is_counted_and_hashed(text: str) -> None:
    """A body's words and digest do not depend on how they are found."""
    normal = unicodedata.normalize("NFC", _folded(text)).encode()
    assert sha256(text) == digest(normal).hexdigest()
    assert count_and_sha256(text) == (word_count(text), sha256(text))
    assert word_count(text) == len(text.split())
