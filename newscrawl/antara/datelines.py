"""Datelines: ``Baku/Yerevan (ANTARA) - `` before a story's first sentence."""

import re
from dataclasses import dataclass

from newscrawl.antara.agencies import each_once, split_sources
from newscrawl.items import Dateline

_DASH = r"[-‐‑‒–—―]{1,3}"
_DATELINE = re.compile(
    rf"\s*(?:(?P<place>[^()\n]{{0,90}}?)\s*(?:{_DASH}\s*)?"
    rf"\(\s*(?P<agency>ANTARA(?:news(?:\.com)?)?\b[^()\n]{{0,60}})\)\s*{_DASH}"
    rf"|ANTARA(?:\s+News)?\s*{_DASH})(?P<blank>\s*)",
    re.IGNORECASE,
)
_WORD = r"(?!(?i:antara|lkbn|kantor|perum)\b)[A-Z][\w'’./-]*"
_PLACE = rf"{_WORD}(?:,? {_WORD}){{0,3}}"
# Without ANTARA: "NEW YORK--(BUSINESS WIRE)--", "SHENZHEN, China, Oct 5, 2020 /PRNewswire/ -- ".
_WIRE_DATELINE = re.compile(
    rf"\s*(?P<place>[A-Z][^()\n]{{1,90}}?)\s*(?:{_DASH}\s*)?(?:\(\s*(?P<agency>BUSINESS WIRE)\s*\)"
    rf"|/\s*(?P<slashed>PR ?Newswire)[^/\n]{{0,30}}/)\s*{_DASH}\s*",
    re.IGNORECASE,
)
# "Jakarta, ANTARA News - ", and "Jakarta (ANTARA) Presiden …", whose dash was forgotten.
_LOOSE_DATELINE = re.compile(
    rf"\s*(?P<place>{_PLACE})(?:, (?i:ANTARA(?: News)?)\s+{_DASH}\s+"
    r"|\s*\(\s*(?P<agency>(?i:ANTARA)(?: News)?(?:/[^()\n]{1,40})?)\s*\)\s+(?=[\"“]?[A-ZÀ-Þ]))"
)
_DATE = re.compile(
    # "Mataram, 7/12", "LONDON, Nov. 5, 2015", "Jakarta, 5 November 2015"
    r",?\s+(?:\d{1,2}/\d{1,2}(?:/\d{2,4})?|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:,?\s+\d{4})?"
    r"|\d{1,2}\s+[A-Za-z]{3,9}\.?(?:\s+\d{4})?)$"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a story's first paragraph says before its first sentence."""

    dateline: Dateline
    agencies: list[str]
    """Wires named beside ANTARA: ``(ANTARA/Xinhua)``."""
    length: int
    """Characters of the paragraph that it takes."""


def read_dateline(paragraph: str) -> Opening | None:
    """Return the dateline that a paragraph opens with, or None when it opens with none.

    Args:
        paragraph: with white space folded; the dateline's text is its beginning as printed, with
            the blank before the first sentence.
    """
    lower = paragraph.lower()
    match = None
    # None of its letters has another form than the large one.
    if "antara" in lower:
        match = _DATELINE.match(paragraph) or _LOOSE_DATELINE.match(paragraph)
    if match is None:
        match = _WIRE_DATELINE.match(paragraph) if _may_name_wire(lower) else None
        return _opening(match, _wire(match)) if match else None
    names = (match["agency"] or "").partition("/")[2]
    return _opening(match, each_once(split_sources(names) or []))


def _may_name_wire(lower: str) -> bool:
    """Tell whether a text in small letters may name a wire; some letters have two large forms."""
    return "business wire" in lower or "newswire" in lower or not lower.isascii()


def _wire(match: re.Match[str]) -> list[str]:
    return ["Business Wire" if match["agency"] else "PRNewswire"]


def _opening(match: re.Match[str], agencies: list[str]) -> Opening:
    place = _DATE.sub("", (match["place"] or "").strip(" ,-–—")).strip(" ,-–—")
    return Opening(Dateline(place=place or None, text=match[0]), agencies, match.end())
