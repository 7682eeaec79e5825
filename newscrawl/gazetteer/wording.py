"""A line of copy as words, and what can be told of each from how it is written."""

import re
import unicodedata
from dataclasses import dataclass

from newscrawl.gazetteer.folding import WORD, fold

_INFLECTED = re.compile(r"(?:me|ber|di|ter|ke|pe|se)[a-z]{4,}|[a-z]{3,}(?:kan|nya|an|i)")
"""What most Indonesian verbs and derived nouns look like, and few foreign names."""
_VERB = re.compile(r"(?:me[mnlrwy]|ber|di|ter)[a-z]{3,}")
_TITLE_CASE = 0.7
"""Where more of the long words than this begin with a capital, capitals tell little."""
_LONG = 4
_BREAK = re.compile(r"[^\s.\-‐‑'’\"“”‘)(]")
"""What a name does not go across: a comma, a colon, a stroke, a dash with spaces is one too."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A headline or a tag, in words."""

    words: list[str]
    folded: list[str]
    gaps: list[str]
    """What stands before each word."""
    cased: bool
    """Whether capitals tell anything: not in a tag, nor in a line of capitals."""
    title_case: bool
    """Whether words that are no names begin with a capital too."""

    def capital(self, i: int) -> bool:
        """Tell whether a word begins with a capital or a digit; in a tag, each is taken so."""
        return not self.cased or not self.words[i][0].islower()

    def joined(self, i: int) -> bool:
        """Tell whether a name may go on from the word before to this one."""
        gap = self.gaps[i]
        return gap in {" ", "-"} or (gap != " - " and not _BREAK.search(gap))

    def beside(self, i: int) -> bool:
        """Tell whether only a space is between the word before and this one."""
        return 0 < i < len(self.words) and self.gaps[i] == " "

    def opens(self, i: int) -> bool:
        """Tell whether any word has a capital here: first, or after a colon or a quote."""
        return i == 0 or any(sign in self.gaps[i] for sign in ':."“?!;|')


def copy(text: str, *, cased: bool) -> Copy:
    """Return a line in words; ``cased`` says whether its writer used capitals as a rule."""
    text = unicodedata.normalize("NFC", text)
    words, gaps, end = [], [], 0
    for match in WORD.finditer(text):
        words.append(match[0])
        gaps.append(text[end : match.start()])
        end = match.end()
    cased = cased and not text.isupper()
    return Copy(words, [fold(word) for word in words], gaps, cased, cased and _is_title_case(words))


def is_inflected(folded: str) -> bool:
    """Tell whether a word looks like an Indonesian verb or derived noun, not like a name."""
    return _INFLECTED.fullmatch(folded) is not None


def is_verb(folded: str) -> bool:
    """Tell whether a word has a verb's prefix."""
    return _VERB.fullmatch(folded) is not None


def _is_title_case(words: list[str]) -> bool:
    long = [word for word in words[1:] if len(word) >= _LONG]
    return len(long) > 2 and sum(not w[0].islower() for w in long) > _TITLE_CASE * len(long)  # noqa: PLR2004 - of two, both may be names
