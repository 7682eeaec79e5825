"""``make bench``: what newscrawl costs, beside other tools, part by part.

Prints a table for each part as soon as it is measured; ``--write`` puts it into docs/benchmarks.md,
in the place of the one before. A goal that is missed is marked; 1 is returned where something could
not be measured.
"""

import argparse
import importlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, cast

from rich.console import Console

from benchmarks.bench.figures import Absence
from benchmarks.bench.machine import machine, versions
from benchmarks.bench.runs import NotMeasured
from benchmarks.bench.table import Row, Setting, markdown, terminal, write

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"
PARTS = {
    "a": "reading",
    "b": "crawling",
    "c": "idle",
    "d": "memory",
    "e": "ledger",
    "f": "jobs",
    "g": "starting",
}
_WIDTH = 140
"""Of the table, where it does not go to a terminal."""
_TOLD = 2000
"""How much of what a failed process said is printed."""


class Part(Protocol):
    """A module that measures."""

    def measure(self, scratch: Path, rounds: int, scale: float) -> Sequence[Row]:
        """Measure in a directory that is empty, and return the rows of the table."""


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, and return 1 where something could not be measured."""
    options = _arguments(argv)
    # Or each process compiles the project anew, as none does where it is used.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    console = Console(width=None if sys.stdout.isatty() else _WIDTH)
    rows: list[Row] = []
    for letter in options.only:
        print(f"({letter}) {PARTS[letter]} …", flush=True)
        try:
            found = _measured(letter, options.rounds, options.scale)
        except (NotMeasured, OSError, subprocess.CalledProcessError) as error:
            found = [Absence(letter, PARTS[letter], _why(error), is_fault=True)]
        console.print(terminal(found))
        rows += found
        if options.write:  # each part by itself: another may take long, and be broken off
            write(DOCUMENT, letter, markdown(found, _setting(letter, options)))
    return int(any(isinstance(row, Absence) and row.is_fault for row in rows))


def _measured(letter: str, rounds: int, scale: float) -> list[Row]:
    part = cast("Part", importlib.import_module(f"benchmarks.bench.{PARTS[letter]}"))
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        return list(part.measure(Path(scratch), rounds, scale))


def _why(error: Exception) -> str:
    """Return why a part failed; what a process said goes to the terminal alone."""
    if isinstance(error, subprocess.CalledProcessError):
        sys.stderr.write((error.stderr or "")[-_TOLD:])
        return f"a process ended with {error.returncode}"
    return str(error) if isinstance(error, NotMeasured) else type(error).__name__


def _setting(letter: str, options: argparse.Namespace) -> Setting:
    given = f"--only {letter} --rounds {options.rounds} --scale {options.scale:g}"
    day = datetime.now(UTC).date()
    return Setting(day, f'make bench ARGS="{given}"', versions(), machine())


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=(__doc__ or "").split("\n")[0])
    add = parser.add_argument
    add("--only", type=_parts, default=list(PARTS), help="parts, such as a,c; all")
    add("--rounds", type=_count, default=5, help="how many pairs, or measurements; 5")
    add("--scale", type=_share, default=1.0, help="of the sizes: 0.1 for a quick look; 1")
    add("--write", action="store_true", help="put the tables into docs/benchmarks.md")
    return parser.parse_args(argv)


def _parts(value: str) -> list[str]:
    letters = value.split(",")
    if unknown := [letter for letter in letters if letter not in PARTS]:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is none of {', '.join(PARTS)}")
    return [letter for letter in PARTS if letter in letters]


def _count(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is no number from 1 on")
    return int(value)


def _share(value: str) -> float:
    try:
        share = float(value)
    except ValueError:
        share = 0
    if not 0 < share <= 1:
        raise argparse.ArgumentTypeError(f"{value!r} is no number above 0, up to 1")
    return share


if __name__ == "__main__":
    sys.exit(main())
