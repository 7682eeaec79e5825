"""A page to a record: the one function that every way of reading a page goes through."""

import re
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from newscrawl.antara.completion import EXTRACTOR_VERSION, complete
from newscrawl.antara.decoding import decode
from newscrawl.antara.feeds import FeedItem
from newscrawl.antara.further import MOST_PAGES, PageLink, leads, may_lead, page_links
from newscrawl.antara.generic import Unknown, supplement
from newscrawl.antara.head import Head
from newscrawl.antara.joining import Part, join
from newscrawl.antara.looks import one_look_at
from newscrawl.antara.markup import LONGEST, MarkupError, tree
from newscrawl.antara.pagers import Sequel, take_out
from newscrawl.antara.reading import PageReader
from newscrawl.antara.templates import template_of
from newscrawl.antara.urls import StoryUrl, story_url
from newscrawl.items import Article

__all__ = ["EXTRACTOR_VERSION", "Hints", "Page", "UnreadablePage", "extract", "page_address"]

_HTML = re.compile(r"<(?:!doctype html|html|head|body|div|p|article|title)\b", re.IGNORECASE)
_NO_PAGE = re.compile(
    r"\s*(?:image|audio|video|application/(?:pdf|json|zip|octet-stream))", re.IGNORECASE
)
_LONGEST = 4 * LONGEST
"""Bytes: no character has more than four."""


@dataclass(frozen=True, slots=True)
class Page:
    """A further page of a story, as it came."""

    body: bytes
    content_type: str | None = None
    """The response's ``Content-Type`` header."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a page that the page itself cannot say."""

    content_type: str | None = None
    """The response's ``Content-Type`` header."""
    feed_item: FeedItem | None = None
    """The item of the feed that named the story."""
    published: datetime | None = None
    """When it was published, as an earlier visit found: a page may say no more than "2 jam lalu",
    which means another time at each visit."""
    further: tuple[Page, ...] = ()
    """The story's further pages, in order; see :func:`~newscrawl.antara.further.further_pages`."""


class UnreadablePage(Exception):  # noqa: N818 - it names the page, as a reader speaks of it
    """A page that is not taken for a story, and why."""

    def __init__(self, reason: str, message: str) -> None:
        """Keep the reason's short name, for a statistic, apart from the message for a person."""
        super().__init__(message)
        self.reason = reason


def extract(body: bytes, url: str, fetched_at: datetime, hints: Hints | None = None) -> Article:
    """Read a page.

    The page's template comes first for every field, then its JSON-LD, its ``meta`` elements and
    microdata, and the feed's item; for the body alone trafilatura, where none of these has it, or
    not all of it. ``fallbacks`` says which fields were not the template's. What only a caller
    knows (``discovered``, ``http``, ``run_id``, ``first_seen``, ``warc``) stays empty.

    A story in several pages is read from all of them, those in ``hints`` behind this one. Where one
    is missing or cannot be read, ``fallbacks`` says ``generic`` for the body, as for any body of
    which more is on the site than could be read.

    Args:
        body: the page as it came, with status 200; of several the first.
        url: its address, in any of the forms that lead to a story.
        fetched_at: when it came; any zone.
        hints: what else is known of it.

    Raises:
        UnreadablePage: ``no_story_url``, ``empty``, ``not_html``, ``too_long``,
            ``too_many_attributes``, ``too_many_tags``, ``too_deep`` or ``no_template``; of the
            first page alone.
    """
    hints = hints or Hints()
    own = story_url(url)
    if own is None:
        raise UnreadablePage("no_story_url", f"{url} is the address of no story of the site")
    first, links = _read(body, hints, own, fetched_at)
    if links or hints.further:
        first = _whole(first, links, hints.further, own, fetched_at)
    return complete(first.article, own, fetched_at, first.fallbacks)


def _whole(
    first: Part, links: list[PageLink], further: tuple[Page, ...], own: StoryUrl, at: datetime
) -> Part:
    """Return what all pages of a story give."""
    parts, numbers = [first], [link.number for link in links]
    for page in further[: MOST_PAGES - 1]:
        hints = Hints(page.content_type)
        try:
            part, links = _read(page.body, hints, own, at, first.article)
        except UnreadablePage:
            continue
        parts.append(part)
        numbers += [link.number for link in links]
    wanted = min(MOST_PAGES, max(1 + len(further), *numbers, 1))
    begin = first.article.body
    whole = join(parts)
    has_all = begin != whole.article.body == parts[-1].article.body
    if len(parts) < wanted and not has_all and whole.article.body:
        whole.fallbacks["body"] = "generic"
    return whole


def _read(
    body: bytes, hints: Hints, own: StoryUrl, at: datetime, before: Article | None = None
) -> tuple[Part, list[PageLink]]:
    """Return what one page gives, and its links to the story's other pages."""
    text = _text(body, hints.content_type)
    root, is_further = _tree(text), before is not None
    with one_look_at(root):
        # What a spider would not follow is no page here either.
        has_links = is_further or (leads(root, own) and may_lead(text, own))
        links = page_links(root, own, is_further=is_further) if has_links else []
        if not links:
            return _part(root, hints, own, at, Sequel(before) if before else None), links
    take_out(root, links)
    with one_look_at(root):
        return _part(root, hints, own, at, Sequel(before)), links


def _part(
    root: etree._Element, hints: Hints, own: StoryUrl, at: datetime, sequel: Sequel | None
) -> Part:
    """Return what a page gives that has no pagination in it any more."""
    template, element = template_of(root) or (Unknown, root)
    reader = PageReader(root, template, element)
    reader.read_template(own)
    fallbacks = reader.read_fallbacks(hints.feed_item)
    reader.count_back(at, hints.published)
    article = reader.loader.load_article()
    article.kind = own.kind  # what makes a story whole depends on it
    is_further = sequel is not None and sequel.before is not None
    if is_further and _is_another_story(root, own):
        raise UnreadablePage("moved", "the page says that it is another story")
    fallbacks = supplement(article, root, template, element, sequel) | fallbacks
    if template is Unknown and not (article.headline and article.body):
        raise UnreadablePage("no_template", "the page is in no template that is known")
    return Part(article, fallbacks)


def _is_another_story(root: etree._Element, own: StoryUrl) -> bool:
    named = Head(root).own_story()
    return named is not None and named.id != own.id


def page_address(body: bytes) -> str | None:
    """Return the canonical address of the story that a page says it is, or None.

    Raises:
        UnreadablePage: as :func:`extract`.
    """
    story = Head(_parse(body, None)).own_story()
    return story.url if story else None


def _parse(body: bytes, content_type: str | None) -> etree._Element:
    return _tree(_text(body, content_type))


def _text(body: bytes, content_type: str | None) -> str:
    if len(body) > _LONGEST:
        raise UnreadablePage("too_long", f"larger than {_LONGEST:,} bytes")
    text = decode(body, content_type)
    if not text or text.isspace():
        raise UnreadablePage("empty", "nothing is on the page")
    if not _HTML.search(text) or _NO_PAGE.match(content_type or ""):
        raise UnreadablePage("not_html", "it is no HTML")
    return text


def _tree(text: str) -> etree._Element:
    try:
        return tree(text)
    except MarkupError as error:
        raise UnreadablePage(error.reason, str(error)) from error
