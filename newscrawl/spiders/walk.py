"""How far back a walk over a section's listing pages has to go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from newscrawl.antara.urls import StoryUrl
from newscrawl.found import PageRead, WalkDone
from newscrawl.ledger.walks import Walks
from newscrawl.spiders.arguments import Arguments

_THE_BEGINNING = datetime.fromtimestamp(1, UTC)
"""How far a walk reached that came to the listing's end."""

_MOST_PAGES = 5000
"""Against a listing that never ends."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """How far a walk has come when it asks for a page."""

    section: str
    page: int
    """Number of the listing page, from 1."""
    reached: datetime | None
    """Publication time of the last dated story so far."""
    pages: tuple[PageRead, ...]
    """The feed and the listing pages before this one."""
    seen: frozenset[str] = frozenset()
    """Stories of the listing pages before this one."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk that goes on until it meets what an earlier one has seen, or leaves the range."""

    arguments: Arguments
    walks: Walks
    section: str
    first_pages: int
    """How many pages are read when there is nothing to meet: no earlier walk, and no ``since``."""

    def meets(self, stories: Sequence[StoryUrl]) -> bool:
        """Tell whether a page of stories, newest first, reaches what an earlier walk has seen."""
        return self.walks.reaches_back(self._name, [story.id for story in stories])

    def is_long_enough(self, reached: datetime | None, page: int) -> bool:
        """Tell whether a walk that met nothing has come as far back as it has to.

        Args:
            reached: publication time of the last dated story so far.
            page: the number of listing pages read; 0 after the feed alone.
        """
        earliest = self.arguments.earliest
        if earliest is not None:
            return page >= _MOST_PAGES or (reached is not None and reached <= earliest)
        return page >= (_MOST_PAGES if self._is_later else self.first_pages)

    def ends(
        self, reached: datetime | None, *, met: bool, pages: tuple[PageRead, ...] = ()
    ) -> list[WalkDone | PageRead]:
        """Return what the ledger is told when the walk over some pages is over.

        Nothing, where it left the range before it met an earlier walk: there is a gap between the
        two, which the next run must not take for known.
        """
        if self._is_later and not met:
            return []
        return [WalkDone(self._name, reached, met), *pages]

    def whole(self, pages: tuple[PageRead, ...]) -> list[WalkDone | PageRead]:
        """Return what the ledger is told when the walk came to the listing's end."""
        return [WalkDone(self._name, _THE_BEGINNING), *pages]

    @property
    def _is_later(self) -> bool:
        return self.walks.has_walked(self._name)

    @property
    def _name(self) -> str:
        return f"{self.arguments.edition.name}/{self.section}"
