"""A page from a file to its record: the one that the crawl made of it, or would have made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from fastjsonschema import JsonSchemaValueException

from newscrawl.antara.articles import Hints, Page, UnreadablePage, extract, page_address
from newscrawl.antara.further import further_pages, page_number
from newscrawl.antara.urls import story_url
from newscrawl.archive.captures import Capture, Damage
from newscrawl.archive.payload import page
from newscrawl.archive.told import Told
from newscrawl.extraction.joining import Divided
from newscrawl.extraction.sources import Item, Saved, Story, Unusable, final_name
from newscrawl.items import Article, Http, Warc
from newscrawl.records import to_dict
from newscrawl.schema import validator


@dataclass(frozen=True, slots=True)
class Unread:
    """Why there is no record."""

    reason: str | None
    """A short name; None where the message says it all."""
    message: str


def read(item: Item) -> Article | Unread | Divided:
    """Return the record of a page, or that it is one of several pages of a story.

    Whatever is wrong with it costs this page alone.
    """
    if isinstance(item, Damage):
        return Unread(item.reason, item.message)
    if isinstance(item, Unusable):
        return Unread(None, item.message)
    try:
        return _read(item)
    except UnreadablePage as error:
        return Unread(error.reason, str(error))
    except Exception as error:  # noqa: BLE001 - a bug of ours; it is told, and the rest is read
        return Unread(f"error_{type(error).__name__}", f"{error}; an error of newscrawl's own")


def _read(item: Capture | Saved | Story) -> Article | Divided:
    match item:
        case Saved():
            return _whole(_saved(item))
        case Story():
            return _whole(_archived(item.first, item.further))
    return _divided(item) or _archived_page(item)


def _whole(article: Article) -> Article:
    """Return a record that the crawl would keep.

    Raises:
        UnreadablePage: it would not.
    """
    if flaw := article.flaw():
        raise UnreadablePage(flaw, "the page is no whole story")
    try:
        _validate()(to_dict(article))
    except JsonSchemaValueException as error:
        raise UnreadablePage("schema", error.message) from error
    return article


@cache
def _validate() -> Callable[[Mapping[str, Any]], None]:
    return validator()


def _saved(saved: Saved) -> Article:
    address = saved.url or page_address(saved.body)
    if address is None:
        raise UnreadablePage("no_story_url", "the page does not say its address; give it by --url")
    return extract(saved.body, address, saved.fetched_at)


def _divided(capture: Capture) -> Divided | None:
    """Return what a page that is not the first of its story says of those behind it."""
    if page_number(capture.url) == 1:
        return None
    if not capture.is_page:
        return Divided(frozenset())
    return Divided.by(further_pages(page(capture), capture.url, _header(capture, "content-type")))


def _archived_page(capture: Capture) -> Article | Divided:
    article = _archived(capture)
    if article.body and article.fallbacks.get("body") != "generic":
        return _whole(article)  # of a page that leads to others the body would not be all
    of = (page(capture), capture.url, _header(capture, "content-type"))
    others = further_pages(*of)
    if not others:
        return _whole(article)
    return Divided.by(others, further_pages(*of, numbered=True))


def _archived(capture: Capture, further: Sequence[Capture] = ()) -> Article:
    told = _told(capture)
    known = told.published if told and told.discovered.via == "revisit" else None
    hints = Hints(
        _header(capture, "content-type"),
        told.feed_item if told else None,
        known,
        tuple(Page(page(other), _header(other, "content-type")) for other in further),
    )
    article = extract(page(capture), capture.url, capture.fetched_at, hints)
    if told is not None:
        article.discovered = told.discovered
        article.url = told.story.url  # with the slug first seen
        article.run_id = told.run_id
    article.http = Http(
        status=capture.status,
        etag=_header(capture, "etag"),
        last_modified=_header(capture, "last-modified"),
    )
    article.warc = Warc(file=final_name(capture.path), offset=capture.offset)
    return article


def _told(capture: Capture) -> Told | None:
    """Return what the crawl knew of the story; of one that another address led to it knew less."""
    told, own = capture.told, story_url(capture.url)
    if told is None or own is None or told.story.id == own.id:
        return told
    return Told(told.run_id, own, told.discovered)


def _header(capture: Capture, name: str) -> str | None:
    """Return a header's value; where it stands there several times the last, as Scrapy does."""
    values = [value for given, value in capture.headers if given.lower() == name]
    return values[-1] if values else None
