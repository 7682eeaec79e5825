"""The desk's rhythm: what a year of cron runs has to be ready for."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from newscrawl.clock import WIB
from newscrawl.replica import Corpus
from newscrawl.replica.heads import Head
from newscrawl.replica.story import Story

DAYS = [date(2026, 9, 1) + timedelta(days=n) for n in range(60)]
FEED = 20


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """A corpus with the desk's rhythm."""
    return Corpus(seed=1, lively=True)


@pytest.fixture(scope="module")
def world(corpus: Corpus) -> list[Head]:
    """The world stories of two months, in order."""
    return [head for day in DAYS for head in corpus.heads_of_day(day) if head.in_world]


@pytest.fixture(scope="module")
def corrected(corpus: Corpus) -> list[Story]:
    """The stories of two weeks that are corrected."""
    found = [story for day in DAYS[:14] for story in corpus.stories_of_day(day)]
    return [story for story in found if story.corrections]


def test_a_day_has_50_to_60_world_stories(world: list[Head]) -> None:
    """Every day has as many as the agency's own, and the days differ."""
    counts = Counter(head.published.date() for head in world)
    assert set(counts) == set(DAYS)
    assert min(counts.values()) >= 50
    assert max(counts.values()) <= 60
    assert len(set(counts.values())) > 5


def test_some_nights_are_silent(world: list[Head]) -> None:
    """In some nights nothing comes out for five hours, in others something does."""
    awake = {head.published.date() for head in world if head.published.hour < 5}
    assert 15 < len(awake) < 50


def test_bursts_overflow_the_feed(world: list[Head]) -> None:
    """Now and then more comes out in a quarter of an hour than the feed can hold."""
    spans = [
        later.published - first.published for first, later in zip(world, world[FEED:], strict=False)
    ]
    assert min(spans) < timedelta(minutes=15)
    assert all(one.published < other.published for one, other in pairwise(world))


def test_corrections_come_at_any_time(corrected: list[Story]) -> None:
    """Some come before the first revisit of a crawler, some after its last, a week later."""
    delays = [c.at - story.published for story in corrected for c in story.corrections]
    assert min(delays) < timedelta(hours=1)
    assert max(delays) > timedelta(days=7)
    assert len(set(delays)) > 0.9 * len(delays)
    for story in corrected:
        bodies = [form.body for form in story.versions]
        assert all(one != other for one, other in pairwise(bodies))


def test_takedowns_come_at_any_time(world: list[Head]) -> None:
    """Some stories go before a crawler can see them, others after days."""
    delays = {head.taken_down - head.published for head in world if head.taken_down}
    assert min(delays) < timedelta(minutes=5)
    assert max(delays) > timedelta(days=1)


def test_the_rhythm_is_the_seeds(corpus: Corpus) -> None:
    """The same seed gives the same days, whatever was asked for before; another one others."""
    assert Corpus(seed=1, lively=True).heads_of_day(DAYS[9]) == corpus.heads_of_day(DAYS[9])
    other = Corpus(seed=2, lively=True).heads_of_day(DAYS[9])
    assert [h.published for h in other] != [h.published for h in corpus.heads_of_day(DAYS[9])]


def test_without_it_days_are_alike() -> None:
    """What was drawn before there was a rhythm is drawn still."""
    heads = Corpus(seed=3).heads_of_day(DAYS[0])
    assert len(heads) == 45
    assert heads[0].published == datetime(2026, 9, 1, 2, 5, 13, tzinfo=WIB)
