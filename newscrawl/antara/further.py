"""Stories in several pages: which further ones a page leads to.

No such page of the site's own is known, only addresses that end in ``?page=1`` and a note that some
stories need ``page=all``. So whatever leads back to the same story with a number is taken for one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from lxml import etree

from newscrawl.antara.decoding import decode
from newscrawl.antara.looks import all_of
from newscrawl.antara.markup import MarkupError, content, tree
from newscrawl.antara.text import fold, word_set
from newscrawl.antara.urls import StoryUrl, story_url, without_tracking
from newscrawl.antara.xpaths import has_class, xpath

WHOLE = 0
"""The number of the page that has all of a story."""
MOST_PAGES = 30
"""Pages of one story that are read; the longest would fill five."""

_NUMBERED = word_set("page halaman hal")
_WHOLE_NAMES = word_set("single showpage")
_WHOLE_VALUES = word_set("all semua single full")
_YES = word_set("1 true yes ya all")
_PATH_NUMBER = re.compile(r"/[0-9]+/[^/]+/0*([1-9][0-9]{0,2})/?")
_NUMBER = re.compile(r"0*([1-9][0-9]{0,2})", re.ASCII)
_NEXT = re.compile(
    r"(?:halaman|page)\s+(?:selanjutnya|berikutnya|\d{1,2}\b)|next\s+page"
    r"|^(?:selanjutnya|berikutnya|lanjut|next)\W*$|^(?:\d{1,2}|[›»>]+)$",
    re.IGNORECASE,
)
_BACK = re.compile(r"1|[‹«<]+|\W*(?:halaman\s+)?(?:sebelumnya|pertama|1)|prev\w*", re.IGNORECASE)
_VALUE = re.compile(r"[0-9]{1,3}(?![0-9])|all\b|semua\b|single\b|full\b", re.IGNORECASE)
_TURN = re.compile(r"(?:selanjutnya|berikutnya)\b", re.IGNORECASE)
_MARKS = (
    ("page=", _VALUE),
    ("single=", re.compile(r"[1ty]")),
    ("alaman ", _TURN),
)
"""What stands in the markup of a page that leads to others, and what behind it."""
_NUMBERED_PATH = re.compile(r"[^/\"'<>\s?#]+/[0-9]{1,3}(?![^/\"'<>\s?#])")
_COMMENTS = f"ancestor::*[@id='comments' or @id='boxKomentar' or {has_class('comments-area')}]"
_LINKS = xpath(f"//a[@href][not({_COMMENTS})] | //link[@rel='next'][@href]")


_ELSEWHERE = re.compile(r"(?:(?:https?:)?/)?/\w")
"""How an address begins that has a host or a path, and so the number of its story."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to a page of the same story."""

    element: etree._Element
    number: int
    before: str
    """The address as far as the number."""
    after: str

    def address(self, number: int) -> str:
        """Return the address of another of the story's pages."""
        return f"{self.before}{number}{self.after}"


def further_pages(
    body: bytes, url: str, content_type: str | None = None, *, numbered: bool = False
) -> tuple[str, ...]:
    """Return where a story goes on, in order: the addresses of its pages behind this one.

    Pages that the pagination leaves out (``1 2 … 5``) are among them. Where the first page leads
    to one that has all, it is that one alone. Most pages lead nowhere; to tell that takes a look
    at their text and no parsing.

    Args:
        body: the page as it came.
        url: its address, with the page's number if it has one.
        content_type: the ``Content-Type`` header, if known.
        numbered: whether to leave out the page that has all, say because it is not there.
    """
    own, here = story_url(url), page_number(url)
    text = decode(body, content_type)
    if own is None or here == WHOLE or not may_lead(text, own):
        return ()
    try:
        links = page_links(tree(text), own)
    except MarkupError:
        return ()
    whole = next((link for link in links if link.number == WHOLE), None)
    if whole is not None and here == 1 and not numbered:
        return (whole.before,)
    return tuple(_filled(links, here))


def page_number(url: str) -> int:
    """Return which page of its story an address leads to: 1 without a number, or ``WHOLE``."""
    parts = urlsplit(url)
    for name, value in parse_qsl(parts.query):
        number = _stated(name.lower(), value.lower())
        if number is not None:
            return number
    match = _PATH_NUMBER.search(parts.path)
    return int(match[1]) if match else 1


