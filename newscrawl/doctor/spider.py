"""The few requests: one at a time, through the crawl's own middlewares."""

from collections.abc import AsyncIterator
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl import clock
from newscrawl.doctor.choice import choose, kinds_left_out
from newscrawl.doctor.diagnosis import Answer, Diagnosis, Lead, Visit
from newscrawl.doctor.discovery import check_feed, check_listing, check_robots, check_together
from newscrawl.doctor.story import check_story
from newscrawl.failures import NO_PAGE
from newscrawl.middlewares.errors import RobotsForbidden, RobotsUnreachable
from newscrawl.spiders.arguments import Arguments


class DoctorSpider(Spider):
    """Asks for a feed, a listing page and a story of each kind, and fills in a diagnosis."""

    name = "doctor"

    def __init__(self, arguments: Arguments) -> None:
        """Look at the first of the sections of an edition."""
        super().__init__()
        self._edition, self._section = arguments.edition, arguments.sections[0]
        origin = arguments.origin or self._edition.origin
        self.diagnosis = Diagnosis(self._edition.name, self._section, origin)
        self._robots: list[Answer] = []
        self._forbidden: list[str] = []

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Return the spider, which hears of each robots.txt that arrives."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.take_robots, signals.response_received)
        return spider

    def take_robots(self, response: Response, request: Request) -> None:
        """Keep the robots.txt that the middleware asked for by itself."""
        if request.meta.get("dont_obey_robotstxt"):
            self._robots.append(_answer("robots.txt", request.url, response))

    async def start(self) -> AsyncIterator[Any]:
        """Ask for everything; there is nothing for Scrapy to schedule."""
        try:
            await self._examine()
            self.diagnosis.is_complete = True
        except RobotsUnreachable as error:
            self.diagnosis.unreachable = str(error)
        finally:
            self.diagnosis.visits[:0] = [self._check_robots(answer) for answer in self._robots]
        return
        yield  # never reached; it makes this the generator that Scrapy takes

    def _check_robots(self, answer: Answer) -> Visit:
        return check_robots(
            answer, [url for url in self._forbidden if urlsplit(url).hostname == answer.host]
        )

    async def _examine(self) -> None:
        edition, visits = self._edition, self.diagnosis.visits
        answer = await self._ask("feed", edition.feed_url(self._section), is_first=True)
        visit, in_feed = check_feed(answer, clock.now())
        visits.append(visit)
        answer = await self._ask("listing", edition.listing_url(self._section))
        visit, in_listing = check_listing(answer, clock.now(), in_feed)
        visits.append(visit)
        self.diagnosis.gaps += check_together(in_feed, in_listing, self._section)
        await self._examine_stories([*in_feed, *in_listing])

    async def _examine_stories(self, leads: list[Lead]) -> None:
        chosen = choose(leads, self._edition.host)
        for lead in chosen:
            answer = await self._ask(lead.story.kind, lead.story.address)
            visit, reading = check_story(answer, lead, clock.now())
            self.diagnosis.visits.append(visit)
            if reading is not None:
                self.diagnosis.readings.append(reading)
        absent, skipped = kinds_left_out(leads, chosen)
        if leads and "article" in absent:
            self.diagnosis.gaps.append("no article is among the stories of feed and listing")
        for kinds, why in ((absent, "not named today"), (skipped, "too many requests")):
            if kinds and leads:
                self.diagnosis.notes.append(f"not looked at, {why}: {', '.join(kinds)}")

    async def _ask(self, what: str, url: str, *, is_first: bool = False) -> Answer:
        """Fetch a page as the crawl does, robots.txt first.

        Raises:
            RobotsUnreachable: nobody answers the first request at all.
        """
        request = Request(url, meta={"download_slot": "antara"})  # one pace for all hosts
        engine = self.crawler.engine
        if engine is None:
            raise RuntimeError("a spider is started by an engine")
        try:
            response = await engine.download_async(request)
        except RobotsUnreachable as error:
            if is_first:
                raise
            return Answer(what, url, failure=str(error))
        except NO_PAGE as error:
            is_forbidden = isinstance(error, RobotsForbidden)
            if is_forbidden:
                self._forbidden.append(url)
            return Answer(what, url, failure=_told(error), is_forbidden=is_forbidden)
        return _answer(what, url, response)


def _answer(what: str, url: str, response: Response) -> Answer:
    content_type = response.headers.get("Content-Type")
    return Answer(
        what,
        url,
        response.status,
        response.body,
        content_type.decode("latin-1") if content_type else None,
        response.url if response.url != url else None,
    )


def _told(error: BaseException) -> str:
    return str(error).rstrip(".") or type(error).__name__
