"""Fixtures for every test."""

import os
import sys
from pathlib import Path

import pytest

import tests.shared

# Where bytecode is not to be written, each of the hundreds of processes that tests start would
# compile the project anew. It lands in __pycache__, which git ignores.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


@pytest.fixture(scope="session")
def real_pages() -> Path:
    """Return the directory of pages captured from the site, or skip: they are not in the project."""
    pages = tests.shared.pages()
    if pages is None:
        pytest.skip("no captured pages here; set NEWSCRAWL_SHARED to the directory that has them")
    return pages
