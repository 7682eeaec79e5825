"""A demo that is crawled once, and checkouts that have a copy of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.checkout import checkout, crawled


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data directory of a demo."""
    return crawled(tmp_path_factory.mktemp("docs"))


@pytest.fixture
def here(tmp_path: Path, demo: Path) -> Iterator[Path]:
    """Return a checkout of its own; it goes when the test is over."""
    where = checkout(tmp_path / "newscrawl", demo)
    yield where
    shutil.rmtree(where)
