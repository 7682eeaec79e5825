"""Countries and territories by their ISO 3166-1 alpha-2 code (and ``XK``): names, and a point."""

import functools
from importlib.resources import files
from typing import NamedTuple

_TABLE = "countries.tsv"


class Country(NamedTuple):
    """One row of ``countries.tsv``, as :mod:`newscrawl.gazetteer.making` writes it."""

    english: str
    indonesian: str
    latitude: float
    longitude: float


def name(code: str) -> str:
    """Return the short English name; ``KeyError`` for a code that is none."""
    return table()[code].english


def indonesian(code: str) -> str:
    """Return the short Indonesian name; ``KeyError`` for a code that is none."""
    return table()[code].indonesian


def centre(code: str) -> tuple[float, float]:
    """Return latitude and longitude, in degrees, of the capital or else of the biggest town.

    It is where a map that is too small to show a country's shape may draw it.
    """
    country = table()[code]
    return country.latitude, country.longitude


@functools.cache
def table() -> dict[str, Country]:
    """Return all countries by code, in the order of the codes."""
    text = files("newscrawl.gazetteer").joinpath(_TABLE).read_text(encoding="utf-8")
    return {
        code: Country(english, local, float(latitude), float(longitude))
        for code, english, local, latitude, longitude in (
            row.split("\t") for row in text.splitlines()[1:]
        )
    }
