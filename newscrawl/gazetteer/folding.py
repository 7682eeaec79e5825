"""Names made alike: no accents, no apostrophes, lower case, one space between words."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’‘ʻʼ`´][^\W_]+)*")
"""A word; an apostrophe inside belongs to it (``Nuku'alofa``), a hyphen or a point ends it."""

_APOSTROPHES = str.maketrans("", "", "'’‘ʻʼ`´")
_NO_PARTS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "ı": "i",
        "đ": "d",
        "ð": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ə": "e",
    }
)
"""Letters that Unicode does not take for a plain one with a mark."""


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """Return a word in lower case without its accents and apostrophes."""
    word = word.translate(_APOSTROPHES)
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_NO_PARTS)


def key(name: str) -> str:
    """Return a name as the lists have it: ``Xi'an`` as ``xian``, ``St.-Denis`` as ``st denis``."""
    return " ".join(map(fold, WORD.findall(unicodedata.normalize("NFC", name))))
