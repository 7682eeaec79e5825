"""The spider: which of ANTARA's pages to visit, and in what order.

It yields :class:`~newscrawl.found.Found` for every story that a page leads to; the frontier keeps
them and hands them out again as requests, newest first.
"""

from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, Self

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl import signals
from newscrawl.antara.articles import Hints, UnreadablePage, extract
from newscrawl.antara.feeds import FeedError, FeedItem, feed_article, read_feed
from newscrawl.antara.listings import read_listing
from newscrawl.antara.markup import MarkupError
from newscrawl.antara.urls import StoryUrl, canonical, story_url
from newscrawl.extensions.lifecycle import run_of
from newscrawl.failures import GONE, classify, is_no_answer
from newscrawl.found import Found, NotModified, PageRead, Unusable, Walked
from newscrawl.items import Article, Discovered, Http
from newscrawl.middlewares import conditional
from newscrawl.middlewares.conditional import NOT_MODIFIED
from newscrawl.middlewares.origin import ARCHIVED, FETCHED_AT, KNOWN
from newscrawl.options import check_settings
from newscrawl.spiders.arguments import Arguments, parse
from newscrawl.spiders.walk import Stretch, Walk

Output = Iterator[Request | Found | Walked | PageRead | NotModified | Unusable | Article]


class AntaraSpider(Spider):
    """ANTARA's coverage of the world, from its feed, its listing pages and its stories' links."""

    name = "antara"
    allowed_domains = ("antaranews.com",)

    def __init__(
        self, arguments: Arguments, *, given: Mapping[str, str], listing_pages: int
    ) -> None:
        """Visit what the arguments say; a first walk reads at most so many listing pages."""
        super().__init__()
        self.arguments = arguments
        self.given = given
        self._listing_pages = listing_pages

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Check the arguments, and let them speak in the settings.

        Raises:
            ArgumentError: an argument is unknown or malformed.
            CannotRun: a setting is.
        """
        del args  # Scrapy passes none: what the user gives has names
        check_settings(crawler.settings)
        arguments = parse(kwargs)
        for name, value in arguments.settings().items():
            crawler.settings.set(name, value, priority="spider")
        spider = cls(
            arguments,
            given=kwargs,
            listing_pages=crawler.settings.getint("NEWSCRAWL_LISTING_PAGES"),
        )
        spider._set_crawler(crawler)
        return spider

    async def start(self) -> AsyncIterator[Request | Found]:
        """Yield what to visit first: the stories that the user named, or the sections' feeds."""
        for story in self.arguments.urls:
            yield Found(story, Discovered(via="url"))
        if self.arguments.urls:
            return
        for section in self.arguments.sections:
            address = self.arguments.edition.feed_url(section)
            feed = self._page(address, self.parse_feed, section=section)
            if self.arguments.feed_only or self._walk_of(section).is_covered():
                feed.meta[conditional.PAGE] = canonical(address)
            yield feed.replace(errback=self.feed_failed)

    def story_request(self, found: Found) -> Request:
        """Return the request for a story that the frontier hands out."""
        request = self._page(found.story.address, self.parse_article, found=found)
        request.meta[conditional.STORY] = found.story.id
        return request

    def _page(self, url: str, callback: Any, **cb_kwargs: Any) -> Request:
        return Request(
            url,
            callback=callback,
            errback=self.page_failed,
            cb_kwargs=cb_kwargs,
            meta={
                "download_slot": self.name,  # one pace for all hosts of the site
                "handle_httpstatus_list": [NOT_MODIFIED],
            },
        )

    def parse_feed(self, response: Response, section: str) -> Output:
        """Take the stories of a feed, and walk the listing where it does not reach back."""
        if response.status == NOT_MODIFIED:
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
            if self.arguments.feed_only:
                yield from self._feed_article(item, response, address)
            else:
                yield Found(item.story, Discovered(via="feed", from_=address), item.published, item)
        if not self.arguments.feed_only:
            dated = [item.published for item in feed.items if item.published is not None]
            stories = [item.story for item in feed.items]
            oldest = dated[-1] if dated else None
            yield from self._walk(section, oldest, (_read(response),), stories)

    def _feed_article(self, item: FeedItem, response: Response, address: str) -> Output:
        found = Found(item.story, Discovered(via="feed", from_=address), item.published, item)
        yield found
        if self.arguments.skip_reason(0, item.published) is None:
            article = feed_article(item, _fetched_at(response))
            yield self._complete(article, found, response)

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
        if met or (stories and self.arguments.since and walk.is_long_enough(reached, 0)):
            yield from walk.ends(reached, met=met, pages=pages)
            return
        address = self.arguments.edition.listing_url(section)
        yield self._listing_page(address, Stretch(section, 1, reached, pages))

    def _listing_page(self, url: str, stretch: Stretch) -> Request:
        request = self._page(url, self.parse_listing, stretch=stretch)
        if stretch.page == 1 and self._walk_of(stretch.section).is_covered():
            request.meta[conditional.PAGE] = canonical(url)
        if stretch.page > 1:  # a listing may end in a page that is not there
            request.meta["handle_httpstatus_list"] += GONE
        return request

    def parse_listing(self, response: Response, stretch: Stretch) -> Output:
        """Take the stories of a listing page, and go on to the next one as far as is needed."""
        walk, pages = self._walk_of(stretch.section), stretch.pages
        if stretch.page == 1:  # no other one is asked for conditionally
            pages = (*pages, _read(response))
        if response.status in GONE:  # behind the last page; see _listing_page
            yield from walk.at_the_end(stretch.pages)
            return
        if response.status == NOT_MODIFIED:
            return  # nothing new here; where the feed has a gap, the walk is not over
        content_type = _header(response, "Content-Type")
        try:
            listing = read_listing(response.body, response.url, _fetched_at(response), content_type)
        except MarkupError:
            yield Unusable("no_listing")
            return
        if not listing.cards:
            yield from walk.at_the_end(pages) if stretch.page > 1 else [Unusable("no_cards")]
            return
        address = canonical(response.url)
        for card in listing.cards:
            way = Discovered(via="listing", from_=address)
            yield Found(card.story, way, self._certain(card.published))
        dated = [card for card in listing.cards if card.published is not None]
        # The last one: the head may hold pinned, old stories.
        reached = dated[-1].latest if dated else stretch.reached
        ids = frozenset(card.story.id for card in listing.cards)
        if ids <= stretch.seen:  # a pagination that leads in a circle, or that leads nowhere
            yield Unusable("no_new_cards")
            return
        met = walk.meets([card.story for card in listing.cards])
        if met or walk.is_long_enough(reached, stretch.page):
            yield from walk.ends(reached, met=met, pages=pages)
        elif listing.next_url is None:
            yield from walk.at_the_end(pages)
        else:
            url, page = walk.further(listing.next_url, stretch.page + 1, sorted(ids))
            further = Stretch(stretch.section, page, reached, pages, stretch.seen | ids)
            yield walk.goes_on(response.url, stretch.page)
            yield self._listing_page(url, further)

    def _certain(self, published: datetime | None) -> datetime | None:
        """Return the time of a card, or None where it does not tell whether it is in the range.

        "1 jam lalu" is up to two hours ago.
        """
        if published is None:
            return None
        times = (published, published - timedelta(hours=1))
        return published if len({self.arguments.skip_reason(0, t) for t in times}) == 1 else None

    def _walk_of(self, section: str) -> Walk:
        walks = run_of(self.crawler).walks
        return Walk(self.arguments, walks, section, self._listing_pages)

    def parse_article(self, response: Response, found: Found) -> Output:
        """Read a story: first the links that it leads to, then its record."""
        nearest = run_of(self.crawler).frontier.as_known(found)
        found = response.meta.get(KNOWN, nearest)
        if response.status == NOT_MODIFIED:  # of what is kept; or of nothing that was asked
            is_kept = found.discovered.via == "revisit"
            yield NotModified(found) if is_kept else Unusable("empty", found)
            return
        story = story_url(response.url)
        if story is not None and story.id != found.story.id:
            yield Unusable("moved", found)
            found = Found(story, found.discovered)
            yield found
            if not run_of(self.crawler).frontier.take(story.id):
                return
        known = found.published if found.discovered.via == "revisit" else None
        hints = Hints(_header(response, "Content-Type"), found.feed_item, known)
        try:
            article = extract(response.body, response.url, _fetched_at(response), hints)
        except UnreadablePage as unreadable:
            yield Unusable(unreadable.reason, found)
            return
        published = article.date_published
        when = datetime.fromisoformat(published) if published else None
        if self.arguments.skip_reason(0, when) is None:
            yield from _links(article, found, nearest.discovered.depth + 1)
        yield self._complete(article, found, response)

    def _complete(self, article: Article, found: Found, response: Response) -> Article:
        """Add what only the crawl knows of a story."""
        article.discovered = found.discovered
        article.url = found.story.url  # with the slug first seen
        article.run_id = run_of(self.crawler).run_id
        article.http = Http(
            status=response.status,
            etag=_header(response, "ETag"),
            last_modified=_header(response, "Last-Modified"),
        )
        article.warc = response.meta.get(ARCHIVED)
        return article

    def feed_failed(self, failure: Failure) -> Output:
        """Tell of a feed that brought nothing; where the site does answer, its listing may do."""
        self.page_failed(failure)
        outcome, reason = classify(failure.value or RuntimeError())
        if outcome != "refused" and (reason == "timeout" or not is_no_answer(reason)):
            request: Request = failure.request  # type: ignore[attr-defined]
            yield from self._walk(request.cb_kwargs["section"], None, ())

    def page_failed(self, failure: Failure) -> None:
        """Tell the rest of the project that a request brought no page."""
        request: Request = failure.request  # type: ignore[attr-defined]
        self.crawler.signals.send_catch_log(
            signals.page_failed,
            found=request.cb_kwargs.get("found"),
            url=request.url,
            failure=failure,
        )


def _links(article: Article, found: Found, depth: int) -> Iterator[Found]:
    """Yield what a story links to, a hop further than the story itself."""
    for link in article.related:
        story = story_url(link.url)
        if story is not None:
            yield Found(story, Discovered(via="related", from_=found.story.url, depth=depth))


def _fetched_at(response: Response) -> datetime:
    """Return when a response came, as the archive has it; what is read later is as old."""
    fetched_at: datetime = response.meta[FETCHED_AT]
    return fetched_at


def _read(response: Response) -> PageRead:
    return PageRead(
        canonical(response.url), _header(response, "ETag"), _header(response, "Last-Modified")
    )


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return None if value is None else value.decode("latin-1")
