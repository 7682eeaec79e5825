"""Building blocks of the templates: XPath conditions, and what XPath alone says badly or slowly."""

from typing import Any, Protocol

from lxml import etree, html

from newscrawl.antara.text import word_set

NAMESPACES = {"re": "http://exslt.org/regular-expressions"}
"""Prefixes that the XPaths may use: ``re:test`` is Python's ``re.search``."""
_FOLLOWING = etree.XPath("following::*")
_LINKS = etree.XPath(".//a | parent::a")
_MOST_SEEN = 200
_HEADINGS = word_set("h1 h2 h3 h4 h5 h6")
_ENDS = word_set("footer nav aside")


class Selector(Protocol):
    """Selects elements or strings, seen from one element; every compiled XPath is one."""

    def __call__(self, element: html.HtmlElement, /) -> Any:
        """Return what is selected, in document order."""


def has_class(name: str) -> str:
    """Return the XPath condition that an element has a class, whatever others it has too."""
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


class FirstOf:
    """Selects what the first of several XPaths selects that selects anything."""

    def __init__(self, *expressions: str) -> None:
        """Compile the XPaths, the best first."""
        self._paths = [etree.XPath(text, namespaces=NAMESPACES) for text in expressions]

    def __call__(self, element: html.HtmlElement, /) -> list[html.HtmlElement]:
        """Return what is selected, in document order."""
        return next((found for path in self._paths if (found := path(element))), [])


class AllOf:
    """Selects what several selectors select."""

    def __init__(self, *selectors: Selector) -> None:
        """Take the selectors."""
        self._selectors = selectors

    def __call__(self, element: html.HtmlElement, /) -> list[html.HtmlElement]:
        """Return what is selected, in the order of the selectors."""
        return [found for selector in self._selectors for found in selector(element)]


class SeenFrom:
    """Selects what some XPaths select, seen from each of the elements of a selector."""

    def __init__(self, base: Selector, *expressions: str) -> None:
        """Compile the XPaths."""
        self._base = base
        self._paths = [etree.XPath(text, namespaces=NAMESPACES) for text in expressions]

    def __call__(self, element: html.HtmlElement, /) -> list[html.HtmlElement]:
        """Return what is selected, of the first few elements."""
        seen = self._base(element)[:_MOST_SEEN]
        return [found for base in seen for path in self._paths for found in path(base)]


class Around:
    """Selects the smallest element around the first matches of several selectors."""

    def __init__(self, *anchors: Selector, near: Selector | None = None) -> None:
        """Take the selectors.

        Args:
            anchors: what must all be there; else nothing is selected.
            near: what is included too where it is there.
        """
        self._anchors, self._near = anchors, near

    def __call__(self, root: html.HtmlElement, /) -> list[html.HtmlElement]:
        """Return the element, or nothing."""
        found = [anchor(root)[:1] for anchor in self._anchors]
        if not all(found):
            return []
        found.append(self._near(root)[:1] if self._near else [])
        lines = [[*reversed(list(match.iterancestors())), match] for [match] in filter(None, found)]
        shared = [level[0] for level in zip(*lines, strict=False) if len(set(level)) == 1]
        return shared[-1:]


class LinksUnder:
    """Selects the links between a heading and the next of its kind."""

    def __init__(self, heading: str) -> None:
        """Compile the XPath of the heading, which need not be an ``<h…>``."""
        self._heading = etree.XPath(f"({heading})[1]", namespaces=NAMESPACES)

    def __call__(self, root: html.HtmlElement, /) -> list[html.HtmlElement]:
        """Return the links, in document order."""
        links: list[html.HtmlElement] = []
        for start in self._heading(root):
            for element in _FOLLOWING(start):
                if element.tag in _ENDS or (element.tag == start.tag and _heads(element)):
                    break
                if element.tag == "a" and element.get("href"):
                    links.append(element)
        return links


def _heads(element: html.HtmlElement) -> bool:
    """Tell whether an element is a heading, and not a story's title in a list."""
    return element.tag in _HEADINGS and not _LINKS(element)
