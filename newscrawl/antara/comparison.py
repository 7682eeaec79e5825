"""Two texts side by side: sequences of words, ends of sentences, what a text is about."""

import re

_WORD = re.compile(r"\w+")
LENGTH = 4
"""Words of a sequence by which texts are compared."""
_SEQUENCE = re.compile(rf"\W*+(?:\w++\W*+){{{LENGTH}}}")
_TAIL = 300
"""Characters at the end of a text in which its end is looked for."""
_COMMON = 3
"""One of so many words of the headline, at least, comes again in its story."""
_STEM = 5
"""Letters by which words are compared: Indonesian puts its suffixes behind them."""
_CLOSED = re.compile(r"[.!?…][\"'”’)]*$")

_SIGNS = ".!?…"
"""One of them at least is in every text that ends as a sentence does."""

Sequence = tuple[str, ...]


def words(text: str) -> list[str]:
    """Return a text's words in small letters, without the signs between them."""
    return _WORD.findall(text.casefold())


def sequences(text: str) -> list[Sequence]:
    """Return all four words of a text that follow each other; a shorter text has none."""
    found = words(text)
    return list(zip(*(found[at:] for at in range(LENGTH)), strict=False))


def shingles(*texts: str) -> set[Sequence]:
    """Return the sequences of words in some texts, by which texts can be compared."""
    return {sequence for text in texts for sequence in sequences(text)}


def is_closed(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return _CLOSED.search(text, max(0, len(text) - _TAIL)) is not None


def may_be_closed(text: str) -> bool:
    """Tell whether a text, or any part of it, can end as a sentence does."""
    return any(sign in text for sign in _SIGNS)


def small(most: int) -> re.Pattern[str]:
    """Return a pattern of all texts with at most so many words that :func:`may_be_closed` is not.

    It is for texts in small letters: in them some few letters are two, and no part of a word.
    """
    return re.compile(rf"[^\w{_SIGNS}]*+(?:\w++[^\w{_SIGNS}]*+){{0,{most}}}+")


def has_sequences(text: str) -> bool:
    """Tell whether a text in small letters has any sequence of words."""
    return _SEQUENCE.match(text) is not None


def holds(whole: str, text: str) -> bool:
    """Tell whether one text has another in it, and no word of that as the part of a longer one.

    So it has all its sequences. Only the first place is looked at.

    Args:
        whole: in small letters.
        text: in small letters.
    """
    at = whole.find(text)
    return at >= 0 and not _WORD.search(whole[at - 1 : at] + whole[at + len(text) :][:1])


def begins(whole: str, text: str) -> bool:
    """Tell whether one text begins with another, and not in the middle of a word.

    Args:
        whole: in small letters.
        text: in small letters.
    """
    return whole.startswith(text) and not _WORD.match(whole, len(text))


def is_about(headline: str | None, text: str | None, *, one_in: int = _COMMON) -> bool:
    """Tell whether enough of a headline's words come again in a text."""
    said = _stems(headline or "")
    return len(said & _stems(text or "")) * one_in >= len(said)


def shares_a_word(headline: str | None, text: str | None) -> bool:
    """Tell whether any of a headline's words comes again in a text, or it has none."""
    said = _stems(headline or "")
    return not said or not said.isdisjoint(_stems(text or ""))


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"\w{4,}", text.casefold())}
