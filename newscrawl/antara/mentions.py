"""Lines of a story's text that only announce other stories: "Baca juga", "Related news"."""

import re
from dataclasses import dataclass, replace
from itertools import islice

from newscrawl.antara.blocks import Line
from newscrawl.antara.text import fold
from newscrawl.items import RelatedKind

_RELATED_NEWS = r"(?:related\s+(?:news|articles?|stories)|berita\s+terkait)"
_LABEL = re.compile(
    r"(?:(?:^|(?<=[\s.!?\"”)]))(?:baca\s+(?:juga|pula)"
    rf"|(?:also\s+read|read\s+also|{_RELATED_NEWS})(?=\s*:))"
    # "Pembaca bisa baca selengkapnya di …" is a sentence.
    r"|(?:^\s*|(?<=[.!?\"”)])\s*)baca\s+selengkapnya(?:\s+di(?:\s+sini)?\b)?)\s*:?\s*",
    re.IGNORECASE,
)
_IS_NEWS = re.compile(rf"\s*{_RELATED_NEWS}", re.IGNORECASE)
_BETWEEN_LINKS = re.compile(r"(?:dan|and|serta|[\s,;:|/•·\-–—.])*", re.IGNORECASE)
# What begins a sentence behind the links: "Baca juga: Judul lain Ia menambahkan …".
_TAIL = re.compile(r"\s*\.?\s*(?=[\"“‘(]?[A-ZÀ-Þ])")
_TAIL_END = re.compile(r".*[.!?…\"”’):;]|(?:\S+\s+){7}.*", re.DOTALL)
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

    def span(self, line: Line) -> tuple[int, int] | None:
        """Return where in a line the label with its links begins and ends, or None without one.

        It goes to the end of the line, unless a sentence begins behind the last of its links.
        """
        if line.marked and self._is_marked_rightly(line):
            label = _LABEL.search(line.raw)
            tail = _tail(line, label) if label else None
            return 0, len(line.raw) if tail is None else tail
        if self._label_waits:
            self._label_waits = bool(line.links) and _is_between(line.unlinked())
            if self._label_waits:
                return 0, len(line.raw)
        labels = _LABEL.finditer(line.raw) if _may_have_label(line.raw) else ()
        for label in islice(labels, _MOST_LABELS):
            tail = _tail(line, label)
            if tail is not None or self._is_announced(line, label):
                self._note_kind(label[0])
                return label.start(), len(line.raw) if tail is None else tail
        return None

    def mentions(self, line: Line, span: tuple[int, int], after: int) -> list[Mention]:
        """Return the links of a line that stand where its label and its links do."""
        start, end = span
        found: list[Mention] = []
        for link in line.links:
            if link.end > start and (link.start < end or end == len(line.raw)):
                text = fold(line.raw[max(start, link.start) : link.end])
                if _may_have_label(text):
                    text = _LABEL.sub("", text)
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
        self._kind = "related_news" if _IS_NEWS.match(text) else "baca_juga"


def tail_of(line: Line, span: tuple[int, int]) -> Line | None:
    """Return what of a line stands behind a label's links, or None when nothing does."""
    start, end = span
    if end >= len(line.raw):
        return None
    links = [
        replace(link, start=max(0, link.start - end), end=link.end - end)
        for link in line.links
        if link.start >= end
    ]
    is_soft = line.soft or bool(line.raw[:start].strip())
    return Line(line.raw[end:], links, soft=is_soft, bold=line.bold)


def _may_have_label(text: str) -> bool:
    """Tell whether a text has one of the labels' words.

    They are looked for by letters that have no other form than the large one.
    """
    lower = text.lower()
    return "baca" in lower or "read" in lower or "relate" in lower or "terka" in lower


def _tail(line: Line, label: re.Match[str]) -> int | None:
    """Return where a sentence begins behind the links of a label with a colon, if one does."""
    if ":" not in label[0]:
        return None
    end = label.end()
    for link in line.links:
        if link.end > end:
            if not _is_between(line.raw[end : link.start]):
                break
            end = link.end
    start = _TAIL.match(line.raw, end) if end > label.end() else None
    if start is None or _LABEL.match(line.raw, start.end()):
        return None
    return start.end() if _TAIL_END.fullmatch(fold(line.raw[start.end() :])) else None


def _is_between(text: str) -> bool:
    """Tell whether nothing but labels and conjunctions stands beside a line's links."""
    if _may_have_label(text):
        text = _LABEL.sub(" ", text)
    return _BETWEEN_LINKS.fullmatch(text) is not None
