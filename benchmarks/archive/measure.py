"""Processor time, elapsed time and memory of processes."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
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


# A process of its own, and a small one: what is forked from a large one counts as large for ever.
_WHOLE = """
import json, os, sys, time
began = time.monotonic()
null = os.open(os.devnull, os.O_WRONLY)
process = os.posix_spawn(
    sys.executable, [sys.executable, *sys.argv[1:]], os.environ,
    file_actions=[(os.POSIX_SPAWN_DUP2, null, 1)],
)
_, status, used = os.wait4(process, 0)
if status:
    sys.exit(os.waitstatus_to_exitcode(status))
wall = time.monotonic() - began
cpu, peak = used.ru_utime + used.ru_stime, used.ru_maxrss * 1024
print(json.dumps({"cpu": cpu, "wall": wall, "peak": peak}))
"""


_LOOPS = """
import os, time
def busy():
    began = time.monotonic()
    sum(number * number for number in range(10_000_000))
    return time.monotonic() - began
one, began = busy(), time.monotonic()
for _ in range(2):
    if not os.fork():
        busy()
        os._exit(0)
os.wait(), os.wait()
print(2 * one / (time.monotonic() - began))
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
    return float(_run(_ALONE, pickled))


def extract(*arguments: object) -> Cost:
    """Run ``scrapy extract``, and return what it cost from its start to its end.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    return python("-m", "scrapy", "extract", *arguments)


def python(
    *arguments: object, at: Path = _ROOT, environment: Mapping[str, str] | None = None
) -> Cost:
    """Run our Python with arguments, and return what that cost from its start to its end.

    Args:
        arguments: its command line.
        at: the directory that it runs in.
        environment: what stands in its environment beside ours.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    return Cost(**json.loads(_run(_WHOLE, *arguments, at=at, environment=environment)))


def two_loops() -> float:
    """Return how much faster two processes that only count are than one: 2 on two free cores."""
    return float(_run(_LOOPS))


def _run(
    script: str,
    *arguments: object,
    at: Path = _ROOT,
    environment: Mapping[str, str] | None = None,
) -> str:
    """Run a script, and return what it prints."""
    return subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=at,
        env=os.environ | dict(environment or {}),
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def ratio(numbers: Sequence[float], others: Sequence[float]) -> tuple[float, float, float]:
    """Return the median ratio of pairs, the smallest and the largest."""
    ratios = sorted(one / other for one, other in zip(numbers, others, strict=True))
    return ratios[len(ratios) // 2], ratios[0], ratios[-1]
