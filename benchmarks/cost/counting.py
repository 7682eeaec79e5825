"""Instructions that programs execute, which valgrind counts: the same on a busy machine."""

import os
import pickle
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.archive.pages import Page
from benchmarks.cost.ratio import Cost
from benchmarks.cost.reading import BARE, NOTHING, OURS

_ROOT = Path(__file__).resolve().parents[2]
_VALGRIND = (
    "valgrind",
    "--tool=cachegrind",
    "--cache-sim=no",
    "--cachegrind-out-file=/dev/null",
)
# Sets and dicts are in the same order every time, and the stack, which begins with the environment,
# is where it was.
_ENVIRONMENT = {"PATH": os.environ.get("PATH", os.defpath), "PYTHONHASHSEED": "0"}
_PARSES = 10
"""How often each page is parsed: a single time is little beside what a run costs by itself."""
_COUNTED = re.compile(r"I +refs: +([\d,]+)")


class CannotCountError(Exception):
    """There is no count; the message says why."""


def cost(warming: Sequence[Page], pages: Sequence[Page], reader: str = OURS) -> Cost:
    """Return what reading some pages costs, by a reader and by the parser alone.

    Args:
        warming: pages that are read before, to fill what the first pages fill.
        pages: the pages.
        reader: ``module:function``, of which :func:`benchmarks.cost.reading.ours` is one.

    Raises:
        CannotCountError: valgrind is not there, or a run failed.
    """
    if shutil.which(_VALGRIND[0]) is None:
        raise CannotCountError("valgrind is not installed here (Debian, Ubuntu: valgrind)")
    with tempfile.NamedTemporaryFile(suffix=".pickle") as file:
        named = [[(page.url, page.body) for page in some] for some in (warming, pages)]
        file.write(pickle.dumps(named))
        file.flush()
        _run([], file.name, reader, 1)  # it compiles; and what fails, fails before valgrind
        ours, bare, nothing = _counts(file.name, (reader, 1), (BARE, _PARSES), (NOTHING, 0))
    return Cost((ours - nothing) / len(pages), (bare - nothing) / (len(pages) * _PARSES))


def _counts(file: str, *readings: tuple[str, int]) -> list[int]:
    """Return the instructions up to the end of each reading."""
    told = _run(_VALGRIND, file, *(part for reading in readings for part in reading))
    *counted, _ = _COUNTED.findall(told)  # the last is of the process that forked
    if len(counted) != len(readings):
        raise CannotCountError(f"valgrind did not say how many instructions it saw:\n{told}")
    return [int(count.replace(",", "")) for count in counted]


def _run(before: Sequence[str], file: str, *readings: object) -> str:
    """Run readings, and return what is said on standard error."""
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [*before, sys.executable, "-m", "benchmarks.cost.reading", file, *map(str, readings)],
        cwd=_ROOT,
        env=_ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CannotCountError(f"reading failed:\n{done.stderr}")
    return done.stderr
