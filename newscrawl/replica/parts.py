"""Stories of many pages: which ones they are, and what each page has of the story."""

from dataclasses import replace
from typing import NamedTuple
from zlib import crc32

from newscrawl.replica.casting import HOST
from newscrawl.replica.credits import Credits
from newscrawl.replica.story import Part, Story

_LONG, _MOST = 10, 4
"""Blocks from which a story can have several pages, and the number of pages of the longest."""
_REPEATS = 0.3
"""Share of these stories that have the credits on each page."""
_ERAS = frozenset({"B", "C", "D"})


class Parted(NamedTuple):
    """Which stories have many pages."""

    seed: int
    share: float
    """How many of the long ones: from 0 to 1."""
    whole: bool = False
    """Whether their pages lead to one that has the whole story: ``?page=all``."""

    def count(self, story: Story) -> int:
        """Return how many pages a story has."""
        fits = (
            self.share > 0
            and story.host == HOST
            and story.era in _ERAS
            and (story.edition, story.kind, story.scenario.form) == ("id", "article", "news")
        )
        if not fits or len(story.blocks) < _LONG:
            return 1
        if self._chance(story, "parted") >= self.share:
            return 1
        return min(_MOST, 2 + (len(story.blocks) - _LONG) // 2)

    def page(self, story: Story, number: int) -> Story:
        """Return what one page of a story shows, by its number from 1 on."""
        count = self.count(story)
        if count == 1:
            return story
        first, end = _bounds(story, number, count)
        shows_credits = number == count or self._chance(story, "credits") < _REPEATS
        return replace(
            story,
            blocks=story.blocks[first:end],
            links=tuple(
                link._replace(after_paragraph=link.after_paragraph - first)
                if link.after_paragraph is not None
                else link
                for link in story.links
                if link.after_paragraph is None or first < link.after_paragraph <= end
            ),
            dateline_text=story.dateline_text if number == 1 else None,
            credit=story.credit if number == count else _without_source(story.credit),
            images=story.images if number == 1 else story.images[:1],
            part=Part(number, count, shows_credits, self.whole),
        )

    def _chance(self, story: Story, what: str) -> float:
        """Return a number from 0 up to 1 that is a story's own; every request asks for it."""
        return crc32(f"{self.seed}/{story.article_id}/{what}".encode()) / 2**32


def _bounds(story: Story, number: int, count: int) -> tuple[int, int]:
    """Return where a page's blocks begin and end."""
    return _cut(story, number - 1, count), _cut(story, number, count)


def _cut(story: Story, pages: int, count: int) -> int:
    """Return how many blocks stand on the first pages; none of these ends with a subhead."""
    at = len(story.blocks) * pages // count
    return at - 1 if at and story.blocks[at - 1].kind == "subhead" else at


def _without_source(credit: Credits) -> Credits:
    """The line that names the wires closes the story."""
    return credit._replace(source_line=None)
