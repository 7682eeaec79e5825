"""A field that is no longer found is noticed, and chance never makes an alarm."""

import random
from typing import Any

import pytest

from newscrawl.coverage import Count, falls, filled, on_page, tells_of_today
from newscrawl.items import Discovered
from tests.making import article

BEFORE = [Count(180, 200)]


def fallen(*newest: Count, before: list[Count] = BEFORE) -> list[str]:
    """Return what falls of a field, each as a sentence; the newest run stands first."""
    return [str(fall) for fall in falls("id/dunia article 1", {"editors": [*newest, *before]})]


def test_a_field_that_is_lost() -> None:
    """What 90 % had and none of six has is a fall, told with both shares."""
    assert fallen(Count(0, 6)) == ["editors: 0 of the newest 6, 90 % before"]


@pytest.mark.parametrize("records", range(1, 5))
def test_a_small_run_says_nothing(records: int) -> None:
    """Fewer than five stories are no evidence, whatever they lack."""
    assert fallen(Count(0, records), before=[Count(300, 300)]) == []


def test_runs_of_one_story_speak_together() -> None:
    """A run of every ten minutes brings one story; six of them in a row are six records."""
    assert fallen(*[Count(0, 1)] * 6) == ["editors: 0 of the newest 6, 90 % before"]
    assert fallen(*[Count(0, 1)] * 4) == []


def test_runs_without_records_change_nothing() -> None:
    """What has fallen stays so while nothing new is found: such runs write no counts at all."""
    assert fallen(Count(0, 4), Count(0, 30)) == ["editors: 0 of the newest 34, 90 % before"]


def test_a_field_that_is_back() -> None:
    """When most of the newest five have the field, it is back, whatever those before them lacked."""
    assert fallen(Count(5, 5), Count(0, 50, is_sound=False)) == []
    assert fallen(Count(1, 1), Count(0, 50, is_sound=False)) != []


def test_runs_that_were_judged_so_are_no_measure() -> None:
    """However long a fall lasts, it is compared with the runs before it."""
    bad = [Count(0, 10, is_sound=False)] * 60
    assert fallen(Count(0, 10), *bad) == ["editors: 0 of the newest 10, 90 % before"]


def test_little_history_says_nothing() -> None:
    """Fewer than thirty earlier records are no measure."""
    assert fallen(Count(0, 20), before=[Count(29, 29)]) == []
    assert fallen(Count(0, 20), before=[]) == []


def test_a_rare_field_may_be_absent() -> None:
    """A field that few stories have comes and goes with the news."""
    assert fallen(Count(0, 60), before=[Count(50, 200)]) == []


def test_a_field_of_half_the_stories_needs_more_of_them() -> None:
    """Who translates comes and goes by shifts: most of a day has to be without any."""
    assert fallen(Count(0, 30), before=[Count(100, 200)]) == []
    assert fallen(*[Count(0, 5)] * 8, before=[Count(100, 200)]) != []


def test_a_slow_decline_is_no_fall() -> None:
    """A field that is found somewhat less often is the news' doing: it has to halve."""
    assert fallen(Count(48, 80)) == []


def test_chance_alone_makes_no_alarm() -> None:
    """A year of runs of one to five stories, with fields of every frequency, brings none."""
    seed = 4
    draw = random.Random(seed)
    for share in (0.35, 0.5, 0.7, 0.9, 0.97):
        counts: list[Count] = []
        for _ in range(1500):
            records = draw.randint(1, 5)
            counts.insert(0, Count(sum(draw.random() < share for _ in range(records)), records))
            del counts[200:]
            assert falls("g", {"f": counts}) == [], (seed, share)


def test_what_counts_as_filled() -> None:
    """Empty lists and nulls are not; a guessed body and a teaser are told apart from a story."""
    told = dict(filled(article(body="kata " * 80, fallbacks={"body": "generic"})))
    assert told["headline"]
    assert not told["tags"]
    assert told["body_of_60_words"]
    assert not told["body_from_template"]
    assert told["known_template"]
    assert not dict(filled(article(body="pendek")))["body_of_60_words"]
    assert not dict(filled(article(template="generic")))["known_template"]


def test_what_only_the_feed_gave_is_not_on_the_page() -> None:
    """A date that the feed has to lend is one that the page lacks."""
    lent = article(fallbacks={"date_published": "feed"})
    assert dict(filled(lent))["date_published"]
    assert not dict(on_page(lent))["date_published"]
    assert dict(on_page(article(template="feed", fallbacks={"headline": "feed"})))["headline"]


@pytest.mark.parametrize(
    ("changes", "tells"),
    [
        ({}, True),
        ({"date_published": None}, True),
        ({"discovered": Discovered(via="listing")}, True),
        ({"discovered": Discovered(via="related", depth=1)}, False),
        ({"discovered": Discovered(via="revisit")}, False),
        ({"discovered": None}, False),
        ({"revision": 2}, False),
        ({"date_published": "2026-11-01T09:00:00+07:00"}, False),
    ],
)
def test_only_new_stories_tell_of_today(changes: dict[str, Any], tells: bool) -> None:
    """What a link, a user or a run over old days leads to may be of another era."""
    assert tells_of_today(article(**changes)) is tells
