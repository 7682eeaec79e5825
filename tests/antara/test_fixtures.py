"""Pages of our own making, with the record that each must give, written by hand from the page."""

import hashlib
import json
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from newscrawl.antara.articles import Hints, Page, extract
from newscrawl.records import to_dict

_FIXTURES = Path(__file__).parents[1] / "fixtures" / "antara"
_CASES = sorted(path.parent.name for path in _FIXTURES.glob("*/expected.json"))


def _expected(case: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((_FIXTURES / case / "expected.json").read_text("utf-8"))
    # What follows from the body is counted here, in another way than the program's.
    if record["body"] is None:
        return record | {"word_count": None, "body_sha256": None}
    text = unicodedata.normalize("NFC", " ".join(record["body"].split()))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return record | {"word_count": len(text.split(" ")), "body_sha256": digest}


def _read(case: str) -> dict[str, Any]:
    meta = json.loads((_FIXTURES / case / "meta.json").read_text("utf-8"))
    body, *further = (path.read_bytes() for path in _pages(_FIXTURES / case))
    hints = Hints(further=tuple(map(Page, further)))
    return to_dict(extract(body, meta["url"], datetime.fromisoformat(meta["fetched_at"]), hints))


def _pages(directory: Path) -> list[Path]:
    """Return ``page.html`` and what follows it: ``page-2.html``, ``page-3.html``."""
    further = directory.glob("page-*.html")
    return [directory / "page.html", *sorted(further, key=lambda path: int(path.stem[5:]))]


@pytest.mark.parametrize("case", _CASES)
def test_every_field_is_what_the_page_says(case: str) -> None:
    """Every field of the record is what a person reads on the page; a wrong one is named."""
    expected, record = _expected(case), _read(case)
    wrong = {
        name: (record[name], expected[name]) for name in expected if record[name] != expected[name]
    }
    assert not wrong, "\n".join(
        f"{case}: {name} is {found!r}, should be {wanted!r}"
        for name, (found, wanted) in wrong.items()
    )


@pytest.mark.parametrize("case", _CASES)
def test_expectations_state_every_field(case: str) -> None:
    """No field of the record goes unchecked."""
    assert set(_expected(case)) == set(_read(case))


def test_cases_are_found() -> None:
    """The fixtures are where the tests look for them."""
    assert len(_CASES) >= 60
