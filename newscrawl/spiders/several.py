"""Stories of several pages: their further pages are asked for one after the other.

The story is read when all of them are there; the first one stands for it in the record. Nothing of
it is written before, so that a run which dies in between asks for it anew.
"""

from dataclasses import dataclass, replace
from http import HTTPStatus

from scrapy.http import Response

from newscrawl.antara.articles import Page
from newscrawl.antara.further import MOST_PAGES, WHOLE, further_pages, page_number
from newscrawl.antara.urls import story_url
from newscrawl.spiders.responses import header


@dataclass(frozen=True, slots=True)
class Pages:
    """What is there of a story."""

    first: Response
    further: tuple[Page, ...] = ()
    """Its further pages, in order."""
    waiting: tuple[str, ...] = ()
    """Addresses of those that are still to be asked for."""
    asked: frozenset[int] = frozenset()
    """Numbers of the pages that were."""


def begin(response: Response) -> Pages:
    """Return a story by its first page."""
    return Pages(response, waiting=further_pages(*_page(response)))


def go_on(pages: Pages, response: Response) -> Pages:
    """Return a story with the page that came; one that is gone is left out."""
    number = page_number(response.request.url if response.request else response.url)
    asked = pages.asked | {number}
    if not _is_page(pages, response, number):
        return _without(pages, number)
    came = Page(response.body, header(response, "Content-Type"))
    return replace(
        pages,
        further=(*pages.further, came),
        # A page may know of more than the one before it.
        waiting=pages.waiting or (() if number == WHOLE else further_pages(*_page(response))),
        asked=asked,
    )


def without(pages: Pages, address: str) -> Pages:
    """Return a story without the page of an address, which is not to be had."""
    return _without(pages, page_number(address))


def _without(pages: Pages, number: int) -> Pages:
    # In the place of the page that has all there are its parts.
    parts = further_pages(*_page(pages.first), numbered=True) if number == WHOLE else pages.waiting
    return replace(pages, waiting=parts, asked=pages.asked | {number})


def next_address(pages: Pages) -> tuple[str, Pages] | None:
    """Return where to ask for the next page, and what is left then; None when all are there."""
    addresses = iter(pages.waiting)
    for address in addresses:
        if page_number(address) not in pages.asked and len(pages.asked) < MOST_PAGES:
            return address, replace(pages, waiting=tuple(addresses))
    return None


def _is_page(pages: Pages, response: Response, number: int) -> bool:
    """Tell whether a response is the page that was asked for, and not where a redirect led."""
    if response.status != HTTPStatus.OK or page_number(response.url) != number:
        return False
    own, came = story_url(pages.first.url), story_url(response.url)
    return own is not None and came is not None and own.id == came.id


def _page(response: Response) -> tuple[bytes, str, str | None]:
    return response.body, response.url, header(response, "Content-Type")
