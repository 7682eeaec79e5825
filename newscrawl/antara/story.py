"""Blocks of a story's container to the story: body, dateline, credits, links."""

import re
from dataclasses import dataclass, field
from itertools import islice

from newscrawl.antara.agencies import closing_wires, each_once
from newscrawl.antara.blocks import Block, Line
from newscrawl.antara.datelines import read_dateline
from newscrawl.antara.lines import Part, Role, parts, without_codes
from newscrawl.antara.text import fold
from newscrawl.items import Dateline

_LABEL = re.compile(
    r"(?:^|(?<=[\s.!?\"”)]))(?:baca\s+(?:juga|pula)|(?:also\s+read|read\s+also|related\s+news)(?=\s*:))"
    r"\s*:?\s*",
    re.IGNORECASE,
)
_BETWEEN_LINKS = re.compile(r"(?:dan|and|serta|[\s,;:|/•·\-–—.])*", re.IGNORECASE)
_MOST_LABELS = 20
"""How many "Baca juga" are looked at in one line; a line with more is no story's."""
_CREDITS = {
    Role.REPORTERS: "reporters",
    Role.TRANSLATORS: "translators",
    Role.EDITORS: "editors",
    Role.SOURCES: "sources",
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A link of a "Baca juga" line."""

    href: str
    title: str | None
    after: int
    """How many blocks of the body stand before it."""


@dataclass(slots=True)
class Story:
    """What a story's container holds, each thing apart."""

    body: list[str] = field(default_factory=list)
    """Paragraphs and subheads."""
    dateline: Dateline | None = None
    agencies: list[str] = field(default_factory=list)
    reporters: list[str] = field(default_factory=list)
    translators: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    copyright_notice: str | None = None
    rights_notice: str | None = None
    mentions: list[Mention] = field(default_factory=list)


def read_story(blocks: list[Block]) -> Story:
    """Part the blocks of a container into the story and what stands around it."""
    reader = _Reader()
    for block in blocks:
        reader.read(block)
    return reader.finish()


class _Reader:
    """The story so far, and whether a "Baca juga" label waits for its links."""

    def __init__(self) -> None:
        self._story = Story()
        self._paragraph = ""
        self._label_waits = False

    def read(self, block: Block) -> None:
        for line in block:
            at = self._baca_juga(line)
            if at is None:
                self._text(line)
                continue
            if at:
                self._text(line.head(at))
            self._mentions(line, at)
        self._end_paragraph()

    def finish(self) -> Story:
        story = self._story
        opening = read_dateline(story.body[0]) if story.body else None
        wires: list[str] = []
        if opening is not None:
            first = story.body[0][opening.length :]
            story.dateline, wires = opening.dateline, opening.agencies
            story.body[:1] = [first] if first else []
            self._shift_mentions(by=0 if first else 1)
        closing = closing_wires(story.body[-1]) if story.body else []
        story.agencies = each_once([*wires, *closing, *story.sources])
        return story

    def _shift_mentions(self, by: int) -> None:
        self._story.mentions = [
            Mention(mention.href, mention.title, max(0, mention.after - by))
            for mention in self._story.mentions
        ]

    def _baca_juga(self, line: Line) -> int | None:
        """Return where in a line its "Baca juga" part begins, or None when it has none.

        It goes to the end of the line, and all in it but the label is links.
        """
        if line.marked:
            return 0
        if self._label_waits:
            self._label_waits = bool(line.links) and _is_between(line.unlinked())
            if self._label_waits:
                return 0
        for label in islice(_LABEL.finditer(line.raw), _MOST_LABELS):
            rest = fold(line.raw[label.end() :])
            linked = any(link.end > label.start() for link in line.links)
            if linked and _is_between(line.unlinked(label.end())):
                return label.start()
            if not rest or (":" in label[0] and not fold(line.raw[: label.start()])):
                self._label_waits = not rest
                return label.start()
        return None

    def _mentions(self, line: Line, at: int) -> None:
        after = len(self._story.body) + bool(self._paragraph)
        for link in line.links:
            if link.end > at:
                text = _LABEL.sub("", fold(line.raw[max(at, link.start) : link.end]))
                title = text.strip() or fold(link.title or "") or None
                self._story.mentions.append(Mention(link.href, title, after))

    def _text(self, line: Line) -> None:
        story = self._story
        for part in parts(line.text):
            if part.role is Role.STORY:
                if story.copyright_notice is None:  # what follows it is no part of the story
                    joint = " " if line.soft else "\n"
                    self._paragraph += (joint if self._paragraph else "") + part.text
            elif part.role is Role.COPYRIGHT:
                story.copyright_notice = story.copyright_notice or part.text
            elif part.role is Role.RIGHTS:
                story.rights_notice = story.rights_notice or part.text
            else:
                self._credit(part)

    def _credit(self, part: Part) -> None:
        if part.role in _CREDITS:
            names: list[str] = getattr(self._story, _CREDITS[part.role])
            names.extend(name for name in part.names if name not in names)

    def _end_paragraph(self) -> None:
        text = without_codes(self._paragraph).strip()
        if text:
            self._story.body.append(text)
        self._paragraph = ""


def _is_between(text: str) -> bool:
    """Tell whether nothing but labels and conjunctions stands beside a line's links."""
    return _BETWEEN_LINKS.fullmatch(_LABEL.sub(" ", text)) is not None
