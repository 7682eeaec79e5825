"""A day's list: the ways to it, page for page, each taken whole or not at all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl import clock
from newscrawl.antara.archives import WAYS, belongs, can_be_of
from newscrawl.antara.listings import Card, Listing
from newscrawl.antara.markup import MarkupError
from newscrawl.antara.sections import is_part
from newscrawl.antara.urls import canonical
from newscrawl.failures import GONE, classify
from newscrawl.found import DayEmpty, DayRead, DayTold, Found, Unusable, WayTried
from newscrawl.items import Discovered
from newscrawl.ledger.days import Day
from newscrawl.ledger.ways import Ways
from newscrawl.middlewares.errors import RobotsForbidden
from newscrawl.middlewares.frontier import MOST
from newscrawl.run import Run
from newscrawl.spiders.arguments import Arguments
from newscrawl.spiders.cards import certain
from newscrawl.spiders.requests import Asking, that_may_be_gone
from newscrawl.spiders.responses import fetched_at, listing_of
from newscrawl.spiders.walk import edition_name

MOST_PAGES = 200
"""Pages of one day's list that are read; the site has some ten."""
_MOST_CARDS = 5000
"""Cards of one page that are taken; a page may well have a whole day of all sections."""
_EVERYTHING = frozenset({"terkini", "latest-news", "news", "top-news", "terpopuler"})
"""Lists of stories of all sections."""
_BY_NAME = {way.name: way for way in WAYS}

Output = Iterator[Request | Found | DayTold | Unusable]


@dataclass(frozen=True, slots=True)
class Ask:
    """What a request for a page of a day's list is about."""

    day: date
    scopes: tuple[str, ...]
    """The walks of the sections for which the day is read."""
    way: str
    page: int = 1
    others: tuple[str, ...] = ()
    """The ways that are left to be tried on this day."""
    seen: frozenset[str] = frozenset()
    """Stories of the list's pages before this one."""
    listed_by: str | None = None
    """The way that has listed something of the day."""
    failure: Failure | None = None
    """Why a way before this one could not be tried."""


