"""``scrapy verify``: what it says, and its exit codes."""

import subprocess
from pathlib import Path

import pytest
from scrapy.settings import Settings

from newscrawl.exits import CannotRun, Locked
from newscrawl.verify.verifying import verify
from tests import warm
from tests.e2e.crawling import environment
from tests.making import open_run
from tests.verify.keeping import FIRST, lines, make, write


def scrapy(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run ``scrapy verify`` in the project."""
    return warm.run_text("scrapy", "verify", *arguments, env=environment(data), timeout=60)


def verified(data: Path, *, repairs: bool = False, names_all: bool = False) -> int:
    """Do what the command does, in this process."""
    settings = Settings({"NEWSCRAWL_DATA": str(data), "NEWSCRAWL_REVISITS": "1h, 6h, 1d, 7d"})
    return verify(settings, repairs=repairs, is_fast=False, names_all=names_all)


def test_finding_and_mending(tmp_path: Path) -> None:
    """A finding has file and line and ends with 1; a repair tells what it did, proves it, and 0."""
    root = make(tmp_path)
    first, *rest = lines(root, FIRST)
    write(root, FIRST, [first, b"a note of mine\n", *rest])
    done = scrapy(tmp_path, "antara")
    assert (done.returncode, done.stderr) == (1, "")
    assert f"  articles/{FIRST}:2: Expecting value, at character 1" in done.stdout
    assert done.stdout.endswith("3 findings (exit code 1); --repair mends what it can\n")
    mended = scrapy(tmp_path, "antara", "--repair")
    assert (mended.returncode, mended.stderr) == (0, "")
    said = " ".join(mended.stdout.split())
    assert f" articles/{FIRST}: 1 line moved to quarantine/lines/2026-11-19-" in said
    assert "\nchecked again\n" in mended.stdout
    assert mended.stdout.endswith("all is right (exit code 0)\n")
    short = [line for line in mended.stdout.splitlines() if str(tmp_path) not in line]
    assert max(map(len, [*done.stdout.splitlines()[:-1], *short])) <= 80


def test_what_was_checked_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """That nothing is wrong says something when one knows how much was looked at."""
    make(tmp_path)
    assert verified(tmp_path) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.split()[:3] for line in told[:6]] == [
        ["checked", "count"],
        ["day", "files", "2"],
        ["lines", "6", "of"],
        ["ledger", "6", "records;"],
        ["pointers", "6", "from"],
        ["archive", "19", "records"],
    ]


def test_many_findings_are_counted_and_a_few_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of each kind five are named, unless all are asked for."""
    root = make(tmp_path)
    write(root, FIRST, [*lines(root, FIRST), *([b"{\n"] * 12)])
    assert verified(tmp_path) == 1
    told = capsys.readouterr().out
    assert (told.count(": Expecting"), "    and 7 more (--all" in told) == (5, True)
    assert verified(tmp_path, names_all=True) == 1
    assert capsys.readouterr().out.count(": Expecting") == 12


def test_beside_a_run_nothing_is_checked(tmp_path: Path) -> None:
    """While a crawl holds the lock, one line says so; a crawl beside a check is told, too."""
    make(tmp_path)
    run = open_run(tmp_path)
    for repairs in (False, True):
        with pytest.raises(Locked, match="another run holds"):
            verified(tmp_path, repairs=repairs)
    run.close(0)
    assert verified(tmp_path) == 0


def test_nothing_kept_is_no_healthy_directory(tmp_path: Path) -> None:
    """A misspelt data directory is told, and none is made."""
    with pytest.raises(CannotRun, match="there is no"):
        verified(tmp_path / "typo")
    assert list(tmp_path.iterdir()) == []


def test_bad_arguments(tmp_path: Path) -> None:
    """Anything but the spider's name is an argument that is not taken."""
    done = scrapy(tmp_path, "other")
    assert done.returncode == 2
    assert done.stderr.startswith("scrapy verify: there are no records of 'other': name antara;")
