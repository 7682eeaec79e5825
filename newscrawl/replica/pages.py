"""Which page a story has, in each template, and which template the site uses when."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from newscrawl.clock import WIB
from newscrawl.replica import amp, page_a, page_b, page_c, page_d, page_otomotif
from newscrawl.replica.corpus import Corpus
from newscrawl.replica.heads import Head
from newscrawl.replica.ids import FIRST_DAY
from newscrawl.replica.markup import Around
from newscrawl.replica.parts import Parted
from newscrawl.replica.story import Story
from newscrawl.replica.traits import Era


class Switch(NamedTuple):
    """A change of the site's template."""

    at: datetime
    era: Era
    """The one template of all article pages from that moment on."""


_PAGES: dict[str, Callable[[Story, Around], str]] = {
    "A": page_a.page,
    "B": page_b.page,
    "C": page_c.page,
    "D": page_d.page,
    "AMP": amp.page,
}


def page(story: Story, around: Around) -> str:
    """Return the page of a story in its template."""
    if story.in_sub_portal:
        return page_otomotif.page(story, around)
    return _PAGES[story.era](story, around)


class Pages:
    """Stories and pages of a corpus in the templates of the moment."""

    def __init__(
        self,
        corpus: Corpus,
        era: Era | None,
        switch: tuple[datetime, Era] | None,
        parted: Parted,
    ) -> None:
        """Show all stories in one template, or each in its own; and in another one after a switch."""
        self.parted = parted
        self._corpus = corpus
        self._era = era
        self._switch = Switch(*switch) if switch else None
        self._page = lru_cache(maxsize=2_000)(self._render)
        self._amp_page = lru_cache(maxsize=200)(self._render_amp)

    def story(self, head: Head, now: datetime) -> Story:
        """Return a story in its present form, or in its first one if it is not there now."""
        story = self._corpus.story(head, self._era_at(now))
        return story.state_at(now) or story

    def amp_story(self, head: Head, now: datetime) -> Story:
        """Return what the AMP form of a story states."""
        year = now.astimezone(WIB).year
        return amp.amp_form(self.story(head, now), self._around(head), year)

    def body(self, head: Head, now: datetime, number: int | None = 1) -> bytes:
        """Return a page of a story by its number; without one, a page that has all of it."""
        era = self._era_at(now)
        return self._page(head, self._form(head, era, now), era, number)

    def amp_body(self, head: Head, now: datetime) -> bytes:
        """Return a story's AMP page; a bureau's prints the present year."""
        era, year = self._era_at(now), now.astimezone(WIB).year
        return self._amp_page(head, self._form(head, era, now), era, year)

    def changed(self, story: Story, now: datetime) -> datetime:
        """Return when a story's page last changed: for its text or its template."""
        changed = story.modified or story.published
        if self._switch is not None and self._switch.at <= now:
            return max(changed, self._switch.at)
        return changed

    def _era_at(self, now: datetime) -> Era | None:
        if self._switch is not None and self._switch.at <= now:
            return self._switch.era
        return self._era

    def _form(self, head: Head, era: Era | None, now: datetime) -> int:
        """Return how often a story was corrected until a moment, which is so in any template."""
        return len([c for c in self._corpus.story(head, era).corrections if c.at <= now])

    def _render(self, head: Head, form: int, era: Era | None, number: int | None) -> bytes:
        story = self._corpus.story(head, era).versions[form]
        if number is not None:
            story = self.parted.page(story, number)
        return page(story, self._around(head)).encode()

    def _render_amp(self, head: Head, form: int, era: Era | None, year: int) -> bytes:
        story, around = self._corpus.story(head, era).versions[form], self._around(head)
        return page(amp.amp_form(story, around, year), around).encode()

    def _around(self, head: Head) -> Around:
        day = head.published.date()
        today = self._corpus.heads_of_day(day, head.edition)
        before = self._corpus.heads_of_day(max(day - timedelta(days=1), FIRST_DAY), head.edition)
        at = today.index(head)
        return Around(
            [other for other in before if other.kind == "article"][:5],
            today[at - 1] if at else None,
        )
