"""Running ``scrapy crawl antara`` as a user does: in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests import warm
from tests.e2e.small_disk import SmallDisk

PROJECT = Path(__file__).resolve().parents[2]
LIMIT_SECONDS = 120


def command(origin: str | None, *more: str, **arguments: object) -> list[str]:
    """Return the command line of a crawl."""
    given = ([("origin", origin)] if origin else []) + list(arguments.items())
    options = [part for name, value in given for part in ("-a", f"{name}={value}")]
    return [sys.executable, "-m", "scrapy", "crawl", "antara", *options, *more]


def environment(data: Path, **more: str) -> dict[str, str]:
    """Return the environment of a crawl that keeps its files under a directory."""
    return os.environ | {"NEWSCRAWL_DATA": str(data), "PYTHONWARNINGS": ""} | more


def crawl(
    origin: str | None, data: Path, *more: str, clock: Path | None = None, **arguments: object
) -> "subprocess.CompletedProcess[str]":
    """Run a crawl to its end."""
    moved = {"NEWSCRAWL_CLOCK": str(clock)} if clock else {}
    words = command(origin, *more, **arguments)[2:]
    return warm.run_text(*words, env=environment(data, **moved), timeout=LIMIT_SECONDS)


def crawl_on(disk: SmallDisk, origin: str) -> "subprocess.CompletedProcess[str]":
    """Run a crawl into a small disk, begun anew where something keeps it to its size."""
    if disk.in_child is None:
        return crawl(origin, disk.path)
    return subprocess.run(
        command(origin),
        cwd=PROJECT,
        env=environment(disk.path),
        preexec_fn=disk.in_child,
        capture_output=True,
        text=True,
        timeout=LIMIT_SECONDS,
        check=False,
    )


def crawl_while(
    begun: warm.Begun, origin: str, data: Path, *more: str
) -> "subprocess.CompletedProcess[str]":
    """Run a crawl to its end; meanwhile its process's number is given to something."""
    words = command(origin, *more)[2:]
    return warm.run_text(*words, env=environment(data), timeout=LIMIT_SECONDS, begun=begun)


def killed_crawl(
    origin: str,
    data: Path,
    *more: str,
    when: Callable[[], bool],
    clock: Path | None = None,
    **arguments: object,
) -> None:
    """Run a crawl, and kill it with -9 as soon as something is so."""
    moved = {"NEWSCRAWL_CLOCK": str(clock)} if clock else {}
    words = command(origin, *more, **arguments)[2:]
    warm.killed(*words, until=when, env=environment(data, **moved), timeout=LIMIT_SECONDS)


def records(data: Path) -> list[dict[str, Any]]:
    """Return every record in the day files, in the order of the files; a torn line raises."""
    lines: list[dict[str, Any]] = []
    for path in sorted((data / "antara" / "articles").glob("*.jsonl")):
        text = path.read_bytes()
        assert not text or text.endswith(b"\n"), f"{path} ends in a torn line"
        lines += [json.loads(line) for line in text.splitlines()]
    return lines


def report(data: Path) -> dict[str, Any]:
    """Return the newest run report."""
    newest = max(
        (data / "antara" / "runs").glob("*.json"), key=lambda path: path.stat().st_mtime_ns
    )
    document: dict[str, Any] = json.loads(newest.read_text(encoding="utf-8"))
    return document
