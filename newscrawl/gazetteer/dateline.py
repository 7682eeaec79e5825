"""The countries of a dateline: the place before ``(ANTARA)``, or several."""

import re
from collections.abc import Iterable

from newscrawl.gazetteer.folding import key
from newscrawl.gazetteer.names import WIDE, Name, lists
from newscrawl.gazetteer.placing import Placed, scan
from newscrawl.gazetteer.wording import copy

_SEVERAL = re.compile(r"\s*(?:[/;|&]|\s+dan\s+|\s+[-–—]\s+|[–—])\s*")
_COMMA = re.compile(r"\s*,\s*")


def of_dateline(place: str) -> Placed:
    """Return the countries of ``Baku/Yerevan``, ``Mataram, NTB``, ``PBB, New York``."""
    return _together(_of_group(group) for group in _groups(place))


def _groups(place: str) -> list[str]:
    """Return places that stand beside each other; a hyphen parts what is known on both sides."""
    names = lists().names
    if key(place) in names:
        return [place]
    groups: list[str] = []
    for group in _SEVERAL.split(place):
        sides = group.split("-")
        known = key(group) not in names and all(key(side) in names for side in sides)
        groups += sides if known else [group]
    return groups


def _of_group(group: str) -> Placed:
    """Return what places with commas between come to: the wider one says where the other is."""
    if key(group) in lists().names:
        return _of_part(group, lists().names[key(group)])
    parts = [(part, _meaning(part)) for part in _COMMA.split(group) if key(part)]
    wider = parts[-1][1] if len(parts) > 1 else None
    if wider and wider.placed and (wider.kind in WIDE or wider.kind == "abbr"):
        own = [(part, found) for part, found in parts[:-1] if found and found.kind == "country"]
        parts = [*own, parts[-1]]
    elif wider and not wider.placed and any(_agree(found, wider) for _, found in parts[:-1]):
        parts = parts[:-1]
    return _together(_of_part(part, found) for part, found in parts)


def _agree(narrow: Name | None, wider: Name) -> bool:
    return narrow is not None and narrow.placed and narrow.countries[0] in wider.countries


def _of_part(part: str, found: Name | None) -> Placed:
    if found is None:
        inner = scan(copy(part, cased=True))
        return Placed(inner.countries, () if inner.countries else (part,))
    if found.placed or found.kind == "region":
        return Placed(found.countries)
    return Placed((), (part,))


def _together(several: Iterable[Placed]) -> Placed:
    countries: dict[str, None] = {}
    unplaced: dict[str, None] = {}
    for placed in several:
        countries.update(dict.fromkeys(placed.countries))
        unplaced.update(dict.fromkeys(placed.unplaced))
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
