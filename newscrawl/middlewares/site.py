"""Nothing but the site's pages is asked for anything: the guard before every request.

Start requests, links, redirects, the pages of the walks and robots.txt all come by here. What is
behind a name, once it is looked up, :mod:`newscrawl.resolver` checks.

Scrapy's own offsite middleware drops a redirect that leads away without a word: neither callback
nor errback hears of it. Here it is a failure like any other.
"""

import re
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest

from newscrawl.antara.urls import LONGEST_ADDRESS, is_site_host

_PORTS = frozenset({None, 80, 443})
_PLAIN = re.compile(r"[!-\[\]-~]+")
"""Visible ASCII without the backslash, which some take for a slash and some do not."""


class OffSite(IgnoreRequest):
    """The address is not one of the site's."""


class Malformed(OffSite):
    """The address is on the site, but of a shape that none of its pages has."""


class ForbiddenAddress(IgnoreRequest):
    """The site's name leads to an address that is not a public one; the resolver says so."""


class SiteMiddleware:
    """A downloader middleware that stands before all others."""

    def __init__(self, origin: str | None) -> None:
        """Allow the usual ports, and that of the address that stands for the site's hosts."""
        self._ports = _PORTS | {urlsplit(origin).port} if origin else _PORTS

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware of a crawler."""
        return cls(crawler.settings.get("NEWSCRAWL_ORIGIN"))

    def process_request(self, request: Request) -> None:
        """Let a request for one of the site's pages through.

        Raises:
            OffSite: it leads elsewhere.
            Malformed: its address is too long, or holds what no address of the site does.
        """
        url = request.url
        if len(url) > LONGEST_ADDRESS:
            raise Malformed(f"{url[:80]}… is {len(url):,} characters long")
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:  # unbalanced brackets, a port that is no number
            raise Malformed(f"{url} is no address: {error}") from error
        if parts.scheme not in ("http", "https") or not is_site_host(parts.hostname or ""):
            raise OffSite(f"{url} is not on the site")
        if "@" in parts.netloc or port not in self._ports or not _PLAIN.fullmatch(url):
            raise Malformed(f"{url} has credentials, a port or characters that the site's have not")
