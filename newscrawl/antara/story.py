"""Blocks of a story's container to the story: body, dateline, credits, links."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice

from newscrawl.antara.agencies import closing_wires, each_once
from newscrawl.antara.blocks import Block, Line
from newscrawl.antara.credits import Part, Role
from newscrawl.antara.datelines import read_dateline
from newscrawl.antara.lines import folded_parts, without_codes
from newscrawl.antara.makers import without_makers
from newscrawl.antara.mentions import Mention, MentionReader, tail_of
from newscrawl.items import Dateline

_CREDITS = {
    Role.REPORTERS: "reporters",
    Role.TRANSLATORS: "translators",
    Role.EDITORS: "editors",
    Role.SOURCES: "sources",
}
_MOST_MENTIONS = 20
"""How many "Baca juga" with sentences behind them are looked for in one line."""
_MOST_NAMES = 200
"""How many names of one role are kept."""
_MOST_BEFORE = 10
"""How many blocks may stand before a dateline."""


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


def read_story(
    blocks: Iterable[Block],
    ends: Iterable[Block] = (),
    *,
    is_rough: bool = False,
    is_video: bool = False,
) -> Story:
    """Part the blocks of a container into the story and what stands around it.

    Args:
        blocks: the container's.
        ends: blocks outside it, of which only credits and notices count.
        is_rough: whether other text may stand before the dateline, and the last paragraphs twice.
        is_video: whether the text ends with who made it.
    """
    reader = _Reader()
    for block in blocks:
        reader.read(block)
    for block in ends:
        reader.read_end(block)
    if is_rough:
        reader.drop_what_precedes()
        reader.drop_repeated_end()
    if is_video:
        reader.drop_makers()
    return reader.finish()


class _Reader:
    """The story so far, and the paragraph that is being read."""

    def __init__(self) -> None:
        self._story = Story()
        self._paragraph = ""
        self._bold = False
        self._links = MentionReader()

    def read(self, block: Block) -> None:
        for line in block:
            self._read_line(line)
        self._end_paragraph()

    def _read_line(self, line: Line) -> None:
        for _ in range(_MOST_MENTIONS):
            rest = self._read_to_tail(line)
            if rest is None:
                return
            line = rest
        self._text(line)

    def read_end(self, block: Block) -> None:
        for line in block:
            for part in folded_parts(line.text):
                self._keep(part)

    def drop_what_precedes(self) -> None:
        body = self._story.body
        starts = (at for at, text in enumerate(body[:_MOST_BEFORE]) if read_dateline(text))
        before = next(starts, 0)
        del body[:before]
        self._move_mentions(before)

    def drop_repeated_end(self) -> None:
        body = self._story.body
        for length in range(len(body) // 2, 0, -1):
            if body[-length:] == body[-2 * length : -length]:
                del body[-length:]
                self._move_mentions(0)
                return

    def drop_makers(self) -> None:
        body = self._story.body
        if body:
            text, wires = without_makers(body[-1])
            body[-1:] = [text] if text else []
            self._story.sources += wires
            self._move_mentions(0)

    def finish(self) -> Story:
        story = self._story
        opening = read_dateline(story.body[0]) if story.body else None
        wires: list[str] = []
        if opening is not None:
            first = story.body[0][opening.length :]
            story.dateline, wires = opening.dateline, opening.agencies
            story.body[:1] = [first] if first else []
            self._move_mentions(0 if first else 1)
        closing = closing_wires(story.body[-1]) if story.body else []
        story.agencies = each_once([*wires, *closing, *story.sources])
        return story

    def _move_mentions(self, by: int) -> None:
        """Move the places of links, after blocks before them were taken out."""
        most = len(self._story.body)
        self._story.mentions = [
            replace(mention, after=min(most, max(0, mention.after - by)))
            for mention in self._story.mentions
        ]

    def _read_to_tail(self, line: Line) -> Line | None:
        """Read a line up to what stands behind its first "Baca juga", which is returned."""
        span = self._links.span(line)
        if span is None:
            self._text(line)
            return None
        if span[0]:
            self._text(line.head(span[0]))
        after = len(self._story.body) + bool(self._paragraph)
        self._story.mentions += self._links.mentions(line, span, after)
        return tail_of(line, span)

    def _text(self, line: Line) -> None:
        if line.bold != self._bold and not line.soft:  # a subhead with a single <br>
            self._end_paragraph()
        self._bold = line.bold
        for part in folded_parts(line.text):
            if part.role is not Role.STORY:
                self._keep(part)
            elif self._story.copyright_notice is None:  # what follows it is no part of the story
                joint = " " if line.soft else "\n"
                self._paragraph += (joint if self._paragraph else "") + part.text

    def _keep(self, part: Part) -> None:
        """Keep a notice or a credit."""
        story = self._story
        if part.role is Role.COPYRIGHT:
            story.copyright_notice = story.copyright_notice or part.text
        elif part.role is Role.RIGHTS:
            story.rights_notice = story.rights_notice or part.text
        elif part.role in _CREDITS:
            names: list[str] = getattr(story, _CREDITS[part.role])
            names[:] = islice(dict.fromkeys((*names, *part.names)), _MOST_NAMES)

    def _end_paragraph(self) -> None:
        text = without_codes(self._paragraph).strip()
        if text:
            self._story.body.append(text)
        self._paragraph = ""
