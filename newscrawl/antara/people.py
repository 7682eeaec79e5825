"""Names of the people who wrote, translated and edited a story."""

import re

from newscrawl.antara.text import fold

_JOINTS = re.compile(r"\s+dan\s+|\s+and\s+|\s*[/;&|]\s*|\s*,\s*", re.IGNORECASE)
_SIGNS = frozenset("/;&|,")
_DEGREE = re.compile(
    # S.H., M.Si, Ph.D, S.Pd.I; the same without periods; a few that look like words.
    r"(?:[A-Z][A-Za-z]{0,4}\.){1,4}(?:[A-Z][A-Za-z]{0,4}\.?)?|[A-Z]{2,4}|MSi|MHum|MKom|MPd|MSc|MEd"
    r"|SPd|SSos|SKom|SHum|SFarm|SPsi|PhD|Lc|Drs?"
)

_LEADING = re.compile(r"\s*(?:oleh|by)\s*:?\s+(?=\w)", re.IGNORECASE)
# Codes of the desk and footnote marks: "(KR-DDY)", "*)".
_CODE = re.compile(r"\(\s*(?:KR-[^()\s]{2,40}|[A-Z]\d{3}|\*+)\s*\)|\*+\)?")


def split_names(text: str) -> list[str]:
    """Return the names of a credit line, each once, in order.

    They are joined by "dan", "and", "/", "," and the like. A degree after a comma stays with its
    name: ``Dr. H. Ahmad, M.Si`` is one person.
    """
    if "*" in text or "(" in text:
        text = _CODE.sub(" ", text)
    leading = _LEADING.match(text)
    text = text[leading.end() :] if leading else text
    names: list[str] = []
    joint = ""
    at = 0
    joints = _JOINTS.finditer(text) if _may_have_joint(text) else ()
    for match in [*joints, None]:
        part = _tidy(text[at : match.start() if match else len(text)])
        if names and "," in joint and _is_degree(part):
            names[-1] += f", {part}"
        elif part and any(map(str.isalpha, part)):
            names.append(part)
        if match:
            joint, at = match[0], match.end()
    return list(dict.fromkeys(map(_end, names)))


def _may_have_joint(text: str) -> bool:
    lower = text.lower()
    return "dan" in lower or "and" in lower or not _SIGNS.isdisjoint(text)


def _is_degree(part: str) -> bool:
    return bool(part) and all(_DEGREE.fullmatch(word) for word in part.split())


def _tidy(part: str) -> str:
    return fold(part).strip("-–—:*• ")


def _end(name: str) -> str:
    """Return a name without the period that ends its line; one of initials and degrees stays."""
    if not name.endswith("."):
        return name
    last = name.rpartition(" ")[2]
    return name[:-1] if re.fullmatch(r"\w{4,}\.", last) else name
