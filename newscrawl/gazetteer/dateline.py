"""The countries of a dateline: the place before ``(ANTARA)``, or several."""

import re

from newscrawl.gazetteer.copy import copy
from newscrawl.gazetteer.folding import key
from newscrawl.gazetteer.names import NOTHING, WIDE, Name, lists
from newscrawl.gazetteer.placing import Placed, scan

_SEVERAL = re.compile(r"\s*(?:[/;|&]|\s+dan\s+|\s+[-–—]\s+|[–—])\s*")
_COMMA = re.compile(r"\s*,\s*")


def of_dateline(place: str) -> Placed:
    """Return the countries of ``Baku/Yerevan``, ``Mataram, NTB``, ``PBB, New York``."""
    whole = lists().names.get(key(place))
    groups = [place] if whole else _SEVERAL.split(place.strip())
    countries: dict[str, None] = {}
    unplaced: dict[str, None] = {}
    for group in groups:
        placed = Placed(whole.countries) if whole and whole.placed else _of_group(group)
        countries.update(dict.fromkeys(placed.countries))
        unplaced.update(dict.fromkeys(placed.unplaced))
    return Placed(tuple(countries), tuple(unplaced))


def _of_group(group: str) -> Placed:
    """Return what places with commas between come to: the wider one says where the other is."""
    parts = [(part, _meaning(part)) for part in _COMMA.split(group) if key(part)]
    wider = parts[-1][1] if len(parts) > 1 else None
    if wider and wider.placed and (wider.kind in WIDE or wider.kind == "abbr"):
        own = [(part, found) for part, found in parts[:-1] if found and found.kind == "country"]
        parts = [*own, parts[-1]]
    elif wider and not wider.placed and any(_agree(found, wider) for _, found in parts[:-1]):
        parts = parts[:-1]
    return _union(parts)


def _agree(narrow: Name | None, wider: Name) -> bool:
    return narrow is not None and narrow.placed and narrow.countries[0] in wider.countries


def _union(parts: list[tuple[str, Name | None]]) -> Placed:
    countries: dict[str, None] = {}
    unplaced: dict[str, None] = {}
    for part, found in parts:
        if found is None or (found.kind not in NOTHING and not found.placed):
            inner = scan(copy(part, cased=True)) if found is None else Placed()
            countries.update(dict.fromkeys(inner.countries))
            if not inner.countries:
                unplaced[part] = None
        else:
            countries.update(dict.fromkeys(found.countries))
    return Placed(tuple(countries), tuple(unplaced))


def _meaning(part: str) -> Name | None:
    """Return what a place means, without the words for what it is where those are not known."""
    names, words = lists().names, key(part).split()
    if " ".join(words) in names:
        return names[" ".join(words)]
    if words and words[0] in lists().words["own_unit"]:
        return Name(("ID",), "small")
    while words and words[0] in lists().words["unit"]:
        words = words[1:]
    while len(words) > 1 and words[-1] in lists().words["side"] and " ".join(words) not in names:
        words = words[:-1]
    return names.get(" ".join(words))
