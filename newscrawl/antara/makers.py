"""The bracket at the end of a video's text, which names who made it."""

import re

from newscrawl.antara.agencies import WIRE

_BRACKET = re.compile(r"(?:^|(?<=[.!?\"”’…]))\s*\((?P<names>[^()]{2,300})\)\s*\.?$")
_JOINT = re.compile(r"\s*[/,]\s*|\s+dan\s+")
_WORD = r"(?:[^\W\d_][\w.'’-]*)"
_NAME = re.compile(rf"{_WORD}(?: {_WORD}){{0,5}}")
_WIRE = re.compile(WIRE, re.IGNORECASE)


def without_makers(text: str) -> tuple[str, list[str]]:
    """Return a video's last paragraph without the names at its end, and the wires among them.

    ``(REUTERS/Nama/Nama lain)`` does not say who reported, filmed or edited, so its people are in
    no field; a wire is where the film comes from.
    """
    match = _BRACKET.search(text)
    if match is None:
        return text, []
    names = _JOINT.split(match["names"].strip())
    if not all(map(_is_name, names)):
        return text, []
    return text[: match.start()].rstrip(), [name for name in names if _WIRE.fullmatch(name)]


def _is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None and text[0].isupper()
