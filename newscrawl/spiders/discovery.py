"""The walk over a section: its feed, and its listing as far back as is needed."""

from collections.abc import Iterator
from datetime import datetime

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl.antara.feeds import FeedError, FeedItem, feed_article, read_feed
from newscrawl.antara.listings import Listing
from newscrawl.antara.markup import MarkupError
from newscrawl.antara.urls import StoryUrl, canonical
from newscrawl.failures import GONE, classify, is_no_answer
from newscrawl.found import DaysWalked, Found, PageRead, Unusable, Walked
from newscrawl.items import Article, Discovered
from newscrawl.middlewares import conditional
from newscrawl.middlewares.conditional import NOT_MODIFIED
from newscrawl.run import Run
from newscrawl.spiders.arguments import Arguments
from newscrawl.spiders.backfill import Backfill
from newscrawl.spiders.cards import certain
from newscrawl.spiders.requests import Asking, that_may_be_gone
from newscrawl.spiders.responses import complete, fetched_at, listing_of, page_read
from newscrawl.spiders.walk import Stretch, Walk

Output = Iterator[Request | Found | Walked | DaysWalked | PageRead | Unusable | Article]


class Discovery:
    """Reads feeds and listings, and tells the backfill where they are over."""

    def __init__(
        self, arguments: Arguments, run: Run, listing_pages: int, ask: Asking, backfill: Backfill
    ) -> None:
        """Visit what the arguments say; a first walk reads at most so many listing pages."""
        self._arguments = arguments
        self._run = run
        self._listing_pages = listing_pages
        self._ask = ask
        self._backfill = backfill

    def feed_request(self, section: str) -> Request:
        """Return the request for a section's feed."""
        address = self._arguments.edition.feed_url(section)
        feed = self._ask(address, self.parse_feed, section=section)
        if self._arguments.feed_only or self._walk_of(section).is_covered():
            feed.meta[conditional.PAGE] = canonical(address)
        return feed

    def listing_request(self, section: str) -> Request:
        """Return the request for the first page of a section's listing, whatever its feed says."""
        return self._listing_page(
            self._arguments.edition.listing_url(section), Stretch(section, 1, None, ())
        )

    def parse_feed(self, response: Response, section: str) -> Output:
        """Take the stories of a feed, and walk the listing where it does not reach back."""
        if response.status == NOT_MODIFIED:
            self._backfill.settle(section, None)
            return  # as it was when a walk was whole; it says nothing of what was found since
        try:
            feed = read_feed(response.body, response.url)
        except FeedError:
            yield Unusable("no_feed")
            yield from self._walk(section, None, ())
            return
        if not feed.items:
            yield Unusable("no_items")
        address = canonical(response.url)
        for item in feed.items:
            if self._arguments.feed_only:
                yield from self._feed_article(item, response, address)
            else:
                yield Found(item.story, Discovered(via="feed", from_=address), item.published, item)
        if not self._arguments.feed_only:
            dated = [item.published for item in feed.items if item.published is not None]
            stories = [item.story for item in feed.items]
            oldest = dated[-1] if dated else None
            yield from self._walk(section, oldest, (page_read(response),), stories)

    def _feed_article(self, item: FeedItem, response: Response, address: str) -> Output:
        found = Found(item.story, Discovered(via="feed", from_=address), item.published, item)
        yield found
        if self._arguments.skip_reason(0, item.published) is None:
            article = feed_article(item, fetched_at(response))
            yield complete(article, found, response, self._run.run_id)

    def feed_failed(self, failure: Failure) -> Output:
        """Go on without a feed that brought nothing, where the site does answer."""
        outcome, reason = classify(failure.value or RuntimeError())
        if outcome != "refused" and (reason == "timeout" or not is_no_answer(reason)):
            request: Request = failure.request  # type: ignore[attr-defined]
            yield from self._walk(request.cb_kwargs["section"], None, ())

    def _walk(
        self,
        section: str,
        reached: datetime | None,
        pages: tuple[PageRead, ...],
        stories: list[StoryUrl] | None = None,
    ) -> Output:
        """Begin a walk over a section's listing, unless the feed reaches back far enough."""
        walk = self._walk_of(section)
        met = bool(stories) and walk.meets(stories or [])
        if met or (stories and self._arguments.since and walk.is_long_enough(reached, 0)):
            self._backfill.settle(section, None if met else reached)
            yield from walk.ends(reached, met=met, pages=pages)
            return
        address = self._arguments.edition.listing_url(section)
        touches = bool(stories) and walk.touches(stories or [])
        yield self._listing_page(address, Stretch(section, 1, reached, pages, touches=touches))

    def _listing_page(self, url: str, stretch: Stretch) -> Request:
        request = self._ask(url, self.parse_listing, stretch=stretch)
        if stretch.page == 1 and self._walk_of(stretch.section).is_covered():
            request.meta[conditional.PAGE] = canonical(url)
        if stretch.page > 1:  # a listing may end in a page that is not there
            that_may_be_gone(request)
        return request

    def parse_listing(self, response: Response, stretch: Stretch) -> Output:
        """Take the stories of a listing page, and go on to the next one as far as is needed."""
        walk = self._walk_of(stretch.section)
        if stretch.page == 1:  # no other one is asked for conditionally
            stretch = stretch.with_page(page_read(response))
        if response.status in GONE:  # behind the last page; see _listing_page
            yield from self._at_the_end(walk, stretch)
            return
        if response.status == NOT_MODIFIED:
            self._backfill.settle(stretch.section, None)
            return  # nothing new here; where the feed has a gap, the walk is not over
        try:
            listing = listing_of(response)
        except MarkupError:
            yield Unusable("no_listing")
            return
        if not listing.cards:
            is_end = stretch.page > 1
            yield from self._at_the_end(walk, stretch) if is_end else [Unusable("no_cards")]
            return
        address = canonical(response.url)
        for card in listing.cards:
            way = Discovered(via="listing", from_=address)
            yield Found(card.story, way, certain(self._arguments, card))
        yield from self._after(response.url, listing, walk, stretch)

    def _after(self, address: str, listing: Listing, walk: Walk, stretch: Stretch) -> Output:
        """Go on behind a listing page, or end the walk."""
        ids = frozenset(card.story.id for card in listing.cards)
        if ids <= stretch.seen:  # a pagination that leads in a circle, or that leads nowhere
            yield Unusable("no_new_cards")
            return
        stories = [card.story for card in listing.cards]
        stretch = stretch.behind(listing, touches=walk.touches(stories))
        met = walk.meets(stories)
        if met or walk.is_long_enough(stretch.reached, stretch.page):
            self._backfill.settle(stretch.section, None if met else stretch.reached)
            yield from walk.ends(stretch.reached, met=met, pages=stretch.pages)
        elif listing.next_url is None:
            yield from self._at_the_end(walk, stretch)
        else:
            url, page = walk.further(listing.next_url, stretch.page + 1, sorted(ids))
            further = self._listing_page(url, stretch.at(page))
            if stretch.page == 1 and self._backfill.reaches_beyond(listing):
                self._backfill.park(further)
                return
            yield walk.goes_on(address, stretch.page)
            yield further

    def _at_the_end(self, walk: Walk, stretch: Stretch) -> Output:
        if stretch.reached is not None:
            self._backfill.settle(stretch.section, stretch.reached)
        yield from walk.at_the_end(stretch)

    def _walk_of(self, section: str) -> Walk:
        return Walk(self._arguments, self._run.walks, section, self._listing_pages)
