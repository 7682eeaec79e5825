"""The facts that all sentences of one story agree on."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from newscrawl.replica import dates
from newscrawl.replica.people import person
from newscrawl.replica.places import COUNTRIES, Country, borders, cities, neighbours
from newscrawl.replica.places_english import ENGLISH_COUNTRIES, english_neighbours
from newscrawl.replica.scenario import Scenario

_SINCE = ("pekan lalu", "bulan lalu", "dua bulan lalu", "tiga pekan lalu", "pertengahan bulan lalu")
_DIGITS = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
)  # fmt: skip
_ENGLISH_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_PLAIN_TITLES = {
    "Ahli", "Analis", "Asisten", "Dosen", "Ekonom", "Guru", "Kapten", "Pedagang", "Pegiat",
    "Pelatih", "Peneliti", "Pengamat",
}  # fmt: skip


def number(value: int, language: str = "id") -> str:
    """Return the number as the copy writes it: a word below ten, else ``48.000`` or ``48,000``."""
    digits = _ENGLISH_DIGITS if language == "en" else _DIGITS
    if value < len(digits):
        return digits[value]
    return f"{value:,}" if language == "en" else f"{value:,}".replace(",", ".")


def draw_facts(scenario: Scenario, country: Country, day: date, draw: Random) -> dict[str, str]:
    """Return the facts of one story, drawn from its own source."""
    english = scenario.language == "en"
    other = draw.choice(_near(scenario, country))
    facts = (
        _places(country, other, draw.choice(cities(country, coastal=scenario.coastal)))
        | (_english_days(day, draw) if english else _days(day, draw))
        | _own(scenario, draw)
    )
    abroad = draw.choice(ENGLISH_COUNTRIES if english else COUNTRIES)
    origins = {"home": country, "neighbour": other, "abroad": abroad}
    custom = origins[scenario.second_from].names
    if scenario.topic == "haji" or scenario.form == "check" or scenario.subsection == "WNI":
        custom = "indonesia"
    first_custom = "indonesia" if scenario.subsection == "WNI" else country.names
    return facts | _speakers(scenario, first_custom, custom, draw)


def _near(scenario: Scenario, country: Country) -> tuple[Country, ...]:
    """Return the countries that may be the story's other one."""
    if scenario.language == "en":
        return english_neighbours(country)
    return borders(country) if scenario.border else neighbours(country)


def revised(facts: Mapping[str, str], name: str, draw: Random) -> dict[str, str]:
    """Return the facts with one whole number raised, as when a toll becomes known."""
    text = facts[name]
    if text in _DIGITS:
        old = _DIGITS.index(text)
    elif text in _ENGLISH_DIGITS:
        old = _ENGLISH_DIGITS.index(text)
    else:
        old = int(text.replace(".", "").replace(",", ""))
    language = "en" if text in _ENGLISH_DIGITS or "," in text else "id"
    return {**facts, name: number(old + max(1, old * draw.randint(5, 30) // 100), language)}


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


def _english_days(day: date, draw: Random) -> dict[str, str]:
    later = day + timedelta(days=draw.randint(2, 9))
    return _days(day, draw) | {
        "hari": dates.in_english_copy(day),
        "hari_saja": f"{day:%A}",
        "kemarin": dates.in_english_copy(day - timedelta(days=1)),
        "nanti": f"{later:%B} {later.day}",
        "bulan": f"{day - timedelta(days=40):%B}",
        "sejak": "last month",
    }


def _own(scenario: Scenario, draw: Random) -> dict[str, str]:
    facts = {}
    for name, (low, high) in scenario.numbers.items():
        facts[name] = number(_rounded(draw.randint(low, high), draw), scenario.language)
    for name, (low, high) in scenario.tenths.items():
        whole, tenth = divmod(draw.randint(low, high), 10)
        # A magnitude keeps its decimal, other figures lose a zero.
        point = "." if scenario.language == "en" else ","
        facts[name] = f"{whole}{point}{tenth}" if tenth or name == "magnitudo" else str(whole)
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
    title = str if scenario.language == "en" else _in_sentence
    first_title = title(draw.choice(scenario.speaker))
    second_title = title(draw.choice(scenario.second))
    return {
        "jabatan": first_title,
        "tokoh": first.full,
        "belakang": first.short,
        "jabatan2": second_title,
        "orang2": f"{second.full}, {second_title},"
        if second_title[:1].islower()
        else f"{second_title} {second.full}",
        "tokoh2": second.full,
        "belakang2": second.short,
    }


def _in_sentence(title: str) -> str:
    """An office keeps its capitals inside a sentence, a mere description does not."""
    first, _, rest = title.partition(" ")
    plain = first in _PLAIN_TITLES or rest[:1].islower()
    return title[:1].lower() + title[1:] if plain else title
