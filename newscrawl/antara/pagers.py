"""The pagination of a story in several pages, which is no part of its text."""

import re

from lxml import etree, html

from newscrawl.antara.further import PageLink
from newscrawl.antara.markup import content
from newscrawl.antara.text import fold

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


def take_out(root: html.HtmlElement, links: list[PageLink]) -> None:
    """Take a story's pagination out of a page: its links, and what holds nothing else.

    Args:
        root: the page, which is changed.
        links: those to the story's pages.
    """
    named = {link.element for link in links}
    for link in links:
        if link.element.tag != "link":
            _drop(_around(link.element, named))
    for element in _COUNT(root):
        _drop(element)


def _around(element: html.HtmlElement, links: set[html.HtmlElement]) -> html.HtmlElement:
    """Return the largest element around a link that has nothing but pagination in it."""
    pager = element
    for parent in list(element.iterancestors())[:_MOST_AROUND]:
        if not _WORDS.fullmatch(fold(_unlinked(parent, links))):
            break
        pager = parent
    return pager


def _unlinked(element: html.HtmlElement, links: set[html.HtmlElement]) -> str:
    """Return the text of an element that stands in none of the links."""
    if element in links:
        return ""
    texts = [element.text or ""]
    for child in element:
        texts += [_unlinked(child, links), child.tail or ""]
    return " ".join(texts)


def _drop(element: html.HtmlElement) -> None:
    parent = element.getparent()
    if parent is not None and content(element) is not None:
        element.drop_tree()
