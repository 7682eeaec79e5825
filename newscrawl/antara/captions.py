"""A picture's caption and its credit, which ANTARA prints in one breath."""

import re

from newscrawl.antara.agencies import WIRE
from newscrawl.antara.text import fold

_SOURCE = (
    r"(?:FOTO\s+)?ANTARA(?:\s*FOTO|\s+PHOTO|\s*News)?|REUTERS|AFP|AP(?:\s+Photo)?|EPA|XINHUA"
    r"|ANADOLU(?:\s+AGENCY)?|KYODO|YONHAP|BERNAMA|SPUTNIK|TASS|VIA\s+REUTERS|HO|IST|ISTIMEWA"
    r"|FACEBOOK|INSTAGRAM|TWITTER|YOUTUBE|TIKTOK|WHATSAPP|KOMINFO|HANDOUT|DOK|DOKUMENTASI|HUMAS|BIRO\s+PERS|GETTY\s+IMAGES|SHUTTERSTOCK|PIXABAY|FREEPIK"
)
_CREDIT = re.compile(
    rf"(?:(?i:foto|photo|sumber|kredit)\s*:\s*)?(?i:{_SOURCE})(?:$|\s*[/:\-.,]|\s)"
)
"""How a credit in brackets begins."""
_INITIALS = re.compile(r"[A-Z]{2,}[A-Za-z.\- ]*/\s*[A-Z]")
"""A credit in brackets of a source that is not listed: ``VOA/Nama``."""
_WIRES = re.compile(rf"{WIRE}(?:\s*[/,]\s*{WIRE})*")
"""The same, agencies alone, behind a sentence; elsewhere it is an acronym that is explained."""
_SENTENCE_END = re.compile(r"(?:^|[.!?\"”)])\s*$")
_SLASH = re.compile(r"\s*/\s*")
_BRACKETED = re.compile(r"\(\s*([^()]*(?:\([^()]*\)[^()]*)?)\)\s*\.?$")
_BARE = re.compile(
    # The source in its own capitals and a slash; or the source alone after a sentence.
    rf"(?:^|\s)(?:/\s?)?((?:(?i:foto)\s*:\s*)?(?:(?:FOTO )?ANTARA ?(?:FOTO|PHOTO)?"
    rf"|Antara ?(?:[Ff]oto|[Pp]hoto|[Nn]ews)?|antara ?(?:[Ff]oto|[Nn]ews)"
    rf"|REUTERS|Reuters|AFP|AP|EPA|XINHUA|Xinhua)\s?/\s?\S.*)$"
    rf"|(?<=[.!?\"”)])\s+((?i:{_SOURCE})\.?)$"
)
_PROSE = re.compile(r"\s[a-z]{4,}")
"""A word that no name has: "Wartawan Antara / Reuters memotret." is a sentence."""
_INITIAL_LAST = re.compile(r"[ .]\w\.$")
"""The period of an initial, which belongs to the name."""
_LONGEST_BARE = 120
"""Characters; a caption that merely names the agency goes on for longer."""


def split_caption(text: str | None) -> tuple[str | None, str | None]:
    """Return the caption without its credit, and the credit, of what stands under a picture.

    The credit comes as printed, without brackets around it and without the period after it. Where
    it is printed twice, plain and then again in brackets, the plain one is kept.
    """
    caption = fold(text or "")
    caption, bracketed = _peel_brackets(caption)
    caption, bare = _peel_bare(caption)
    if bare and bracketed and not _repeats(bracketed, bare):
        bare = f"{bare} ({bracketed})"
    return caption or None, bare or bracketed


def _peel_brackets(text: str) -> tuple[str, str | None]:
    match = _BRACKETED.search(text)
    if match is None:
        return text, None
    credit = _tidy(match[1])
    before = text[: match.start()].rstrip()
    is_wire = _WIRES.fullmatch(credit) and _SENTENCE_END.search(before[-1:])
    if not (_CREDIT.match(credit) or _INITIALS.match(credit) or is_wire):
        return text, None
    return before, credit or None


def _peel_bare(text: str) -> tuple[str, str | None]:
    match = _BARE.search(text)
    if match is None:
        return text, None
    group = 1 if match[1] else 2
    credit, before = _tidy(match[group]), text[: match.start()].rstrip()
    is_prose = _PROSE.search(credit) and not _SENTENCE_END.search(before[-1:])
    return (text, None) if is_prose or len(credit) > _LONGEST_BARE else (before, credit or None)


def _repeats(second: str, first: str) -> bool:
    """Tell whether a credit says again, in capitals or shorter, what another or its end said."""
    said, again = (_SLASH.sub("/", fold(text)).casefold() for text in (first, second))
    return f"/{again}" in f"/{said}"


def _tidy(credit: str) -> str:
    credit = fold(credit)
    return credit if _INITIAL_LAST.search(credit) else credit.rstrip(".").rstrip()
