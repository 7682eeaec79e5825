"""Labels of place names as ``README.md`` says they are written, and what an answer comes to."""

import itertools
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newscrawl.gazetteer import Placed, of_dateline, of_headline, of_tag

_FIND = {"dateline": of_dateline, "headline": of_headline, "tag": of_tag}


class Row(NamedTuple):
    """One labelled name."""

    written: str
    kind: str
    country: str
    note: str

    def answer(self) -> Placed:
        """Return what the gazetteer says."""
        return _FIND[self.kind](self.written)

    def judge(self) -> str:
        """Return ``right``; ``wrong`` where a country outside the label is named; else ``unsure``."""
        countries = self.answer().countries
        if countries in self.answers():
            return "right"
        return "wrong" if set(countries) - self.allowed() else "unsure"

    def answers(self) -> set[tuple[str, ...]]:
        """Return each sequence of countries that is right."""
        if self.country in {"-", "?"}:
            return {()}
        choices = [code.split("|") for code in self.country.split(" ")]
        for choice in choices:
            if len(choice) > 1:
                choice.append("")
        every = itertools.product(*choices)
        return {tuple(dict.fromkeys(code for code in codes if code)) for codes in every}

    def allowed(self) -> set[str]:
        """Return all countries that the label names."""
        return set().union(*self.answers())


def rows(file: str) -> Iterator[Row]:
    """Yield the rows of a file beside this module."""
    text = Path(__file__).with_name(file).read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        yield Row(*line.split("\t"))


def tally(file: str) -> dict[str, Counter[str]]:
    """Return how many are right, unsure and wrong, of each kind."""
    counts: dict[str, Counter[str]] = {}
    for row in rows(file):
        counts.setdefault(row.kind, Counter())[row.judge()] += 1
    return counts
