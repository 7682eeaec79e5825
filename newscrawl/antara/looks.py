"""What is asked of a page again and again, and looked for once: its classes, elements and links."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property

from lxml import etree

from newscrawl.antara.classes import Classes


class Look:
    """A page, as long as it stays as it is."""

    def __init__(self, root: etree._Element) -> None:
        """Take a page, which is looked at when it is first asked for something."""
        self._root = root
        self._tagged: dict[str, list[etree._Element]] = {}
        self.classes = Classes(root)

    def is_of(self, element: etree._Element) -> bool:
        """Tell whether an element is one of the page's."""
        return element is self._root or self._root in element.iterancestors()

    def all(self, tag: str) -> list[etree._Element]:
        """Return the elements of a kind, in document order."""
        if tag not in self._tagged:
            self._tagged[tag] = list(self._root.iter(tag))
        return self._tagged[tag]

    @cached_property
    def _addresses(self) -> str:
        return "\n".join([link.get("href") or "" for link in self.all("a")])

    def links_with(self, mark: str) -> list[etree._Element]:
        """Return the links that have something in their address, in document order."""
        if mark not in self._addresses:
            return []
        return [link for link in self.all("a") if mark in (link.get("href") or "")]


_LOOK: ContextVar[Look | None] = ContextVar("the page that is being read", default=None)


@contextmanager
def one_look_at(root: etree._Element) -> Iterator[None]:
    """Let a page be looked at once, whatever is asked of it; it must not be changed."""
    token = _LOOK.set(Look(root))
    try:
        yield
    finally:
        _LOOK.reset(token)


def look_at(element: etree._Element) -> Look | None:
    """Return the look at an element's page, if that is the one that is being read."""
    look = _LOOK.get()
    return look if look is not None and look.is_of(element) else None


def all_of(root: etree._Element, tag: str) -> list[etree._Element]:
    """Return a page's elements of a kind, in document order."""
    return (look_at(root) or Look(root)).all(tag)
