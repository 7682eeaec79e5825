"""Text on a terminal: nothing in it can steer the terminal, and its width is counted in columns."""

import io
import os
import re
import sys
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from rich.cells import cell_len

if TYPE_CHECKING:
    from rich.console import Console

MOST_COLUMNS = 80
"""Wider lines are hard to read, and mail programs break them."""

# ECMA-48: control sequences, and strings such as a window's title, up to their end.
_SEQUENCE = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"
    "|(?:\x1b[]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)"
    "|\x1b[ -/]*[0-~]"
)
_JOINERS = "\u200c\u200d"
"""Persian and the scripts of India are written with them."""
_ELLIPSIS = "…"
_ROWS = 24


def inert(text: str) -> str:
    """Return one line without what would steer a terminal, or turn the direction of a line.

    Escape sequences go whole, then control characters, bidirectional controls (UAX #9) and halves
    of surrogate pairs; any white space is a blank. Letters of all scripts stay as they are.
    """
    text = re.sub(r"\s", " ", _SEQUENCE.sub("", text))
    return "".join(c for c in text if c in _JOINERS or unicodedata.category(c)[0] != "C")


def cut(text: str, columns: int) -> str:
    """Return as much of a text as fits; a wide character takes two columns, an accent none."""
    if cell_len(text) <= columns:
        return text
    kept = text[: max(0, columns)]
    while kept and cell_len(kept) > columns - 1:
        kept = kept[:-1]
    return kept.rstrip() + _ELLIPSIS if columns > 0 else ""


def fit(parts: Sequence[tuple[int, str]], columns: int, between: str) -> str:
    """Return parts in their order, without those of the highest ranks where all do not fit.

    Args:
        parts: each with its rank; of rank 0 is what stays to the last, and is cut.
        columns: how many there are.
        between: what parts them.
    """
    left = list(parts)
    while cell_len(text := between.join(part for _, part in left)) > columns and len(left) > 1:
        left.remove(max(left, key=lambda part: part[0]))
    return cut(text, columns)


def size(stream: TextIO) -> tuple[int, int]:
    """Return the columns and rows of a stream's terminal as they are now; 80 and 24 of none."""
    try:
        found = os.get_terminal_size(stream.fileno())
    except OSError:  # it was closed, or never was one
        return MOST_COLUMNS, _ROWS
    return found.columns or MOST_COLUMNS, found.lines or _ROWS  # some have no idea, and say 0


def is_plain(console: "Console") -> bool:
    """Tell whether what is written goes without any escapes: no terminal, a dumb one, NO_COLOR.

    NO_COLOR counts unless it is empty (no-color.org); FORCE_COLOR makes a terminal of a pipe.
    """
    return not console.is_terminal or console.is_dumb_terminal or console.no_color


def can_show(text: str, stream: TextIO) -> bool:
    """Tell whether a stream's encoding has all of a text's characters."""
    try:
        text.encode(stream.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def say(line: str) -> None:
    """Print what was done to standard output.

    It is done, and the exit code says so, whoever hears of it: a pipe that nobody reads any more,
    or a full disk behind ``>``, is no failure of the command's.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):  # a path that its encoding does not have
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except OSError:
        let_go(sys.stdout)


def let_go(stream: TextIO) -> None:
    """Spare the interpreter the complaint that it could not write what is left, when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
