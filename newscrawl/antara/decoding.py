"""Bytes of a page to text: which character set they really are in."""

import codecs
import re

_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096
"""How many bytes are searched for a declaration; HTML's own limit is 1024, the site's heads are
longer."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_MOSTLY = 4
"""How many well-formed letters beyond ASCII stand against a broken one in a UTF-8 page."""
_FALLBACK = "cp1252"


def decode(body: bytes, content_type: str | None = None) -> str:
    """Return the text of a page; bytes that mean nothing become U+FFFD, NUL characters go.

    A byte-order mark is believed. Otherwise bytes that are valid UTF-8 are UTF-8, whatever is
    declared: other text is practically never valid UTF-8 by chance, and pages have been seen that
    declare ``utf-16`` in UTF-8 bytes. Only then the header's charset and the page's count.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _tidy(body.removeprefix(mark).decode(encoding, "replace"))
    try:
        return _tidy(body.decode())
    except UnicodeDecodeError:
        text = body.decode("utf-8", "replace")
    if _is_damaged_utf8(text):
        return _tidy(text)
    return _tidy(body.decode(_declared(body, content_type), "replace"))


def _tidy(text: str) -> str:
    return text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")


def _is_damaged_utf8(text: str) -> bool:
    """Tell whether a cut or damaged page is UTF-8 all the same: nearly all its letters are."""
    broken = text.count("\ufffd")
    return sum(map(len, _BEYOND_ASCII.findall(text))) - broken > _MOSTLY * broken


def _declared(body: bytes, content_type: str | None) -> str:
    names = _CHARSET.findall(content_type or "")
    names += [name.decode("ascii", "replace") for name in _DECLARED.findall(body[:_HEAD])]
    for name in names:
        try:
            encoding = codecs.lookup(name).name
        except LookupError:
            continue
        # A page whose declaration could be read as ASCII is in no UTF-16, and Latin-1 is a name
        # for Windows-1252 (WHATWG Encoding, section 4.2).
        if encoding != "iso8859-1" and encoding.startswith(("iso8859", "cp125", "koi8", "gb")):
            return encoding
    return _FALLBACK
