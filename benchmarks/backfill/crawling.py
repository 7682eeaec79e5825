"""``scrapy crawl antara`` over years, as a process that can be killed and measured."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.backfill.site import Plan, requests

_PROJECT = Path(__file__).resolve().parents[2]
_JITTER_SECONDS = 0.1
"""How long after the request it is aimed at a kill comes at most: a few pages' way."""
_ASKED_EVERY = 0.02
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Ended:
    """How a crawl ended."""

    exit_code: int
    """Negative: the number of the signal that killed it."""
    peak: int
    """Most resident bytes that it ever had."""
    cpu: float
    """Seconds of processor time, user and system."""
    seconds: float
    said: str


@dataclass(frozen=True, slots=True)
class Crawls:
    """Crawls of one replica into one data directory."""

    plan: Plan
    origin: str
    data: Path
    time_file: Path
    arguments: Sequence[str] = ()

    def start(self, *more: str) -> "subprocess.Popen[str]":
        """Start a crawl of the whole range."""
        given = {"origin": self.origin, "since": self.plan.first, "until": self.plan.last}
        options = [part for name, value in given.items() for part in ("-a", f"{name}={value}")]
        return subprocess.Popen(  # noqa: S603 - the project's own command
            [sys.executable, "-m", "scrapy", "crawl", "antara", *options, *self.arguments, *more],
            cwd=_PROJECT,
            env=os.environ
            | {"NEWSCRAWL_DATA": str(self.data), "NEWSCRAWL_CLOCK": str(self.time_file)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def to_the_end(self, *more: str) -> Ended:
        """Let a crawl end by itself."""
        return ended(self.start(*more), time.monotonic())

    def killed(self, after: int, draw: random.Random) -> Ended:
        """Kill a crawl when the site has answered so many requests in all, or soon after."""
        began = time.monotonic()
        process = self.start()
        while requests(self.origin) < after and process.poll() is None:
            time.sleep(_ASKED_EVERY)
        time.sleep(draw.uniform(0, _JITTER_SECONDS))
        process.send_signal(signal.SIGKILL)
        return ended(process, began)


def ended(process: "subprocess.Popen[str]", began: float) -> Ended:
    """Wait for the end of a process, and measure it."""
    said = process.stdout.read() if process.stdout else ""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Ended(
        process.returncode,
        used.ru_maxrss * 1024,
        used.ru_utime + used.ru_stime,
        time.monotonic() - began,
        said,
    )


def megabytes(size: int) -> str:
    """Return a size for a table."""
    return f"{size / _MEGABYTE:.0f} MB"
