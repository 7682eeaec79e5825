"""How far back a walk over a section's listing pages has to go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from newscrawl.antara.urls import StoryUrl
from newscrawl.found import PageRead, Unusable, WalkDone, Walked, WalkOpen, WalkOver, WalkStuck
from newscrawl.ledger.walks import Walks
from newscrawl.spiders.arguments import Arguments

_THE_BEGINNING = datetime.fromtimestamp(1, UTC)
"""How far a walk reached that came to the listing's end."""

_MOST_STUCK = 2
"""How often the listing's end is not believed."""
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
    """The feed and the first listing page, as far as they came before this one."""
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

    def is_covered(self) -> bool:
        """Tell whether nothing behind a page that is as it was can be wanted."""
        return self.walks.covers(self._name)

    def is_long_enough(self, reached: datetime | None, page: int) -> bool:
        """Tell whether a walk that met nothing has come as far back as it has to.

        Args:
            reached: publication time of the last dated story so far.
            page: the number of listing pages read; 0 after the feed alone.
        """
        earliest = self.arguments.earliest
        if earliest is not None:
            return page >= _MOST_PAGES or (reached is not None and reached <= earliest)
        return page >= (_MOST_PAGES if self.is_later else self.first_pages)

    def ends(
        self, reached: datetime | None, *, met: bool, pages: tuple[PageRead, ...]
    ) -> list[Walked | PageRead]:
        """Return what the ledger is told when the walk over some pages is over.

        It is not finished where it left the range before it met an earlier walk: there is a gap
        between the two, which the next run must not take for known.
        """
        over = WalkOver(self._open_name)
        if self.is_later and not met:
            return [over]
        return [over, WalkDone(self._name, reached, met), *pages]

    def at_the_end(self, pages: tuple[PageRead, ...]) -> list[Walked | PageRead | Unusable]:
        """Return what is told when the walk came to the listing's end.

        A later walk should have met what an earlier one has seen: a page was missing, or the
        listing is shorter than what appeared meanwhile. It is tried again, and then believed.
        """
        if not self.is_later or self.arguments.since:
            over = WalkOver(self._open_name)
            return [over, WalkDone(self._name, _THE_BEGINNING), *pages]
        if self.walks.times_stuck(self._name) < _MOST_STUCK:
            return [Unusable("gap"), WalkStuck(self._name)]
        return [Unusable("gap"), WalkDone(self._name, _THE_BEGINNING), *pages]

    def further(self, url: str, page: int, ids: Sequence[str]) -> tuple[str, int]:
        """Return where the walk goes on behind a page of stories, by address and number.

        Where a walk that was cut off has listed all of them, it goes on with the last page that
        was read: since then stories came out above it, or a few were taken down.
        """
        farthest = self.walks.farthest(self._open_name)
        if farthest and farthest[1] > page and self.walks.were_listed(ids):
            return farthest
        return url, page

    def goes_on(self, url: str, page: int) -> WalkOpen:
        """Return what the ledger is told when the walk goes on behind a page."""
        return WalkOpen(self._open_name, url, page)

    @property
    def is_later(self) -> bool:
        """Whether an earlier run has walked the section to its end."""
        return self.walks.has_walked(self._name)

    @property
    def _name(self) -> str:
        where = "local " if self.arguments.is_local else ""
        return f"{where}{self.arguments.edition.name}/{self.section}"

    @property
    def _open_name(self) -> str:
        """A walk back to a day goes on for itself: others may have seen what it has not."""
        return f"{self._name} since {self.arguments.since}" if self.arguments.since else self._name
