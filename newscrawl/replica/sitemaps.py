"""Sitemaps: an index of months, and the stories of each month."""

import gzip
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from html import escape

from newscrawl.clock import WIB
from newscrawl.replica.story import Story

ROBOTS = b"\nSitemap: https://%s/sitemap.xml\n"
"""What robots.txt says of it, the host left out."""
_MONTH = re.compile(r"^/sitemap/(\d{4})-(\d\d)\.xml(?:\.gz)?$")
_SETTLED = timedelta(days=12)
"""How long after its end a month's stories may still change."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_URLS = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n'


def index(host: str, start: date, now: datetime, ending: str) -> bytes:
    """Return the index: the months since a day, newest first.

    A month is said to have changed when it last can have: no change in it is later.
    """
    entries = []
    for month in _months(start, now.astimezone(WIB).date()):
        settled = datetime.combine(_after(month), time(), WIB) + _SETTLED
        changed = min(now.astimezone(WIB), settled).replace(microsecond=0).isoformat()
        address = f"https://{host}/sitemap/{month:%Y-%m}.xml{ending}"
        entries.append(f"  <sitemap><loc>{address}</loc><lastmod>{changed}</lastmod></sitemap>\n")
    return f"{_HEAD}{_INDEX}{''.join(entries)}</sitemapindex>\n".encode()


def month_of(path: str) -> tuple[date, date] | None:
    """Return first and last day of the month whose sitemap a path is; none if there is no such."""
    found = _MONTH.match(path)
    if not found or not 1 <= int(found[2]) <= 12:  # noqa: PLR2004 - months of a year
        return None
    first = date(int(found[1]), int(found[2]), 1)
    return first, _after(first) - timedelta(days=1)


def urls(stories: Iterable[Story]) -> bytes:
    """Return the sitemap of some stories."""
    return f"{_HEAD}{_URLS}{''.join(map(_entry, stories))}</urlset>\n".encode()


def packed(body: bytes) -> bytes:
    """Return a sitemap as a file that is compressed itself."""
    return gzip.compress(body, mtime=0)


def _entry(story: Story) -> str:
    changed = (story.modified or story.published).isoformat()
    return (
        f"  <url><loc>{escape(story.url)}</loc><lastmod>{changed}</lastmod><news:news>"
        f"<news:publication><news:name>ANTARA News</news:name><news:language>{story.language}</news:language></news:publication>"
        f"<news:publication_date>{story.published.isoformat()}</news:publication_date>"
        f"<news:title>{escape(story.headline)}</news:title></news:news></url>\n"
    )


def _months(start: date, today: date) -> Iterator[date]:
    month = today.replace(day=1)
    while month >= start.replace(day=1):
        yield month
        month = (month - timedelta(days=1)).replace(day=1)


def _after(month: date) -> date:
    """Return the first day of the month after one."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)
