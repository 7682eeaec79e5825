"""A story's container to blocks of lines: what a reader sees as paragraphs.

ANTARA's bodies are paragraphs (``<p>``), styled ``<div>`` or, mostly, bare text parted by two
``<br>``; the walk treats all three alike.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from newscrawl.antara.text import fold, is_visible, word_set

_BLOCK = word_set(
    "address article aside blockquote body center dd details dir div dl dt fieldset footer "
    "form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody "
    "td tfoot th thead tr ul"
)
_BOLD = word_set("b strong")
_LEFT_OUT = word_set(
    "applet audio button canvas embed figcaption figure head iframe ins link map meta "
    "noscript object picture script select style svg template textarea title video xml"
)
_EMBED_CLASS = r"twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video)"
_EMBED = re.compile(rf"(?:^|\s)(?:{_EMBED_CLASS})(?=\s|$)")
_LEFT_OUT_CLASS = re.compile(
    r"(?:^|\s)(?:total-views\S*|adsbygoogle|ads?|ads?[-_]\S*|\S+[-_]ads?|iklan\S*|banner\S*|wp-caption\S*"
    rf"|{_EMBED_CLASS}|sharebox|share[-_]\S*|rrssb-buttons)(?=\s|$)"
)
_LEFT_OUT_STYLE = re.compile(
    r"display\s*:\s*none|min-height\s*:\s*250px|width\s*:\s*336px", re.IGNORECASE
)
BACA_JUGA_CLASS = "baca-juga"


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a line, and the part of the line's text that it covers."""

    href: str
    title: str | None
    start: int
    end: int


@dataclass(slots=True)
class Line:
    """Text between two line breaks, white space as in the source."""

    raw: str = ""
    links: list[Link] = field(default_factory=list)
    soft: bool = False
    """Whether it stands in the same printed line as the one before it."""
    marked: bool = False
    """Whether the markup says that it is a "Baca juga" line."""
    bold: bool = False
    """Whether all of its text is bold: a subhead, if what follows is not."""

    @property
    def text(self) -> str:
        """The text with white space folded."""
        return fold(self.raw)

    def unlinked(self, start: int = 0) -> str:
        """Return the text from an offset on that no link covers."""
        edges = [start, *(edge for link in self.links for edge in (link.start, link.end))]
        parts = [*edges, len(self.raw)]
        gaps = list(pairwise(parts))[::2]
        return fold(" ".join(self.raw[max(a, start) : b] for a, b in gaps if b > start))

    def head(self, at: int) -> "Line":
        """Return the line up to an offset."""
        links = [link for link in self.links if link.end <= at]
        return Line(self.raw[:at], links, self.soft, self.marked, self.bold)


Block = list[Line]


def blocks(container: etree._Element, leave_out: frozenset[etree._Element]) -> list[Block]:
    """Return the container's blocks in document order; blocks and lines without text are left out.

    Blocks end at block elements and at two ``<br>`` with nothing but white space between them.

    Args:
        container: the element that holds the story.
        leave_out: elements inside it that do not belong to the text, such as pull quotes.
    """
    walk = _Walk()
    events = etree.iterwalk(container, events=("start", "end", "comment", "pi"))
    for event, element in events:
        if event == "end":
            walk.leave(element, is_container=element is container)
        elif event != "start":
            walk.add(element.tail)
        elif element is container:
            walk.enter(element, element.get("class"))
        else:
            # Most elements have no attribute, and asking for one costs as much as for all.
            attributes = dict(element.items())
            if element in leave_out or _is_left_out(element.tag, attributes):
                events.skip_subtree()
                walk.skipped = element
            else:
                walk.enter(element, attributes.get("class"))
    walk.end_block()
    return walk.blocks


def is_embed(element: etree._Element) -> bool:
    """Tell whether an element is a post of a social network."""
    return _EMBED.search(element.get("class") or "") is not None


def _is_left_out(tag: object, attributes: dict[str, str]) -> bool:
    if tag in _LEFT_OUT or "hidden" in attributes:
        return True
    if not attributes:
        return False
    classes, style = attributes.get("class"), attributes.get("style")
    return bool(
        (classes and _LEFT_OUT_CLASS.search(classes)) or (style and _LEFT_OUT_STYLE.search(style))
    )


class _Walk:
    """The blocks so far, and the line that is being read."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.skipped: etree._Element | None = None
        """The element that was left out last: the next to end."""
        self._block: Block = []
        self._line = Line()
        self._pieces: list[str] = []
        self._length = 0
        self._breaks = 0
        self._marks: list[etree._Element] = []
        self._bold = 0
        self._plain = False
        self._open: list[tuple[etree._Element, int]] = []

    def enter(self, element: etree._Element, classes: str | None) -> None:
        tag = element.tag
        if tag == "br":
            self._break_line()
        elif tag in _BLOCK:
            self.end_block()
        if classes and BACA_JUGA_CLASS in classes.split():
            self._begin_line()
            self._marks.append(element)
            self._line.marked = True
        self._bold += tag in _BOLD
        if tag == "a" and element.get("href"):
            self._open.append((element, self._length))
        self.add(element.text)

    def leave(self, element: etree._Element, *, is_container: bool) -> None:
        if element is not self.skipped:
            tag = element.tag
            if tag in _BLOCK:
                self.end_block()
            if self._open and self._open[-1][0] is element:
                self._end_link(*self._open.pop())
            if self._marks and self._marks[-1] is element:
                self._begin_line()
                self._marks.pop()
                self._line.marked = bool(self._marks)
            self._bold -= tag in _BOLD
        if not is_container:
            self.add(element.tail)

    def end_block(self) -> None:
        self._end_line()
        if self._block:
            self.blocks.append(self._block)
        self._block, self._breaks = [], 0

    def add(self, text: str | None) -> None:
        if text:
            self._pieces.append(text)
            self._length += len(text)
            if text.strip():
                self._breaks = 0
                self._plain |= not self._bold

    def _break_line(self) -> None:
        self._breaks += 1
        if self._breaks > 1:
            self.end_block()
            self._breaks = 1
        else:
            self._end_line()

    def _begin_line(self) -> None:
        """Begin a line in the same printed line as the one before it, if that has text."""
        soft = any(map(str.strip, self._pieces))
        self._end_line()
        self._line.soft = soft

    def _end_link(self, element: etree._Element, start: int) -> None:
        link = Link(element.get("href", ""), element.get("title"), start, self._length)
        self._line.links.append(link)

    def _end_line(self) -> None:
        """Keep the line if it has text; a link that is open across its end goes on in the next."""
        if not (self._pieces or self._open or self._line.links):
            self._line.soft, self._line.marked, self._plain = False, bool(self._marks), False
            return
        for place, (element, start) in enumerate(self._open):
            self._end_link(element, start)
            self._open[place] = (element, 0)
        self._keep_line("".join(self._pieces))
        self._pieces, self._length, self._plain = [], 0, False

    def _keep_line(self, raw: str) -> None:
        line = self._line
        if not raw.isspace() and is_visible(raw):
            line.raw, line.bold = raw, not self._plain
            self._block.append(line)
        elif not line.links:  # the next one's: mostly it is the white space between two blocks
            line.soft, line.marked = False, bool(self._marks)
            return
        self._line = Line(marked=bool(self._marks))
