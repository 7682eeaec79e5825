"""Stories of several pages, each page a record of its own somewhere in the archive."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from newscrawl.antara.further import MOST_PAGES, WHOLE, page_number
from newscrawl.antara.urls import story_url
from newscrawl.archive.captures import Capture
from newscrawl.extraction.sources import Story

MOST_WAITING = 64
"""Stories of which pages are kept in memory until the others come; a crawl asks for all pages of a
story within a few requests."""


@dataclass(frozen=True, slots=True)
class Divided:
    """What one of several pages of a story says of the others."""

    numbers: frozenset[int]
    """Numbers of the pages behind it; ``WHOLE`` alone where one page has all."""
    otherwise: frozenset[int] = frozenset()
    """The numbers without that one, should it not be there."""

    @classmethod
    def by(cls, addresses: Iterable[str], otherwise: Iterable[str] = ()) -> "Divided":
        """Return the same of addresses."""
        return cls(
            frozenset(page_number(address) for address in addresses),
            frozenset(page_number(address) for address in otherwise),
        )


@dataclass(slots=True)
class _Waiting:
    first: Capture | None = None
    says: Divided = Divided(frozenset())
    pages: dict[int, Capture] = field(default_factory=dict)
    more: set[int] = field(default_factory=set)
    """Pages that further pages lead to."""
    gone: set[int] = field(default_factory=set)
    """Pages that the site does not have."""

    def wanted(self) -> frozenset[int]:
        """Return the numbers of all further pages that there should be."""
        if self.says.numbers == {WHOLE}:
            came = (self.pages.keys() | self.gone) - {WHOLE}
            if WHOLE in self.gone or (came and WHOLE not in self.pages):
                return (self.says.otherwise | self.more) - self.gone
            return frozenset({WHOLE})
        return (self.says.numbers | self.more) - self.gone

    def was_given_up(self) -> bool:
        """Tell whether it is of a crawl that ended, or failed, before it had asked for all."""
        if self.first is None or self.first.told is None:
            return False
        asked = self.pages.keys() | self.gone
        return len(asked) < MOST_PAGES and not self.wanted() <= asked


class Joining:
    """Gathers the pages of stories, each story once for each time that its first page comes."""

    def __init__(self) -> None:
        """Wait for nothing yet."""
        self._waiting: OrderedDict[str, _Waiting] = OrderedDict()

    def add(self, page: Capture, says: Divided) -> Iterator[Story | Capture]:
        """Take a page; yield the stories that need not wait any longer.

        A page that is left over without the first one of its story comes back as it is. Where a
        crawl broke off before it had all, and asked for the story again, it made no record before.
        """
        story_id, number = _key(page)
        waiting = self._waiting.get(story_id)
        if not page.is_page and (waiting is None or waiting.first is None):
            return
        if number == 1 and waiting is not None and waiting.first is not None:
            if waiting.was_given_up():
                del self._waiting[story_id]
            else:
                yield from self._finish(story_id)
        waiting = self._waiting.setdefault(story_id, _Waiting())
        if number == 1:
            waiting.first, waiting.says = page, says
        elif not page.is_page:
            waiting.gone.add(number)
        else:
            waiting.pages[number] = page
            waiting.more |= says.numbers - {WHOLE}
        if waiting.first is not None and waiting.wanted() <= waiting.pages.keys():
            yield from self._finish(story_id)
        elif len(self._waiting) > MOST_WAITING:
            yield from self._finish(next(iter(self._waiting)))

    def rest(self) -> Iterator[Story | Capture]:
        """Yield what waits in vain: there are no more pages."""
        while self._waiting:
            yield from self._finish(next(iter(self._waiting)))

    def _finish(self, story_id: str) -> Iterator[Story | Capture]:
        waiting = self._waiting.pop(story_id)
        whole = waiting.pages.pop(WHOLE, None) if waiting.first is None else None
        if whole is not None:  # the one that has all is as good as the first
            yield Story(whole, ())
        if waiting.first is None:
            yield from waiting.pages.values() if whole is None else ()
            return
        wanted = waiting.wanted()
        there = tuple(waiting.pages[n] for n in sorted(wanted & waiting.pages.keys()))
        yield Story(waiting.first, there, len(wanted) - len(there))


def _key(page: Capture) -> tuple[str, int]:
    story = story_url(page.url)
    return story.id if story else page.url, page_number(page.url)
