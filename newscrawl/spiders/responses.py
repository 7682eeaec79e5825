"""What the spider takes from a response beside what its page says."""

from datetime import datetime

from scrapy.http import Response

from newscrawl.antara.listings import Listing, read_listing
from newscrawl.antara.urls import canonical
from newscrawl.found import Found, PageRead
from newscrawl.items import Article, Http
from newscrawl.middlewares.origin import ARCHIVED, FETCHED_AT


def fetched_at(response: Response) -> datetime:
    """Return when a response came, as the archive has it; what is read later is as old."""
    moment: datetime = response.meta[FETCHED_AT]
    return moment


def header(response: Response, name: str) -> str | None:
    """Return a header of a response, or None."""
    value = response.headers.get(name)
    return None if value is None else value.decode("latin-1")


def page_read(response: Response) -> PageRead:
    """Return what the ledger keeps of a feed or a listing page that was read."""
    return PageRead(
        canonical(response.url), header(response, "ETag"), header(response, "Last-Modified")
    )


def listing_of(response: Response) -> Listing:
    """Return what a response lists.

    Raises:
        MarkupError: the markup is empty, or cannot be parsed within bounds.
    """
    content_type = header(response, "Content-Type")
    return read_listing(response.body, response.url, fetched_at(response), content_type)


def complete(article: Article, found: Found, response: Response, run_id: str) -> Article:
    """Add what only the crawl knows of a story."""
    article.discovered = found.discovered
    article.url = found.story.url  # with the slug first seen
    article.run_id = run_id
    article.http = Http(
        status=response.status,
        etag=header(response, "ETag"),
        last_modified=header(response, "Last-Modified"),
    )
    article.warc = response.meta.get(ARCHIVED)
    return article
