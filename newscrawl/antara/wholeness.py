"""Whether all of a story that a page shows is in the record that was read from it.

A tag too many or too few in an editor's text ends the container early, or hides what follows in an
ad: the page looks whole, the text read from it is short, and nothing else would tell. So all text
that a browser would show is looked at again, wherever it stands: what reads as a sentence of the
story, stands in the story's container or near a sentence that was read, and is not in the record,
casts doubt on the whole.
"""

import re
from collections.abc import Iterable
from enum import Enum, auto
from typing import Any

from lxml import etree, html

from newscrawl.antara.blocks import is_embed
from newscrawl.antara.comparison import (
    is_about,
    shares_a_word,
    words,
)
from newscrawl.antara.markup import content, is_whole
from newscrawl.antara.pagers import MARK, Sequel
from newscrawl.antara.templates.base import Template
from newscrawl.antara.text import word_count, word_set
from newscrawl.antara.told import Sense, Told
from newscrawl.items import Article

NEAR = 400
"""Letters of shown text between a lost sentence and the story: room for links and an ad."""
_LONGEST_EMBED = 150
"""Words of an embedded post; one that was never closed has the story in it."""
_SHORTEST = 10
"""Characters of a text that may be of the story."""
_HIDING = word_set("script style noscript template svg xml head select textarea title iframe")
"""Elements whose text no browser shows."""
_APART = word_set("button figcaption a")
"""Elements whose text is shown, and not the story's."""
_FRAME = re.compile(r"(?:^|[\s_-])footer")
"""The class, or the element, of what stands at the foot of all pages."""
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_TEXTS = etree.XPath(f"//text()[string-length() >= {_SHORTEST}]")
_TEXTS_AND_TURNS = etree.XPath(f"{_TEXTS.path} | //{MARK}")
_UNCLOSED = etree.XPath("//a[.//p or .//br] | //figcaption[.//p or .//br]")
_AFTER = etree.XPath("following::text()[normalize-space()]")


def is_whole_story(
    article: Article,
    root: html.HtmlElement,
    template: type[Template],
    element: html.HtmlElement,
    sequel: Sequel | None = None,
) -> bool:
    """Tell whether nothing that looks like the story's is on the page but in the record.

    Args:
        article: the record as far as it is read.
        root: the page.
        template: which read it.
        element: the template's story element.
        sequel: given of a story in several pages. A further one has no dateline and need say
            nothing of the headline.
    """
    goes_on = sequel is not None and sequel.before is not None
    containers = _containers(root, template, element)
    if article.dateline is None and not (goes_on or _is_its_own(article)):
        return False
    if not _has_end(article, containers[0]) and _is_cut(root, containers[0]):
        return False
    told = Told(article, template.summary(element))
    places = _Places(root, containers, template.apart(element))
    return not _has_lost((_TEXTS if sequel is None else _TEXTS_AND_TURNS)(root), told, places)


def _is_its_own(article: Article) -> bool:
    """Tell whether a body without a dateline is the headline's; captions need say little of it."""
    captions = {image.caption for image in article.images}
    if article.body and captions.issuperset(article.body.split("\n\n")):
        return True
    if article.kind == "article":
        return is_about(article.headline, article.body)
    return shares_a_word(article.headline, article.body)


def _containers(
    root: html.HtmlElement, template: type[Template], element: html.HtmlElement
) -> list[html.HtmlElement]:
    """Return the container that was read, and others like it beside it."""
    own = template.body(element) or [element]
    around = {*own[0].iterancestors()}
    return list(dict.fromkeys([*own, *(e for e in template.body(root) if e not in around)]))


def _has_end(article: Article, container: html.HtmlElement) -> bool:
    """Tell whether the container goes as far as the copyright, which stands under a story."""
    notice = "".join(words(article.copyright_notice or ""))
    return bool(notice) and notice in "".join(words(content(container)))


def _is_cut(root: html.HtmlElement, container: html.HtmlElement) -> bool:
    """Tell whether the page ends with the container, and before its own end."""
    return not is_whole(root) and not _AFTER(container)


class _Place(Enum):
    """Where a piece of text stands."""

    INSIDE = auto()
    """In the story's container."""
    AROUND = auto()
    APART = auto()
    """In a link, a caption, an embedded post: shown, and never the story's."""
    HIDDEN = auto()


class _Places:
    """Where on the page an element stands; each is looked at once."""

    def __init__(
        self,
        root: html.HtmlElement,
        containers: list[html.HtmlElement],
        boxes: Iterable[html.HtmlElement],
    ) -> None:
        self._containers, self._boxes = set(containers), set(boxes)
        # What has paragraphs in it, or the container, is a link or hidden only by mistake.
        self._unclosed = set(_UNCLOSED(root)).union(*(e.iterancestors() for e in containers))
        self._found: dict[html.HtmlElement, _Place] = {}

    def of(self, element: html.HtmlElement | None) -> _Place:
        """Return the place of what stands in an element, or outside all of them."""
        if element is None:
            return _Place.AROUND
        place = self._found.get(element)
        if place is None:
            place = self._found[element] = self._place(element, self.of(element.getparent()))
        return place

    def _place(self, element: html.HtmlElement, around: _Place) -> _Place:
        closed = element not in self._unclosed
        if around is _Place.HIDDEN or (closed and element.tag in _HIDING):
            return _Place.HIDDEN
        if around is _Place.APART or (closed and _is_apart(element)):
            return _Place.APART
        if element in self._boxes:
            return _Place.AROUND
        name = str(element.get("class") or element.tag)
        if closed and around is _Place.AROUND and _FRAME.search(name):
            return _Place.APART
        return _Place.INSIDE if element in self._containers else around


def _has_lost(texts: list[Any], told: Told, places: _Places) -> bool:
    """Tell whether a sentence is lost that stands in a container, or near one that was read.

    A pagination ends a story's page as credits do.
    """
    at, read_at, lost_at = 0, -NEAR, -NEAR
    for text in texts:
        if etree.iselement(text):
            read_at = -NEAR
            continue
        place = places.of(text.getparent().getparent() if text.is_tail else text.getparent())
        if place is _Place.HIDDEN:
            continue
        begin, at = at, at + len(text)
        if place is _Place.APART:
            continue
        sense = told.sense(text, inside=place is _Place.INSIDE)
        if sense is Sense.LOST:
            lost_at = at
            if place is _Place.INSIDE or begin - read_at < NEAR:
                return True
        elif sense is not Sense.OTHER:
            read_at = at if sense is Sense.READ else -NEAR
            if sense is not Sense.NOTICE and begin - lost_at < NEAR:
                return True
    return False


def _is_apart(element: html.HtmlElement) -> bool:
    return (
        element.tag in _APART
        or element.get("hidden") is not None
        or bool(_HIDDEN.search(element.get("style") or ""))
        or (is_embed(element) and word_count(content(element)) <= _LONGEST_EMBED)
    )
