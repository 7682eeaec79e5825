"""Pull quotes and summaries: what a page prints apart from its text."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from lxml import etree

from newscrawl.antara.markup import content
from newscrawl.antara.text import fold

_PULL_QUOTE_CLASSES = frozenset({"quote_old", "block-quote"})
_SAID = etree.XPath(".//text()[not(ancestor::cite)]")
_MOST = 20
"""How many quotes of a page are looked at."""
_EDGES = re.compile(r"^[\s.…\"“”'‘’]+|[\s.…\"“”'‘’]+$")


@dataclass(frozen=True, slots=True)
class PullQuotes:
    """The page's own summary, and the elements in the body that are no part of the story."""

    text: str | None
    apart: frozenset[etree._Element]


def pull_quotes(
    container: etree._Element | None,
    candidates: list[etree._Element],
    boxes: frozenset[etree._Element],
) -> PullQuotes:
    """Return which of a page's quotes stand apart from its text, and what the first says.

    A quotation inside the text that has not the look of a pull quote and says nothing again is part
    of the story and stays there.

    Args:
        container: the body's, if the page has one.
        candidates: quotes and summaries anywhere in the story's element, in page order.
        boxes: elements of the container that are no part of the text whatever they hold.
    """

    @cache  # most pages have no quote that asks for it
    def text() -> str:
        return fold(content(container)) if container is not None else ""

    apart = [
        element
        for element in candidates[:_MOST]
        if not _is_inside(element, container, boxes) or _is_pull_quote(element, text)
    ]
    said = map(_words, apart)
    return PullQuotes(next((text for text in said if text), None), frozenset(apart))


def _is_inside(
    element: etree._Element,
    container: etree._Element | None,
    boxes: frozenset[etree._Element],
) -> bool:
    for ancestor in element.iterancestors():
        if ancestor is container or ancestor in boxes:
            return ancestor is container
    return False


def _is_pull_quote(element: etree._Element, text: Callable[[], str]) -> bool:
    if _PULL_QUOTE_CLASSES & set((element.get("class") or "").split()):
        return True
    words = _EDGES.sub("", _words(element))
    return not words or text().count(words) > 1


def _words(element: etree._Element) -> str:
    """Return what a quote says, without the speaker whom it names."""
    return fold("".join(_SAID(element)))
