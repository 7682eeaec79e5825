"""Bytes to text, whatever a page says of its character set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.antara.decoding import decode


@pytest.mark.parametrize(
    ("body", "content_type", "wanted"),
    [
        ("café – “x”".encode(), None, "café – “x”"),
        ("\ufeffcafé".encode(), "text/html; charset=iso-8859-1", "café"),
        ("é".encode("utf-16"), None, "é"),
        ('<meta charset="utf-16">é'.encode(), None, '<meta charset="utf-16">é'),
        ("caf\xe9 \u201cx\u201d".encode("cp1252"), "text/html; charset=utf-8", "café “x”"),
        ("caf\xe9 \u201cx\u201d".encode("cp1252"), "text/html; charset=ISO-8859-1", "café “x”"),
        (
            '<meta charset="windows-1251">жук'.encode("cp1251"),
            None,
            '<meta charset="windows-1251">жук',
        ),
        (b'<meta charset="utf-16">caf\xe9', None, '<meta charset="utf-16">café'),
        (b'<meta charset="no-such">caf\xe9', None, '<meta charset="no-such">café'),
        ("éééééé".encode()[:-1], None, "ééééé\ufffd"),
        (b"a\x00b\r\nc\rd", None, "ab\nc\nd"),
        (
            "jumpa – pers “ya”, ".encode() + b"ANTARA \xa9 2026\xa0.",
            None,
            "jumpa – pers “ya”, ANTARA © 2026\xa0.",
        ),
        ("satu – dua".encode() + " “tiga” ".encode("cp1252"), None, "satu – dua “tiga” "),
        (
            "“e” “f” “g” “h” “i” “j” “k” ".encode() + b"x\xe2\x80 \xe2",
            None,
            "“e” “f” “g” “h” “i” “j” “k” x\ufffd \ufffd",
        ),
        (b"caf\xe9 \x81", "text/html; charset=utf-8", "café \ufffd"),
        (b"", None, ""),
    ],
)
def test_decode(body: bytes, content_type: str | None, wanted: str) -> None:
    """UTF-8 is taken where the bytes are UTF-8; else what is declared, if it can be true."""
    assert decode(body, content_type) == wanted


@given(st.binary(), st.text())
def test_nothing_raises(body: bytes, content_type: str) -> None:
    """Any bytes and any declaration give some text, without NUL."""
    assert "\x00" not in decode(body, content_type)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r\ufeff")))
def test_utf8_comes_back(text: str) -> None:
    """Well-formed UTF-8 is read as it is."""
    assert decode(text.encode(), "text/html; charset=iso-8859-1") == text
