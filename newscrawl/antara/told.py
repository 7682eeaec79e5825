"""What a record has of its page, and what a piece of text on the page is to it."""

import re
from enum import Enum, auto
from typing import Any

from newscrawl.antara.comparison import is_closed, sequences, shingles, words
from newscrawl.antara.credits import Role
from newscrawl.antara.lines import parts, without_codes
from newscrawl.antara.makers import without_makers
from newscrawl.antara.markup import content
from newscrawl.antara.text import fold, word_count, word_set
from newscrawl.items import Article, Image

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
_LONGEST_CREDIT = 15
"""Words of a caption that are left out of a record: its credit, which may stand there twice."""
_RELATED = re.compile(r"(?:baca|also\s+read|read\s+also|related)\b", re.IGNORECASE)
_CREDITS = frozenset({Role.REPORTERS, Role.TRANSLATORS, Role.EDITORS})
_NOTICES = frozenset({Role.COPYRIGHT, Role.RIGHTS})
_JOINTS = word_set("dan and")
_TEASER = re.compile(r"(?:\.\.\.|…)$")


class Sense(Enum):
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


class Told:
    """What a record, and what stands apart from its story, has of a page."""

    def __init__(self, article: Article, summaries: list[Any]) -> None:
        """Take a record, and the page's summaries and pull quotes."""
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

    def sense(self, text: str, *, inside: bool) -> Sense:
        """Tell what a text is, which stands inside the story's container or elsewhere."""
        text = fold(text)
        found = sequences(text)
        is_known = bool(found) and self._known.issuperset(found)
        if is_known and len(found) > 1 and found[0] in self._read:
            return Sense.READ
        pieces = parts(text.replace(self._headline, ""))
        roles = {part.role for part in pieces}
        if roles & _CREDITS:
            return Sense.CREDITS
        if roles & _NOTICES:
            return Sense.NOTICE
        if is_known:
            return Sense.OTHER
        story = " ".join(part.text for part in pieces if part.role is Role.STORY)
        story = without_makers(without_codes(story))[0]
        if not inside and _TEASER.search(story):
            return Sense.OTHER
        most = _MOST_LOST_INSIDE if inside else _MOST_LOST
        return Sense.LOST if self._is_lost(story, most) else Sense.OTHER

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


def _is_closed_caption(image: Image) -> bool:
    most = _LONGEST_CAPTION if image.credit else _LONGEST_APART
    return word_count(image.caption or "") <= most
