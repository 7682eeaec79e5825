"""Part e: what the ledger costs when it knows a million stories, and ten.

What a crawl keeps is far from all in memory then: at ten million the file has more than most
machines. What comes from the disk, and what the system holds of it, is told apart.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from benchmarks.bench.figures import Absence, Figure, Goal, spread
from benchmarks.bench.uses import Times
from benchmarks.bench.years import NOW, RUNS, fill
from newscrawl import clock

SIZES = (1_000_000, 10_000_000)
_THOUSAND = 1_000
_ROOM = 2_200
"""Bytes of the disk for each story, the log of what is written while it is filled included."""
_START, _LOOKUP = Goal(0.5), Goal(100)
_LARGEST_FILE = 1e9


@dataclass(frozen=True, slots=True)
class _Row:
    """A figure that comes from a time of each process."""

    name: str
    of: Callable[[Times], float]
    unit: str
    goal: Goal | None = None
    note: str = ""
    is_cold: bool = False


_ROWS = (
    _Row("start-up", lambda t: t.start, "s", _START, "with what the system holds of the file"),
    _Row("start-up, all from the disk", lambda t: t.start, "s", _START, is_cold=True),
    _Row("look-up", lambda t: t.again * 1e6, "µs", _LOOKUP, "anywhere, asked for the second time"),
    _Row(
        "look-up, from the disk",
        lambda t: t.first * 1e6,
        "µs",
        note="anywhere, while the system holds nothing: three of the file's pages for each",
        is_cold=True,
    ),
    _Row("link to a known story noted", lambda t: t.link * 1e6, "µs", note="30 of a page at once"),
    _Row("near-duplicate looked for", lambda t: t.alike * 1e3, "ms", note="in all bands"),
    _Row(
        "insert",
        lambda t: t.insert * 1e3,
        "ms",
        note="found, then its line acknowledged with its signature: two commits",
    ),
    _Row("closing the books of a run", lambda t: t.end, "s", note="with 3,000 stories found"),
)


def measure(scratch: Path, rounds: int, scale: float) -> list[Figure | Absence]:
    """Return what each size costs; each is filled in a directory that is deleted after it."""
    time_file = scratch / "clock"
    clock.write(time_file, NOW)
    found: list[Figure | Absence] = []
    for size in SIZES:
        stories = max(_THOUSAND, round(size * scale) // _THOUSAND * _THOUSAND)
        free = shutil.disk_usage(scratch).free
        if free < stories * _ROOM:
            reason = f"takes {stories * _ROOM / 1e9:.0f} GB of disk, {free / 1e9:.0f} are free"
            found.append(Absence("e", _named("the ledger", stories), reason))
            continue
        data = scratch / f"ledger-{stories}"
        found += _measured(data, stories, rounds, time_file)
        shutil.rmtree(data)
    return found


def _measured(data: Path, stories: int, rounds: int, time_file: Path) -> Iterator[Figure]:
    began = perf_counter()
    ledger = fill(data, stories, min(RUNS, stories)).ledger
    seconds, size = perf_counter() - began, ledger.stat().st_size
    a_story = size / stories
    yield Figure(
        "e",
        _named("size", stories),
        *spread([a_story]),
        unit="bytes a story",
        note=f"{size / 1e6:,.0f} MB, filled in {seconds:.0f} s",
    )
    times: dict[bool, list[Times]] = {True: [], False: []}
    for turn in range(rounds):
        for is_cold in (True, False):
            times[is_cold].append(_times(data, stories, 2 * turn + is_cold, is_cold, time_file))
    peak = max(each.peak for each in (*times[True], *times[False]))
    for row in _ROWS:
        yield Figure(
            "e",
            _named(row.name, stories),
            *spread([row.of(each) for each in times[row.is_cold]]),
            unit=row.unit,
            rounds=rounds,
            goal=row.goal,
            note=row.note,
        )
    yield Figure("e", _named("memory of such a run", stories), *spread([peak / 1e6]), unit="MB")


def _named(what: str, stories: int) -> str:
    return f"{what}, {stories:,} stories"


def _times(data: Path, stories: int, seed: int, is_cold: bool, time_file: Path) -> Times:
    command = ["-m", "benchmarks.bench.uses", data, stories, seed, *(["--cold"] * is_cold)]
    answer = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, *map(str, command)],
        cwd=Path(__file__).resolve().parents[2],
        env=os.environ | {clock.ENVIRONMENT_VARIABLE: str(time_file)},
        check=True,
        capture_output=True,
        text=True,
    )
    return Times(**json.loads(answer.stdout))
