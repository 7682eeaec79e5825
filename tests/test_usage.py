"""A command line that is wrong: one line that says what, and what to write instead."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import warm
from tests.e2e.crawling import environment

if TYPE_CHECKING:
    import subprocess


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["crawl"], "name the spider, antara"),
        (["crawl", "antara", "--since", "2026-11-01"], "write -a since=VALUE"),
        (["crawl", "antara", "-a", "since"], "write -a since=VALUE"),
        (["crawl", "antara", "-L", "loud"], "it is one of CRITICAL, ERROR"),
        (["crawl", "antara", "-s", "LOG_LEVEL=10"], "it is one of CRITICAL, ERROR"),
        (["crawl", "antara", "--logfile", "/proc/none/log"], "name a file that can be written"),
        (["crawl", "antara", "--pidfile", "/proc/none/pid"], "name a file that can be written"),
        (["doctor", "antara", "--verbose"], "there is no option --verbose"),
        (["doctor", "antara", "-s", "=1"], "write -s NAME=1"),
        (["extract", "--jobs"], "--jobs: expected one argument; scrapy extract --help"),
    ],
)
def test_a_bad_command_line_is_one_line(tmp_path: Path, given: list[str], said: str) -> None:
    """Exit code 2, nothing on standard output, no usage above it, no traceback, nothing made."""
    done = run(tmp_path, *given)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["crawl", "antara", "-s", "DOWNLOAD_DELAY=fast"], "it takes a number, 0 or more"),
        (["crawl", "antara", "-s", "NEWSCRAWL_DATA="], "it takes a directory"),
        (["crawl", "antara", "-s", "NEWSCRAWL_DATA=/proc/none"], "a directory that can be written"),
        (["doctor", "antara", "-s", "NEWSCRAWL_PATIENT=1"], "did you mean NEWSCRAWL_PATIENCE?"),
        (["extract", "x.html", "-s", "NEWSCRAWL_WARK=1"], "did you mean NEWSCRAWL_WARC?"),
        (["extract", "README.md", "--store", "x", "CLOCK"], "the machine's clock counts"),
    ],
)
def test_what_cannot_start_says_so_in_one_line(tmp_path: Path, given: list[str], said: str) -> None:
    """Exit code 1, and what to do about it."""
    clock = {"NEWSCRAWL_CLOCK": "/proc/none"} if "CLOCK" in given else {}
    store = [str(tmp_path / part) if part == "x" else part for part in given if part != "CLOCK"]
    done = run(tmp_path, *store, **clock)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def run(data: Path, *given: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end."""
    env = environment(data, NEWSCRAWL_CONTACT="desk@example.org", **more)
    return warm.run_text("scrapy", *given, env=env, timeout=60)
