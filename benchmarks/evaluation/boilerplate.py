"""What stands around a story and is none of it: whether a body has more of it than the story."""

import re
from collections.abc import Sequence

KINDS = {
    "editor": re.compile(r"\bEditor\s*:", re.IGNORECASE),
    "reporter": re.compile(r"\b(?:Pewarta|Reporter|Oleh)\s*:|\bReporting by\b", re.IGNORECASE),
    "translator": re.compile(r"\b(?:Penerjemah|Translator)\s*:", re.IGNORECASE),
    "copyright": re.compile(r"\bcopyright\b|©", re.IGNORECASE),
    "rights notice": re.compile(r"\bdilarang (?:keras )?(?:menyalin|mengutip)\b", re.IGNORECASE),
    "Baca juga": re.compile(r"\b(?:baca juga|also read|read also)\b", re.IGNORECASE),
    "source": re.compile(r"^Sumber\s*:", re.MULTILINE),
    "counts, sharing": re.compile(r"\d\s*views\b|^share on\b|\bwaktu baca\b", re.MULTILINE),
    "advertising": re.compile(r"adsbygoogle|googletag|google_ad_|^Iklan$", re.MULTILINE),
}
"""A string of each kind is on most pages, outside the story. A story may have one of its own: a
leak is a string that a body has more often than the right body."""


def leaks(expected: Sequence[str], found: str) -> list[str]:
    """Return the kinds of boilerplate in a body.

    Args:
        expected: the forms of the right body.
        found: the body that a tool gave.
    """
    return [
        kind
        for kind, pattern in KINDS.items()
        if _count(pattern, found) > max((_count(pattern, text) for text in expected), default=0)
    ]


def _count(pattern: re.Pattern[str], text: str) -> int:
    return len(pattern.findall(text))