def may_lead(text: str, own: StoryUrl) -> bool:
    """Tell whether a page's markup can have links to further pages of its story in it.

    Every page is asked that, so it takes a small part of the time that decoding it does.
    """
    marks = (*_MARKS, (f"/{own.article_id}/", _NUMBERED_PATH))
    return any(_has(text, mark, rest) for mark, rest in marks)


def _has(text: str, mark: str, rest: re.Pattern[str]) -> bool:
    at = text.find(mark)
    while at >= 0:
        at += len(mark)
        if rest.match(text, at):
            return True
        at = text.find(mark, at)
    return False


def leads(root: etree._Element, own: StoryUrl) -> bool:
    """Tell whether any link of a page leads to a page of its own story, before all is asked of it.

    Args:
        root: the page.
        own: the story.
    """
    number = str(own.article_id)
    for link in (*all_of(root, "a"), *all_of(root, "link")):
        href = link.get("href")
        if href and _may_be_own(href, number) and _page_link(link, own) is not None:
            return True
    return False


def _may_be_own(href: str, number: str) -> bool:
    """Tell whether an address may lead to a page of a story, by its number or without any path."""
    if number in href:
        return True
    # What stands in its stead there is taken off, or resolved.
    is_odd = "%" in href or not href.isprintable()
    return "?" in href and (is_odd or not _ELSEWHERE.match(href))


def page_links(root: etree._Element, own: StoryUrl, *, is_further: bool = False) -> list[PageLink]:
    """Return the links of a page to the pages of its own story.

    Args:
        root: the page.
        own: the story.
        is_further: whether it is a further page: the first may then be linked without its number.
    """
    found = [link for element in _LINKS(root) if (link := _page_link(element, own)) is not None]
    if is_further:
        links = (_first_link(element, own) for element in _LINKS(root))
        known = {link.element for link in found}
        found += [link for link in links if link and link.element not in known]
    if any(link.number > 1 for link in found):
        return found
    # "?single=1" alone may as well be for the printer.
    return [link for link in found if link.number != WHOLE or "single" not in link.before]


def _filled(links: list[PageLink], here: int) -> Iterator[str]:
    stated = {link.number: link for link in links if link.number > here}
    if stated:
        last = min(max(stated), MOST_PAGES)
        sample = stated[max(stated)]
        for number in range(here + 1, last + 1):
            yield stated.get(number, sample).address(number)


def _page_link(element: etree._Element, own: StoryUrl) -> PageLink | None:
    href = element.get("href", "")
    if "?" not in href and str(own.article_id) not in href:
        return None
    story = story_url(href, own.address)
    if story is None or story.id != own.id:
        return None
    parts = urlsplit(urljoin(own.address, href.strip()))
    pairs = without_tracking(parts.query)
    for at, (name, value) in enumerate(pairs):
        number = _stated(name.lower(), value.lower())
        if number is None and _is_next(element):
            number = _digits(value)
        if number is not None:
            return _queried(element, story, pairs, at, number)
    match = _PATH_NUMBER.search(parts.path)
    return PageLink(element, int(match[1]), f"{story.address}/", "") if match else None


def _first_link(element: etree._Element, own: StoryUrl) -> PageLink | None:
    href = element.get("href", "")
    if str(own.article_id) not in href or not _BACK.fullmatch(fold(content(element))):
        return None
    story = story_url(href, own.address)
    return PageLink(element, 1, story.address, "") if story and story.id == own.id else None


def _queried(
    element: etree._Element, story: StoryUrl, pairs: list[tuple[str, str]], at: int, number: int
) -> PageLink:
    if number == WHOLE:
        return PageLink(element, WHOLE, f"{story.address}?{urlencode(pairs)}", "")
    name = pairs[at][0]
    before = urlencode([*pairs[:at], (name, "")])
    after = urlencode(pairs[at + 1 :])
    return PageLink(element, number, f"{story.address}?{before}", f"&{after}" if after else "")


def _stated(name: str, value: str) -> int | None:
    """Return the number that a parameter of an address states, if it is about pages."""
    if name in _WHOLE_NAMES:
        return WHOLE if value in _YES else None
    if name not in _NUMBERED:
        return None
    return WHOLE if value in _WHOLE_VALUES else _digits(value)


def _digits(text: str) -> int | None:
    match = _NUMBER.fullmatch(text)
    return int(match[1]) if match else None


def _is_next(element: etree._Element) -> bool:
    return element.tag == "link" or _NEXT.search(fold(content(element))) is not None
