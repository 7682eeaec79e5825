"""The site's lists of stories: of sections, of days, of what a search finds."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import islice

from newscrawl.clock import WIB
from newscrawl.replica.cards import Shown
from newscrawl.replica.corpus import Corpus
from newscrawl.replica.dated import Asked, asked
from newscrawl.replica.heads import Head
from newscrawl.replica.ids import Edition
from newscrawl.replica.listing import Place, listing
from newscrawl.replica.offers import Offers
from newscrawl.replica.pages import Pages
from newscrawl.replica.sections import edition_of_host, scope
from newscrawl.replica.standing import Standing
from newscrawl.replica.story import Story
from newscrawl.replica.tags import Tags, slug

_CARDS = 10
"""How many a section's list has on a page."""
_POPULAR = 5


class Lists:
    """The lists of a corpus from a first day on."""

    def __init__(self, corpus: Corpus, pages: Pages, start: date, offers: Offers) -> None:
        """Show stories from ``start`` on in the ways that are offered."""
        self._corpus = corpus
        self._pages = pages
        self._start = start
        self._offers = offers
        self._tags = Tags(corpus, start)
        self._standing = Standing(corpus)

    def visible(self, now: datetime, edition: Edition) -> Iterator[Head]:
        """Return all that an edition has at a moment, newest first."""
        return self._between(self._start, _day(now), now, edition)

    def heads(self, name: str, now: datetime, host: str) -> Iterator[Head] | None:
        """Return what a section's list has, newest first; none if there is no such section."""
        if (carries := scope(name, host)) is None:
            return None
        return filter(carries, self.visible(now, edition_of_host(host)))

    def section(self, host: str, name: str, page: int, now: datetime) -> bytes | None:
        """Return a page of a section's list; none if there is no such page."""
        shown = self._standing.at(
            now,
            edition_of_host(host),
            (host, name),
            lambda: self.heads(name, now, host) or (),
            _CARDS * self._offers.listing_pages,
        )
        last = -(-len(shown) // _CARDS)
        if not 1 <= page <= last:
            return None
        base = f"https://{host}/{name}"
        title = name.replace("-", " ").title()
        place = Place(title, _numbered(base), page, last, shown[0].scenario.language)
        return self._page(place, shown, Shown(now), _CARDS)

    def dated(self, host: str, path: str, query: Mapping[str, str], now: datetime) -> bytes | None:
        """Return a page of a day's list or of a search; none if there is no such page.

        A day of which nothing is left has a page without cards, one before the first day none.
        """
        offers, today = self._offers, _day(now)
        wanted = asked(offers, path, query, today)
        if wanted is None or wanted.first > today or wanted.last < self._start:
            return None
        edition = edition_of_host(host)
        heads = self._standing.at(
            now,
            edition,
            (wanted.first, wanted.last, wanted.words),
            lambda: self._found(wanted, edition, now),
            wanted.cards * offers.listing_pages,
        )
        last = max(1, -(-len(heads) // wanted.cards))
        if not 1 <= wanted.page <= last:
            return None
        place = Place(
            "Indeks", lambda page: f"https://{host}{wanted.address(page)}", wanted.page, last
        )
        return self._page(place, heads, self._shown(now), wanted.cards)

    def tag(self, host: str, tag: str, page: int, now: datetime) -> bytes | None:
        """Return a page of a tag's list; none if there is no such page."""
        offers, edition = self._offers, edition_of_host(host)
        if not offers.tags:
            return None
        shown = self._standing.at(
            now,
            edition,
            slug(tag),
            lambda: self._tagged(slug(tag), edition, now),
            offers.index_cards * offers.listing_pages,
        )
        last = -(-len(shown) // offers.index_cards)
        if not 1 <= page <= last:
            return None
        place = Place(tag, _numbered(f"https://{host}/tag/{tag}"), page, last)
        return self._page(place, shown, self._shown(now), offers.index_cards)

    def stories(self, host: str, first: date, last: date, now: datetime) -> list[Story]:
        """Return what a host has of some days, newest first."""
        days = max(first, self._start), min(last, _day(now))
        heads = self._between(*days, now, edition_of_host(host), self._offers.listed)
        return [self._pages.story(head, now) for head in heads]

    def _tagged(self, tag: str, edition: Edition, now: datetime) -> Iterator[Head]:
        for day in self._tags.days(edition, tag, _day(now)):
            for head in self._between(day, day, now, edition):
                if tag in map(slug, head.tags):
                    yield head

    def _shown(self, now: datetime) -> Shown:
        return Shown(now, self._offers.card_dates, self._offers.categories)

    def _found(self, wanted: Asked, edition: Edition, now: datetime) -> Iterator[Head]:
        """Return the stories of the days asked for that have one of the words, newest first."""
        today = _day(now)
        if self._offers.ignores_date:
            heads = self.visible(now, edition)
            # A dated list ends with its day; a search goes on to the oldest story.
            heads = (h for h in heads if wanted.first != wanted.last or h.published.date() == today)
        else:
            first, last = max(wanted.first, self._start), min(wanted.last, today)
            heads = self._between(first, last, now, edition, self._offers.listed)
        words = wanted.words.lower().split()
        return (head for head in heads if all(word in head.headline.lower() for word in words))

    def _between(
        self,
        first: date,
        last: date,
        now: datetime,
        edition: Edition,
        most: Mapping[date, int] | None = None,
    ) -> Iterator[Head]:
        """Return an edition's stories of some days at a moment, newest first, some at most of each."""
        day = last
        while day >= first:
            heads: Iterable[Head] = reversed(self._corpus.heads_of_day(day, edition))
            there = (head for head in heads if head.visible(now))
            yield from islice(there, (most or {}).get(day))
            day -= timedelta(days=1)

    def _page(self, place: Place, heads: Sequence[Head], shown: Shown, cards: int) -> bytes:
        at = (place.page - 1) * cards
        stories = [self._pages.story(head, shown.now) for head in heads[at : at + cards]]
        popular = [head for head in heads if head.kind == "article"][-_POPULAR:]
        return listing(place, stories, shown, popular, self._offers.cards).encode()


def _day(now: datetime) -> date:
    return now.astimezone(WIB).date()


def _numbered(base: str) -> Callable[[int], str]:
    return lambda number: base if number == 1 else f"{base}/{number}"
