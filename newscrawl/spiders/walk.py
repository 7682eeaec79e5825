"""How far back a walk over a section's listing pages has to go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Self

from newscrawl import clock
from newscrawl.antara.listings import Listing
from newscrawl.antara.urls import StoryUrl
from newscrawl.clock import WIB
from newscrawl.found import (
    DaysWalked,
    PageRead,
    Unusable,
    WalkDone,
    Walked,
    WalkOpen,
    WalkOver,
    WalkStuck,
)
from newscrawl.ledger.days import is_over
from newscrawl.ledger.walks import Walks
from newscrawl.spiders.arguments import Arguments

_MOST_STUCK = 2
"""How often the listing's end is not believed."""
_MOST_PAGES = 5000
"""Against a listing that never ends."""


def edition_name(arguments: Arguments) -> str:
    """Return what the ledger calls an edition; a site on this machine has its own."""
    return f"{'local ' if arguments.is_local else ''}{arguments.edition.name}"


def walk_name(arguments: Arguments, section: str) -> str:
    """Return what the ledger calls the walk over a section."""
    return f"{edition_name(arguments)}/{section}"


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
    touches: bool = False
    """Whether a page before this one was of the time of an earlier walk."""

    def with_page(self, page: PageRead) -> Self:
        """Return the same, with a page of which all is known when the walk is over."""
        return replace(self, pages=(*self.pages, page))

    def behind(self, listing: Listing, *, touches: bool) -> Self:
        """Return how far the walk has come behind a page."""
        dated = [card for card in listing.cards if card.published is not None]
        return replace(
            self,
            # The last one: the head may hold pinned, old stories.
            reached=dated[-1].latest if dated else self.reached,
            seen=self.seen | {card.story.id for card in listing.cards},
            touches=self.touches or touches,
        )

    def at(self, page: int) -> Self:
        """Return the same for the page of a number."""
        return replace(self, page=page)


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

    def touches(self, stories: Sequence[StoryUrl]) -> bool:
        """Tell whether a page of stories is of the time of an earlier walk, however far back."""
        return self.walks.touches(self._name, [story.id for story in stories])

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
    ) -> list[Walked | DaysWalked | PageRead]:
        """Return what the ledger is told when the walk over some pages is over.

        It is not finished where it left the range before it met an earlier walk: there is a gap
        between the two, which the next run must not take for known.
        """
        over = WalkOver(self._open_name)
        if self.is_later and not met:
            return [over, DaysWalked(self._name, tuple(self._days_behind(reached)))]
        return [over, WalkDone(self._name, reached, met), *pages]

    def _days_behind(self, reached: datetime | None) -> Iterator[date]:
        """Yield the days of the range that were over, and that the walk has come behind."""
        now, since = clock.now(), self.arguments.since
        if since is None or reached is None:
            return
        day = min(now.astimezone(WIB).date(), self.arguments.until or date.max)
        while day >= since and datetime.combine(day, time(), WIB) >= reached:
            if is_over(day, now):
                yield day
            day -= timedelta(days=1)

    def at_the_end(self, stretch: Stretch) -> list[Walked | PageRead | Unusable]:
        """Return what is told when the walk came to the listing's end.

        A later walk should have met what an earlier one has seen: a page was missing, or the
        listing is shorter than what appeared meanwhile. It is tried again, and then believed.
        """
        met = self.is_later and stretch.touches
        done = WalkDone(self._name, stretch.reached, met=met, ended=True)
        if not self.is_later or self.arguments.since:
            return [WalkOver(self._open_name), done, *stretch.pages]
        if self.walks.times_stuck(self._name) < _MOST_STUCK:
            return [Unusable("gap"), WalkStuck(self._name)]
        return [Unusable("gap"), done, *stretch.pages]

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
        return walk_name(self.arguments, self.section)

    @property
    def _open_name(self) -> str:
        """A walk back to a day goes on for itself: others may have seen what it has not."""
        return f"{self._name} since {self.arguments.since}" if self.arguments.since else self._name
