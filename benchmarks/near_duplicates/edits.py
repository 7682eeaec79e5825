"""Edits of known size, as desks make them: what a rerun may have done to a story."""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

Edit = Callable[[str, float, str, Random], str]
"""From a body, the share of it to change and another story's body to the changed body."""

_SENTENCE_END = re.compile(r"(?<=[.!?][\"”])\s+|(?<=[.!?])\s+")


class Change(NamedTuple):
    """An edit and the sizes it is measured at."""

    name: str
    edit: Edit
    shares: tuple[float, ...]
    light: float
    """Up to this share it is a light edit, whose result has to be marked."""


def _replace(body: str, share: float, other: str, draw: Random) -> str:
    words, others = body.split(), other.split()
    for at in draw.sample(range(len(words)), _count(words, share)):
        words[at] = draw.choice(others)
    return " ".join(words)


def _insert(body: str, share: float, other: str, draw: Random) -> str:
    words, others = body.split(), other.split()
    for _ in range(_count(words, share)):
        words.insert(draw.randrange(len(words) + 1), draw.choice(others))
    return " ".join(words)


def _delete(body: str, share: float, _: str, draw: Random) -> str:
    return " ".join(_without(body.split(), share, draw))


def _drop_sentences(body: str, share: float, _: str, draw: Random) -> str:
    return " ".join(_without(_sentences(body), share, draw))


def _add_sentences(body: str, share: float, other: str, draw: Random) -> str:
    """Add another story's sentences, until they have so large a share of the old text's words."""
    sentences, wanted = _sentences(body), share * len(body.split())
    for sentence in _sentences(other):
        if wanted <= 0:
            break
        sentences.insert(draw.randrange(1, len(sentences) + 1), sentence)
        wanted -= len(sentence.split())
    return " ".join(sentences)


def _move_sentences(body: str, share: float, _: str, draw: Random) -> str:
    sentences = _sentences(body)
    moved = draw.sample(range(len(sentences)), _count(sentences, share))
    kept = [sentence for at, sentence in enumerate(sentences) if at not in moved]
    for at in moved:
        kept.insert(draw.randrange(len(kept) + 1), sentences[at])
    return " ".join(kept)


def _update_figures(body: str, _: float, __: str, draw: Random) -> str:
    """Another figure of as many digits in every place: the next day's count in the old text."""
    return re.sub(r"\d", lambda _: str(draw.randint(1, 9)), body)


def _house_style(body: str, _: float, __: str, ___: Random) -> str:
    return body.replace('"', "”").replace(" - ", " — ").replace(",", " ,").upper()


def _regional(body: str, share: float, other: str, draw: Random) -> str:
    """Start with a sentence of one's own, and touch up the rest."""
    rest = " ".join(_sentences(body)[1:])
    return f"{_sentences(other)[0]} {_replace(rest, share, other, draw)}"


def _shortened(body: str, share: float, _: str, __: Random) -> str:
    """Cut from the end, as desks do."""
    sentences = _sentences(body)
    return " ".join(sentences[: len(sentences) - _count(sentences, share)])


_SHARES = (0.01, 0.02, 0.05, 0.08, 0.1, 0.15, 0.2, 0.3, 0.4)
_SENTENCES = (0.1, 0.2, 0.3, 0.4)

CHANGES = (
    Change("words replaced", _replace, _SHARES, 0.1),
    Change("words inserted", _insert, _SHARES, 0.1),
    Change("words deleted", _delete, _SHARES, 0.1),
    Change("sentences dropped", _drop_sentences, _SENTENCES, 0.3),
    Change("shortened from the end", _shortened, _SENTENCES, 0.3),
    Change("sentences added", _add_sentences, _SENTENCES, 0.3),
    Change("sentences moved", _move_sentences, _SENTENCES, 0.4),
    Change("regional copy: own first sentence, words replaced", _regional, (0.0, 0.02, 0.05), 0.02),
    Change("every figure another", _update_figures, (1.0,), 1.0),
    Change("quotes, dashes and case of another desk", _house_style, (1.0,), 1.0),
)


def half_of_each(first: str, second: str, share: float) -> tuple[str, str]:
    """Return two stories that have a share of their text in common, and nothing else.

    It is the background that a desk adds to every story on a matter.
    """
    shared = _sentences(first)
    background = shared[len(shared) - _count(shared, share) :]
    own = _sentences(second)
    kept = own[: len(own) - _count(own, share)]
    return first, " ".join([*kept, *background])


def _without(parts: Sequence[str], share: float, draw: Random) -> list[str]:
    dropped = set(draw.sample(range(len(parts)), _count(parts, share)))
    return [part for at, part in enumerate(parts) if at not in dropped]


def _count(parts: Sequence[str], share: float) -> int:
    return round(share * len(parts))


def _sentences(body: str) -> list[str]:
    return [sentence for sentence in _SENTENCE_END.split(body) if sentence]
