"""Processor time, elapsed time and memory of processes."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_ALONE = """
import pickle, sys, time
from datetime import UTC, datetime
from newscrawl.antara.articles import Hints, extract
pages = pickle.load(open(sys.argv[1], "rb"))
at, hints = datetime(2026, 11, 20, 5, tzinfo=UTC), Hints("text/html; charset=utf-8")
before = time.process_time()
for url, body in pages:
    extract(body, url, at, hints)
print(time.process_time() - before)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost."""

    cpu: float
    """Seconds of all its processes."""
    wall: float
    peak: int
    """Bytes of memory of the process that had most."""


def alone(pickled: Path) -> float:
    """Return the seconds of processor time that ``extract`` takes for pages in memory."""
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", _ALONE, pickled],
        cwd=_ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return float(done.stdout)


def extract(*arguments: object) -> Cost:
    """Run ``scrapy extract``, and return what it cost from its start to its end.

    Raises:
        RuntimeError: it failed.
    """
    command = [sys.executable, "-m", "scrapy", "extract", *map(str, arguments)]
    began = time.monotonic()
    process = os.posix_spawn(
        command[0],
        command,
        os.environ | {"PYTHONPATH": str(_ROOT)},
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ],
    )
    _, status, used = os.wait4(process, 0)
    if status:
        raise RuntimeError(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    wall = time.monotonic() - began
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * 1024)


def ratio(numbers: Sequence[float], others: Sequence[float]) -> tuple[float, float, float]:
    """Return the median ratio of pairs, the smallest and the largest."""
    ratios = sorted(one / other for one, other in zip(numbers, others, strict=True))
    return ratios[len(ratios) // 2], ratios[0], ratios[-1]
