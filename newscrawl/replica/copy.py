"""From facts to the blocks of a story."""

import re
from collections.abc import Mapping
from random import Random
from typing import Literal, NamedTuple

from newscrawl.replica.copy_forms import check, release
from newscrawl.replica.frames import FRAMES
from newscrawl.replica.grammar import sentence
from newscrawl.replica.scenario import Scenario

_SUBHEAD, _SECOND_QUOTE, _THIRD_QUOTE = 0.55, 0.6, 0.45
"""Shares of stories that have them."""
_SHORT_WORD = 4
_SLOT = re.compile(r"\{(\w+)\}")


class Block(NamedTuple):
    """A paragraph or a subhead."""

    kind: Literal["paragraph", "subhead"]
    text: str


def write(
    scenario: Scenario, angle: str, facts: Mapping[str, str], draw: Random
) -> tuple[Block, ...]:
    """Return the story's blocks in order, without dateline, links and credits.

    ``angle`` is the headline before facts are put in: what it names, the story tells.
    """
    if scenario.form != "news":
        return _formed(scenario, angle, facts, draw)
    frames = FRAMES[scenario.language]
    quotes = draw.sample(scenario.quotes, len(scenario.quotes))
    lede, told = lead(scenario, angle, draw)
    half = (len(told) + 1) // 2
    lines = [lede, _quoted(frames.first, quotes.pop(), draw), *told[:half]]
    lines.append(_quoted(frames.on, quotes.pop(), draw))
    rest = [*_second(scenario, draw), *told[half:]]
    if draw.random() < _THIRD_QUOTE:
        rest.append(_quoted(frames.on[:1], quotes.pop(), draw))
    rest += _in_order(scenario.background, draw.randint(1, len(scenario.background)), draw)
    before, after = (
        [Block("paragraph", sentence(line, facts, draw)) for line in part] for part in (lines, rest)
    )
    return (*before, *_subhead(scenario, after, draw), *after)


def _formed(
    scenario: Scenario, angle: str, facts: Mapping[str, str], draw: Random
) -> tuple[Block, ...]:
    """Return the blocks of a press release or of a fact check."""
    lede, _ = lead(scenario, angle, draw)
    plan = (release if scenario.form == "release" else check)(scenario, lede, draw)
    return tuple(Block(kind, sentence(line, facts, draw)) for kind, line in plan)


def _subhead(scenario: Scenario, after: list[Block], draw: Random) -> list[Block]:
    """Return a subhead that names something of the paragraphs after it, or none."""
    text = " ".join(block.text for block in after).lower()
    fitting = [
        subhead
        for subhead in scenario.subheads
        if any(word[:5] in text for word in subhead.lower().split() if len(word) > _SHORT_WORD)
    ]
    shown = draw.random() < _SUBHEAD and fitting
    return [Block("subhead", draw.choice(fitting))] if shown else []


def lead(scenario: Scenario, angle: str, draw: Random) -> tuple[str, list[str]]:
    """Return the first paragraph that fits the headline best, and paragraphs of fact.

    They are still in the grammar's notation.
    """
    own = scenario.numbers.keys() | scenario.tenths.keys() | scenario.words.keys()
    named = _named(angle) & own
    lede = max(
        draw.sample(scenario.ledes, len(scenario.ledes)), key=lambda line: len(named & _named(line))
    )
    missing = named - _named(lede)
    needed = [line for line in scenario.facts if missing & _named(line)]
    told = _in_order(
        scenario.facts, draw.randint(min(3, len(scenario.facts)), len(scenario.facts)), draw
    )
    return lede, [line for line in scenario.facts if line in told or line in needed]


def _named(template: str) -> set[str]:
    """Return the facts that a template names, whatever their first letter."""
    return {name[:1].lower() + name[1:] for name in _SLOT.findall(template)}


def _second(scenario: Scenario, draw: Random) -> list[str]:
    """The second person is first reported, then perhaps quoted."""
    frames = FRAMES[scenario.language]
    lines = [draw.choice(frames.reports).replace("{isi}", draw.choice(scenario.reported))]
    if draw.random() < _SECOND_QUOTE:
        lines.append(_quoted(frames.says, draw.choice(scenario.second_quotes), draw))
    return lines


def _quoted(frames: tuple[str, ...], quote: str, draw: Random) -> str:
    return draw.choice(frames).replace("{kutipan}", quote)


def _in_order(lines: tuple[str, ...], count: int, draw: Random) -> list[str]:
    """Some of the lines, in the order in which they may follow each other."""
    return [lines[at] for at in sorted(draw.sample(range(len(lines)), count))]
