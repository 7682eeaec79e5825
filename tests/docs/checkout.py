"""A directory like a user's checkout, with a demo that has been crawled twice."""

import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from newscrawl import clock
from newscrawl.replica import Replica
from tests.docs.blocks import PROJECT
from tests.e2e.crawling import crawl
from tests.making import NOON

TOOLS = PROJECT / ".venv-tools"
"""The environment of the tools that open the data; ``tests/recipes/requirements-tools.txt``."""
_SCRAPY = '#!/bin/sh\nexec "{python}" -m scrapy "$@"\n'
_OTHER = '#!/bin/sh\nexec "{program}" "$@"\n'


REPLICA: dict[str, Any] = {"seed": 12, "per_day": 15, "start": (NOON - timedelta(days=2)).date()}
"""The site of the demo: small, and with corrections between the two crawls."""


def crawled(directory: Path) -> Path:
    """Crawl the replica twice, a day apart, into a data directory, which is returned.

    The second crawl brings corrections.
    """
    data, time = directory / "demo", directory / "demo" / "clock"
    data.mkdir()
    clock.write(time, NOON - timedelta(days=1))
    with Replica(clock=time, **REPLICA) as site:
        for moment in (NOON - timedelta(days=1), NOON):
            clock.write(time, moment)
            site.reset()
            done = crawl(site.origin, data, clock=time, follow_depth=1)
            assert done.returncode == 0, done.stdout + done.stderr
    return data


def checkout(directory: Path, demo: Path | None) -> Path:
    """Return a directory that looks like a checkout to a command.

    All but ``.venv`` and the data are the project's own files; ``data`` and ``demo`` are copies of
    a demo's, where there is one.
    """
    directory.mkdir()
    for path in PROJECT.iterdir():
        if path.name not in {".git", ".venv", "data", "demo", "build"}:
            (directory / path.name).symlink_to(path)
    programs = directory / ".venv" / "bin"
    programs.mkdir(parents=True)
    _program(programs / "scrapy", _SCRAPY.format(python=sys.executable))
    for name in ("python", "warcio"):
        beside = Path(sys.executable).with_name(name)
        _program(programs / name, _OTHER.format(program=beside))
    if demo is not None:
        for name in ("demo", "data"):
            shutil.copytree(demo, directory / name)
    return directory


def _program(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def run(
    command: list[str], where: Path, *, text: str | None = None, timeout: int = 120
) -> "subprocess.CompletedProcess[str]":
    """Run a command in a checkout as somebody who has activated its ``.venv``.

    Time stands where the demo's does, where there is a demo.
    """
    time = where / "demo" / "clock"
    path = f"{where / '.venv' / 'bin'}:{os.environ.get('PATH', os.defpath)}"
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("NEWSCRAWL_", "PYTHON"))}
    return subprocess.run(
        command,
        cwd=where,
        env=inherited | ({"NEWSCRAWL_CLOCK": str(time)} if time.exists() else {}) | {
            "PATH": path,
            "NEWSCRAWL_DATA": str(where / "data"),
            "HF_HOME": str(where / "huggingface"),
            "HF_HUB_OFFLINE": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        input=text,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )  # fmt: skip
