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
from newscrawl.antara.comparison import is_about, is_closed, sequences, shingles, words
from newscrawl.antara.credits import Role
from newscrawl.antara.lines import parts, without_codes
from newscrawl.antara.makers import without_makers
from newscrawl.antara.markup import content, is_whole
from newscrawl.antara.templates.base import Template
from newscrawl.antara.text import fold, word_count, word_set
from newscrawl.items import Article, Image

NEAR = 400
"""Letters of shown text between a lost sentence and the story: room for links and an ad."""
_MOST_LOST = 7
"""Sequences that a text which is no sentence may have of its own: names, labels, figures."""
_MOST_LOST_INSIDE = 2
"""The same in the container, where little stands beside the story."""
_LONGEST_HEADLINE = 30
"""Words. A headline that was never closed has the story in it."""
_LONGEST_APART = 45
"""Words of a pull quote, or of a caption without its credit."""
_LONGEST_CAPTION = 120
"""Words of a caption whose credit was found: it was closed."""
_LONGEST_EMBED = 150
"""Words of an embedded post; one that was never closed has the story in it."""
_LONGEST_CREDIT = 15
"""Words of a caption that are left out of a record: its credit, which may stand there twice."""
_SHORTEST = 10
"""Characters of a text that may be of the story."""
_HIDING = word_set("script style noscript template svg xml head select textarea title iframe")
"""Elements whose text no browser shows."""
_APART = word_set("button figcaption a")
"""Elements whose text is shown, and not the story's."""
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_RELATED = re.compile(r"(?:baca|also\s+read|read\s+also|related)\b", re.IGNORECASE)
_CREDITS = frozenset({Role.REPORTERS, Role.TRANSLATORS, Role.EDITORS})
_NOTICES = frozenset({Role.COPYRIGHT, Role.RIGHTS})
_JOINTS = word_set("dan and")
_TEASER = re.compile(r"(?:\.\.\.|…)$")
_TEXTS = etree.XPath(f"//text()[string-length() >= {_SHORTEST}]")
_UNCLOSED = etree.XPath("//a[.//p or .//br] | //figcaption[.//p or .//br]")
_AFTER = etree.XPath("following::text()[normalize-space()]")


def is_whole_story(
    article: Article, root: html.HtmlElement, template: type[Template], element: html.HtmlElement
) -> bool:
    """Tell whether nothing that looks like the story's is on the page but in the record.

    Args:
        article: the record as far as it is read.
        root: the page.
        template: which read it.
        element: the template's story element.
    """
    containers = _containers(root, template, element)
    if article.dateline is None and not is_about(article.headline, article.body):
        return False
    if not _has_end(article, containers[0]) and _is_cut(root, containers[0]):
        return False
    told = _Told(article, template.summary(element))
    return not _has_lost(root, told, _Places(root, containers, template.apart(element)))


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


class _Sense(Enum):
    """What a piece of text on the page is to the record."""

    READ = auto()
    """The story's, and in the record."""
    LOST = auto()
    """A sentence like the story's that is not in the record."""
    CREDITS = auto()
    """They stand behind a story, and nowhere else."""
    NOTICE = auto()
    """A copyright: the story is over; a page's frame has one too."""
    OTHER = auto()


class _Told:
    """What a record, and what stands apart from its story, has of a page."""

    def __init__(self, article: Article, summaries: list[Any]) -> None:
        opening = article.dateline.text if article.dateline else ""
        self._read = shingles(opening + (article.body or ""))
        captions = [image.caption or "" for image in article.images if _is_closed_caption(image)]
        self._captions = shingles(*captions)
        texts = [text for text in map(content, summaries) if word_count(text) <= _LONGEST_APART]
        texts += [article.copyright_notice or "", article.rights_notice or ""]
        self._known = self._read | self._captions | shingles(*texts)
        self._body, self._headline = article.body or "", article.headline or ""
        if word_count(self._headline) > _LONGEST_HEADLINE:
            self._headline = ""
        people = article.reporters + article.translators + article.editors
        self._names = {word for name in people for word in words(name)} | _JOINTS

    def sense(self, text: str, *, inside: bool) -> _Sense:
        """Tell what a text is, which stands inside the story's container or elsewhere."""
        text = fold(text)
        found = sequences(text)
        is_known = bool(found) and self._known.issuperset(found)
        if is_known and len(found) > 1 and found[0] in self._read:
            return _Sense.READ
        pieces = parts(text.replace(self._headline, ""))
        roles = {part.role for part in pieces}
        if roles & _CREDITS:
            return _Sense.CREDITS
        if roles & _NOTICES:
            return _Sense.NOTICE
        if is_known:
            return _Sense.OTHER
        story = " ".join(part.text for part in pieces if part.role is Role.STORY)
        story = without_makers(without_codes(story))[0]
        if not inside and _TEASER.search(story):
            return _Sense.OTHER
        most = _MOST_LOST_INSIDE if inside else _MOST_LOST
        return _Sense.LOST if self._is_lost(story, most) else _Sense.OTHER

    def _is_lost(self, text: str, most: int) -> bool:
        closed, found = is_closed(text), sequences(text)
        lost = [sequence not in self._known for sequence in found]
        if _RELATED.match(text) and not closed:
            return False
        if found and found[0] in self._captions and sum(lost) <= _LONGEST_CREDIT:
            return False
        if self._names.issuperset(words(text)):
            return False
        if closed and self._is_rest(text):
            return True
        # An element may begin inside the first word, as for a drop cap.
        torn = all(lost) if len(lost) == 1 else any(lost[1:])
        return sum(lost) > most or (closed and torn)

    def _is_rest(self, text: str) -> bool:
        """Tell whether a text can be the rest of a body that ends within a sentence."""
        return text[:1].islower() and not is_closed(self._body) and text not in self._body


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
        return _Place.INSIDE if element in self._containers else around


def _has_lost(root: html.HtmlElement, told: _Told, places: _Places) -> bool:
    """Tell whether a sentence is lost that stands in a container, or near one that was read."""
    at, read_at, lost_at = 0, -NEAR, -NEAR
    for text in _TEXTS(root):
        place = places.of(text.getparent().getparent() if text.is_tail else text.getparent())
        if place is _Place.HIDDEN:
            continue
        begin, at = at, at + len(text)
        if place is _Place.APART:
            continue
        sense = told.sense(text, inside=place is _Place.INSIDE)
        if sense is _Sense.LOST:
            lost_at = at
            if place is _Place.INSIDE or begin - read_at < NEAR:
                return True
        elif sense is not _Sense.OTHER:
            read_at = at if sense is _Sense.READ else -NEAR
            if sense is not _Sense.NOTICE and begin - lost_at < NEAR:
                return True
    return False


def _is_closed_caption(image: Image) -> bool:
    most = _LONGEST_CAPTION if image.credit else _LONGEST_APART
    return word_count(image.caption or "") <= most


def _is_apart(element: html.HtmlElement) -> bool:
    return (
        element.tag in _APART
        or element.get("hidden") is not None
        or bool(_HIDDEN.search(element.get("style") or ""))
        or (is_embed(element) and word_count(content(element)) <= _LONGEST_EMBED)
    )
