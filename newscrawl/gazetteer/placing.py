"""The countries named in a headline or a tag."""

from dataclasses import dataclass

from newscrawl.gazetteer.judging import Verdict, judge
from newscrawl.gazetteer.names import NOTHING, Name, lists
from newscrawl.gazetteer.wording import Copy, copy

_LONG_ABBREVIATION = 3
_SHORT = frozenset({"as", "ri", "uk", "us"})
"""Abbreviations of two letters that a tag has in lower case; others are words there (``la``)."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What could be told of a line."""

    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 codes (and ``XK``), each once, in the order named."""
    unplaced: tuple[str, ...] = ()
    """What is a place, or looks like one, and could not be placed with confidence; as written."""


def of_headline(headline: str) -> Placed:
    """Return the countries that a headline names, by themselves, their people, offices or towns."""
    return scan(copy(headline, cased=True))


def of_tag(tag: str) -> Placed:
    """Return the countries that a tag names; a tag has no capitals to tell a name by."""
    return scan(copy(tag, cased=False))


def scan(line: Copy) -> Placed:
    """Return what each name in a line says, the longest name first at each word."""
    countries: dict[str, None] = {}
    unplaced: dict[str, None] = {}
    at = 0
    while at < len(line.words):
        name, end = _longest_name(line, at)
        if name and name.kind not in NOTHING:
            verdict = judge(line, at, end, name)
            if verdict is Verdict.PLACED:
                countries.update(dict.fromkeys(name.countries))
            elif verdict is Verdict.OPEN:
                unplaced[_written(line, at, end)] = None
        at = end
    return Placed(tuple(countries), tuple(unplaced))


def _longest_name(line: Copy, at: int) -> tuple[Name | None, int]:
    """Return the longest name that begins at a word, and the word after it."""
    names, longest = lists()[:2]
    most = longest.get(line.folded[at], 0)
    generic = line.folded[at] in lists().words["common"]
    if not most or not (generic or line.capital(at)):
        return None, at + 1
    end = at + 1
    while end < len(line.words) and end - at < most and line.joined(end):
        end += 1
    for stop in range(end, at, -1):
        name = names.get(" ".join(line.folded[at:stop]))
        if name and line.capital(stop - 1) and _is_written_so(line, at, stop, name):
            return name, stop
    return None, at + 1


def _is_written_so(line: Copy, at: int, end: int, name: Name) -> bool:
    """Tell whether an abbreviation has its capitals, or in a tag is no ordinary word."""
    if name.kind != "abbr":
        return True
    if line.cased:
        return all(word.isupper() for word in line.words[at:end])
    return len(line.folded[at]) >= _LONG_ABBREVIATION or line.folded[at] in _SHORT


def _written(line: Copy, at: int, end: int) -> str:
    between = (line.gaps[i] + line.words[i] for i in range(at + 1, end))
    return line.words[at] + "".join(between)
