"""Who and what a story is: its scenario, country, host and kind, drawn before it is written."""

from random import Random
from typing import Literal

from newscrawl.replica import topics
from newscrawl.replica.places import BORDERED, BY_NAME, COUNTRIES, INDONESIA, JAWA_TIMUR, Country
from newscrawl.replica.places_english import BY_ENGLISH_NAME
from newscrawl.replica.scenario import Scenario

HOST = "www.antaranews.com"
REGIONAL_HOST = "jatim.antaranews.com"
MOTORING_HOST = "otomotif.antaranews.com"
ENGLISH_HOST = "en.antaranews.com"

Kind = Literal["article", "photo", "video", "infographic", "press_release"]
FOLDERS: dict[Kind, str] = {
    "article": "berita",
    "photo": "foto",
    "video": "video",
    "infographic": "infografik",
    "press_release": "rilis-pers",
}
"""First segment of the address of each kind."""

_ELSEWHERE, _PHOTO, _VIDEO = 0.10, 0.13, 0.16
"""Shares of other sections, photo pages and video pages, each added to the one before."""
_RELEASE, _CHECK, _INFOGRAPHIC = 0.02, 0.035, 0.05
"""Shares of press releases, fact checks and infographics among what would be articles, as above."""


def scenarios(count: int, draw: Random) -> list[Scenario]:
    """Return a day's mix: every kind of story once before any comes again."""
    mix: list[Scenario] = []
    while len(mix) < count:
        pool = [*topics.WORLD, *topics.SPORT]
        draw.shuffle(pool)
        mix += pool
    return [
        draw.choice(topics.ELSEWHERE) if draw.random() < _ELSEWHERE else scenario
        for scenario in mix[:count]
    ]


def english_scenarios(count: int, draw: Random) -> list[Scenario]:
    """Return a day's mix of the English edition."""
    rounds = -(-count // len(topics.ENGLISH))
    return [s for _ in range(rounds) for s in draw.sample(topics.ENGLISH, len(topics.ENGLISH))][
        :count
    ]


def recast(scenario: Scenario, draw: Random) -> tuple[Scenario, Kind | None]:
    """Return what a world story is instead, now and then: a press release, a check, a graphic."""
    share = draw.random()
    if scenario.section != "Dunia" or share >= _INFOGRAPHIC:
        return scenario, None
    if share < _RELEASE:
        return draw.choice(topics.RELEASES), "press_release"
    if share < _CHECK:
        return draw.choice(topics.CHECKS), "article"
    return scenario, "infographic"


def country_of(scenario: Scenario, draw: Random) -> Country:
    """Return where a story happens."""
    if scenario.language == "en":
        return BY_ENGLISH_NAME[draw.choice(scenario.countries or tuple(BY_ENGLISH_NAME))]
    if scenario in topics.REGIONAL:
        return JAWA_TIMUR
    if scenario.section not in {"Dunia", "Olahraga", "Rilis Pers"}:
        return INDONESIA
    if scenario.border:
        return BY_NAME[draw.choice(BORDERED)]
    if scenario.countries:
        return BY_NAME[draw.choice(scenario.countries)]
    return draw.choice(COUNTRIES)


def host_of(scenario: Scenario, draw: Random) -> str:
    """Return the host on which the desk publishes a story of a scenario."""
    if scenario in topics.REGIONAL:
        return REGIONAL_HOST
    if scenario.form == "release" and draw.random() < 0.5:  # noqa: PLR2004 - a share
        return REGIONAL_HOST
    return MOTORING_HOST if scenario.topic == "otomotif" else HOST


def kind_of(scenario: Scenario, draw: Random) -> Kind:
    """Return what kind of page a story is."""
    if scenario.section != "Dunia":
        return "article"
    share = draw.random()
    if _ELSEWHERE <= share < _PHOTO:
        return "photo"
    return "video" if _PHOTO <= share < _VIDEO else "article"
