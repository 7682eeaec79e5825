"""Where no list of a day is to be had: sitemaps that robots.txt names, and the lists of tags.

Neither is made for a range, so both are read only for days to which nothing else leads.
"""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl import clock
from newscrawl.antara.archives import tag_address
from newscrawl.antara.markup import MarkupError
from newscrawl.antara.sitemaps import Entry, SitemapError, read_sitemap, sitemaps_of
from newscrawl.antara.urls import canonical
from newscrawl.clock import WIB
from newscrawl.failures import GONE
from newscrawl.found import DaysWalked, DayTold, Found, Unusable
from newscrawl.items import Article, Discovered
from newscrawl.ledger.days import is_over
from newscrawl.ledger.robots import RobotsCache
from newscrawl.middlewares.frontier import MOST
from newscrawl.run import Run
from newscrawl.spiders.arguments import Arguments
from newscrawl.spiders.cards import certain
from newscrawl.spiders.requests import Asking, that_may_be_gone
from newscrawl.spiders.responses import listing_of
from newscrawl.spiders.walk import walk_name

SITEMAP = "sitemap"
"""In place of a way: sitemaps name stories of the day."""
_MOST_SITEMAPS = 500
_MOST_ENTRIES = 50_000
_MOST_TAGS = 20
"""Tags whose lists are read, the most frequent of what is kept."""
_MOST_PAGES = 100
"""Pages of one of them; the site was said to end there itself."""
_CORRECTED = timedelta(days=7)
"""How long after its publication a story may be changed, and be named by the time of that."""

Output = Iterator[Request | Found | DayTold | Unusable]


class SideLists:
    """Reads them one by one, when nothing else waits."""

    def __init__(
        self, arguments: Arguments, run: Run, ask: Asking, tell: Callable[[Failure], None]
    ) -> None:
        """Look for stories in the range of the arguments; ``tell`` is told of what failed."""
        self._arguments = arguments
        self._run = run
        self._ask = ask
        self._tell = tell
        self._sitemaps: deque[str] = deque()
        self._met: set[str] = set()
        """Sitemaps that were named; an index may name others twice, or one that names itself."""
        self._began: datetime | None = None
        """When the first list was asked for."""
        self._asked = 0
        self._named: set[date] = set()
        """Days of which the sitemaps name stories."""
        self._is_whole = True
        """Whether all sitemaps could be read so far."""
        self._tags: Counter[str] = Counter()
        self._walked_tags: set[str] = set()
        self._of_tag: set[str] = set()
        """Stories of the pages so far of the tag that is being read."""

    def note(self, article: Article) -> None:
        """Count the tags of a story that is kept."""
        if len(self._tags) < _MOST_ENTRIES:
            self._tags.update(article.tags)

    def more(self) -> list[Request]:
        """Return the request for the next list; none when all are read."""
        if self._began is None:
            self._began = clock.now()
            self._wait_for(self._in_robots())
        if self._sitemaps and self._asked < _MOST_SITEMAPS:
            self._asked += 1
            return [self._sitemap_request(self._sitemaps.popleft())]
        self._end_sitemaps()
        if len(self._walked_tags) >= _MOST_TAGS:
            return []
        tag = next((t for t, _ in self._tags.most_common() if t not in self._walked_tags), None)
        if tag is None:
            return []
        self._walked_tags.add(tag)
        self._of_tag.clear()
        return [self._tag_request(tag_address(self._arguments.edition, tag), 1)]

    def _wait_for(self, sitemaps: Iterable[str]) -> None:
        new = [url for url in dict.fromkeys(sitemaps) if url not in self._met]
        self._met.update(new)
        self._sitemaps.extend(new)

    def _in_robots(self) -> tuple[str, ...]:
        """Return what the edition's robots.txt names, as it was last answered."""
        host = self._arguments.edition.host
        cache = RobotsCache(self._run.database, is_local=self._arguments.is_local)
        answer = cache.get(host, clock.now())
        return sitemaps_of(answer.body, f"https://{host}/robots.txt") if answer else ()

    def _sitemap_request(self, url: str) -> Request:
        request = self._ask(url, self.parse_sitemap, ask=None)
        request.meta[MOST] = _MOST_ENTRIES
        return request.replace(errback=self.sitemap_failed)

    def sitemap_failed(self, failure: Failure) -> None:
        """Tell of a sitemap that robots.txt names and that is not to be had."""
        self._is_whole = False
        self._tell(failure)

    def parse_sitemap(self, response: Response, ask: None) -> Output:
        """Take the stories of a sitemap that may be of the range, and the sitemaps it names."""
        del ask
        try:
            sitemap = read_sitemap(response.body, response.url)
        except SitemapError:
            self._is_whole = False
            yield Unusable("no_sitemap")
            return
        earliest = self._arguments.earliest
        self._wait_for(
            child.url
            for child in sitemap.children
            if child.modified is None or earliest is None or child.modified >= earliest
        )
        way = Discovered(via="archive", from_=canonical(response.url))
        for entry in sitemap.entries:
            when = entry.published or entry.modified
            if when is not None and self._may_be_wanted(entry):
                self._named.add(when.astimezone(WIB).date())
                yield Found(entry.story, way, entry.published)

    def _may_be_wanted(self, entry: Entry) -> bool:
        if entry.published is not None:
            return self._arguments.skip_reason(0, entry.published) is None
        if entry.modified is None:
            return False
        times = (entry.modified, entry.modified - _CORRECTED)
        return any(self._arguments.skip_reason(0, time) is None for time in times)

    def _end_sitemaps(self) -> None:
        """Take the days of which sitemaps name stories for done, where all could be read."""
        if not self._named or not self._is_whole or self._sitemaps or self._began is None:
            return
        began = self._began  # what came out later is in no sitemap that was read
        wanted = self._named & set(self._run.backfilled.days)
        days = tuple(sorted(day for day in wanted if is_over(day, began)))
        self._named.clear()
        told = [
            DaysWalked(walk_name(self._arguments, section), days, SITEMAP)
            for section in self._arguments.sections
        ]
        with self._run.storing():
            self._run.finding.record((), days=told)

    def _tag_request(self, url: str, page: int) -> Request:
        return that_may_be_gone(self._ask(url, self.parse_tag, ask=page))

    def parse_tag(self, response: Response, ask: int) -> Output:
        """Take the stories of a tag, as far back as the range."""
        if response.status in GONE:
            return
        try:
            listing = listing_of(response)
        except MarkupError:
            return
        way = Discovered(via="archive", from_=canonical(response.url))
        for card in listing.cards:
            when = certain(self._arguments, card)
            if self._arguments.skip_reason(0, when) is None:
                yield Found(card.story, way, when)
        dated = [card.latest for card in listing.cards if card.latest is not None]
        ids = {card.story.id for card in listing.cards}
        is_new = not ids <= self._of_tag
        self._of_tag |= ids
        goes_on = bool(dated) and not _before(dated[-1], self._arguments.earliest)
        if listing.next_url is not None and goes_on and is_new and ask < _MOST_PAGES:
            yield self._tag_request(listing.next_url, ask + 1)


def _before(time: datetime, earliest: datetime | None) -> bool:
    return earliest is not None and time <= earliest
