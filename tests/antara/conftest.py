"""Where the tests find material captured from the real site, if it is on this machine."""

import os
from pathlib import Path

import pytest

ENVIRONMENT_VARIABLE = "NEWSCRAWL_SHARED"


def _shared() -> Path:
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    return Path(named) if named else Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture(scope="session")
def real_pages() -> Path:
    """The directory of captured pages; a test that needs it is skipped where it is absent."""
    pages = _shared() / "antara" / "pages"
    if not pages.is_dir():
        pytest.skip(f"no captured pages at {pages}; {ENVIRONMENT_VARIABLE} names another place")
    return pages
