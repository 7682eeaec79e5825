"""Building blocks of the templates: XPath conditions, and what XPath alone says badly or slowly."""

import re
from collections.abc import Callable
from typing import Any, Protocol

from lxml import etree

from newscrawl.antara.classes import BLANKS
from newscrawl.antara.looks import Look, look_at
from newscrawl.antara.text import word_set

NAMESPACES = {"re": "http://exslt.org/regular-expressions"}
"""Prefixes that the XPaths may use: ``re:test`` is Python's ``re.search``."""
_ANYWHERE = re.compile(r"//(?=[\w*])")
_FOLLOWING = etree.XPath("following::*")
_UNION = etree.XPath("$one | $other")
_LINKS = etree.XPath(".//a | parent::a")
_MOST_SEEN = 200
_HEADINGS = word_set("h1 h2 h3 h4 h5 h6")
_ENDS = word_set("footer nav aside")


class Selector(Protocol):
    """Selects elements or strings, seen from one element; every compiled XPath is one."""

    def __call__(self, element: etree._Element, /) -> Any:
        """Return what is selected, in document order."""


def xpath(expression: str, *, smart: bool = False) -> etree.XPath:
    """Compile an XPath, in which ``//`` must have no place such as ``[1]`` right behind its step.

    Then it is the same as ``descendant::``, for which a page's nodes are gone through once and not
    each node's children by themselves. Only ``smart`` strings know where they stand.
    """
    text = _ANYWHERE.sub("/descendant::", expression)
    return etree.XPath(text, namespaces=NAMESPACES, smart_strings=smart)


def has_class(name: str) -> str:
    """Return the XPath condition that an element has a class, whatever others it has too.

    The name alone is looked for first, which is cheap and nearly always not there.
    """
    words = "concat(' ', normalize-space(.), ' ')"
    return f"@class[contains(., '{name}')][contains({words}, ' {name} ')]"


class Having:
    """Selects all elements that have an attribute.

    By their attributes and back, in Python: an XPath with the condition on each element needs
    longer, and one that goes back itself compares all that it found with each other.
    """

    def __init__(self, attributes: str) -> None:
        """Compile the XPath of the attributes, such as ``.//li/@id[. = 'first']``."""
        self._attributes = xpath(attributes, smart=True)

    def __call__(self, element: etree._Element, /) -> list[etree._Element]:
        """Return the elements, in document order."""
        return [attribute.getparent() for attribute in self._attributes(element)]


class WithClass:
    """Selects all elements that have a class; of the page that is being read, without a search."""

    def __init__(self, path: str, name: str, condition: str = "") -> None:
        """Take where they may stand, such as ``//li`` or ``.//*``, the class, and a condition."""
        self.searched: Selector = (
            xpath(f"{path}[{has_class(name)}]{condition}")
            if condition
            else Having(f"{path}/{has_class(name)}")
        )
        self._name, self._is_anywhere = name, path.startswith("//")
        step = path.removeprefix(".").removeprefix("//") + condition
        self._is_any, self._fits = step == "*", xpath(f"boolean(self::{step})")
        self._is_wide = self._is_anywhere and step.startswith("*")
        self._tag = step if self._is_anywhere and step.isalnum() else None
        self._is_named = re.compile(rf"(?:^|[{BLANKS}]){re.escape(name)}(?:[{BLANKS}]|$)").search

    def __call__(self, element: etree._Element, /) -> list[etree._Element]:
        """Return the elements, in document order."""
        look = look_at(element)
        found = look.classes.known(self._name) if look else None
        if look and found is None and self._is_wide:
            found = look.classes.elements(self._name)
        if look and found is None and self._tag:
            return [e for e in look.all(self._tag) if self._is_named(e.get("class") or "")]
        if found is None:  # to search a part is cheaper than to go through the page
            searched: list[etree._Element] = self.searched(element)
            return searched
        if not self._is_anywhere:
            found = [entry for entry in found if element in entry.iterancestors()]
        return [entry for entry in found if self._is_any or self._fits(entry)]


class LinksWith:
    """Selects all links of a page that have something in their address, under a condition."""

    def __init__(self, mark: str, condition: str = "") -> None:
        """Take what the address has, and a condition on the link."""
        self.searched = xpath(f"//a[contains(@href, '{mark}')]{condition}")
        self._mark, self._fits = mark, xpath(f"boolean(self::*{condition})")

    def __call__(self, element: etree._Element, /) -> list[etree._Element]:
        """Return the links, in document order."""
        look = look_at(element) or Look(element.getroottree().getroot())
        return [link for link in look.links_with(self._mark) if self._fits(link)]


