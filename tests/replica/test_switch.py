"""One template for all pages, and a change of template at a moment of the clock."""

from datetime import timedelta
from typing import Any

import pytest

from newscrawl.replica import Replica, Story
from newscrawl.replica.traits import Era

_MARKS: dict[Era, bytes] = {
    "A": b'<h1 class="news-title">',
    "B": b'<div class="bjbrt"',
    "C": b'<article class="post-wrapper clearfix">',
    "D": b'<div class="wrap__article-detail">',
}


@pytest.mark.parametrize("era", ["A", "B", "C", "D"])
def test_one_template_for_all_pages(clock: Any, era: Era) -> None:
    """Every story of every edition is shown in the template that was asked for."""
    replica = Replica(seed=7, per_day=12, clock=clock, era=era)
    found = [*replica.stories(), *replica.stories("jatim")[:5], *replica.stories("en")[:5]]
    assert {story.kind for story in found} > {"article", "photo"}
    for story in found:
        body = replica.site.respond(story.host, story.path).body
        assert [name for name, mark in _MARKS.items() if mark in body] == [era]
        assert story.expected()["template"] == era


def _bodies(replica: Replica, stories: list[Story]) -> dict[str, bytes]:
    return {s.url: replica.site.respond(s.host, s.path).body for s in stories}


def test_the_template_changes_at_a_moment(clock: Any) -> None:
    """From the moment on all pages are in the other template; texts and addresses stay."""
    at = clock.time + timedelta(hours=1)
    replica = Replica(seed=7, per_day=12, clock=clock, switch=(at, "C"))
    before = replica.stories()
    old_pages = _bodies(replica, before)
    assert len({story.era for story in before}) > 1
    clock.time = at
    new_pages = _bodies(replica, before)
    after = {story.url: story for story in replica.stories()}
    for story in before:
        if story.url in after:
            assert _MARKS["C"] in new_pages[story.url]
            assert after[story.url].era == "C"
            if after[story.url].modified == story.modified:
                assert after[story.url].body == story.body
                same = old_pages[story.url] == new_pages[story.url]
                assert same == (story.era == "C")


def test_validators_tell_of_the_change(clock: Any) -> None:
    """A page whose template changed is not 304 for what was kept before."""
    at = clock.time + timedelta(hours=1)
    replica = Replica(seed=7, per_day=12, clock=clock, switch=(at, "B"))
    story = next(s for s in replica.stories() if s.era == "D" and not s.corrections)
    old = replica.site.respond(story.host, story.path)
    clock.time = at
    new = replica.site.respond(story.host, story.path)
    assert new.etag != old.etag
    assert new.changed == at
