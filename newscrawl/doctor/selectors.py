"""What a template's selector says, in short, and which part of it found something."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from newscrawl.antara.xpaths import NAMESPACES, LinksIn, LinksWith, Selector, WithClass

_CLASS = re.compile(
    r"@class\[contains\(\., '([^']+)'\)\]"
    r"\[contains\(concat\(' ', normalize-space\(\.\), ' '\), ' \1 '\)\]"
)
_ID = re.compile(r"@id\[\. = '([\w-]+)'\]")
_ANYWHERE = re.compile(r"/descendant::")
_BACK = re.compile(r"/(?=[.#][\w-])")
_ONLY_CLASS = re.compile(r"\[\.([\w-]+)\]")
_ONLY_ID = re.compile(r"\[@id='([\w-]+)'\]")
_INSIDE = re.compile(r"(?<![\w-])ancestor::\*(?=[.\[#])")
_BREAKS = re.compile(r"(?<!in )(?=\[)|(?=\.//)|(?<!\.)(?=//)|(?<=\s)(?<!in\s)")


def short(expression: str) -> str:
    """Return an XPath in which classes and ids are written as in CSS: ``.//h1.title[in .head]``."""
    text = _ID.sub(r"#\1", _CLASS.sub(r".\1", expression))
    text = _ANYWHERE.sub("//", _BACK.sub("", text))
    text = _ONLY_ID.sub(r"#\1", _ONLY_CLASS.sub(r".\1", text))
    return _INSIDE.sub("in ", text)


def lines(text: str, width: int) -> list[str]:
    """Return a short XPath in lines, broken where a step or a condition begins."""
    broken = [""]
    for piece in _BREAKS.split(text):
        if broken[-1] and len(broken[-1]) + len(piece.rstrip()) > width:
            broken.append("")
        broken[-1] += piece
        while len(broken[-1].rstrip()) > width:
            broken[-1:] = [broken[-1][:width], broken[-1][width:]]
    return [line.rstrip() for line in broken if line.strip()]


def expressions(selector: Selector) -> Iterator[str]:
    """Yield the XPaths that a selector consists of, in its order."""
    return (path.path for path in _paths(selector))


def _paths(part: Any) -> Iterator[etree.XPath]:
    if isinstance(part, etree.XPath):
        yield part
    elif isinstance(part, LinksIn):  # its links are like any others
        yield from _paths(part.boxes)
    elif isinstance(part, WithClass | LinksWith):  # what they select, not how
        yield from _paths(part.searched)
    elif isinstance(part, list | tuple):
        for entry in part:
            yield from _paths(entry)
    elif type(part).__module__.startswith("newscrawl."):
        yield from _paths(list(vars(part).values()))


def deciding(selector: Selector, element: etree._Element) -> str:
    """Return the XPath, or the alternative of one, that selects something seen from an element.

    Where none does by itself (its base is another element), the first one stands for all.
    """
    all_ = [part for expression in expressions(selector) for part in alternatives(expression)]
    found = (part for part in all_ if etree.XPath(part, namespaces=NAMESPACES)(element))
    return next(found, all_[0] if all_ else "")


def alternatives(expression: str) -> list[str]:
    """Return what the outermost ``|`` of an XPath part."""
    parts, depth, quote = [""], 0, ""
    for character in expression:
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        else:
            depth += (character in "[(") - (character in ")]")
        if character == "|" and depth == 0 and not quote:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]
