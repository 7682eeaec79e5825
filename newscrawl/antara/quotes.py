"""Pull quotes and summaries: what a page prints apart from its text."""

import re
from dataclasses import dataclass

from lxml import html

from newscrawl.antara.markup import content
from newscrawl.antara.text import fold

_PULL_QUOTE_CLASSES = frozenset({"quote_old", "block-quote"})
_MOST = 20
"""How many quotes of a page are looked at."""
_EDGES = re.compile(r"^[\s.…\"“”'‘’]+|[\s.…\"“”'‘’]+$")


@dataclass(frozen=True, slots=True)
class PullQuotes:
    """The page's own summary, and the elements in the body that are no part of the story."""

    text: str | None
    apart: frozenset[html.HtmlElement]


def pull_quotes(container: html.HtmlElement, candidates: list[html.HtmlElement]) -> PullQuotes:
    """Return which of a page's quotes stand apart from its text, and what the first says.

    A quotation inside the text that says nothing again is part of the story: it stays there unless
    it is the first with the look of a pull quote.

    Args:
        container: the body's.
        candidates: quotes and summaries anywhere in the story's element, in page order.
    """
    apart: list[html.HtmlElement] = []
    text = fold(content(container))
    for element in candidates[:_MOST]:
        inside = any(ancestor is container for ancestor in element.iterancestors())
        if not inside or _is_pull_quote(element, text, first=not apart):
            apart.append(element)
    said = (fold(content(element)) for element in apart)
    return PullQuotes(next((text for text in said if text), None), frozenset(apart))


def _is_pull_quote(element: html.HtmlElement, text: str, *, first: bool) -> bool:
    words = _EDGES.sub("", fold(content(element)))
    if not words or text.count(words) > 1:
        return True
    return first and bool(_PULL_QUOTE_CLASSES & set((element.get("class") or "").split()))
