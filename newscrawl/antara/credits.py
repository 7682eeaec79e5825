"""Credits: lines that name who reported, translated, edited."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from newscrawl.antara.agencies import OWN, each_once, is_agency
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
    """Desk codes alone, the notice above the comments, credits that a record has no field for."""


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
    "by": Role.REPORTERS,
    "kontributor": Role.REPORTERS,
    "penerjemah": Role.TRANSLATORS,
    "penterjemah": Role.TRANSLATORS,
    "alih bahasa": Role.TRANSLATORS,
    "translator": Role.TRANSLATORS,
    "translated by": Role.TRANSLATORS,
    "editor": Role.EDITORS,
    "editing by": Role.EDITORS,
    "edited by": Role.EDITORS,
    "redaktur": Role.EDITORS,
    "penyunting": Role.EDITORS,
    "pewarta foto": Role.NOISE,
    "fotografer": Role.NOISE,
    "uploader": Role.NOISE,
    "pengunggah": Role.NOISE,
    "videografer": Role.NOISE,
    "video editor": Role.NOISE,
    "kamerawan": Role.NOISE,
    "narator": Role.NOISE,
    "produser": Role.NOISE,
}
_WORDS = "|".join(
    sorted((name.replace(" ", r"[\s\u00a0]+") for name in _ROLES), key=len, reverse=True)
)
LABEL = f"(?a:{_WORDS})"
"""A regular expression for the words that stand before names.

In ASCII's letters alone: where case does not matter, an "İ" or a long s would match too, and such a
word is no key of the roles."""
_CREDIT = re.compile(
    # "Penerjemah/Editor: Nama" is both.
    rf"(?P<label>{LABEL})(?:\s*(?:/|&|\bdan\b|\band\b)\s*(?P<second>{LABEL}))?"
    r"\s*:\s*(?P<names>.*)",
    re.IGNORECASE | re.DOTALL,
)
_BYLINE = re.compile(rf"(?P<label>{LABEL})\b\s*:?\s*(?P<names>.*)", re.IGNORECASE | re.DOTALL)
_CAPITAL = r"[A-ZÀ-Þ][\w.'’-]*"
_NAME = rf"{_CAPITAL}(?: (?:{_CAPITAL}|bin|binti|van|de|al)){{0,5}}"
_NAMES = rf"{_NAME}(?:(?: ?[,/&] ?| dan | and ){_NAME})*"
# "Oleh Nama Orang" fills its line; "Oleh karena itu" begins a sentence.
_UNMARKED = re.compile(
    rf"\(?(?P<label>(?ai:oleh|by|report(?:ing|ed) by|edit(?:ing|ed) by|translated by)) "
    rf"(?P<names>(?!(?:The|An?|All) ){_NAMES})\s*(?:\*+\)?|\))?\.?"
)
_LONGEST = 300
"""Characters of names in one line."""
_MOST_WORDS = 9
"""Words of one name with its degrees; longer ones are a sentence."""


def credits_of(line: str) -> list[Part]:
    """Return the credits that a line is, mostly one, or none.

    Words such as "Editor" make one only with a colon behind and names after it; "Oleh" and its
    English kin also where nothing but names fills the line.

    Args:
        line: with white space folded.
    """
    match = _CREDIT.match(line)
    if match is not None:
        return _parts(match["names"], match["label"], match["second"])
    match = _UNMARKED.fullmatch(line) if len(line) <= _LONGEST else None
    return _without_wires(_parts(match["names"], match["label"])) if match else []


def byline_credits(line: str) -> list[Part]:
    """Return the credit of a line that stands where only credits do: the colon may be missing."""
    match = _BYLINE.match(line)
    return credits_of(line) or (_parts(match["names"], match["label"]) if match else [])


def _without_wires(parts: list[Part]) -> list[Part]:
    """Return credits without the wires that "Pewarta: Xinhua" says in so many words."""
    people = (tuple(name for name in part.names if not is_agency(name)) for part in parts)
    return [
        part if part.role is Role.SOURCES else replace(part, names=names)
        for part, names in zip(parts, people, strict=True)
    ]


def _parts(printed: str, *labels: str | None) -> list[Part]:
    if len(printed) > _LONGEST or "?" in printed:
        return []
    names = tuple(split_names(printed))
    if any(len(name.split()) > _MOST_WORDS for name in names):
        return []
    roles = [_ROLES[fold(label).lower()] for label in labels if label]
    people = tuple(name for name in names if name.casefold() not in OWN)
    found = [Part(role, printed, people) for role in roles]
    wires = tuple(each_once([name for name in names if is_agency(name)]))
    return [*found, Part(Role.SOURCES, printed, wires)] if wires else found
