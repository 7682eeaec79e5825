"""What the site published, corrected and took down, and when: the replica's own word."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from benchmarks.simulation.plan import BEGIN
from benchmarks.simulation.play import BACKLOG, Played
from newscrawl.replica.corpus import Corpus
from newscrawl.replica.heads import Head
from newscrawl.replica.ids import Edition
from newscrawl.replica.story import Story

_EDITIONS: tuple[Edition, ...] = ("id", "jatim", "en")


def published(played: Played) -> Iterator[Head]:
    """Yield the world stories that came out between the first run and the last."""
    end = played.runs[-1].at
    for day in _days(played):
        for head in played.site.corpus.heads_of_day(day):
            if head.in_world and BEGIN < head.published <= end:
                yield head


def identity(head: Head) -> str:
    """Return the id of a national story's record."""
    return f"antara:{head.article_id}"


def story_of(corpus: Corpus, article_id: int, edition: str) -> Story | None:
    """Return a story in its first form; none if the site never had it."""
    space = next((name for name in _EDITIONS if name == edition), None)
    head = corpus.head_by_id(article_id, space) if space else None
    return corpus.story(head) if head else None


def form_at(story: Story, moment: datetime) -> int:
    """Return which form of a story stands at a moment: how often it has been corrected."""
    return sum(correction.at <= moment for correction in story.corrections)


def changes(played: Played) -> list[datetime]:
    """Return when the world section's feed may have changed, in order."""
    found = [played.plan.switch]
    for day in _days(played):
        for head in played.site.corpus.heads_of_day(day):
            if head.in_world:
                found += _changes_of(played.site.corpus.story(head))
    return sorted(found)


def _changes_of(story: Story) -> list[datetime]:
    ends = [story.taken_down] if story.taken_down else []
    return [story.published, *(correction.at for correction in story.corrections), *ends]


def _days(played: Played) -> list[date]:
    first = (BEGIN - BACKLOG).date()
    return [first + timedelta(days=n) for n in range(played.plan.days + BACKLOG.days + 1)]
