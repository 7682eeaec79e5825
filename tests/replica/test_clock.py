"""Time passes: stories come out, are corrected, and go."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from newscrawl import clock as project_clock
from newscrawl.replica import Corpus, Replica, Story

Ask = Callable[..., Any]
_SECOND = timedelta(seconds=1)


def _one(wanted: Callable[[Story], object]) -> Story:
    corpus = Corpus(seed=7)
    days = (date(2026, 10, 21) + timedelta(days=n) for n in range(20))
    return next(story for day in days for story in corpus.stories_of_day(day) if wanted(story))


def test_a_story_is_not_there_before_its_time(ask: Ask, clock: Any) -> None:
    """Before publication its address is a 404 and no list names it; then it leads the lists."""
    story = _one(lambda s: s.in_world and s.kind == "article")
    clock.time = story.published - _SECOND
    assert ask(story.path).status == 404
    assert story.url.encode() not in ask("/rss/dunia.xml").body + ask("/dunia").body
    clock.time = story.published
    assert ask(story.path).status == 200
    assert ask("/rss/dunia.xml").body.index(b"<item>") < ask("/rss/dunia.xml").body.index(
        story.url.encode()
    )
    assert story.url.encode() in ask("/dunia").body


def test_corrections_come_in_time(ask: Ask, clock: Any) -> None:
    """Each form of a story shows from its time on, says since when, and has its own validators."""
    story = _one(lambda s: len(s.corrections) == 2)
    tags = set()
    for form in story.versions:
        clock.time = form.modified or form.published
        answer = ask(story.path)
        text = answer.body.decode()
        assert (form.modified is not None) == ("odified" in text)
        assert form.modified is None or form.modified.isoformat() in text
        tags.add(answer.headers["ETag"])
        assert story.state_at(clock.time) == form
    assert len(tags) == 3
    bodies = {form.body for form in story.versions}
    assert len(bodies) == 3
    assert len({len(form.blocks) for form in story.versions}) == 1


def test_a_corrected_headline_reaches_the_lists(ask: Ask, clock: Any) -> None:
    """Feed and list show the headline of the moment; the address keeps its slug."""
    story = _one(
        lambda s: (
            s.in_world
            and s.corrections
            and s.corrections[0].headline != s.headline
            and (s.corrections[0].at - s.published) < timedelta(hours=6)
        )
    )
    clock.time = story.published
    assert story.headline in ask("/rss/terkini.xml").body.decode()
    clock.time = story.corrections[0].at
    feed = ask("/rss/terkini.xml").body.decode()
    assert story.corrections[0].headline in feed
    assert story.url in feed


def test_a_takedown_is_final(site: Replica, ask: Ask, clock: Any) -> None:
    """A story taken down is a 404 and in no list any more."""
    story = _one(lambda s: s.taken_down)
    assert story.taken_down is not None
    clock.time = story.taken_down - _SECOND
    assert ask(story.path).status == 200
    assert story.url in {shown.url for shown in site.stories()}
    clock.time = story.taken_down
    assert ask(story.path).status == 404
    assert story.url not in {shown.url for shown in site.stories()}
    assert story.state_at(clock.time) is None


def test_some_stories_of_every_month_are_corrected_or_go() -> None:
    """A month of stories has corrections and takedowns, few of either."""
    corpus = Corpus(seed=1)
    days = (date(2026, 10, 1) + timedelta(days=n) for n in range(30))
    stories = [story for day in days for story in corpus.stories_of_day(day)]
    assert 0.03 < sum(bool(s.corrections) for s in stories) / len(stories) < 0.15
    assert 0 < sum(bool(s.taken_down) for s in stories) / len(stories) < 0.03


def test_time_comes_from_the_projects_clock(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, clock: Any
) -> None:
    """Without a clock of its own the replica follows NEWSCRAWL_CLOCK, read at each request."""
    file = tmp_path / "clock"
    project_clock.write(file, clock.time)
    monkeypatch.setenv(project_clock.ENVIRONMENT_VARIABLE, str(file))
    replica = Replica()
    assert replica.start == date(2026, 10, 13)
    newest = replica.stories()[0]
    assert newest.published <= clock.time
    project_clock.write(file, clock.time + timedelta(days=1))
    assert replica.stories()[0].published > clock.time


def test_a_clock_file_may_be_given(tmp_path: Path, clock: Any) -> None:
    """A file given to the replica is read at each request too."""
    file = tmp_path / "clock"
    project_clock.write(file, clock.time)
    assert Replica(clock=file).site.now() == clock.time
