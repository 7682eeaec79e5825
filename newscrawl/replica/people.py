"""The people of a story: who speaks in it and who wrote it."""

from random import Random
from typing import NamedTuple

from newscrawl.replica.names import NAMES, STAFF


class Person(NamedTuple):
    """A person as the copy names one."""

    full: str
    short: str
    """How the copy calls the person from the second mention on."""


def person(custom: str, draw: Random) -> Person:
    """Return an invented person whose name follows the custom of a country."""
    names = NAMES[custom]
    given = draw.choice(draw.choice((names.men, names.women)))
    family = draw.choice(names.families)
    if names.family_first:
        return Person(f"{family} {given}", family)
    return Person(f"{given} {family}", given if names.called_by_given else family)


def staff(count: int, draw: Random) -> tuple[str, ...]:
    """Return some members of the desk, each at most once."""
    return tuple(draw.sample(STAFF, count))
