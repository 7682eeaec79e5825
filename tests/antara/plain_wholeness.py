"""What makes a story whole, in plain words: every text of its page is looked at in turn.

The package's own way there is short, and must lead to the same.
"""

from functools import partial
from typing import Any

from lxml import etree

from newscrawl.antara.pagers import MARK, Sequel
from newscrawl.antara.shown import Place, _is_apart
from newscrawl.antara.templates.base import Template
from newscrawl.antara.told import Sense, Told
from newscrawl.items import Article

_NEAR = 400
_HIDING = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "xml",
        "head",
        "select",
        "textarea",
        "title",
        "iframe",
    ]
)
_TEXTS = "//text()[string-length() >= 10]"
_UNCLOSED = etree.XPath("//a[.//p or .//br] | //figcaption[.//p or .//br]")


def has_lost(
    article: Article,
    root: etree._Element,
    template: type[Template],
    element: etree._Element,
    sequel: Sequel | None = None,
) -> bool:
    """Tell whether a sentence is lost that stands in a container, or near one that was read."""
    told = Told(article, partial(template.summary, element))
    place_of = _places(root, template, element)
    at, read_at, lost_at = 0, -_NEAR, -_NEAR
    for text in root.xpath(_TEXTS if sequel is None else f"{_TEXTS} | //{MARK}"):
        if etree.iselement(text):
            read_at = -_NEAR
            continue
        place = place_of(text.getparent().getparent() if text.is_tail else text.getparent())
        if place is Place.HIDDEN:
            continue
        begin, at = at, at + len(text)
        if place is Place.APART:
            continue
        sense = told.sense(text, inside=place is Place.INSIDE)
        if sense is Sense.LOST:
            lost_at = at
            if place is Place.INSIDE or begin - read_at < _NEAR:
                return True
        elif sense is not Sense.OTHER:
            read_at = at if sense is Sense.READ else -_NEAR
            if sense is not Sense.NOTICE and begin - lost_at < _NEAR:
                return True
    return False


def _places(root: etree._Element, template: type[Template], element: etree._Element) -> Any:
    own = template.body(element) or [element]
    others = [e for e in template.body(root) if e not in {*own[0].iterancestors()}]
    containers, boxes = {*own, *others}, set(template.apart(element))
    unclosed = set(_UNCLOSED(root)).union(*(e.iterancestors() for e in containers))

    def place_of(element: etree._Element | None) -> Place:
        if element is None:
            return Place.AROUND
        around, closed = place_of(element.getparent()), element not in unclosed
        if around is Place.HIDDEN or (closed and element.tag in _HIDING):
            return Place.HIDDEN
        if around is Place.APART or (closed and _is_apart(element)):
            return Place.APART
        if element in boxes:
            return Place.AROUND
        words = str(element.get("class") or element.tag).replace("_", " ").replace("-", " ")
        if closed and around is Place.AROUND and any(w.startswith("footer") for w in words.split()):
            return Place.APART
        return Place.INSIDE if element in containers else around

    return place_of
