"""The lists, read once: what each name is, and what is known of ordinary words."""

import functools
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from newscrawl.gazetteer import countries
from newscrawl.gazetteer.folding import key

NOTHING = frozenset({"never", "region"})
"""Kinds of names that mean no country, and are no place left open either."""
WIDE = frozenset({"country", "region_of"})
"""Kinds of names that say in which country the place before them is."""


class Name(NamedTuple):
    """What a name means."""

    countries: tuple[str, ...]
    """One for a name that is placed; several, or none, for one that is left open."""
    kind: str
    """``country``, ``abbr``, ``region_of`` (a part of one country), ``seat``, ``city``, ``club``,
    ``shared`` (left open), ``town`` (of GeoNames), ``small`` (one too small to be believed inside
    a text), ``never``, ``region`` (a part of the world)."""

    @property
    def placed(self) -> bool:
        """Tell whether it is in one country, for certain."""
        return len(self.countries) == 1 and self.kind != "shared"


class Lists(NamedTuple):
    """All that is kept, by folded name."""

    names: dict[str, Name]
    longest: dict[str, int]
    """How many words the longest name has that begins with this word."""
    words: dict[str, frozenset[str]]
    """Of each kind that tells of words, those words: ``word``, ``person``, ``treaty`` …"""


@functools.cache
def lists() -> Lists:
    """Return the lists; what is kept by hand goes before what was made."""
    names, words = dict(_made()), dict[str, set[str]]()
    names |= {key(name): entry for name, entry in _by_hand()}
    for written, kind, _ in _rows("not_places.tsv"):
        if kind in NOTHING:
            names[key(written)] = Name((), kind)
        else:
            words.setdefault(kind, set()).add(key(written))
    return Lists(names, _longest(names), {kind: frozenset(some) for kind, some in words.items()})


def _made() -> Iterator[tuple[str, Name]]:
    known = {code: Name((code,), "town") for code in countries.table()}
    small = {code: Name((code,), "small") for code in known}
    small["?"] = Name((), "shared")
    for name, code, text in _rows("cities.tsv"):
        yield name, known[code] if text else small[code]
    for code, country in countries.table().items():
        yield key(country.english), Name((code,), "country")
        yield key(country.indonesian), Name((code,), "country")


def _by_hand() -> Iterator[tuple[str, Name]]:
    for name, codes, kind, _ in _rows("exonyms.tsv"):
        options = () if codes == "?" else tuple(codes.split("|"))
        yield name, Name(options, "region_of" if kind == "region" else kind)


def _rows(file: str) -> Iterator[list[str]]:
    text = files("newscrawl.gazetteer").joinpath(file).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines()[1:] if not line.startswith("#"))


def _longest(names: dict[str, Name]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for name in names:
        first, size = name.partition(" ")[0], name.count(" ") + 1
        if size > longest.get(first, 0):
            longest[first] = size
    return longest
