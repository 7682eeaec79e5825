"""Fetching the site's pages from somewhere else: the replica, or a mirror on this machine.

Everywhere else in the project a request, a redirect and a response carry the canonical address;
only here, at the last step before the network, does ``origin`` take its place.
"""

from urllib.parse import urlsplit, urlunsplit

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response


class SiteDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's handler, with ``NEWSCRAWL_ORIGIN`` in the place of the site's hosts."""

    def __init__(self, crawler: Crawler) -> None:
        """Read the setting."""
        super().__init__(crawler)
        self._origin: str | None = crawler.settings.get("NEWSCRAWL_ORIGIN")

    async def download_request(self, request: Request) -> Response:
        """Fetch a page of the site from where it is to be had."""
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
