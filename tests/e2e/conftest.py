"""Fixtures of tests that crawl a site which changes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl import clock
from newscrawl.exits import ExitCode
from tests.e2e.watching import Watched, site_of_one_era
from tests.making import NOON


@pytest.fixture(scope="session")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what a first, healthy crawl kept."""
    directory = tmp_path_factory.mktemp("first")
    clock.write(directory / "clock", NOON)
    with site_of_one_era(directory / "clock") as site:
        first = Watched(site, directory)
        crawled = first.crawl(0)
        assert crawled.returncode == ExitCode.HEALTHY, crawled.stdout + crawled.stderr
    return first.data


@pytest.fixture
def watched(tmp_path: Path, first_run: Path) -> Iterator[Watched]:
    """Return a site of one era, with the first crawl behind it."""
    time = tmp_path / "clock"
    clock.write(time, NOON)
    shutil.copytree(first_run, tmp_path / "data")
    with site_of_one_era(time) as site:
        yield Watched(site, tmp_path)