class DayLists:
    """Asks for the lists of days, and reads them."""

    def __init__(
        self, arguments: Arguments, run: Run, ask: Asking, tell: Callable[[Failure], None]
    ) -> None:
        """Take the arguments' edition and sections; ``tell`` is told of what failed."""
        self._arguments = arguments
        self._run = run
        self._ask = ask
        self._tell = tell
        self._edition = edition_name(arguments)
        self._range = f"{arguments.since or ''}..{arguments.until or ''}"
        self._ways = Ways(run.database)
        self._closed: set[str] = set()
        """Ways that could not be tried in this run, for robots.txt or for the site's trouble."""
        self._first_pages: dict[str, tuple[date, frozenset[str]]] = {}
        """The last undated list that each way led to: on no two days they are alike."""
        self.failed: set[date] = set()
        """Days whose list could not be had."""

    def any_works(self) -> bool:
        """Tell whether some way ever led to a day's list, and may be tried."""
        open_ = (name for name in _BY_NAME if name not in self._closed)
        return any(self._ways.works(self._edition, name) for name in open_)

    def ways(self) -> list[str]:
        """Return the ways that are worth trying, best first."""
        names = [name for name in _BY_NAME if name not in self._closed]
        return self._ways.worth_trying(self._edition, names, clock.now(), self._range)

    def request(self, day: date, scopes: tuple[str, ...], at: Day | None) -> Request | None:
        """Return the request with which a day begins, or goes on where it was cut off."""
        ways = self.ways()
        if at is not None and at.is_begun and at.url and at.way in ways:
            others = tuple(name for name in ways if name != at.way)
            ask = Ask(day, scopes, at.way, at.page, others, listed_by=at.way)
            return self._request(at.url, ask)
        return self._next_way(Ask(day, scopes, "", others=tuple(ways)))

    def _next_way(self, ask: Ask) -> Request | None:
        """Return the request with which the next way is tried on a day."""
        if not ask.others:
            return None
        name, *others = ask.others
        further = replace(ask, way=name, page=1, others=tuple(others), seen=frozenset())
        return self._request(_BY_NAME[name].address(self._arguments.edition, ask.day), further)

    def _request(self, url: str, ask: Ask) -> Request:
        request = that_may_be_gone(self._ask(url, self.parse_day, ask=ask))
        request.meta[MOST] = _MOST_CARDS
        return request.replace(errback=self.day_failed)

    def parse_day(self, response: Response, ask: Ask) -> Output:
        """Take the stories of a page of a day's list, or try the next way to the day."""
        try:
            listing = self._read(response)
        except MarkupError:
            listing = Listing((), None)
        if not self._is_of_day(listing, response, ask):
            # Where the list goes on into the day before, a few may still be of this one.
            of_day = [card for card in listing.cards if can_be_of(card, ask.day)]
            yield from (self._found(card, response.url) for card in of_day)
            yield from self._missed(ask, listing, response)
            return
        cards = [card for card in listing.cards if card.story.id not in ask.seen]
        found = [self._found(card, response.url) for card in cards]
        yield from found
        if ask.page == 1:
            yield self._tried(ask, fetched_at(response), works=True)
        # A page that names nothing new leads in a circle.
        next_url = listing.next_url if cards else None
        if next_url is not None and ask.page >= MOST_PAGES:
            yield Unusable("endless_list")
            next_url = None
        at, listed = fetched_at(response), sum(not each.elsewhere for each in found)
        yield DayRead(ask.scopes, ask.day, ask.way, ask.page, listed, at, next_url)
        if next_url is not None:
            seen = ask.seen | {card.story.id for card in cards}
            further = replace(ask, page=ask.page + 1, seen=seen, listed_by=ask.way)
            yield self._request(next_url, further)

    def _found(self, card: Card, url: str) -> Found:
        way, when = Discovered(via="archive", from_=canonical(url)), certain(self._arguments, card)
        return Found(card.story, way, when, elsewhere=self._is_elsewhere(card))

    def _read(self, response: Response) -> Listing:
        return Listing((), None) if response.status in GONE else listing_of(response)

    def _is_of_day(self, listing: Listing, response: Response, ask: Ask) -> bool:
        if not listing.cards:
            return False
        is_of_day = belongs(listing, ask.day)
        if is_of_day is not None or ask.page > 1:
            return is_of_day is not False
        return not _was_moved(response) and not self._ignores_day(listing, ask)

    def _ignores_day(self, listing: Listing, ask: Ask) -> bool:
        """Tell whether a list without dates is that of another day."""
        ids = frozenset(card.story.id for card in listing.cards)
        day, before = self._first_pages.get(ask.way, (ask.day, ids))
        self._first_pages[ask.way] = ask.day, ids
        # What came out between the two requests stands on the second one alone.
        return day != ask.day and 2 * len(ids & before) > min(len(ids), len(before))

    def _is_elsewhere(self, card: Card) -> bool:
        """Tell whether a card names a section that neither is nor holds one of the run's."""
        wanted, named = self._arguments.sections, card.section
        if named is None or not _EVERYTHING.isdisjoint((named, *wanted)):
            return False
        return not any(is_part(named, section) or is_part(section, named) for section in wanted)

    def _missed(self, ask: Ask, listing: Listing, response: Response) -> Output:
        """Go on where a page is none of the day's list."""
        at = fetched_at(response)
        if ask.page == 1:
            is_undated = bool(listing.cards) and belongs(listing, ask.day) is None
            ignores = is_undated and not _was_moved(response)
            yield replace(self._tried(ask, at, works=False), ignores_day=ignores)
        elif not listing.cards:  # that page was linked; the next run looks again
            yield DayEmpty(ask.scopes, ask.day, ask.page, at)
            return
        is_behind = ask.page > 1 and _is_behind(listing, ask.day)
        request = None if is_behind else self._next_way(ask)
        if request is not None:
            yield request
            return
        told = self._end(ask, at)
        if told is not None:
            yield told

    def _tried(self, ask: Ask, at: datetime, *, works: bool) -> WayTried:
        return WayTried(self._edition, ask.way, works, at, range_=self._range)

    def _end(self, ask: Ask, at: datetime) -> DayTold | None:
        """Return what the ledger is told of a day to which no further way is left."""
        if ask.listed_by is not None:
            return DayRead(ask.scopes, ask.day, ask.listed_by, max(ask.page, 2), 0, at, None)
        if ask.failure is not None:
            self._fail(ask, ask.failure)
        elif self.any_works():
            return DayEmpty(ask.scopes, ask.day, 1, at)
        return None

    def _fail(self, ask: Ask, failure: Failure) -> None:
        self.failed.add(ask.day)
        self._tell(failure)

    def day_failed(self, failure: Failure) -> Iterator[Request]:
        """Try the next way where one that never worked brings no answer, or robots.txt forbids it.

        One that works is tried again by the next run; only its failure is the site's.
        """
        request: Request = failure.request  # type: ignore[attr-defined]
        ask: Ask = request.cb_kwargs["ask"]
        is_forbidden = isinstance(failure.value, RobotsForbidden)
        if not is_forbidden and (ask.page > 1 or self._ways.works(self._edition, ask.way)):
            self._fail(ask, failure)
            return
        self._closed.add(ask.way)
        told: list[DayTold] = []
        if not is_forbidden:
            ask = replace(ask, failure=failure)
            if classify(failure.value or RuntimeError())[0] == "refused":  # it may always be
                told.append(self._tried(ask, clock.now(), works=False))
        further = self._next_way(ask)
        if further is not None:
            yield further
        elif (end := self._end(ask, clock.now())) is not None:
            told.append(end)
        with self._run.storing():
            self._run.finding.record((), days=told)


def _was_moved(response: Response) -> bool:
    return bool(response.request and response.request.meta.get("redirect_times"))


def _is_behind(listing: Listing, day: date) -> bool:
    """Tell whether a list has gone on into the days before."""
    days = [card.published.date() for card in listing.cards if card.published is not None]
    return bool(days) and max(days) < day
