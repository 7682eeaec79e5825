"""robots.txt as RFC 9309 says, asked for once for each host, a day at most.

Scrapy 2.19's own middleware lets requests through that wait while the file is on its way, reads
the body of error pages as rules, and takes an unreachable file for permission.

Redirects are followed, five in a row and to other hosts of the site (section 2.3.1.2). Where they
lead off the site, or further, no rules are to be had: the RFC lets a crawler take that for "no
rules", as after a 404, only behind the fifth redirect, and never obliges it to. Here both mean to
stay away: a site that answers so is moving, or shows a login to strangers.
"""

import asyncio
import re
from collections import defaultdict
from datetime import timedelta

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware as ScrapyRobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

from newscrawl import clock
from newscrawl.extensions.lifecycle import RunLifecycle
from newscrawl.failures import NO_PAGE
from newscrawl.ledger.robots import LONGEST, RobotsAnswer, RobotsCache
from newscrawl.middlewares.errors import (
    Challenged,
    NotAsked,
    RobotsForbidden,
    RobotsInTrouble,
    RobotsUnreachable,
)
from newscrawl.middlewares.pace import SLOT, pace_of

MOST_BYTES = 500 * 1024
"""How much of the file is read (RFC 9309, section 2.5: at least 500 KiB)."""

_SERVER_ERRORS = range(500, 600)
_OK = range(200, 300)
_CLIENT_ERRORS = range(400, 500)
_PASSING = frozenset({408, 425, 429})
"""Statuses of 4xx that say nothing of the file; the next run asks again."""
_MAX_AGE = re.compile(r"max-age\s*=\s*\"?([0-9]{1,9})", re.IGNORECASE)
_NOT_KEPT = re.compile(r"\bno-(?:store|cache)\b", re.IGNORECASE)


class RobotsTxtMiddleware(ScrapyRobotsTxtMiddleware):
    """Ask before fetching: one request for a host's robots.txt, and everything waits for it."""

    def __init__(self, crawler: Crawler) -> None:
        """Take over Scrapy's settings."""
        super().__init__(crawler)
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._rules: dict[str, RobotParser | IgnoreRequest | None] = {}

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """Return the rules for a request's host; None when there are none.

        Raises:
            RobotsForbidden: the server answers with a 5xx.
            RobotsUnreachable: there was no answer, or it leads away.
            NotAsked: the run ends.
        """
        host = urlparse_cached(request).netloc
        async with self._locks[host]:
            if host not in self._rules:
                known = self._known(host)
                self._rules[host] = self._parse(known) if known else await self._fetch(request)
        rules = self._rules[host]
        if isinstance(rules, IgnoreRequest):  # a new one: a traceback grows each time it is raised
            raise type(rules)(*rules.args)
        return rules

    async def _fetch(self, request: Request) -> RobotParser | IgnoreRequest | None:
        url = urlparse_cached(request)
        self._stats.inc_value("robotstxt/request_count")
        robots = Request(
            f"{url.scheme}://{url.netloc}/robots.txt",
            priority=self.DOWNLOAD_PRIORITY,
            meta={
                "dont_obey_robotstxt": True,
                "download_slot": request.meta.get("download_slot", SLOT),
            },
            callback=NO_CALLBACK,
        )
        try:
            response = await self.crawler.engine.download_async(robots)
        except NotAsked:
            raise
        except Challenged as error:
            return RobotsForbidden(str(error))
        except NO_PAGE as error:
            asked = self.crawler.settings.get("NEWSCRAWL_ORIGIN") or url.netloc
            return RobotsUnreachable(f"{asked} did not answer: {str(error).rstrip('.')}")
        self._stats.inc_value(f"robotstxt/response_status_count/{response.status}")
        if response.status in _SERVER_ERRORS:
            return RobotsInTrouble(f"{response.url} answers {response.status}")
        return self._take(url.netloc, response)

    def _take(self, host: str, response: Response) -> RobotParser | None:
        """Return the rules of an answer, and keep it for the runs to come."""
        is_there = response.status in _OK
        answer = RobotsAnswer(response.status, response.body[:MOST_BYTES] if is_there else b"")
        lifecycle = self.crawler.get_extension(RunLifecycle)
        if lifecycle is not None and (is_there or _is_no(response.status)):
            with lifecycle.run.storing():
                cache = self._cache(lifecycle)
                cache.put(host, answer, clock.now(), _good_for(response))
        return self._parse(answer)

    def _known(self, host: str) -> RobotsAnswer | None:
        """Return what an earlier run was answered, where that is still good."""
        lifecycle = self.crawler.get_extension(RunLifecycle)
        answer = None
        if lifecycle is not None:
            with lifecycle.run.storing():
                answer = self._cache(lifecycle).get(host, clock.now())
        return answer

    def _parse(self, answer: RobotsAnswer) -> RobotParser | None:
        if answer.status not in _OK:
            return None
        rules: RobotParser = self._parserimpl.from_crawler(self.crawler, answer.body)
        delay = rules.crawl_delay(self._robotstxt_useragent or self._default_useragent)
        if delay is not None:
            pace_of(self.crawler).crawl_delay(delay)
        return rules

    def _cache(self, lifecycle: RunLifecycle) -> RobotsCache:
        run = lifecycle.run
        return RobotsCache(run.database, is_local=run.rules.is_local)

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Let a request through that the rules allow.

        Raises:
            RobotsForbidden: they do not.
        """
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as error:
            raise RobotsForbidden(f"robots.txt forbids {request.url}") from error


def _is_no(status: int) -> bool:
    """Tell whether a status means that the host has no rules, today and tomorrow."""
    return status in _CLIENT_ERRORS and status not in _PASSING


def _good_for(response: Response) -> timedelta:
    """Return how long an answer may be kept (RFC 9111, as far as RFC 9309 needs it)."""
    control = (response.headers.get("Cache-Control") or b"").decode("latin-1")
    if _NOT_KEPT.search(control):
        return timedelta()
    age = (response.headers.get("Age") or b"").strip()
    passed = timedelta(seconds=int(age[:9])) if age.isdigit() else timedelta()
    limit = _MAX_AGE.search(control)
    return min(LONGEST, timedelta(seconds=int(limit[1]))) - passed if limit else LONGEST
