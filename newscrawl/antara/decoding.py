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
# Bytes that are no UTF-8 come as U+DC80 to U+DCFF, each by itself (PEP 383).
_BROKEN = re.compile("[\udc80-\udcff]")
_TORN = re.compile("[\udc80-\udcff]{2,}|[\udc80-\udcff]\\Z")
_SINGLE = {0xDC00 + byte: bytes([byte]).decode(_FALLBACK, "replace") for byte in range(0x80, 0x100)}


def decode(body: bytes, content_type: str | None = None) -> str:
    """Return the text of a page; bytes that mean nothing become U+FFFD, NUL characters go.

    A byte-order mark is believed. Otherwise bytes that are valid UTF-8 are UTF-8, whatever is
    declared: other text is practically never valid UTF-8 by chance, and pages have been seen that
    declare ``utf-16`` in UTF-8 bytes. Only then the header's charset and the page's count.

    Text that was pasted in another character set is read too: a byte that is no UTF-8 and stands
    alone is Windows-1252, where several in a row are a letter that is torn.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _tidy(body.removeprefix(mark).decode(encoding, "replace"))
    try:
        return _tidy(body.decode("utf-8"))
    except UnicodeDecodeError:
        text = body.decode("utf-8", "surrogateescape")
    broken = len(_BROKEN.findall(text))
    if _is_utf8(text, broken):
        return _tidy(_TORN.sub("\ufffd", text).translate(_SINGLE))
    declared = _declared(body, content_type)
    if declared == _FALLBACK:
        return _tidy(text.translate(_SINGLE))
    return _tidy(body.decode(declared, "replace"))


def _tidy(text: str) -> str:
    text = text.replace("\x00", "")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _is_utf8(text: str, broken: int) -> bool:
    """Tell whether a cut or damaged page is UTF-8 all the same: nearly all its letters are."""
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
