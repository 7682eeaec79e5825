"""Whether a name that was found in a line means its place there."""

from enum import Enum, auto

from newscrawl.gazetteer.names import Name, lists
from newscrawl.gazetteer.wording import Copy, is_inflected, is_verb

_TREATIED = frozenset({"city", "town", "shared", "small"})
_SHORT_CAPITALS = 5
_LONG_NAME = 5


class Verdict(Enum):
    """What is made of a name."""

    PLACED = auto()
    OPEN = auto()
    NOTHING = auto()


def judge(line: Copy, at: int, end: int, name: Name) -> Verdict:
    """Return what is made of the name from the word ``at`` to before the word ``end``."""
    if _is_of_a_thing(line, at, name):
        return Verdict.NOTHING
    alone = end - at == 1
    if name.kind != "country" and " ".join(line.folded[at:end]) in lists().words["word"]:
        verdict = _of_a_word(line, at, name)
        if verdict is not Verdict.PLACED:
            return verdict
    if name.kind == "small":
        return _of_a_small_town(line, at, end)
    if alone and _may_be_a_person(line, at, name):
        return Verdict.OPEN
    return Verdict.PLACED if name.placed else Verdict.OPEN


def _is_of_a_thing(line: Copy, at: int, name: Name) -> bool:
    """Tell whether the word before makes it a dish, an illness, a treaty or a sea."""
    if not at or not line.joined(at) or name.kind == "abbr":
        return False
    before, words = line.folded[at - 1], lists().words
    if before in words["treaty"]:
        return name.kind in _TREATIED
    return before in words["thing"] or (before in lists().words["sea"] and line.capital(at - 1))


def _of_a_word(line: Copy, at: int, name: Name) -> Verdict:
    """Judge a name that is an ordinary word too, such as *Lima*, *Serang*, *Nice*."""
    located = at > 0 and line.folded[at - 1] in lists().words["locator"]
    if located or (line.cased and not line.title_case and not line.opens(at)):
        return Verdict.PLACED
    if len(line.words) > 1:
        return Verdict.OPEN if line.cased and _does_something(line, at + 1) else Verdict.NOTHING
    return Verdict.PLACED if name.countries == ("ID",) else Verdict.OPEN


def _does_something(line: Copy, i: int) -> bool:
    """Tell whether a word is a verb, so that the word before is who or what does it."""
    return line.beside(i) and (line.folded[i] in lists().words["verb"] or is_verb(line.folded[i]))


def _of_a_small_town(line: Copy, at: int, end: int) -> Verdict:
    """Judge a town that few know: it is a place where the word before says so, else a word."""
    words, name = lists().words, " ".join(line.folded[at:end])
    if len(line.words) == end - at and not line.cased:
        return Verdict.OPEN
    if not at or line.folded[at - 1] not in words["locator"] | words["at"]:
        return Verdict.NOTHING
    is_plain = line.cased and not line.title_case and len(name) >= _LONG_NAME
    if not is_plain or line.folded[at - 1] not in words["at"] or name in words["person"]:
        return Verdict.OPEN
    return Verdict.OPEN if _is_strange(line, end, end) else Verdict.PLACED


def _may_be_a_person(line: Copy, at: int, name: Name) -> bool:
    """Tell whether it may be part of a person's name, by what stands beside it."""
    named_so = line.folded[at] in lists().words["person"]
    if not (named_so or name.kind == "town"):
        return False
    if named_so and name.kind == "town":
        return not (at and line.folded[at - 1] in lists().words["locator"])
    if at and line.joined(at) and line.folded[at - 1] in lists().words["title"]:
        return False
    if _is_strange(line, at + 1, at + 1):
        return not (line.title_case and name.kind == "country")
    return name.kind != "country" and _is_strange(line, at - 1, at)


def _is_strange(line: Copy, i: int, gap: int) -> bool:
    """Tell whether a neighbour is a name that no list knows, so likely a person's."""
    if i < 0 or not line.beside(gap) or not line.capital(i):
        return False
    word, (names, _, words) = line.folded[i], lists()
    if (
        word in words["common"]
        or word in lists().words["title"]
        or (word in names and names[word].kind != "small")
    ):
        return False
    if line.words[i].isupper() and len(word) <= _SHORT_CAPITALS and line.cased:
        return False
    guessed = not line.cased or line.title_case or line.opens(i)
    return not word.isdigit() and not (guessed and is_inflected(word))
