"""Archives of small crawls, and ``scrapy extract`` on them as a user runs it."""

import json
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newscrawl import clock
from tests import warm
from tests.e2e.crawling import LIMIT_SECONDS, crawl, environment
from tests.e2e.pages import WWW, path, site, story
from tests.e2e.serving import Answer, PageServer
from tests.making import NOON

if TYPE_CHECKING:
    import subprocess

STORIES = range(140, 100, -1)
CHANGED, REPEATING, REPEATED = (139, 120), 110, 130
_LONG = " ".join(f"kalimat{number} tentang perundingan dagang" for number in range(40))
_UNREADABLE = 105
PIPELINES = ("revision", "first_seen", "near_duplicate_of")
"""What records printed alone do not have from their pages."""


def crawl_twice(directory: Path) -> Path:
    """Crawl a small site, and a week later what changed of it; return the data directory.

    Stories repeat one another, some are corrected, most are not, and one page is no story.
    """
    data, time = directory / "data", directory / "clock"
    pages = site(*STORIES)
    for number in (REPEATED, REPEATING):
        pages[WWW, path(number)] = story(number, body=_LONG + f" nomor{number}")
    pages[WWW, path(_UNREADABLE)] = Answer(b"<html><body><p>x</p></body></html>")
    with PageServer(pages, tagged=True) as server:
        clock.write(time, NOON)
        first = crawl(server.origin, data, "-s", "DOWNLOAD_DELAY=0", clock=time, follow_depth=0)
        for number in CHANGED:
            pages[WWW, path(number)] = story(number, body="Menteri itu meralat ucapannya kemarin.")
        clock.write(time, NOON + timedelta(days=8))
        second = crawl(server.origin, data, "-s", "DOWNLOAD_DELAY=0", clock=time, follow_depth=0)
    assert first.returncode in (0, 3, 5), first.stderr
    assert second.returncode in (0, 3, 5), second.stderr
    return data


_PATCHED = """
import os, sys, time
from newscrawl.antara.articles import UnreadablePage
from newscrawl.extraction import pages, storing
original = pages.extract
{}
pages.extract = extract
storing._GROUP = 3
from scrapy.cmdline import execute
execute(["scrapy", "extract", *sys.argv[1:]])
"""


def extract(*arguments: object) -> "subprocess.CompletedProcess[bytes]":
    """Run ``scrapy extract`` to its end."""
    return _run(command(*arguments))


def extract_with(patch: str, *arguments: object) -> "subprocess.CompletedProcess[bytes]":
    """Run it with another function ``extract``, which may call the ``original``."""
    return _run(patched(patch, *arguments))


def extract_until(data: Path, lines: int, patch: str, *arguments: object) -> None:
    """Run it with another function, and kill it with -9 when so many lines are stored."""
    words = patched(patch, *arguments)[1:]

    def are_stored() -> bool:
        return sum(text.count(b"\n") for text in day_files(data).values()) >= lines

    warm.killed(*words, until=are_stored, env=environment(Path("unused")), timeout=LIMIT_SECONDS)


def patched(patch: str, *arguments: object) -> list[str]:
    """Return a command line that does so, and stores in groups of three."""
    return [sys.executable, "-c", _PATCHED.format(patch), *map(str, arguments)]


def _run(line: list[str]) -> "subprocess.CompletedProcess[bytes]":
    words = line[2:] if line[1] == "-m" else line[1:]
    return warm.run(*words, env=environment(Path("unused")), timeout=LIMIT_SECONDS)


def command(*arguments: object) -> list[str]:
    """Return the command line."""
    return [sys.executable, "-m", "scrapy", "extract", *map(str, arguments)]


def day_files(data: Path) -> dict[str, bytes]:
    """Return the day files of a data directory."""
    files = sorted((data / "antara" / "articles").glob("*.jsonl"))
    return {file.name: file.read_bytes() for file in files}


def without(line: bytes, *fields: str) -> dict[str, Any]:
    """Return a record without some of its fields."""
    record: dict[str, Any] = json.loads(line)
    return {name: value for name, value in record.items() if name not in fields}
