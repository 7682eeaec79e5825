"""A healthy directory for each test of the check and the repair."""

import shutil
from pathlib import Path

import pytest

from tests.verify.keeping import make


@pytest.fixture(scope="session")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a directory that nobody changes."""
    return make(tmp_path_factory.mktemp("kept"))


@pytest.fixture
def root(healthy: Path, tmp_path: Path) -> Path:
    """Return a copy of it, to be damaged."""
    shutil.copytree(healthy, tmp_path / "data" / "antara")
    return tmp_path / "data" / "antara"
