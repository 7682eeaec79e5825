"""Lines of a story's text that only announce other stories: "Baca juga", "Related news"."""

import re
from dataclasses import dataclass
from itertools import islice

from newscrawl.antara.blocks import Line
from newscrawl.antara.text import fold
from newscrawl.items import RelatedKind

_RELATED_NEWS = r"(?:related\s+(?:news|articles?|stories)|berita\s+terkait)"
_LABEL = re.compile(
    r"(?:^|(?<=[\s.!?\"”)]))(?:baca\s+(?:juga|pula)"
    rf"|(?:also\s+read|read\s+also|{_RELATED_NEWS})(?=\s*:))\s*:?\s*",
    re.IGNORECASE,
)
_BETWEEN_LINKS = re.compile(r"(?:dan|and|serta|[\s,;:|/•·\-–—.])*", re.IGNORECASE)
_MOST_LABELS = 20
"""How many labels are looked at in one line; a line with more is no story's."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A link of such a line."""

    href: str
    title: str | None
    kind: RelatedKind
    after: int
    """How many blocks of the body stand before it."""


class MentionReader:
    """Tells such lines from the story's, and whether a label waits for its links."""

    def __init__(self) -> None:
        """Begin before the first line."""
        self._label_waits = False
        self._kind: RelatedKind = "baca_juga"

    def start(self, line: Line) -> int | None:
        """Return where in a line the label with its links begins, or None when it has none.

        It goes to the end of the line, and all in it but the label is links.
        """
        if line.marked and self._is_marked_rightly(line):
            return 0
        if self._label_waits:
            self._label_waits = bool(line.links) and _is_between(line.unlinked())
            if self._label_waits:
                return 0
        for label in islice(_LABEL.finditer(line.raw), _MOST_LABELS):
            if self._is_announced(line, label):
                self._note_kind(label[0])
                return label.start()
        return None

    def mentions(self, line: Line, start: int, after: int) -> list[Mention]:
        """Return the links of a line from where its label begins."""
        found: list[Mention] = []
        for link in line.links:
            if link.end > start:
                text = _LABEL.sub("", fold(line.raw[max(start, link.start) : link.end]))
                title = text.strip() or fold(link.title or "") or None
                found.append(Mention(link.href, title, self._kind, after))
        return found

    def _is_marked_rightly(self, line: Line) -> bool:
        """Tell whether a line that the markup says to be one has a label or nothing but links.

        Where the markup's element is not closed, the rest of the story stands in it.
        """
        label = _LABEL.match(line.raw.lstrip())
        if label is not None:
            self._note_kind(label[0])
        return label is not None or (bool(line.links) and _is_between(line.unlinked()))

    def _is_announced(self, line: Line, label: re.Match[str]) -> bool:
        """Tell whether links follow a label, or nothing, or what once was a link."""
        rest = fold(line.raw[label.end() :])
        linked = any(link.end > label.start() for link in line.links)
        if linked and _is_between(line.unlinked(label.end())):
            return True
        if rest and (":" not in label[0] or fold(line.raw[: label.start()])):
            return False
        self._label_waits = not rest
        return True

    def _note_kind(self, text: str) -> None:
        is_news = re.match(rf"\s*{_RELATED_NEWS}", text, re.IGNORECASE)
        self._kind = "related_news" if is_news else "baca_juga"


def _is_between(text: str) -> bool:
    """Tell whether nothing but labels and conjunctions stands beside a line's links."""
    return _BETWEEN_LINKS.fullmatch(_LABEL.sub(" ", text)) is not None
