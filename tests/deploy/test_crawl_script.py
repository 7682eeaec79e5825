"""deploy/crawl says something when there is news of trouble, and nothing otherwise."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.deploy.rendering import PROJECT

_A_DAY_AND_A_BIT = 25 * 3600


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data directory beside a scrapy that ends as it is told."""
    scrapy = tmp_path / "bin" / "scrapy"
    scrapy.parent.mkdir()
    scrapy.write_text(
        f'#!/bin/sh\necho "$@" >{tmp_path}/asked\necho said\necho logged >&2\n'
        f"exit $(cat {tmp_path}/code)\n",
        encoding="utf-8",
    )
    scrapy.chmod(0o755)
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


def crawl(data: Path, code: int, *arguments: str) -> tuple[int, str]:
    """Run the script around a crawl that ends with a code; return its own code and its words."""
    (data.parent / "code").write_text(str(code), encoding="ascii")
    done = subprocess.run(
        [PROJECT / "deploy" / "crawl", *arguments],
        env={
            "PATH": "/usr/bin:/bin",
            "NEWSCRAWL_VENV": str(data.parent),
            "NEWSCRAWL_DATA": str(data),
        },
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_a_healthy_run_says_nothing(data: Path) -> None:
    """Neither the summary nor the log of a healthy run is news."""
    assert crawl(data, 0) == (0, "")


def test_a_second_run_says_nothing(data: Path) -> None:
    """That another run is going on is no news, and changes nothing in what was said."""
    assert crawl(data, 75) == (0, "")
    crawl(data, 3)
    assert crawl(data, 75) == (0, "")
    assert crawl(data, 3) == (3, "")


def test_trouble_is_told_once(data: Path) -> None:
    """A run that does not end well is told with all it said; the next ones like it are not."""
    assert crawl(data, 3) == (3, "said\nlogged\n")
    assert crawl(data, 3) == (3, "")


def test_other_trouble_is_told(data: Path) -> None:
    """Another exit code is news."""
    crawl(data, 3)
    assert crawl(data, 4) == (4, "said\nlogged\n")


def test_trouble_that_lasts_is_told_every_day(data: Path) -> None:
    """Nobody has to remember what was mailed last week."""
    crawl(data, 3)
    told = data / "cron.told"
    then = told.stat().st_mtime - _A_DAY_AND_A_BIT
    os.utime(told, (then, then))
    assert crawl(data, 3) == (3, "said\nlogged\n")
    assert crawl(data, 3) == (3, "")


def test_the_end_of_trouble_is_told_once(data: Path) -> None:
    """That all is well again is news, and then no more."""
    crawl(data, 3)
    assert crawl(data, 0) == (0, "antara: healthy again (the exit code was 3)\n")
    assert crawl(data, 0) == (0, "")


def test_a_data_directory_that_cannot_be_written(data: Path) -> None:
    """Where nothing can be noted, trouble is told every time."""
    data.rmdir()
    for _ in range(2):
        assert crawl(data, 6) == (6, "said\nlogged\n")


@pytest.mark.parametrize("code", [124, 137])
def test_a_run_that_was_ended(data: Path, code: int) -> None:
    """A run that hung, or was killed, is told as what it was."""
    assert crawl(data, code) == (
        code,
        "antara: the run did not end in time, and was ended\nsaid\nlogged\n",
    )


def test_arguments_are_passed_on(data: Path) -> None:
    """What is said on the line goes to the crawl, after the time that a run has."""
    crawl(data, 0, "-a", "edition=en", "-s", "CLOSESPIDER_TIMEOUT=60")
    assert (data.parent / "asked").read_text(encoding="utf-8") == (
        "crawl antara -s CLOSESPIDER_TIMEOUT=480 -a edition=en -s CLOSESPIDER_TIMEOUT=60\n"
    )
