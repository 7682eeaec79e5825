"""What a line of a story's container is: story, credit, source, copyright, notice or desk code."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from newscrawl.antara.agencies import split_sources
from newscrawl.antara.people import split_names
from newscrawl.antara.text import fold


class Role(Enum):
    """What a line is."""

    STORY = auto()
    REPORTERS = auto()
    TRANSLATORS = auto()
    EDITORS = auto()
    SOURCES = auto()
    COPYRIGHT = auto()
    RIGHTS = auto()
    NOISE = auto()
    """Desk codes alone, the notice above the comments, labels without anything after them."""


@dataclass(frozen=True, slots=True)
class Part:
    """A line, or the part of one that is something of its own."""

    role: Role
    text: str
    names: tuple[str, ...] = ()


_ROLES = {
    "pewarta": Role.REPORTERS,
    "oleh": Role.REPORTERS,
    "penulis": Role.REPORTERS,
    "reporter": Role.REPORTERS,
    "reporting by": Role.REPORTERS,
    "reported by": Role.REPORTERS,
    "penerjemah": Role.TRANSLATORS,
    "translator": Role.TRANSLATORS,
    "translated by": Role.TRANSLATORS,
    "editor": Role.EDITORS,
    "edited by": Role.EDITORS,
    "redaktur": Role.EDITORS,
    "penyunting": Role.EDITORS,
}
_LABEL = "|".join(sorted((name.replace(" ", r"\s+") for name in _ROLES), key=len, reverse=True))
_CREDIT = re.compile(rf"(?P<label>{_LABEL})\s*:\s*(?P<names>.*)", re.IGNORECASE | re.DOTALL)
_BYLINE = re.compile(rf"(?P<label>{_LABEL})\b\s*:?\s*(?P<names>.*)", re.IGNORECASE | re.DOTALL)
# "Pewarta: Putu IndahEditor: Agus Salim Copyright © ANTARA 2026": line breaks that were lost.
_GLUED = re.compile(
    r"(?<=\S)\s*(?=(?:Pewarta|Penerjemah|Translator|Editor|Reporter|Redaktur)\s*:"
    r"|(?:COPYRIGHT|Copyright)\s*(?:©|\([cC]\))|Dilarang\s+keras\b)"
)
_END_MATTER = re.compile(
    rf"(?:{_LABEL})\s*:|(?:copyright|hak\s+cipta)?\s*(?:©|\(c\))", re.IGNORECASE
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|(?:copyright|hak\s+cipta)\s*(?:©|\(c\)|@|antara\b.{0,40}\d{4}$|\d{4}\b.{0,40}$)).*",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_COPYRIGHT = 160
_LONGEST_NOTICE = 600
_TAIL = 200
"""Characters at a paragraph's end in which codes are looked for."""
_RIGHTS = re.compile(
    r"dilarang\s+keras\b.*\b(?:crawling|pengindeksan|izin\s+tertulis|mengutip|mengambil\s+konten)\b"
    r"|.*\bstrictly\s+prohibited\b.*\b(?:crawling|indexing|written\s+permission)\b",
    re.IGNORECASE | re.DOTALL,
)
_SOURCE = re.compile(r"\(?\s*(?:sumber|source)\s*:\s*(?P<names>.+?)\s*\)?", re.IGNORECASE)
_SOURCE_BEHIND = re.compile(r"(?<=[.!?\"”)])\s+\(?Sumber\s*:\s*(?P<names>[^.:]{2,60}?)\)?\.?$")
_COMMENTS = re.compile(
    r"komentar menjadi tanggung ?jawab anda.*|komentar(?: pembaca)?|advertisement|iklan",
    re.IGNORECASE,
)
# Initials of the desk: (Uu.T008), (T.H-AK), (KR-LWA/A011), (SDP-34/E011), (B019), or a star.
_STAR = r"\*+"
_INITIALS = r"[A-Z][a-z]?\.[A-Z][A-Za-z0-9]*(?:[-/.][A-Z0-9][A-Za-z0-9.]*)*"
_NUMBERED = r"[A-Z]{2,4}(?:-\d{1,3})?(?:/[A-Z0-9]+)*/[A-Z]\d{3}(?:/[A-Z0-9.-]+)*"
_CODE = (
    rf"\(\s*(?:{_STAR}|{_INITIALS}|{_NUMBERED}|KR-[A-Z]{{2,4}}(?:/[A-Z0-9.-]+)*|[A-Z]\d{{3}})\s*\)"
)
# With a digit or hyphen behind the initials it can be nothing else, even inside a sentence's end.
_SURE_CODE = rf"\(\s*(?:{_STAR}|(?=[^()]*[\d-]){_INITIALS})\s*\)"
_CODES_ALONE = re.compile(rf"(?:{_CODE}\s*|\*+\s*)+\.?")
_CODES_BEHIND = re.compile(rf"(?:(?<=[.!?\"”’…])\s*(?:{_CODE}[\s.]*)+|\s*(?:{_SURE_CODE}[\s.]*)+)$")


def parts(line: str) -> list[Part]:
    """Return what a line is, in parts where line breaks between credits were lost.

    Words such as "Editor" or "Sumber" make a credit only with a colon behind and nothing before
    them: "Editor majalah itu …" and "Sumber diplomatik …" are story.

    Args:
        line: one printed line, white space folded.
    """
    if not _END_MATTER.match(line):
        return _behind(line)
    return [_part(piece) for piece in _GLUED.split(line)]


def byline(line: str) -> list[Part]:
    """Return the credits of a line that stands where only credits do: the colon may be missing."""
    return [part for piece in _GLUED.split(line) if (part := _credit(_BYLINE.match(piece)))]


def without_codes(text: str) -> str:
    """Return a paragraph without the desk's codes at its end: ``(Uu.T008)``, ``(*)``."""
    start = max(0, len(text) - _TAIL)
    return text[:start] + _CODES_BEHIND.sub("", text[start:])


def _behind(line: str) -> list[Part]:
    """Return a line and the ``Sumber: …`` at its end as what they are."""
    match = _SOURCE_BEHIND.search(line)
    names = split_sources(match["names"]) if match else None
    if match is None or not names:
        return [_part(line)]
    source = Part(Role.SOURCES, match[0].strip(), tuple(names))
    return [_part(line[: match.start()]), source]


def _part(text: str) -> Part:
    text = fold(text)
    if (len(text) <= _TAIL and _CODES_ALONE.fullmatch(text)) or _COMMENTS.fullmatch(text):
        return Part(Role.NOISE, text)
    if len(text) <= _LONGEST_NOTICE and _RIGHTS.match(text):
        return Part(Role.RIGHTS, text)
    if len(text) <= _LONGEST_COPYRIGHT and _COPYRIGHT.fullmatch(text):
        return Part(Role.COPYRIGHT, text)
    return _credit(_CREDIT.match(text)) or _source(text) or Part(Role.STORY, text)


def _credit(match: re.Match[str] | None) -> Part | None:
    if match is None:
        return None
    role = _ROLES[fold(match["label"]).lower()]
    return Part(role, match[0], tuple(split_names(match["names"])))


def _source(text: str) -> Part | None:
    match = _SOURCE.fullmatch(text)
    names = split_sources(match["names"]) if match else None
    return Part(Role.SOURCES, text, tuple(names)) if names else None
