"""robots.txt as RFC 9309 says, asked for once for each host and run.

Scrapy 2.19's own middleware lets requests through that wait while the file is on its way, reads
the body of error pages as rules, and takes an unreachable file for permission.
"""

import asyncio
from collections import defaultdict

from scrapy import Request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware as ScrapyRobotsTxtMiddleware
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.error import ConnectError

MOST_BYTES = 500 * 1024
"""How much of the file is read (RFC 9309, section 2.5: at least 500 KiB)."""

_SERVER_ERRORS = range(500, 600)
_OK = range(200, 300)


class RobotsForbidden(IgnoreRequest):
    """robots.txt forbids the address, or its server says by a 5xx that nothing may be fetched."""


class RobotsUnreachable(IgnoreRequest):
    """robots.txt could not be fetched, so that nothing may be (RFC 9309, section 2.3.1.4)."""


class RobotsTxtMiddleware(ScrapyRobotsTxtMiddleware):
    """Ask before fetching: one request for a host's robots.txt, and everything waits for it."""

    def __init__(self, crawler: object) -> None:
        """Take over Scrapy's settings."""
        super().__init__(crawler)  # type: ignore[arg-type]
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._rules: dict[str, RobotParser | IgnoreRequest | None] = {}

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """Return the rules for a request's host; None when there are none.

        Raises:
            RobotsForbidden: the server answers with a 5xx.
            RobotsUnreachable: there was no answer.
        """
        host = urlparse_cached(request).netloc
        async with self._locks[host]:
            if host not in self._rules:
                self._rules[host] = await self._fetch(request)
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
            meta={"dont_obey_robotstxt": True, "download_slot": request.meta.get("download_slot")},
            callback=NO_CALLBACK,
        )
        try:
            response = await self.crawler.engine.download_async(robots)
        except (
            CannotResolveHostError,
            ConnectError,
            DownloadCancelledError,
            DownloadConnectionRefusedError,
            DownloadFailedError,
            DownloadTimeoutError,
            IgnoreRequest,
            ResponseDataLossError,
        ) as error:
            asked = self.crawler.settings.get("NEWSCRAWL_ORIGIN") or url.netloc
            return RobotsUnreachable(f"{asked} did not answer: {str(error).rstrip('.')}")
        return self._read(response)

    def _read(self, response: Response) -> RobotParser | IgnoreRequest | None:
        self._stats.inc_value(f"robotstxt/response_status_count/{response.status}")
        if response.status in _SERVER_ERRORS:
            return RobotsForbidden(f"{response.url} answers {response.status}")
        if response.status not in _OK:
            return None
        return self._parserimpl.from_crawler(self.crawler, response.body[:MOST_BYTES])

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Let a request through that the rules allow.

        Raises:
            RobotsForbidden: they do not.
        """
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as error:
            raise RobotsForbidden(f"robots.txt forbids {request.url}") from error
