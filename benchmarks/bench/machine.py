"""On what was measured: the versions of what ran, and the machine without its name."""

import json
import os
import platform
import sqlite3
import subprocess
from importlib import metadata
from pathlib import Path

from benchmarks.evaluation.tools import TOOLS
from newscrawl import __version__
from newscrawl.antara.articles import EXTRACTOR_VERSION

_OWN = ("Scrapy", "Twisted", "lxml", "parsel", "itemloaders")
_PEERS = ("trafilatura", "newspaper4k", "news-please")
_ASK = """
import json, sys
from importlib.metadata import version
print(json.dumps({name: version(name) for name in sys.argv[1:]}))
"""
_CPUS = Path("/proc/cpuinfo")
_GIB = 2**30


def versions() -> str:
    """Return what was run, newscrawl first and the peers last."""
    ours = f"newscrawl {__version__} (extractor {EXTRACTOR_VERSION})"
    own = {name: metadata.version(name) for name in _OWN}
    every = {"Python": platform.python_version(), "SQLite": sqlite3.sqlite_version} | own | _peers()
    return ", ".join((ours, *(f"{name} {version}" for name, version in every.items())))


def machine() -> str:
    """Return processor, cores, memory and kernel."""
    cores = os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _GIB
    # Of the release what says which it is, and not who built it.
    kernel = f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}"
    return f"{_processor()}, {cores} cores, {memory:.0f} GiB of memory, {kernel}"


def _processor() -> str:
    lines = _CPUS.read_text(encoding="utf-8").splitlines() if _CPUS.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()


def _peers() -> dict[str, str]:
    python = next(tool.python for tool in TOOLS if tool.name == _PEERS[0])
    if not python.exists():
        return dict.fromkeys(_PEERS, "(not installed)")
    answer = subprocess.run(  # noqa: S603 - the Python that make has installed
        [python, "-c", _ASK, *_PEERS], check=True, capture_output=True, text=True
    )
    found: dict[str, str] = json.loads(answer.stdout)
    return found
