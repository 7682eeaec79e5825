"""The small grammar that the copy is written in.

``[a|b|c]`` stands for one of its alternatives (they may nest), ``{name}`` for a fact of the story.
Choices are drawn from the story's own random source, so the same draw with one fact changed gives
the same sentences with that fact changed: this is how a correction of a figure is made.
"""

import re
from collections.abc import Mapping
from random import Random

_INNERMOST = re.compile(r"\[([^\[\]]*)\]")
_BLANKS = re.compile(r" {2,}")


def expand(template: str, facts: Mapping[str, str], draw: Random) -> str:
    """Return the template with its alternatives drawn and its facts put in.

    Raises:
        KeyError: the template names a fact that the story does not have.
    """
    text = template
    while "[" in text:
        text = _INNERMOST.sub(lambda match: draw.choice(match.group(1).split("|")), text)
    return filled(text, facts)


def filled(template: str, facts: Mapping[str, str]) -> str:
    """Return a template that has no alternatives, with its facts put in.

    Raises:
        KeyError: the template names a fact that the story does not have.
    """
    text = template
    # Facts may themselves name facts ("Menteri Luar Negeri {negara}").
    while "{" in text:
        text = text.format_map(facts)
    return _BLANKS.sub(" ", text).replace(" ,", ",").strip()


def sentence(template: str, facts: Mapping[str, str], draw: Random) -> str:
    """Return the expanded template with a capital at its head, past an opening quotation mark."""
    text = expand(template, facts, draw)
    start = 1 if text[:1] in {'"', "“"} else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]
