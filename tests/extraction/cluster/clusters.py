"""Clusters of Dask on this machine for tests: processes as people start them, and end with a block."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests import warm
from tests.e2e.crawling import PROJECT, environment

LIMIT_SECONDS = 90
_DEADLINE = 60
_PATCHED = """
import sys
if "newscrawl.extraction.cluster.serving" in sys.orig_argv:
    import os, signal, time
    from newscrawl.extraction import pages, workers
    original = pages.extract
    {}
    pages.extract = extract
"""
_SMALL_PARTS = """
import sys
from newscrawl.extraction import storing
from newscrawl.extraction.cluster import units
storing._GROUP = 3
units.LARGEST = {}
from scrapy.cmdline import execute
execute(["scrapy", "extract", *sys.argv[1:]])
"""
SLOWLY = """
    def extract(*given):
        time.sleep(0.03)
        return original(*given)
"""
MORE_SLOWLY = SLOWLY.replace("0.03", "0.1")
"""For a command that must still be at work, however late it comes to be interrupted."""


@dataclass(slots=True)
class Running:
    """A scheduler and its workers."""

    address: str
    scheduler: "subprocess.Popen[bytes]"
    workers: "list[subprocess.Popen[bytes]]"


@contextmanager
def cluster(
    directory: Path, workers: int = 2, *, patch: str = "", path: Path = PROJECT, **settings: str
) -> Iterator[Running]:
    """Run a scheduler, and workers of one thread each.

    Args:
        directory: of its own, for its files.
        workers: how many.
        patch: defines ``extract``, which may call the ``original``, for where the workers read.
        path: where the workers find newscrawl.
        settings: of Dask's, by the names of its environment variables.
    """
    directory.mkdir(exist_ok=True)
    (directory / "sitecustomize.py").write_text(_PATCHED.format(patch) if patch else "", "utf-8")
    theirs = {f"DASK_DISTRIBUTED__{name}": value for name, value in settings.items()}
    theirs |= {"PYTHONWARNINGS": "", "PYTHONPATH": f"{directory}:{path}"}
    started: list[subprocess.Popen[bytes]] = []

    def start(*words: str) -> "subprocess.Popen[bytes]":
        with (directory / f"log-{len(started)}").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *words, "--no-dashboard"],
                cwd=directory,
                env=os.environ | theirs,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        started.append(process)
        return process

    file = directory / "scheduler.json"
    try:
        scheduler = start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file)
        )
        address = _address(file, scheduler)
        options = ("--nthreads", "1", "--no-nanny", "--local-directory", str(directory))
        found = [start("worker", address, *options) for _ in range(workers)]
        _until(lambda: all(_has_begun(directory, n + 1) for n in range(workers)), "workers")
        yield Running(address, scheduler, found)
    finally:
        for process in started:
            kill(process)


def kill(process: "subprocess.Popen[bytes]") -> None:
    """End a process and those that it started, as the end of a machine does."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def command(*arguments: object, part: int | None = None) -> list[str]:
    """Return the command line of ``scrapy extract``, with parts of so many bytes."""
    words = ["-m", "scrapy", "extract"] if part is None else ["-c", _SMALL_PARTS.format(part)]
    return [sys.executable, *words, *map(str, arguments)]


def extract(*arguments: object, part: int | None = None) -> "subprocess.CompletedProcess[bytes]":
    """Run it to its end."""
    words = command(*arguments, part=part)[1:]
    words = words[1:] if words[0] == "-m" else words
    return warm.run(*words, env=environment(Path("unused")), timeout=LIMIT_SECONDS)


@contextmanager
def extracting(
    output: Path, *arguments: object, until: Callable[[], bool]
) -> Iterator["subprocess.Popen[bytes]"]:
    """Run it with small parts until something is so; it is at work when the block begins."""
    with output.open("wb") as file, output.with_suffix(".errors").open("wb") as errors:
        process = subprocess.Popen(
            command(*arguments, part=7000), cwd=PROJECT, stdout=file, stderr=errors
        )
    try:
        _until(lambda: until() or process.poll() is not None, "output")
        assert process.poll() is None, f"it is over already: {errors_of(output)}"
        yield process
    finally:
        process.kill()
        process.wait()


def errors_of(output: Path) -> str:
    """Return what a command complained of whose output went there."""
    return output.with_suffix(".errors").read_text("utf-8")


def _address(file: Path, scheduler: "subprocess.Popen[bytes]") -> str:
    found: list[str] = []

    def is_there() -> bool:
        assert scheduler.poll() is None, "the scheduler ended"
        try:
            found.append(json.loads(file.read_text("utf-8"))["address"])
        except (FileNotFoundError, ValueError):
            return False
        return True

    _until(is_there, "scheduler")
    return found[0]


def _has_begun(directory: Path, number: int) -> bool:
    return b"Starting established connection" in (directory / f"log-{number}").read_bytes()


def _until(is_so: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + _DEADLINE
    while not is_so():
        assert time.monotonic() < until, f"waited in vain: {what}"
        time.sleep(0.05)


def lines(output: bytes) -> Sequence[bytes]:
    """Return lines, of which none may be torn."""
    assert not output or output.endswith(b"\n")
    return output.splitlines()
