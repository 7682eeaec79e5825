"""The classes of a page's elements: one look at all of them, instead of one for each class."""

from collections.abc import Iterator
from functools import cached_property

from lxml import etree

_PATH = "/descendant::*/@class"
_VALUES = etree.XPath(_PATH, smart_strings=False, regexp=False)
_ATTRIBUTES = etree.XPath(_PATH, regexp=False)
_PLACE = "({})[{}]/.."
_SINGLY = 3
"""Elements that are fetched one by one: for each the page is gone through, in C."""
_END = "\0"
"""Stands around each value: no text of a parsed page has it."""
BLANKS = " \t\r\n"
"""What parts one class from another, for XPath as for HTML."""
_EDGES = f"{BLANKS}{_END}"


class Classes:
    """Which of a page's elements have a class, as long as the page stays as it is.

    All values in one string, in which a class is looked for, need a fraction of the time of an
    XPath, and hardly any element is ever made an object of Python's.
    """

    def __init__(self, root: etree._Element) -> None:
        """Take a page, which is looked at when it is first asked for a class."""
        self._root = root
        self._found: dict[str, list[etree._Element]] = {}

    def known(self, name: str) -> list[etree._Element] | None:
        """Return the elements that have a class; None if some have, and were not fetched yet."""
        if name not in self._found and not self._has(name):
            self._found[name] = []
        return self._found.get(name)

    def elements(self, name: str) -> list[etree._Element]:
        """Return the elements that have a class, in document order."""
        found = self.known(name)
        if found is None:
            found = self._found[name] = self._fetched(list(dict.fromkeys(self._places(name))))
        return found

    def _has(self, name: str) -> bool:
        return next(self._places(name), None) is not None

    @cached_property
    def _values(self) -> str:
        return f"{_END}{_END.join(_VALUES(self._root))}{_END}"

    @cached_property
    def _attributes(self) -> list[etree._ElementUnicodeResult]:
        return list(_ATTRIBUTES(self._root))

    def _places(self, name: str) -> Iterator[int]:
        """Yield which of the page's values have a class in them, counted from 1."""
        values, place, counted = self._values, 0, 0
        at = values.find(name)
        while at >= 0:
            end = at + len(name)
            if values[at - 1] in _EDGES and values[end] in _EDGES:
                place, counted = place + values.count(_END, counted, at), at
                yield place
            at = values.find(name, end)

    def _fetched(self, places: list[int]) -> list[etree._Element]:
        if len(places) <= _SINGLY:
            paths = (_PLACE.format(_PATH, place) for place in places)
            return [etree.XPath(path, regexp=False)(self._root)[0] for path in paths]
        named = (self._attributes[place - 1] for place in places)
        return [parent for value in named if (parent := value.getparent()) is not None]
