"""The pagination of a story in several pages, which is no part of its text."""

import re
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from newscrawl.antara.further import PageLink
from newscrawl.antara.markup import content
from newscrawl.antara.text import fold
from newscrawl.items import Article

MARK = "page-turn"
"""The element that is left where a pagination was: there the page's part of the story is over."""

# What stands around the numbers: "Halaman selanjutnya", "1 2 3 Tampilkan semua", "Page 1 of 3".
_WORDS = re.compile(
    r"(?:halaman|hal|pages?|selanjutnya|berikutnya|sebelumnya|next|prev(?:ious)?|pertama|terakhir"
    r"|first|last|lanjut(?:kan)?|membaca|baca|selengkapnya|lihat|tampilkan|buka|semua|seluruh(?:nya)?"
    r"|lengkap|versi|show|view|single|dalam|satu|in|on|one|di|ke|dari|of|to|the|berita|artikel"
    r"|story|continue|reading|read|more|full|all|\d{1,3}|[\W_])*",
    re.IGNORECASE,
)
_COUNT = etree.XPath(
    "//*[self::p or self::div or self::span or self::li or self::small or self::strong]"
    "[string-length() < 60][re:test(., '^\\s*(halaman|hal\\.?|page)\\s*:?\\s*\\d{1,2}"
    "\\s*(dari|of|/)\\s*\\d{1,2}\\W*$', 'i')]",
    namespaces={"re": "http://exslt.org/regular-expressions"},
)
"""``Halaman 1 dari 3``, which is no link."""
_MOST_AROUND = 6
"""Levels of elements that a pagination has around its links."""
_MOST_ELEMENTS = 300
"""Elements of one that are looked at."""
_MOST_LINKS = 100
"""Links of a page's paginations that are taken out."""


@dataclass(frozen=True, slots=True)
class Sequel:
    """What makes a page one of several."""

    before: Article | None
    """What the first one gave; None for that itself."""


def take_out(root: etree._Element, links: list[PageLink]) -> None:
    """Take a story's pagination out of a page: its links, and what holds or names nothing else.

    Args:
        root: the page, which is changed.
        links: those to the story's pages.
    """
    named = {link.element for link in links}
    turns = [link.element for link in links[:_MOST_LINKS] if link.element.tag != "link"]
    for element in [turn for turn in turns if not _is_in_sentence(turn)]:
        _drop(_around(element, named))
    for element in _COUNT(root)[:_MOST_LINKS]:
        _drop(element)


def _is_in_sentence(link: etree._Element) -> bool:
    """Tell whether a sentence of the story goes on behind a link."""
    behind = fold(link.tail or "").lstrip(",;: ")
    return behind[:1].islower() and _WORDS.fullmatch(behind) is None


def _around(element: etree._Element, links: set[etree._Element]) -> etree._Element:
    """Return the largest element around a link that has nothing but pagination in it."""
    pager = element
    for parent in islice(element.iterancestors(), _MOST_AROUND):
        if parent.tag == "body" or not _is_pagination(_unlinked(parent, links)):
            break
        pager = parent
    return pager


def _unlinked(element: etree._Element, links: set[etree._Element]) -> str:
    """Return the text of an element that stands in none of the links; of a large one a part."""
    linked: set[etree._Element] = set()
    texts = []
    for part in islice(element.iter(), _MOST_ELEMENTS):
        if part in links or part.getparent() in linked:
            linked.add(part)
        else:
            texts.append(part.text or "")
        if part is not element and part.getparent() not in linked:
            texts.append(part.tail or "")
    return " ".join(texts)


def _drop(element: etree._Element) -> None:
    """Leave a mark in an element's place, and take away the pagination that stands beside it."""
    parent = element.getparent()
    if parent is None or element.tag == MARK:
        return
    mark = parent.makeelement(MARK)
    mark.tail, element.tail = element.tail, None
    parent.replace(element, mark)
    _clear_before(mark, parent)
    _clear_behind(mark, parent)


def _clear_before(mark: etree._Element, parent: etree._Element) -> None:
    before = mark.getprevious()
    while before is not None and _is_pagination(before.tail or ""):
        before.tail = None
        if not _names_pages(before):
            return
        parent.remove(before)  # its tail is empty
        before = mark.getprevious()
    if before is None and _is_pagination(parent.text or ""):
        parent.text = None


def _clear_behind(mark: etree._Element, parent: etree._Element) -> None:
    behind = mark.getnext()
    while _is_pagination(mark.tail or ""):
        mark.tail = None
        if behind is None or not _names_pages(behind):
            return
        mark.tail, behind.tail = behind.tail, None
        parent.remove(behind)
        behind = mark.getnext()


def _names_pages(element: etree._Element) -> bool:
    """Tell whether an element has words of a pagination in it, and no others."""
    text = fold(content(element))
    return bool(text) and _is_pagination(text)


def _is_pagination(text: str) -> bool:
    return _WORDS.fullmatch(fold(text)) is not None
