"""Which stories a day has: all that can be known of a story without writing it.

Links need the headlines of other stories, so these are drawn apart from the stories themselves.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Literal

from newscrawl.clock import WIB
from newscrawl.replica import topics
from newscrawl.replica.facts import draw_facts
from newscrawl.replica.grammar import sentence
from newscrawl.replica.ids import ids_of_day
from newscrawl.replica.places import BORDERED, BY_NAME, COUNTRIES, INDONESIA, JAWA_TIMUR, Country
from newscrawl.replica.scenario import Scenario

HOST, REGIONAL_HOST, MOTORING_HOST = (
    "www.antaranews.com",
    "jatim.antaranews.com",
    "otomotif.antaranews.com",
)
_RHYTHM = (1, 1, 1, 1, 2, 3, 5, 7, 9, 10, 11, 10, 9, 10, 10, 9, 8, 7, 6, 5, 5, 4, 3, 2)
"""How many stories each hour of a day brings, relative to the others."""
_ELSEWHERE, _PHOTO, _VIDEO = 0.10, 0.13, 0.16
"""Shares of other sections, photo pages and video pages, each added to the one before."""
_COPIED, _TAKEN_DOWN = 0.02, 0.012
_GONE_AFTER = (timedelta(hours=3), timedelta(hours=30), timedelta(days=4))
_WORDS = re.compile(r"[^a-z0-9]+")

Kind = Literal["article", "photo", "video"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A story before it is written."""

    article_id: int
    host: str
    kind: Kind
    published: datetime
    scenario: Scenario
    country: Country
    facts: Mapping[str, str]
    angle: str
    """The headline before facts are put in: it decides how the story begins."""
    headline: str
    slug: str
    astray: bool
    """Whether the world section's feed and list carry it though it belongs to another section."""
    taken_down: datetime | None
    """When the site takes it away."""
    copy_of: int | None = None
    """Id of the story of the same day whose text it repeats."""

    def __hash__(self) -> int:
        """Only the facts cannot be hashed, and the id tells stories apart."""
        return hash((self.article_id, self.host))

    @property
    def path(self) -> str:
        """Path of the story's address."""
        folder = {"article": "berita", "photo": "foto", "video": "video"}[self.kind]
        return f"/{folder}/{self.article_id}/{self.slug}"

    @property
    def url(self) -> str:
        """Canonical address."""
        host = self.host if self.host == REGIONAL_HOST else HOST
        return f"https://{host}{self.path}"

    def with_facts(self, facts: Mapping[str, str]) -> "Head":
        """Return the same story with other facts, as a correction finds them."""
        return replace(self, facts=facts)

    def visible(self, now: datetime) -> bool:
        """Whether the site has the story at a moment."""
        return self.published <= now and (self.taken_down is None or now < self.taken_down)

    @property
    def in_world(self) -> bool:
        """Whether the world section carries it."""
        return self.scenario.section == "Dunia" or self.astray


def heads_of_day(seed: int, day: date, count: int, *, regional: bool = False) -> tuple[Head, ...]:
    """Return the day's stories, oldest first.

    Raises:
        ValueError: the day has fewer ids than stories are asked for, or no ids at all.
    """
    draw = Random(f"{seed}/{day}/{regional}")
    given_out = ids_of_day(day, regional=regional)
    if count > len(given_out):
        raise ValueError(f"{day} has ids for {len(given_out)} stories, not for {count}")
    ids = sorted(draw.sample(given_out, count))
    times = _times(day, count, draw)
    scenarios = _scenarios(count, draw) if not regional else list(topics.REGIONAL * count)[:count]
    heads = [
        _head(Random(f"{seed}/{number}/{regional}"), number, moment, scenario)
        for number, moment, scenario in zip(ids, times, scenarios, strict=True)
    ]
    return tuple(_with_copies(heads, draw))


def _with_copies(heads: list[Head], draw: Random) -> list[Head]:
    """Now and then the desk sends a story a second time, under an id of its own."""
    for at in range(1, len(heads)):
        of = heads[draw.randrange(at)]
        fits = heads[at].kind == of.kind == "article" and of.copy_of is None
        if draw.random() < _COPIED and fits and heads[at].host == of.host:
            again = replace(
                of, article_id=heads[at].article_id, published=heads[at].published, taken_down=None
            )
            heads[at] = replace(again, copy_of=of.article_id)
    return heads


def _times(day: date, count: int, draw: Random) -> list[datetime]:
    """Return moments that follow the desk's day, in order, no two alike."""
    midnight = datetime.combine(day, time(), WIB)
    seconds: set[int] = set()
    while len(seconds) < count:
        hour = draw.choices(range(24), _RHYTHM)[0]
        seconds.add(hour * 3600 + draw.randrange(3600))
    return [midnight + timedelta(seconds=second) for second in sorted(seconds)]


def _scenarios(count: int, draw: Random) -> list[Scenario]:
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


def _head(draw: Random, number: int, published: datetime, scenario: Scenario) -> Head:
    country = _country(scenario, draw)
    facts = draw_facts(scenario, country, published.date(), draw)
    angle = draw.choice(scenario.headlines)
    headline = sentence(angle, facts, draw)
    return Head(
        article_id=number,
        host=_host(scenario),
        kind=_kind(scenario, draw),
        published=published,
        scenario=scenario,
        country=country,
        facts=facts,
        angle=angle,
        headline=headline,
        slug=_WORDS.sub("-", headline.lower()).strip("-"),
        astray=scenario in topics.ELSEWHERE and draw.random() < 0.5,  # noqa: PLR2004 - a share
        taken_down=published + draw.choice(_GONE_AFTER) if draw.random() < _TAKEN_DOWN else None,
    )


def _country(scenario: Scenario, draw: Random) -> Country:
    if scenario in topics.REGIONAL:
        return JAWA_TIMUR
    if scenario.section not in {"Dunia", "Olahraga"}:
        return INDONESIA
    if scenario.border:
        return BY_NAME[draw.choice(BORDERED)]
    if scenario.countries:
        return BY_NAME[draw.choice(scenario.countries)]
    return draw.choice(COUNTRIES)


def _host(scenario: Scenario) -> str:
    if scenario in topics.REGIONAL:
        return REGIONAL_HOST
    return MOTORING_HOST if scenario.topic == "otomotif" else HOST


def _kind(scenario: Scenario, draw: Random) -> Kind:
    if scenario.section != "Dunia":
        return "article"
    share = draw.random()
    if _ELSEWHERE <= share < _PHOTO:
        return "photo"
    return "video" if _PHOTO <= share < _VIDEO else "article"
