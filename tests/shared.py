"""Where pages captured from the real site are, for those who have them; they are never committed."""

import os
from pathlib import Path

_BESIDE = Path(__file__).resolve().parents[2] / "shared"


def pages() -> Path | None:
    """Return the directory of captured pages, or None where there is none."""
    directory = Path(os.environ.get("NEWSCRAWL_SHARED", _BESIDE)) / "antara" / "pages"
    return directory if directory.is_dir() else None
