"""The stories as such: drawn from the seed alone, no two alike, in order."""

from collections import Counter
from dataclasses import fields
from datetime import date, timedelta
from itertools import pairwise

import pytest

from newscrawl.items import Article
from newscrawl.replica import Corpus, Story
from newscrawl.replica.ids import FIRST_DAY, LAST_DAY, Edition, day_of_id, ids_of_day

DAYS = [date(2026, 10, 1) + timedelta(days=n) for n in range(10)]

_FEWEST: dict[Edition, int] = {"id": 100, "jatim": 100, "en": 15}


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    """Ten days of stories."""
    corpus = Corpus(seed=3)
    return [story for day in DAYS for story in corpus.stories_of_day(day)]


def test_same_seed_gives_same_stories() -> None:
    """A day's stories depend on seed, day and number alone, not on what was asked before."""
    one, other = Corpus(5), Corpus(5)
    other.stories_of_day(DAYS[4])
    assert one.stories_of_day(DAYS[2]) == other.stories_of_day(DAYS[2])
    assert Corpus(6).stories_of_day(DAYS[2]) != one.stories_of_day(DAYS[2])


def test_no_two_bodies_are_equal_unless_planted(stories: list[Story]) -> None:
    """Only a planted copy repeats a body, and it says whose."""
    by_id = {story.id: story for story in stories}
    copies = [story for story in stories if story.copy_of]
    assert copies
    for copy in copies:
        assert copy.copy_of is not None
        original = by_id[copy.copy_of]
        assert (copy.body, copy.headline) == (original.body, original.headline)
        assert copy.id != original.id
    bodies = [story.body for story in stories if not story.copy_of]
    assert len(set(bodies)) == len(bodies)


def test_stories_do_not_read_alike(stories: list[Story]) -> None:
    """Two stories that are no copies share less than half of their five-word runs."""
    runs = []
    for story in stories:
        if story.kind == "article" and not story.copy_of:
            words = story.body.split()
            runs.append({tuple(words[at : at + 5]) for at in range(len(words) - 4)})
    for at, one in enumerate(runs):
        for other in runs[at + 1 :]:
            assert len(one & other) / len(one | other) < 0.5


def test_ids_rise_with_time_and_have_gaps(stories: list[Story]) -> None:
    """The national id space is shared with sections that are not shown."""
    assert [s.article_id for s in stories] == sorted({s.article_id for s in stories})
    assert stories[-1].article_id - stories[0].article_id > 5 * len(stories)
    assert 5_760_000 < stories[0].article_id < 5_790_000
    assert all(a.published < b.published for a, b in pairwise(stories))


def test_every_id_leads_back_to_its_day() -> None:
    """Any day of any year has ids of its own, from which the day is found again."""
    for day in (FIRST_DAY, date(2015, 11, 5), date(2020, 10, 9), date(2026, 10, 4), LAST_DAY):
        for edition, least in _FEWEST.items():
            ids = ids_of_day(day, edition)
            assert len(ids) >= least
            assert day_of_id(ids[0], edition) == day
            assert day_of_id(ids[-1], edition) == day
    assert day_of_id(5) is None
    assert day_of_id(10**11) is None


def test_days_outside_the_known_years_are_refused() -> None:
    """A day without ids is an error and not an empty day."""
    with pytest.raises(ValueError, match="is not between"):
        Corpus().stories_of_day(date(2050, 1, 1))


def test_nights_are_quiet(stories: list[Story]) -> None:
    """The desk files most stories by day."""
    hours = Counter(story.published.hour for story in stories)
    assert sum(hours[h] for h in range(5)) < sum(hours[h] for h in range(9, 14)) / 3


def test_mix_of_sections_kinds_and_eras(stories: list[Story]) -> None:
    """Most stories are world news in today's template; all the others occur too."""
    kinds = Counter(story.kind for story in stories)
    assert set(kinds) == {"article", "photo", "video", "infographic", "press_release"}
    assert kinds["article"] > 0.85 * len(stories)
    shares = {era: n / len(stories) for era, n in Counter(s.era for s in stories).items()}
    assert 0.65 < shares["D"] < 0.85
    assert 0.05 < shares["B"] < 0.20
    assert 0.05 < shares["C"] < 0.15
    assert 0.01 < shares["A"] < 0.06
    assert 0.003 < sum(s.head.scenario.form == "check" for s in stories) / len(stories) < 0.03
    sections = Counter(story.section for story in stories)
    assert sections["Dunia"] > len(stories) / 2
    assert sections[None] == sum(story.in_sub_portal for story in stories) > 0
    assert any(s.in_world and s.section not in {"Dunia", "Internasional"} for s in stories)
    assert any(s.host == "otomotif.antaranews.com" for s in stories)


def test_regional_host_has_ids_of_its_own(stories: list[Story]) -> None:
    """Regional stories are another edition, and some national ones point to them."""
    corpus = Corpus(seed=3)
    regional = [s for day in DAYS for s in corpus.stories_of_day(day, "jatim")]
    assert regional
    assert all(s.id == f"antara-jatim:{s.article_id}" and s.edition == "jatim" for s in regional)
    assert any("jatim." in link.url for s in stories for link in s.links)


def _edition(url: str) -> Edition:
    return "jatim" if "//jatim." in url else "en" if "/news/" in url else "id"


def test_links_lead_to_earlier_stories(stories: list[Story]) -> None:
    """Every link names an existing earlier story by its own headline and address."""
    corpus = Corpus(seed=3)
    for story in (*stories[150:250], *corpus.stories_of_day(DAYS[5], "en")):
        for link in story.links:
            target = corpus.head_by_id(link.article_id, _edition(link.url))
            assert target is not None
            assert (target.url, target.headline) == (link.url, link.title)
            assert target.published < story.published
            assert link.after_paragraph is None or 0 < link.after_paragraph <= len(story.blocks)


def test_expected_speaks_the_records_language(stories: list[Story]) -> None:
    """What a story expects of its record are fields of the record."""
    assert set(stories[0].expected()) <= {field.name for field in fields(Article)}
