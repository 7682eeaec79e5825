"""Which stories a day has: all that can be known of a story without writing it.

Links need the headlines of other stories, so these are drawn apart from the stories themselves.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from newscrawl.clock import WIB
from newscrawl.replica import rhythm, topics
from newscrawl.replica.casting import (
    ENGLISH_HOST,
    FOLDERS,
    HOST,
    REGIONAL_HOST,
    Kind,
    country_of,
    english_scenarios,
    host_of,
    kind_of,
    recast,
    scenarios,
)
from newscrawl.replica.facts import draw_facts
from newscrawl.replica.grammar import filled, sentence
from newscrawl.replica.ids import Edition, ids_of_day
from newscrawl.replica.places import Country
from newscrawl.replica.scenario import Scenario

_RHYTHM = (1, 1, 1, 1, 2, 3, 5, 7, 9, 10, 11, 10, 9, 10, 10, 9, 8, 7, 6, 5, 5, 4, 3, 2)
"""How many stories each hour of a day brings, relative to the others."""
_COPIED, _TAKEN_DOWN = 0.02, 0.012
_GONE_AFTER = (timedelta(hours=3), timedelta(hours=30), timedelta(days=4))
_WORDS = re.compile(r"[^a-z0-9]+")
_SOURCES: dict[Edition, str] = {"id": "False", "jatim": "True", "en": "en"}
"""What sets apart the random sources of the editions."""
_ENGLISH_MOVED = 2017
"""First year whose English stories have a host of their own."""


@dataclass(frozen=True, slots=True)
class Head:
    """A story before it is written."""

    article_id: int
    edition: Edition
    """Whose id space the id belongs to."""
    host: str
    """Where the desk publishes it; press releases of a bureau have national ids on its host."""
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
    lively: bool = False
    """Whether it is changed and taken away at any time; see ``rhythm``."""

    def __hash__(self) -> int:
        """Only the facts cannot be hashed, and the id tells stories apart."""
        return hash((self.article_id, self.edition))

    @property
    def old_english(self) -> bool:
        """Whether it is of the years when English stories stood on the national host."""
        return self.edition == "en" and self.host == HOST

    @property
    def path(self) -> str:
        """Path of the story's address."""
        folder = FOLDERS[self.kind]
        if self.edition == "en":
            folder = "en/news" if self.old_english else "news"
        return f"/{folder}/{self.article_id}/{self.slug}"

    @property
    def url(self) -> str:
        """Canonical address: on the edition's host, wherever the desk publishes the story."""
        hosts = {"id": HOST, "jatim": REGIONAL_HOST, "en": ENGLISH_HOST}
        return f"https://{HOST if self.old_english else hosts[self.edition]}{self.path}"

    def with_facts(self, facts: Mapping[str, str]) -> "Head":
        """Return the same story with other facts, as a correction finds them."""
        return replace(self, facts=facts)

    def visible(self, now: datetime) -> bool:
        """Whether the site has the story at a moment."""
        return self.published <= now and (self.taken_down is None or now < self.taken_down)

    @property
    def tags(self) -> tuple[str, ...]:
        """Its tags, each once."""
        return tuple(dict.fromkeys(filled(tag, self.facts) for tag in self.scenario.tags))

    @property
    def in_world(self) -> bool:
        """Whether the world section carries it."""
        return self.scenario.section == "Dunia" or self.astray


def heads_of_day(
    seed: int, day: date, count: int, edition: Edition = "id", *, lively: bool = False
) -> tuple[Head, ...]:
    """Return the day's stories, oldest first; ``lively`` ones keep to the real desk's rhythm.

    Raises:
        ValueError: the day has fewer ids than stories are asked for, or no ids at all.
    """
    source = _SOURCES[edition]
    draw = Random(f"{seed}/{day}/{source}")
    given_out = ids_of_day(day, edition)
    if count > len(given_out):
        raise ValueError(f"{day} has ids for {len(given_out)} stories, not for {count}")
    ids = sorted(draw.sample(given_out, count))
    times = _times(day, count, draw, lively=lively and edition == "id")
    mix = _mix(edition, count, draw)
    heads = [
        _head(f"{seed}/{number}/{source}", edition, number, moment, scenario, lively=lively)
        for number, moment, scenario in zip(ids, times, mix, strict=True)
    ]
    return tuple(_with_copies(heads, draw))


def _mix(edition: Edition, count: int, draw: Random) -> list[Scenario]:
    if edition == "jatim":
        return list(topics.REGIONAL * count)[:count]
    return english_scenarios(count, draw) if edition == "en" else scenarios(count, draw)


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


def _times(day: date, count: int, draw: Random, *, lively: bool) -> list[datetime]:
    """Return moments that follow the desk's day, in order, no two alike."""
    midnight = datetime.combine(day, time(), WIB)
    if lively:
        moments = rhythm.seconds_of(count, _RHYTHM, draw)
        return [midnight + timedelta(seconds=second) for second in moments]
    seconds: set[int] = set()
    while len(seconds) < count:
        hour = draw.choices(range(24), _RHYTHM)[0]
        seconds.add(hour * 3600 + draw.randrange(3600))
    return [midnight + timedelta(seconds=second) for second in sorted(seconds)]


def _head(  # noqa: PLR0913 - all that a head depends on
    source: str,
    edition: Edition,
    number: int,
    published: datetime,
    planned: Scenario,
    *,
    lively: bool,
) -> Head:
    draw = Random(source)
    other = Random(f"{source}/kind")
    scenario, kind = recast(planned, other)
    country = country_of(scenario, draw)
    facts = draw_facts(scenario, country, published.date(), draw)
    angle = draw.choice(scenario.headlines)
    headline = sentence(angle, facts, draw)
    return Head(
        article_id=number,
        edition=edition,
        host=_english_host(published) if edition == "en" else host_of(scenario, other),
        kind=kind or kind_of(scenario, draw),
        published=published,
        scenario=scenario,
        country=country,
        facts=facts,
        angle=angle,
        headline=headline,
        slug=_WORDS.sub("-", headline.lower()).strip("-"),
        astray=_is_astray(scenario, draw),
        taken_down=_taken_down(published, draw, lively=lively),
        lively=lively,
    )


def _taken_down(published: datetime, draw: Random, *, lively: bool) -> datetime | None:
    if draw.random() >= _TAKEN_DOWN:
        return None
    return published + draw.choice(rhythm.GONE_AFTER if lively else _GONE_AFTER)


def _english_host(published: datetime) -> str:
    return HOST if published.year < _ENGLISH_MOVED else ENGLISH_HOST


def _is_astray(scenario: Scenario, draw: Random) -> bool:
    """The world section carries releases and checks too, and half of what is filed elsewhere."""
    if scenario.form != "news":
        return True
    return scenario in topics.ELSEWHERE and draw.random() < 0.5  # noqa: PLR2004 - a share
