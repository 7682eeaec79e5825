"""How far back a walk over a section's listing pages has to go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from newscrawl.antara.urls import StoryUrl
from newscrawl.found import WalkDone
from newscrawl.ledger.finding import Finding
from newscrawl.spiders.arguments import Arguments

THE_BEGINNING = datetime.fromtimestamp(1, UTC)
"""How far a walk reached that came to the listing's end."""

_MOST_PAGES = 5000
"""Against a listing that never ends."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk that goes on until it meets what an earlier one has seen, or leaves the range."""

    arguments: Arguments
    finding: Finding
    section: str
    first_pages: int
    """How many pages are read when there is nothing to meet: no earlier walk, and no ``since``."""

    def is_done(self, reached: datetime | None, stories: Sequence[StoryUrl]) -> bool:
        """Tell whether a page of stories, newest first, is the last one needed.

        Args:
            reached: publication time of the last dated story on it, or before it.
            stories: the page's stories.
        """
        earliest = self.arguments.earliest
        if earliest is not None and reached is not None and reached < earliest:
            return True
        return self.finding.reaches_back(self._name, [story.id for story in stories])

    def is_long_enough(self, page: int) -> bool:
        """Tell whether the walk has read its share of pages, whatever it met."""
        is_first = self.arguments.since is None and not self.finding.has_walked(self._name)
        return page >= (self.first_pages if is_first else _MOST_PAGES)

    def done(self, reached: datetime | None) -> WalkDone:
        """Return what the ledger is told when the walk is over."""
        return WalkDone(self._name, reached)

    @property
    def _name(self) -> str:
        return f"{self.arguments.edition.name}/{self.section}"
