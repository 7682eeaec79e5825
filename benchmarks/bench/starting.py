"""Part g: how long it takes until the first request of a crawl reaches a server.

newscrawl starts as cron starts it, beside what an earlier run has kept, and is ended as soon as it
has asked.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.archive.measure import python
from benchmarks.bench.figures import Figure, paired
from benchmarks.bench.runs import IMPORTS, ROOT, USUAL, NotMeasured, newscrawl, usual_command
from benchmarks.bench.site import serving

_STORIES, _FEWEST = 200, 10
_PATIENCE = 60.0
_ENOUGH = 4096


@dataclass(slots=True)
class Starter:
    """Something that is started again and again."""

    start: Callable[[str], tuple[float, float]]
    """Takes a name for its files; returns the seconds until it is there, elapsed and of the CPU."""
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def measure(self, name: str) -> None:
        """Start it once."""
        wall, cpu = self.start(name)
        self.wall.append(wall)
        self.cpu.append(cpu)


def measure(scratch: Path, rounds: int, scale: float) -> list[Figure]:
    """Return how long newscrawl takes to its first request, beside Scrapy alone.

    Raises:
        NotMeasured: nobody asked.
    """
    kept = scratch / "kept"
    with serving(max(_FEWEST, round(_STORIES * scale))) as site:
        newscrawl(site, kept)
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(_PATIENCE)
        starters = _starters(server, scratch, kept)
        for starter in starters:
            starter.start("warm")  # the compiled files are there, and what the system keeps of them
        for turn in range(rounds):
            at = turn % len(starters)
            for starter in (*starters[at:], *starters[:at]):
                starter.measure(str(turn))
    ours, minimal, imported = starters
    return [
        *_figures("a spider in an empty project", ours, minimal),
        *_figures('python -c "import scrapy" to its end', ours, imported),
    ]


def _starters(server: socket.socket, scratch: Path, kept: Path) -> list[Starter]:
    origin = f"http://127.0.0.1:{server.getsockname()[1]}"
    page = scratch / "page"
    page.write_text("article www.antaranews.com /berita/1/a\n", encoding="ascii")

    def ours(name: str) -> tuple[float, float]:
        data = shutil.copytree(kept, scratch / name)  # ended as it is, it would leave traces
        command = ["-m", "scrapy", "crawl", "antara", "-a", f"origin={origin}"]
        return _to_first_request(server, command, ROOT, {"NEWSCRAWL_DATA": str(data)})

    def minimal(_: str) -> tuple[float, float]:
        return _to_first_request(server, usual_command("fetch", origin, page), USUAL, IMPORTS)

    def imported(_: str) -> tuple[float, float]:
        cost = python("-c", "import scrapy")
        return cost.wall, cost.cpu

    return [Starter(ours), Starter(minimal), Starter(imported)]


def _to_first_request(
    server: socket.socket, command: Sequence[str], at: Path, more: Mapping[str, str]
) -> tuple[float, float]:
    """Return the seconds until a crawl's first request is there, elapsed and of the processor."""
    began = time.monotonic()
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, *command],
        cwd=at,
        env=os.environ | dict(more),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            connection, _ = server.accept()
            with connection:
                connection.recv(_ENOUGH)
                taken = time.monotonic() - began, _cpu(process.pid)
                # Before the connection ends: it would try again, and be taken for the next one.
                process.kill()
                process.wait()
        except TimeoutError as error:
            raise NotMeasured(f"no request within {_PATIENCE:g} seconds") from error
        finally:
            process.kill()
    return taken


def _cpu(pid: int) -> float:
    """Return the seconds that a process has had of the processor so far.

    Every process of Linux has a clock for that, whose number is made of its id (CPUCLOCK_SCHED).
    """
    return time.clock_gettime((~pid << 3) | 2)


def _figures(name: str, ours: Starter, other: Starter) -> list[Figure]:
    return [
        Figure(
            "g",
            f"{what} to the first request, to {name}",
            *paired(one, two),
            rounds=len(one),
            note=f"{median(one) * 1000:.0f} ms to {median(two) * 1000:.0f} ms",
        )
        for what, one, two in (("CPU", ours.cpu, other.cpu), ("time", ours.wall, other.wall))
    ]
