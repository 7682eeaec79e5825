"""What was kept: the lines of the day files, and which form of its story each of them has."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from benchmarks.simulation.truth import form_at, story_of
from newscrawl.replica.corpus import Corpus
from newscrawl.replica.story import Story


@dataclass(frozen=True, slots=True)
class Line:
    """One line, and the form of its story that it states."""

    revision: int
    fetched_at: datetime
    form: int | None
    """0 for the story as it was published, then its corrections; none if it states neither."""
    template: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A story of which there are lines."""

    story: Story
    """In its first form."""
    lines: list[Line]

    @property
    def first(self) -> datetime:
        """When it was first fetched."""
        return self.lines[0].fetched_at

    def changes(self) -> int:
        """Return how many lines brought a form that the line before had not."""
        forms = [line.form for line in self.lines]
        return sum(one != other for one, other in pairwise(forms))


def read(lines: Iterable[dict[str, Any]], corpus: Corpus) -> dict[str, Kept]:
    """Return what was kept, by id.

    Raises:
        LookupError: a line is of a story that the site never had.
    """
    found: dict[str, Kept] = {}
    for record in lines:
        kept = found.get(record["id"])
        if kept is None:
            kept = found[record["id"]] = Kept(_story(record, corpus), [])
        kept.lines.append(_line(record, kept.story))
    return found


def _story(record: dict[str, Any], corpus: Corpus) -> Story:
    story = story_of(corpus, record["article_id"], record["edition"])
    if story is None:
        raise LookupError(f"the site has no story {record['id']}")
    return story


def _line(record: dict[str, Any], story: Story) -> Line:
    fetched_at = datetime.fromisoformat(record["fetched_at"])
    form = form_at(story, fetched_at)
    stated = (record["headline"], record["body"])
    shown = story.versions[form]
    is_right = stated == (shown.headline, shown.body)
    return Line(record["revision"], fetched_at, form if is_right else None, record["template"])
