"""The last step before the network: waiting for a turn, and ``origin`` in the place of the site.

Everywhere else in the project a request, a redirect and a response carry the canonical address;
only here do they go to the replica, or a mirror on this machine. Every request passes here, those
for robots.txt, retries and redirects included, so the pace is kept here too; its pauses are no part
of what ``DOWNLOAD_TIMEOUT`` bounds.
"""

from urllib.parse import urlsplit, urlunsplit

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl import clock
from newscrawl.middlewares.pace import NETWORK_ERRORS, pace_of

FETCHED_AT = "fetched_at"
"""Key of a request's ``meta``: when its response came, in UTC, to the second."""
KNOWN = "known"
"""Key of a request's ``meta``: the story as it was known when its page came, as the archive has it;
its record says the same, so that it can be made again from there."""
ARCHIVED = "archived"
"""Key of a request's ``meta``: where in the archive its response is, if it is kept at all."""


class SiteDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's handler, with ``NEWSCRAWL_ORIGIN`` in the place of the site's hosts."""

    def __init__(self, crawler: Crawler) -> None:
        """Read the setting, and keep to the crawler's pace."""
        super().__init__(crawler)
        self._pace = pace_of(crawler)
        # Twisted asks again by itself where a kept connection breaks off, past any pace.
        self._pool.retryAutomatically = False
        self._origin: str | None = crawler.settings.get("NEWSCRAWL_ORIGIN")

    async def download_request(self, request: Request) -> Response:
        """Fetch a page of the site, when its turn has come.

        Raises:
            NotAsked: its turn does not come in this run.
        """
        await self._pace.turn()
        try:
            response = await self._fetch(request)
        except NETWORK_ERRORS:
            self._pace.trouble(request)
            raise
        self._pace.answered(request, response)
        request.meta[FETCHED_AT] = clock.now().replace(microsecond=0)
        return response

    async def _fetch(self, request: Request) -> Response:
        """Fetch a page from where it is to be had."""
        if self._origin is None:
            return await super().download_request(request)
        parts = urlsplit(request.url)
        origin = urlsplit(self._origin)
        moved = request.replace(
            url=urlunsplit((origin.scheme, origin.netloc, parts.path, parts.query, ""))
        )
        moved.headers["Host"] = parts.netloc
        response = await super().download_request(moved)
        self._map_back(response, f"{parts.scheme}://{parts.netloc}")
        return response.replace(url=request.url)

    def _map_back(self, response: Response, canonical_origin: str) -> None:
        """Let a redirect within ``origin`` lead to the host that was asked."""
        location = response.headers.get("Location")
        if location is None or self._origin is None:
            return
        target = location.decode("latin-1")
        if target == self._origin or target.startswith(self._origin + "/"):
            response.headers["Location"] = canonical_origin + target.removeprefix(self._origin)
