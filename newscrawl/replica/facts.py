"""The facts that all sentences of one story agree on."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from newscrawl.replica import dates
from newscrawl.replica.people import person
from newscrawl.replica.places import COUNTRIES, Country, borders, cities, neighbours
from newscrawl.replica.scenario import Scenario

_SINCE = ("pekan lalu", "bulan lalu", "dua bulan lalu", "tiga pekan lalu", "pertengahan bulan lalu")
_DIGITS = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
)  # fmt: skip
_PLAIN_TITLES = {
    "Ahli", "Analis", "Asisten", "Dosen", "Ekonom", "Guru", "Kapten", "Pedagang", "Pegiat",
    "Pelatih", "Peneliti", "Pengamat",
}  # fmt: skip


def number(value: int) -> str:
    """Return the number as the copy writes it: ``tujuh`` below ten, else with dots: ``48.000``."""
    return _DIGITS[value] if value < len(_DIGITS) else f"{value:,}".replace(",", ".")


def draw_facts(scenario: Scenario, country: Country, day: date, draw: Random) -> dict[str, str]:
    """Return the facts of one story, drawn from its own source."""
    other = draw.choice(borders(country) if scenario.border else neighbours(country))
    facts = (
        _places(country, other, draw.choice(cities(country, coastal=scenario.coastal)))
        | _days(day, draw)
        | _own(scenario, draw)
    )
    origins = {"home": country, "neighbour": other, "abroad": draw.choice(COUNTRIES)}
    custom = origins[scenario.second_from].names
    if scenario.topic == "haji" or scenario.subsection == "WNI":
        custom = "indonesia"
    first_custom = "indonesia" if scenario.subsection == "WNI" else country.names
    return facts | _speakers(scenario, first_custom, custom, draw)


def revised(facts: Mapping[str, str], name: str, draw: Random) -> dict[str, str]:
    """Return the facts with one whole number raised, as when a toll becomes known."""
    text = facts[name]
    old = _DIGITS.index(text) if text in _DIGITS else int(text.replace(".", ""))
    return {**facts, name: number(old + max(1, old * draw.randint(5, 30) // 100))}


def _places(country: Country, other: Country, city: str) -> dict[str, str]:
    return {
        "kota": city,
        "kota_kecil": city.lower(),
        "negara": country.name,
        "negara_kecil": country.name.lower(),
        "ibu_kota": country.capital,
        "kawasan": country.region,
        "kepala": country.head,
        "tetangga": other.name,
        "tetangga_kecil": other.name.lower(),
        "ibu_kota_tetangga": other.capital,
    }


def _days(day: date, draw: Random) -> dict[str, str]:
    return {
        "hari": dates.in_copy(day),
        "hari_saja": dates.weekday(day),
        "kemarin": dates.in_copy(day - timedelta(days=1)),
        "nanti": dates.in_copy(day + timedelta(days=draw.randint(2, 9))),
        "bulan": dates.MONTHS[(day - timedelta(days=40)).month - 1],
        "tahun": str(day.year),
        "tahun_lalu": str(day.year - 1),
        "sejak": draw.choice(_SINCE),
    }


def _own(scenario: Scenario, draw: Random) -> dict[str, str]:
    facts = {}
    for name, (low, high) in scenario.numbers.items():
        facts[name] = number(_rounded(draw.randint(low, high), draw))
    for name, (low, high) in scenario.tenths.items():
        whole, tenth = divmod(draw.randint(low, high), 10)
        # A magnitude keeps its decimal, other figures lose a zero.
        facts[name] = f"{whole},{tenth}" if tenth or name == "magnitudo" else str(whole)
    for name, words in scenario.words.items():
        word = draw.choice(words)
        facts[name] = word
        facts[name[:1].upper() + name[1:]] = word[:1].upper() + word[1:]
    return facts


def _rounded(value: int, draw: Random) -> int:
    """Large numbers are round more often than not, as officials give them."""
    if value < 1000 or draw.random() < 0.3:  # noqa: PLR2004 - a bound that explains itself
        return value
    step: int = 10 ** (len(str(value)) - 2)
    return value // step * step


def _speakers(scenario: Scenario, custom: str, custom2: str, draw: Random) -> dict[str, str]:
    first, second = person(custom, draw), person(custom2, draw)
    while set(first.full.split()) & set(second.full.split()):
        second = person(custom2, draw)
    return {
        "jabatan": _in_sentence(draw.choice(scenario.speaker)),
        "tokoh": first.full,
        "belakang": first.short,
        "jabatan2": _in_sentence(draw.choice(scenario.second)),
        "tokoh2": second.full,
        "belakang2": second.short,
    }


def _in_sentence(title: str) -> str:
    """An office keeps its capitals inside a sentence, a mere description does not."""
    first, _, rest = title.partition(" ")
    plain = first in _PLAIN_TITLES or rest[:1].islower()
    return title[:1].lower() + title[1:] if plain else title
