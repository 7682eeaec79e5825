"""The days that no listing reaches: a day at a time, when nothing else waits.

So the frontier holds no more than the stories of one day at any moment, and a budget of time is
spent on whole days.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta

from scrapy import Request
from twisted.python.failure import Failure

from newscrawl import clock
from newscrawl.antara.listings import Listing
from newscrawl.clock import WIB
from newscrawl.items import Article
from newscrawl.ledger.days import LISTING, Day, Days, is_over
from newscrawl.run import Run
from newscrawl.spiders.arguments import Arguments
from newscrawl.spiders.course import Course, Known
from newscrawl.spiders.daylists import DayLists
from newscrawl.spiders.requests import Asking
from newscrawl.spiders.sidelists import SITEMAP, SideLists
from newscrawl.spiders.walk import walk_name


class Backfill:
    """Goes over the days of a range, and asks for the lists of those that are not done."""

    def __init__(
        self,
        arguments: Arguments,
        run: Run,
        ask: Asking,
        tell: Callable[[Failure], None],
        *,
        rereads: bool,
    ) -> None:
        """Look at the range of the arguments; there is none without ``since``."""
        self._arguments = arguments
        self._run = run
        self._rereads = rereads
        self._scopes = tuple(walk_name(arguments, section) for section in arguments.sections)
        self._days = Days(run.database)
        self._lists = DayLists(arguments, run, ask, tell)
        self._beside = SideLists(arguments, run, ask, tell)
        self._range = _range(arguments)
        self._course = Course(self._range)
        self._samples: list[date] | None = None
        self._asked: set[date] = set()
        self._parked: list[Request] = []
        self._is_hopeless = False
        """Whether no way is left, so that the listing alone is."""
        run.backfilled.begin(self._range, self._scopes, arguments.edition.id_prefix)

    def is_under_way(self) -> bool:
        """Tell whether an earlier run has begun with a range that is over.

        Then neither feed nor listing have anything new that is in it.
        """
        if not self._range or not is_over(max(self._range), clock.now()):
            return False
        return self._days.has_any(self._scopes, min(self._range), max(self._range))

    def settle(self, section: str, back_to: datetime | None) -> None:
        """Note that the walk over a section is over, and how far back it went by itself."""
        self._run.backfilled.settled[walk_name(self._arguments, section)] = back_to

    def reaches_beyond(self, listing: Listing) -> bool:
        """Tell whether the whole range ends before a listing's page, so that days come first."""
        dated = [card.published for card in listing.cards if card.published is not None]
        latest = self._arguments.latest
        if latest is None or not dated or not self._range or self._is_hopeless:
            return False
        return dated[-1] >= latest and bool(self._lists.ways())

    def park(self, request: Request) -> None:
        """Keep a request for a listing until no way to the days is left."""
        self._parked.append(request)

    def note(self, article: Article) -> None:
        """Take from a story that is kept what may lead to others."""
        if self._range:
            self._beside.note(article)

    def more(self) -> list[Request]:
        """Return what to ask for when nothing else waits; nothing at the end of the backfill."""
        if not self._range or self._run.is_ending or self._run.frontier.has_enough():
            return []
        while (day := self._next_day()) is not None:
            self._asked.add(day)
            if (request := self._first(day)) is not None:
                return [request]
        if self._leads_nowhere():
            self._is_hopeless = True
            if requests := self._by_other_lists():
                return requests
        self._run.backfilled.not_offered = frozenset(self._not_offered())
        return []

    def _leads_nowhere(self) -> bool:
        """Tell whether no way works; or none on any day of the range, though on those of others."""
        if not self._lists.any_works():
            return True
        known = [at for day in self._range if (at := self._at(day)) is not None]
        return bool(known) and not self._lists.failed and all(at.way is None for at in known)

    def _by_other_lists(self) -> list[Request]:
        is_missing = any(self._not_offered())
        if self._parked and (is_missing or any(map(self._open_scopes, self._range))):
            parked, self._parked = self._parked, []
            return parked
        return self._beside.more() if is_missing else []

    def _next_day(self) -> date | None:
        """Return the next day to be read; as long as no way is known to work, one here and there.

        The site's archive may begin, or end, in the middle of the range.
        """
        if self._is_hopeless:
            return None
        if self._lists.any_works():
            if self._samples:
                self._samples = []
                self._asked -= {day for day in self._asked if self._at(day) is None}
            return self._course.next(self._known)
        if self._samples is None:
            self._samples = _spread([day for day in self._range if self._known(day) is Known.OPEN])
        return self._samples.pop(0) if self._samples and self._lists.ways() else None

    def _known(self, day: date) -> Known:
        at = self._at(day)
        if day in self._asked and at is None:
            return Known.PASSED
        if day not in self._asked and (self._rereads or self._open_scopes(day)):
            return Known.OPEN
        is_empty = at is not None and not at.listed and at.way not in (LISTING, SITEMAP)
        return Known.EMPTY if is_empty else Known.LISTS

    def _at(self, day: date) -> Day | None:
        """Return how far a day has come, in the section where it came farthest."""
        known = [at for scope in self._scopes if (at := self._days.get(scope, day)) is not None]
        return max(known, key=lambda at: (at.done, at.listed), default=None)

    def _open_scopes(self, day: date) -> tuple[str, ...]:
        """Return the sections for which a day is still to be read."""
        if self._rereads:
            return self._scopes
        return tuple(
            scope
            for scope in self._scopes
            if not ((at := self._days.get(scope, day)) and at.done)
            and not self._run.backfilled.is_walked(scope, day)
        )

    def _not_offered(self) -> Iterator[date]:
        now, leads_nowhere = clock.now(), self._leads_nowhere()
        for day in self._range:
            if day in self._lists.failed or not is_over(day, now) or self._is_walked(day):
                continue
            at = self._at(day)
            if at is None or (leads_nowhere and at.way is None):
                yield day

    def _is_walked(self, day: date) -> bool:
        return all(self._run.backfilled.is_walked(scope, day) for scope in self._scopes)

    def _first(self, day: date) -> Request | None:
        scopes = self._open_scopes(day)
        at = {self._days.get(scope, day) for scope in scopes}
        begun = at.pop() if len(at) == 1 and not self._rereads else None
        return self._lists.request(day, scopes, begun)


def _range(arguments: Arguments) -> list[date]:
    """Return the days of a run with ``since``, up to today, in their order."""
    if arguments.since is None or arguments.urls or arguments.feed_only:
        return []
    today = clock.now().astimezone(WIB).date()
    number = (min(arguments.until or today, today) - arguments.since).days + 1
    days = [arguments.since + timedelta(days=at) for at in range(number)]
    return days if arguments.order == "oldest" else days[::-1]


def _spread(days: Sequence[date]) -> list[date]:
    """Return days on which it shows whether a way works at all: the ends and the middle."""
    return list(dict.fromkeys([days[0], days[-1], days[len(days) // 2]])) if days else []
