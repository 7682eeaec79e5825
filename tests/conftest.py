"""Fixtures for every test."""

from pathlib import Path

import pytest

import tests.shared


@pytest.fixture(scope="session")
def real_pages() -> Path:
    """Return the directory of pages captured from the site, or skip: they are not in the project."""
    pages = tests.shared.pages()
    if pages is None:
        pytest.skip("no captured pages here; set NEWSCRAWL_SHARED to the directory that has them")
    return pages