class When:
    """Selects what a selector selects, on pages on which an XPath selects anything."""

    def __init__(
        self, mark: str, selector: Selector, may: Callable[[etree._Element], bool]
    ) -> None:
        """Compile the XPath; of most pages ``may`` says at less cost that it selects nothing."""
        self._mark, self._selector, self._may = xpath(mark), selector, may

    def __call__(self, root: etree._Element, /) -> list[etree._Element]:
        """Return what is selected, in document order."""
        is_there = self._may(root) and self._mark(root)
        found: list[etree._Element] = self._selector(root) if is_there else []
        return found


class AnyOf:
    """Selects what any of several selectors selects."""

    def __init__(self, *selectors: Selector) -> None:
        """Take the selectors."""
        self._selectors = selectors

    def __call__(self, element: etree._Element, /) -> list[etree._Element]:
        """Return what is selected, in document order, each once."""
        found: list[etree._Element] = []
        for selector in self._selectors:
            other = selector(element)
            found = _UNION(element, one=found, other=other) if found and other else found or other
        return found


class FirstOf:
    """Selects what the first of several selectors selects that selects anything."""

    def __init__(self, *selectors: Selector | str) -> None:
        """Take selectors or XPaths, the best first."""
        self._paths = [xpath(one) if isinstance(one, str) else one for one in selectors]

    def __call__(self, element: etree._Element, /) -> list[etree._Element]:
        """Return what is selected, in document order."""
        return next((found for path in self._paths if (found := path(element))), [])


class AllOf:
    """Selects what several selectors select."""

    def __init__(self, *selectors: Selector) -> None:
        """Take the selectors."""
        self._selectors = selectors

    def __call__(self, element: etree._Element, /) -> list[etree._Element]:
        """Return what is selected, in the order of the selectors."""
        return [found for selector in self._selectors for found in selector(element)]


class SeenFrom:
    """Selects what some XPaths select, seen from each of the elements of a selector."""

    def __init__(self, base: Selector, *expressions: str, most: int = _MOST_SEEN) -> None:
        """Compile the XPaths; ``most`` says how many of the elements count."""
        self._base, self._most = base, most
        self._paths = [xpath(text) for text in expressions]

    def __call__(self, element: etree._Element, /) -> list[etree._Element]:
        """Return what is selected, of the first few elements."""
        seen = self._base(element)[: self._most]
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

    def __call__(self, root: etree._Element, /) -> list[etree._Element]:
        """Return the element, or nothing."""
        found = []
        for anchor in self._anchors:
            found.append(anchor(root)[:1])
            if not found[-1]:  # most pages are in another template: no further look
                return []
        found.append(self._near(root)[:1] if self._near else [])
        lines = [[*reversed(list(match.iterancestors())), match] for [match] in filter(None, found)]
        shared = [level[0] for level in zip(*lines, strict=False) if len(set(level)) == 1]
        return shared[-1:]


class LinksIn:
    """Selects the links inside the elements of a selector."""

    def __init__(self, boxes: Selector, condition: str = "") -> None:
        """Take the selector, and a condition on a link."""
        self.boxes = boxes
        self._links = xpath(f"descendant::a[@href]{condition}")

    def __call__(self, root: etree._Element, /) -> list[etree._Element]:
        """Return the links, in document order."""
        boxes = dict.fromkeys(self.boxes(root))
        # A box in a box has no links that are not in the outer one too.
        outer = [box for box in boxes if not any(e in boxes for e in box.iterancestors())]
        return [link for box in outer for link in self._links(box)]


class LinksUnder:
    """Selects the links between a heading and the next of its kind."""

    def __init__(self, heading: str) -> None:
        """Compile the XPath of the heading, which need not be an ``<h…>``."""
        self._heading = xpath(f"({heading})[1]")

    def __call__(self, root: etree._Element, /) -> list[etree._Element]:
        """Return the links, in document order."""
        links: list[etree._Element] = []
        for start in self._heading(root):
            for element in _FOLLOWING(start):
                if element.tag in _ENDS or (element.tag == start.tag and _heads(element)):
                    break
                if element.tag == "a" and element.get("href"):
                    links.append(element)
        return links


def _heads(element: etree._Element) -> bool:
    """Tell whether an element is a heading, and not a story's title in a list."""
    return element.tag in _HEADINGS and not _LINKS(element)
