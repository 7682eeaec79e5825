"""The copy: facts agree with each other and with the day of publication."""

import re
from datetime import date, timedelta
from random import Random

import pytest

from newscrawl.replica import Corpus, Story
from newscrawl.replica.dates import WEEKDAYS
from newscrawl.replica.facts import draw_facts
from newscrawl.replica.grammar import expand, sentence
from newscrawl.replica.names import STAFF
from newscrawl.replica.places import BORDERED, BY_NAME
from newscrawl.replica.scenario import Scenario
from newscrawl.replica.topics import CHECKS, ELSEWHERE, REGIONAL, RELEASES, SPORT, WORLD

_DATED = re.compile(rf"({'|'.join(WEEKDAYS)}) \((\d+)/(\d+)(?:/(\d+))?\)")


@pytest.fixture(scope="module", params=[date(2026, 10, 12), date(2024, 12, 28), date(2015, 11, 5)])
def stories(request: pytest.FixtureRequest) -> tuple[Story, ...]:
    """The stories of one day, over the turn of a year too."""
    return Corpus(seed=11, per_day=90).stories_of_day(request.param)


def _nearest(day: int, month: int, to: date) -> date:
    return min(
        (date(year, month, day) for year in (to.year - 1, to.year, to.year + 1)),
        key=lambda found: abs(found - to),
    )


def test_weekdays_agree_with_dates(stories: tuple[Story, ...]) -> None:
    """A weekday named with a date is that date's weekday, within days of publication."""
    for story in stories:
        today = story.published.date()
        texts = [story.body, *(image.caption or "" for image in story.images)]
        for name, day, month, _ in (m for text in texts for m in _DATED.findall(text)):
            meant = _nearest(int(day), int(month), today)
            assert WEEKDAYS[meant.weekday()] == name
            assert abs(meant - today) <= timedelta(days=9)


def test_first_paragraph_names_the_day_of_publication(stories: tuple[Story, ...]) -> None:
    """The story happened on the day it is published."""
    for story in stories:
        today = story.published
        named = f"{WEEKDAYS[today.weekday()]} ({today.day}/{today.month})"
        assert named in story.blocks[0].text


def test_nothing_of_the_grammar_is_left(stories: tuple[Story, ...]) -> None:
    """No bracket, brace, doubled blank or doubled word reaches the reader."""
    for story in stories:
        for text in (story.headline, story.body, *story.tags, *(i.printed for i in story.images)):
            assert not re.search(r"[\[\]{}|]|  | [,.]|\.\.(?!\.)", text), text
            assert not re.search(r"\b([a-z]{3,}) \1\b", text), text


def test_paragraphs_are_sentences(stories: tuple[Story, ...]) -> None:
    """A paragraph begins with a capital, a digit or a quotation mark, and ends like a sentence."""
    for story in stories:
        for block in story.blocks:
            if block.kind == "paragraph":
                assert re.match(r'["“]?[A-Z0-9]', block.text), block.text
                assert re.search(r'[.?](["”])?$', block.text), block.text
                assert block.text.count('"') % 2 == 0


def test_a_speaker_is_introduced_before_being_quoted_by_a_short_name(
    stories: tuple[Story, ...],
) -> None:
    """Whoever is quoted by a short name was named in full before."""
    for story in stories:
        if story.kind == "article" and story.scenario.form == "news":
            facts = story.head.facts
            for full, short in (("tokoh", "belakang"), ("tokoh2", "belakang2")):
                later = re.search(rf"(?<!\w){re.escape(facts[short])}(?!\w)", story.body)
                first = story.body.find(facts[full])
                assert first >= 0
                assert later is None or later.start() >= first


@pytest.mark.parametrize(
    "scenario", [*WORLD, *ELSEWHERE, *REGIONAL, *SPORT, *RELEASES, *CHECKS], ids=lambda s: s.topic
)
def test_every_sentence_of_every_table_can_be_written(scenario: Scenario) -> None:
    """No table names a fact that its stories do not have."""
    for name in scenario.countries or BORDERED:
        draw = Random(name)
        facts = draw_facts(scenario, BY_NAME[name], date(2026, 5, 1), draw)
        lines = (
            *scenario.headlines, *scenario.ledes, *scenario.quotes, *scenario.facts,
            *scenario.reported, *scenario.second_quotes, *scenario.background,
            *scenario.subheads, *scenario.captions, *scenario.tags,
        )  # fmt: skip
        for line in lines:
            assert sentence(line, facts, draw)


def test_grammar_draws_alternatives_and_fills_facts() -> None:
    """Alternatives nest, facts may name facts, an unknown fact is an error."""
    draw = Random(1)
    found = {expand("[a|b[c|d]] {x}", {"x": "{y}", "y": "z"}, draw) for _ in range(50)}
    assert found == {"a z", "bc z", "bd z"}
    assert sentence('"mulai," katanya.', {}, draw) == '"Mulai," katanya.'
    with pytest.raises(KeyError):
        expand("{tak_ada}", {}, draw)


def test_credits_name_the_desk(stories: tuple[Story, ...]) -> None:
    """Wire stories have a translator, every story an editor, all of the invented desk."""
    for story in stories:
        credit = story.credit
        if story.scenario.form != "news" or "crew" in story.traits:
            continue
        assert set(credit.reporters + credit.translators + credit.editors) <= set(STAFF)
        assert credit.editors
        assert bool(credit.agencies) == bool(credit.translators)


def test_datelines_are_those_of_their_era(stories: tuple[Story, ...]) -> None:
    """Old copy says ``(ANTARA News)``, today's ``(ANTARA)`` or it names a wire."""
    lines = [
        s.dateline_text
        for s in stories
        if s.kind == "article" and s.dateline_text and s.scenario.form == "news"
    ]
    assert all(re.fullmatch(r".+ \(ANTARA( News|/\w+)?\) [-–] ", line) for line in lines)
    assert all(
        "(ANTARA News)" in (s.dateline_text or "(ANTARA News)")
        for s in stories
        if s.era in {"A", "B"}
    )
    assert any(s.dateline_place and "/" in s.dateline_place for s in stories)
