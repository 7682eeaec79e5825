"""Nothing but the site's hosts is asked for anything.

Scrapy's own offsite middleware drops a redirect that leads away without a word: neither callback
nor errback hears of it. Here it is a failure like any other.
"""

from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest

from newscrawl.antara.urls import is_site_host


class OffSite(IgnoreRequest):
    """The address is not one of the site's."""


class SiteMiddleware:
    """A downloader middleware that stands before all others."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware of a crawler."""
        del crawler
        return cls()

    def process_request(self, request: Request) -> None:
        """Let a request for one of the site's hosts through.

        Raises:
            OffSite: it is for another.
        """
        parts = urlsplit(request.url)
        if parts.scheme not in ("http", "https") or not is_site_host(parts.hostname or ""):
            raise OffSite(f"{request.url} is not on the site")
