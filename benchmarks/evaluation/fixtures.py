"""The pages of the project's own making: their ``expected.json`` is what they say."""

import json
from pathlib import Path
from typing import Any

from benchmarks.evaluation.truth import Page, Truth, digest_or_none

_FIXTURES = Path(__file__).parents[2] / "tests" / "fixtures" / "antara"
_SAME = (
    "template",
    "section",
    "tags",
    "language",
    "date_published",
    "date_modified",
    "reporters",
    "translators",
    "editors",
    "body",
)


def fixtures(directory: Path = _FIXTURES) -> list[Page]:
    """Return every fixture of one page, by name: no other tool reads a story from several."""
    cases = (path.parent for path in sorted(directory.glob("*/expected.json")))
    return [_page(case) for case in cases if not (case / "page-2.html").exists()]


def _page(case: Path) -> Page:
    meta = json.loads((case / "meta.json").read_text("utf-8"))
    record = json.loads((case / "expected.json").read_text("utf-8"))
    page = case / "page.html"
    return Page(case.name, page, meta["url"], meta["fetched_at"], _truth(record), record)


def _truth(record: dict[str, Any]) -> Truth:
    dateline = record["dateline"]
    return Truth(
        **{name: record[name] for name in _SAME},
        headline=digest_or_none(record["headline"]),
        description=digest_or_none(record["description"]),
        image=record["images"][0]["url"] if record["images"] else None,
        dateline=dateline["text"] if dateline else None,
    )
