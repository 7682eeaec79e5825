"""The few of the crawl's arguments that make sense here."""

import difflib
from collections.abc import Mapping

from newscrawl.exits import ArgumentError
from newscrawl.spiders.arguments import TAKES, Arguments, parse

TAKEN = {
    "edition": TAKES["edition"],
    "section": "a section of the site such as dunia or dunia/asean",
    "origin": TAKES["origin"],
}
"""The arguments, each with what it takes."""


def doctor_arguments(given: Mapping[str, str]) -> Arguments:
    """Return the arguments from what the user gave.

    Raises:
        ArgumentError: a name is not taken or a value malformed; the message says what is taken.
    """
    for name in given:
        if name not in TAKEN:
            raise ArgumentError(_refuse(name))
    arguments = parse(given)
    if len(arguments.sections) > 1:
        raise ArgumentError(
            f"section={given['section']!r}; doctor takes one section, such as dunia or dunia/asean"
        )
    return arguments


def _refuse(name: str) -> str:
    takes = f"doctor takes {', '.join(TAKEN)}"
    if name in TAKES:
        return f"{name} is for a crawl; {takes}"
    near = difflib.get_close_matches(name, TAKEN, n=1)
    return f"unknown argument {name!r}{f' (did you mean {near[0]!r}?)' if near else ''}; {takes}"
