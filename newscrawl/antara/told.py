"""What a record has of its page, and what a piece of text on the page is to it."""

import re
from collections.abc import Callable
from enum import Enum, auto
from functools import cached_property
from typing import Any

from newscrawl.antara.comparison import (
    LENGTH,
    Sequence,
    begins,
    has_sequences,
    holds,
    is_closed,
    may_be_closed,
    sequences,
    shingles,
    small,
    words,
)
from newscrawl.antara.credits import Part, Role
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
_LONG = 100
"""Characters of a text whose words are not counted at a look."""
_RELATED = re.compile(r"(?:baca|also\s+read|read\s+also|related)\b", re.IGNORECASE)
_CREDITS = frozenset({Role.REPORTERS, Role.TRANSLATORS, Role.EDITORS})
_NOTICES = frozenset({Role.COPYRIGHT, Role.RIGHTS})
_JOINTS = word_set("dan and")
_TEASER = re.compile(r"(?:\.\.\.|…)$")
_EDGES = ' .…*()"“”'
"""What may stand around a text of which the record has the words: dots of a pull quote, a star."""
_LABEL = re.compile(r"[:©(]|by|keras")
"""One of them is in everything that can part a line into several: "Editor:", "Edited by"."""

SMALL = {
    inside: small((most + LENGTH - 1) // 2)
    for inside, most in ((True, _MOST_LOST_INSIDE), (False, _MOST_LOST))
}
"""What no text inside the story's container, or elsewhere, is that is lost: too few words, and none
that could end a sentence. So are nearly all texts around a story.

For more than so many sequences it takes ``LENGTH`` words and so many; and a line has at most twice
its words in its parts, for it is parted before labels, each of which begins one word or inside it.
Whatever else is taken from a line brings none."""


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
    """What a record, and what stands apart from its story, has of a page.

    What takes longer to know is made when it is asked for: most pages need none of it.
    """

    def __init__(self, article: Article, summaries: Callable[[], list[Any]]) -> None:
        """Take a record, and what finds the page's summaries and pull quotes."""
        self._article, self._summaries = article, summaries
        self._body, self._headline = article.body or "", article.headline or ""
        if word_count(self._headline) > _LONGEST_HEADLINE:
            self._headline = ""
        opening = article.dateline.text if article.dateline else ""
        self._story = opening + self._body
        self._captions = [
            image.caption or "" for image in article.images if _is_closed_caption(image)
        ]
        self._notices = [article.copyright_notice or "", article.rights_notice or ""]
        self._paragraphs = frozenset(self._story.split("\n\n"))
        self._record = "\n".join([self._story, *self._captions, *self._notices]).casefold()

    def sense(self, text: str, *, inside: bool) -> Sense:
        """Tell what a text is, which stands inside the story's container or elsewhere."""
        text = fold(text)
        found = sequences(text)
        is_known = self._is_known(found)
        if is_known and len(found) > 1 and found[0] in self._read:
            return Sense.READ
        pieces = parts(text.replace(self._headline, ""))
        roles = {part.role for part in pieces}
        if roles & _CREDITS:
            return Sense.CREDITS
        if roles & _NOTICES:
            return Sense.NOTICE
        return Sense.LOST if not is_known and self._misses(pieces, inside) else Sense.OTHER

    def may_be_lost(self, text: str, *, inside: bool) -> bool:
        """Tell whether :meth:`sense` can say ``LOST``, which it says of few texts, at less cost.

        Each ``False`` here is one that the record's sequences would not change.
        """
        letters = text.casefold()
        is_read = text in self._paragraphs and _is_plain(text) and has_sequences(letters)
        if is_read or (len(text) <= _LONG and SMALL[inside].fullmatch(letters)):
            return False
        text = fold(text)
        letters = text.casefold()
        # All its sequences are known; without one it would not be, whatever has it.
        if has_sequences(letters) and holds(self._record, letters.strip(_EDGES)):
            return False
        line = text.replace(self._headline, "")
        # What is no sentence and has too few words is not lost, whatever it is. A line is parted
        # before a label, and so has no more words in all its parts than words and labels.
        if not may_be_closed(line) and (
            len(words(line)) + len(_LABEL.findall(line)) < _most(inside) + LENGTH
        ):
            return False
        pieces = parts(line) if line.strip() else []
        if any(part.role in _CREDITS or part.role in _NOTICES for part in pieces):
            return False
        story = _story_of(pieces)
        if (not inside and _TEASER.search(story)) or self._is_caption(story):
            return False
        return is_closed(story) or len(sequences(story)) > _most(inside)

    def _is_caption(self, text: str) -> bool:
        """Tell whether a text is a caption and, at most, its credit behind that."""
        letters = text.casefold()
        return any(
            begins(letters, caption)
            and has_sequences(caption)
            and len(words(letters[len(caption) :])) <= _LONGEST_CREDIT
            for caption in map(str.casefold, self._captions)
        )

    @cached_property
    def _read(self) -> set[Sequence]:
        return shingles(self._story)

    @cached_property
    def _pictured(self) -> set[Sequence]:
        return shingles(*self._captions)

    @cached_property
    def _known(self) -> set[Sequence]:
        texts = [text for text in map(content, self._summaries()) if _is_apart(text)]
        return self._read | self._pictured | shingles(*texts, *self._notices)

    @cached_property
    def _names(self) -> set[str]:
        people = self._article.reporters + self._article.translators + self._article.editors
        return {word for name in people for word in words(name)} | _JOINTS

    def _is_known(self, found: list[Sequence]) -> bool:
        return bool(found) and self._known.issuperset(found)

    def _misses(self, pieces: list[Part], inside: bool) -> bool:
        """Tell whether the story that is in a line's parts is missing in the record."""
        story = _story_of(pieces)
        if not inside and _TEASER.search(story):
            return False
        return self._is_missing(story, _most(inside))

    def _is_missing(self, text: str, most: int) -> bool:
        closed, found = is_closed(text), sequences(text)
        lost = [sequence not in self._known for sequence in found]
        if _RELATED.match(text) and not closed:
            return False
        if found and found[0] in self._pictured and sum(lost) <= _LONGEST_CREDIT:
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


def _is_plain(text: str) -> bool:
    """Tell whether a text surely has the same words when it is folded."""
    return text.isprintable() and "&" not in text


def _story_of(pieces: list[Part]) -> str:
    story = " ".join(part.text for part in pieces if part.role is Role.STORY)
    return without_makers(without_codes(story))[0]


def _most(inside: bool) -> int:
    return _MOST_LOST_INSIDE if inside else _MOST_LOST


def _is_apart(text: str) -> bool:
    return word_count(text) <= _LONGEST_APART


def _is_closed_caption(image: Image) -> bool:
    most = _LONGEST_CAPTION if image.credit else _LONGEST_APART
    return word_count(image.caption or "") <= most
