"""The texts of a page that a browser shows, and where on it they stand."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from enum import Enum, auto
from functools import cached_property
from typing import Any, Literal

from lxml import etree

from newscrawl.antara.blocks import is_embed
from newscrawl.antara.looks import all_of
from newscrawl.antara.markup import content
from newscrawl.antara.pagers import MARK
from newscrawl.antara.text import word_count, word_set

_LONGEST_EMBED = 150
"""Words of an embedded post; one that was never closed has the story in it."""
_SHORTEST = 10
"""Characters of a text that may be of the story."""
_HIDING = word_set("script style noscript template svg xml head select textarea title iframe")
"""Elements whose text no browser shows."""
_APART = word_set("button figcaption a")
"""Elements whose text is shown, and not the story's."""
_CLOSED = ("script", "style", "figcaption", "a")
"""Those of them that are many, or long; their text is looked at no more where they were closed."""
_LINES = word_set("a figcaption")
"""Elements that hold a few lines, and no paragraphs."""
_FRAME = re.compile(r"(?:^|[\s_-])footer")
"""The class, or the element, of what stands at the foot of all pages."""
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_STRINGS = etree.XPath("descendant::text()", smart_strings=False, regexp=False)
# Compiled for each number: so the parser of XPaths knows where to stop.
_PARENT = "descendant::text()[{}]/.."
_TEXTS = etree.XPath(f"//text()[string-length() >= {_SHORTEST}]")
_TEXTS_AND_TURNS = etree.XPath(f"{_TEXTS.path} | //{MARK}")


def strings(element: etree._Element) -> list[str]:
    """Return all texts of an element, its descendants' too, in the page's order.

    They are no more than strings, which takes a quarter of the time of those of :class:`Shown`.
    """
    found: list[str] = _STRINGS(element)
    return found


def not_apart(page: etree._Element, texts: list[str]) -> list[str]:
    """Return the texts that are long enough and do not all stand in links, captions and scripts.

    Args:
        page: whose texts they are.
        texts: all that :func:`strings` returns of it.
    """
    found = Counter([text for text in texts if len(text) >= _SHORTEST])
    # What has no element in it was closed.
    closed = [child for tag in _CLOSED for child in all_of(page, tag) if not len(child)]
    apart = Counter([child.text for child in closed])
    return [text for text, count in found.items() if count > apart.get(text, 0)]


def parent(element: etree._Element, at: int) -> etree._Element:
    """Return the element in which one of an element's texts stands, by its place among them."""
    found: list[etree._Element] = etree.XPath(_PARENT.format(at + 1), regexp=False)(element)
    return found[0]


class Place(Enum):
    """Where a piece of text stands."""

    INSIDE = auto()
    """In the story's container."""
    AROUND = auto()
    APART = auto()
    """In a link, a caption, an embedded post: shown, and never the story's."""
    HIDDEN = auto()


class Shown:
    """A page's texts in order, and between them the marks of its pagination.

    Each place is looked for when it is asked for: of most pages none is.
    """

    def __init__(
        self,
        root: etree._Element,
        containers: list[etree._Element],
        boxes: Callable[[], Iterable[etree._Element]],
        *,
        has_turns: bool,
    ) -> None:
        """Take a page, its story's containers, and what finds the boxes in them that are not."""
        self._root, self._has_turns, self._find_boxes = root, has_turns, boxes
        self._containers = set(containers)
        self._around = {e for container in containers for e in container.iterancestors()}
        self._found: dict[etree._Element | None, Place] = {None: Place.AROUND}

    @cached_property
    def _boxes(self) -> set[etree._Element]:
        return set(self._find_boxes())

    @cached_property
    def texts(self) -> list[Any]:
        """All that may be of the story, and the marks, in the page's order."""
        return list((_TEXTS_AND_TURNS if self._has_turns else _TEXTS)(self._root))

    def place(self, at: int) -> Place:
        """Return where a text stands."""
        text = self.texts[at]
        return self.place_in(text.getparent().getparent() if text.is_tail else text.getparent())

    def near(self, at: int, step: Literal[-1, 1], most: int) -> Iterator[int]:
        """Go from a text back or on to others that may be the story's, and to marks.

        Args:
            at: which text.
            step: -1 for those before it, 1 for those behind it; the nearest comes first.
            most: fewer letters than so many are shown between them.
        """
        letters = 0
        for other in range(at + step, len(self.texts) if step > 0 else -1, step):
            if self.is_turn(other):
                yield other
                continue
            place = self.place(other)
            if place is Place.INSIDE or place is Place.AROUND:
                yield other
            letters += len(self.texts[other]) if place is not Place.HIDDEN else 0
            if letters >= most:
                return

    def is_turn(self, at: int) -> bool:
        """Tell whether a page of the story ends here: it is no text, but the mark of that."""
        return etree.iselement(self.texts[at])

    def place_in(self, element: etree._Element | None) -> Place:
        """Return where the text stands that is an element's own."""
        place = self._found.get(element)
        if place is None and element is not None:
            around = self.place_in(element.getparent())
            place = self._found[element] = self._place(element, around)
        return place or Place.AROUND

    def _place(self, element: etree._Element, around: Place) -> Place:
        closed = self._is_closed(element)
        if around is Place.HIDDEN or (closed and element.tag in _HIDING):
            return Place.HIDDEN
        if around is Place.APART or (closed and _is_apart(element)):
            return Place.APART
        place: Place = Place.INSIDE if element in self._containers else around
        name = str(element.get("class") or element.tag)
        if closed and around is Place.AROUND and _FRAME.search(name):
            place = Place.APART
        return Place.AROUND if place is not Place.AROUND and element in self._boxes else place

    def _is_closed(self, element: etree._Element) -> bool:
        """Tell whether an element is a link, or hidden, if it says so.

        What has paragraphs in it, or a container, is that only by mistake.
        """
        if element in self._around:
            return False
        return element.tag not in _LINES or next(element.iter("p", "br"), None) is None


def _is_apart(element: etree._Element) -> bool:
    return (
        element.tag in _APART
        or element.get("hidden") is not None
        or bool(_HIDDEN.search(element.get("style") or ""))
        or (is_embed(element) and word_count(content(element)) <= _LONGEST_EMBED)
    )
