"""What a line of a story's container is: story, credit, source, copyright, notice or desk code."""

import re
from functools import lru_cache

from newscrawl.antara.agencies import WIRE, split_sources
from newscrawl.antara.credits import LABEL, Part, Role, byline_credits, credits_of
from newscrawl.antara.text import fold

_STARTS = (
    r"(?<!Video )(?:Pewarta|Oleh|Penerjemah|Penterjemah|Alih bahasa|Translator|Editor|Video Editor"
    r"|Reporter|Kontributor|Redaktur|Uploader)\s*:"
)
# "Pewarta: Putu IndahEditor: Agus Salim Copyright © ANTARA 2026": line breaks that were lost.
_GLUED = re.compile(
    rf"(?<=\S)[\s;,]*(?={_STARTS}|Edit(?:ing|ed)\s+by\b"
    r"|(?:COPYRIGHT|Copyright)\s*(?:©|\([cC]\))|Dilarang\s+keras\b)"
)
_TWO_LABELS = re.compile(rf"(?:{LABEL})\s*(?:/|&|\bdan\b|\band\b)\s*(?={LABEL})", re.IGNORECASE)
_END_MATTER = re.compile(
    rf"(?:{LABEL})(?:\s*(?:/|&|dan|and)\s*(?:{LABEL}))?\s*:|\(?report(?:ing|ed)\s+by\b|(?:copyright|hak\s+cipta)?\s*(?:©|\(c\))",
    re.IGNORECASE,
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
_PICTURE_SOURCE = re.compile(r"\(?\s*sumber\s+(?:foto|gambar|video)\s*:.{1,160}", re.IGNORECASE)
_SOURCE = re.compile(
    r"\(?\s*(?:sumber(?:\s+berita)?|source)\s*:\s*(?P<names>.+?)\s*\)?", re.IGNORECASE
)
# "(Reuters)", "(Antara/Xinhua-OANA)": a line of its own.
_ANY_WIRE = rf"(?:{WIRE}|(?:Ant|ANT)(?![\w-]))"
_WIRES = rf"\(\s*(?P<names>{_ANY_WIRE}(?:\s*[/,]\s*{_ANY_WIRE})*)\s*\)\.?"
_WIRES_ALONE = re.compile(_WIRES)
_WIRES_BEHIND = re.compile(rf"(?<=[.!?\"”’])\s*{_WIRES}$")
_SOURCE_BEHIND = re.compile(
    r"(?<=[.!?\"”)])\s+\(?Sumber(?:\s+berita|(?P<picture>\s+(?i:foto|gambar|video)))?\s*:"
    r"\s*(?P<names>[^.:]{2,60}?)\)?\.?$"
)
# The same behind a story's last sentence.
_CREDITS_BEHIND = re.compile(rf"(?<=[.!?\"”)])\s*(?={_STARTS}\s*[A-ZÀ-Þ])")
_COMMENTS = re.compile(
    r"komentar menjadi tanggung ?jawab\b.*|komentar(?: pembaca)?|advertisement|iklan"
    r"|(?:tags?|share|bagikan|terkait|berita\s+terkait|related\s+news)\s*:?",
    re.IGNORECASE,
)
_NO_STORY = re.compile(rf"{_PICTURE_SOURCE.pattern}|{_COMMENTS.pattern}", re.IGNORECASE)
# Initials of the desk: (Uu.T008), (T.H-AK), (KR-LWA/A011), (SDP-34/E011), (B019), or a star.
_STAR = r"\*+"
_INITIALS = r"[A-Z][a-z]?\.[A-Z][A-Za-z0-9]*(?:[-/.][A-Z0-9][A-Za-z0-9.]*)*"
_NUMBERED = r"[A-Z]{2,4}(?:-\d{1,3})?(?:/[A-Z0-9]+)*/[A-Z]\d{3}(?:/[A-Z0-9.-]+)*"
# Several of them, one of which can be nothing else: (B/T008), (SYS/B/KR-BSR), (fr/*), (H-AK).
# F-PKS is a party's group in parliament.
_SURE = (
    rf"(?:{_STAR}|KR-[A-Z]{{2,4}}|[A-Za-z]\d{{3}}|(?!F)[A-Z]-[A-Z]{{2,3}}"
    r"|[A-Z]{1,2}\.(?:[A-Z]\d{3}|[A-Z]-[A-Z]{2,3}))"
)
_SEGMENT = rf"(?:{_SURE}|[A-Za-z]{{1,4}}|[A-Z]{{2,4}}-\d{{1,3}})"
_JOINED = rf"(?:{_SEGMENT}/)*{_SURE}(?:/{_SEGMENT})*"
_CODE = rf"\(\s*(?:{_JOINED}|{_INITIALS}|{_NUMBERED}|KR-[A-Z]{{2,4}}(?:/[A-Z0-9.-]+)*)\s*\)"
# With a digit or hyphen behind the initials it can be nothing else, even inside a sentence's end;
# nor can (A043/B012), (KR-LWA/A011). Numbers of aircraft, (A320/B737), have no zero there.
_NUMBER = r"[A-Z]0\d\d"
_PAIR = rf"(?:{_NUMBER}|KR-[A-Z]{{2,4}})(?:/{_NUMBER})+"
_SURE_CODE = rf"\(\s*(?:{_STAR}|{_PAIR}|(?=[^()]*[\d-]){_INITIALS})\s*\)"
_CODES_ALONE = re.compile(rf"(?:{_CODE}\s*|\*+\s*)+\.?")
# How a line begins that can be something else than story, without a colon and a bracket at its end.
_OPENS_OTHER = re.compile(
    r"[(*©]|oleh|by|report|edit|translat|copyright|hak|dilarang"
    r"|komentar|advert|iklan|tag|share|bagikan|terkait|berita|related",
    re.IGNORECASE,
)
_CODES_BEHIND = re.compile(rf"(?:(?<=[.!?\"”’…])\s*(?:{_CODE}[\s.]*)+|\s*(?:{_SURE_CODE}[\s.]*)+)$")
# Nothing but brackets up to the end: no code has one inside. It begins with a sign that is rare.
_BRACKETS = r"\([^()]*\)[\s.]*"
_BRACKETS_BEHIND = re.compile(rf"{_BRACKETS}(?:{_BRACKETS})*$")


def parts(line: str) -> list[Part]:
    """Return what a line is, in parts where line breaks between credits were lost.

    Words such as "Editor" or "Sumber" make a credit only with a colon behind: "Editor majalah itu
    …" and "Sumber diplomatik …" are story.

    Args:
        line: one printed line, white space folded.
    """
    return _parts_of(line, fold(line))


def folded_parts(line: str) -> list[Part]:
    """Return the same of a line that :func:`fold` gave, and that it would not change again."""
    return _parts_of(line, line)


def _parts_of(line: str, text: str) -> list[Part]:
    if _is_prose(text):
        return [Part(Role.STORY, text)]
    return list(_short(line)) if len(line) <= _LONGEST_NOTICE else _other(line)


def _other(line: str) -> list[Part]:
    return _pieces(line) if _END_MATTER.match(line) else _behind(line)


# The notices are the same on every page, and a desk has few editors and sources.
_short = lru_cache(maxsize=200)(_other)


def _is_prose(text: str) -> bool:
    """Tell whether a line has nothing without which it can be nothing but story; most have not.

    Each expression of this module and of the credits needs a colon, or one of the beginnings, or a
    bracket at the end, or forbids something. White space around and between matters to none.
    """
    return not (":" in text or ")" in text[-2:] or _OPENS_OTHER.match(text) or _may_forbid(text))


def _may_forbid(text: str) -> bool:
    # Parts of "prohibited" and "dilarang" whose letters have no other form than the large one.
    if len(text) > _LONGEST_NOTICE:
        return False
    lower = text.lower()
    return "proh" in lower or "larang" in lower


def byline(line: str) -> list[Part]:
    """Return the credits of a line that stands where only credits do: the colon may be missing."""
    return [part for piece in _split(line) for part in byline_credits(piece)]


def without_codes(text: str) -> str:
    """Return a paragraph without the desk's codes at its end: ``(Uu.T008)``, ``(*)``."""
    start = max(0, len(text) - _TAIL)
    tail = text[start:]
    brackets = _BRACKETS_BEHIND.search(tail) if ")" in tail else None
    if brackets is None:
        return text
    codes = _CODES_BEHIND.search(tail, len(tail[: brackets.start()].rstrip()))
    return text if codes is None else text[: start + codes.start()]


def _behind(line: str) -> list[Part]:
    """Return a line and the ``Sumber: …`` or the credits at its end as what they are."""
    tail = max(0, len(line) - _TAIL)
    starts = _CREDITS_BEHIND.finditer(line, tail) if ":" in line[tail:] else ()
    for start in starts:
        behind = _pieces(line[start.end() :])
        if all(part.role is not Role.STORY for part in behind):
            return [*_sourced(line[: start.start()]), *behind]
    return _sourced(line)


def _sourced(line: str) -> list[Part]:
    match = _SOURCE_BEHIND.search(line) if "Sumber" in line else None
    if match is None and ")" in line[-3:]:  # a newline may follow
        match = _WIRES_BEHIND.search(line, max(0, len(line) - _TAIL))
    names = split_sources(match["names"]) if match else None
    if match is None or not names:
        return _parts(line)
    is_picture = match.groupdict().get("picture") is not None
    role, people = (Role.NOISE, ()) if is_picture else (Role.SOURCES, tuple(names))
    return [*_parts(line[: match.start()]), Part(role, match[0].strip(), people)]


def _pieces(line: str) -> list[Part]:
    """Return the parts of a line whose line breaks between credits were lost."""
    return [part for piece in _split(line) for part in _parts(piece)]


def _split(line: str) -> list[str]:
    # "Penerjemah/Editor: Nama" begins with a label that has no names of its own.
    start = _TWO_LABELS.match(line)
    at = start.end() if start else 0
    first, *others = _GLUED.split(line[at:])
    return [line[:at] + first, *others]


def _parts(text: str) -> list[Part]:
    """Return what a text is as a whole; two parts where two labels share their names."""
    text = fold(text)
    part = _notice(text) or _source(text)
    return [part] if part else credits_of(text) or [Part(Role.STORY, text)]


def _notice(text: str) -> Part | None:
    if (len(text) <= _TAIL and _CODES_ALONE.fullmatch(text)) or _NO_STORY.fullmatch(text):
        return Part(Role.NOISE, text)
    if _may_forbid(text) and _RIGHTS.match(text):
        return Part(Role.RIGHTS, text)
    if len(text) <= _LONGEST_COPYRIGHT and _COPYRIGHT.fullmatch(text):
        return Part(Role.COPYRIGHT, text)
    return None


def _source(text: str) -> Part | None:
    match = _SOURCE.fullmatch(text) or _WIRES_ALONE.fullmatch(text)
    names = split_sources(match["names"]) if match else None
    return None if names is None else Part(Role.SOURCES, text, tuple(names))
