"""What an export takes for a record, and what it passes over."""

import json
from pathlib import Path
from typing import Any

import pytest

from newscrawl.export.selected import Selected, Story
from newscrawl.kept.selection import Selection
from newscrawl.places import Places
from newscrawl.records import to_dict
from tests.export.sample import GONE, keep, sample
from tests.making import article


def _selected(root: Path) -> Selected:
    return Selected(Places.under(root), Selection(), lambda *_: None)


def _line(number: int, **changes: Any) -> str:
    return json.dumps(to_dict(article(number)) | changes)


def _told(root: Path, *lines: str) -> tuple[list[Story], list[str]]:
    selected = _selected(keep(root, *lines))
    return list(selected), selected.passed.examples


@pytest.mark.parametrize(
    "changes",
    [
        {"headline": 5},
        {"tags": None},
        {"date_published": "2026-02-31T10:00:00+07:00"},
        {"date_published": "0001-01-01T00:00:00+07:00"},
        {"date_published": "9999-12-31T23:59:59Z"},
        {"article_id": 2**63},
        {"strange": 1},
    ],
)
def test_what_is_not_of_the_schema_is_passed_over(tmp_path: Path, changes: dict[str, Any]) -> None:
    """A record that no column could hold is named with file and line; the others are taken."""
    stories, passed = _told(tmp_path, _line(1, **changes), "{", _line(2))
    assert [story.record["article_id"] for story in stories] == [2]
    assert sorted(told.split(": ")[0].rpartition(":")[2] for told in passed) == ["1", "2"]
    assert all(told.startswith(str(tmp_path)) for told in passed)


def test_at_most_twenty_are_named(tmp_path: Path) -> None:
    """All are counted."""
    selected = _selected(keep(tmp_path, *(_line(n, tags=1) for n in range(1, 41)), *["{"] * 3))
    assert not list(selected)
    assert (selected.count, selected.passed.count, len(selected.passed.examples)) == (0, 43, 20)


def test_texts_can_be_written_as_utf_8(tmp_path: Path) -> None:
    """NUL and halves of surrogate pairs, which many tools stop at, become U+FFFD."""
    lines = (_line(1, headline="a\x00b\ud800c", tags=["\udfff"]), _line(2, headline="é\U0001f600"))
    keep(tmp_path, *lines)
    with (Places.under(tmp_path).articles / "2026-11-20.jsonl").open("ab") as file:
        file.write(_line(3, headline="x?").encode().replace(b"?", b"\xed\xa0\x80") + b"\n")
    stories, passed = _told(tmp_path)
    assert passed == []
    assert [story.record["headline"] for story in stories] == ["a�b�c", "é\U0001f600", "x�"]
    assert stories[0].record["tags"] == ["�"]


def test_whole_numbers_are_integers(tmp_path: Path) -> None:
    """JSON Schema takes 1.0 for an integer; a column does not."""
    ((story,), _) = _told(tmp_path, _line(1, word_count=12.0))
    assert type(story.record["word_count"]) is int


def test_the_ledger_says_what_is_gone(tmp_path: Path) -> None:
    """A story that is gone says since when, in every revision; without a ledger nothing is."""
    selected = _selected(sample(tmp_path / "a"))
    told = {story.record["id"]: story.gone_since for story in selected}
    assert {name for name, since in told.items() if since == GONE} == {"antara:3"}
    assert not any(story.gone_since for story in _selected(keep(tmp_path / "b", _line(3))))


def test_revisions_stop_at_the_newest_that_was_told(tmp_path: Path) -> None:
    """What a crawl appends between two readings is in none of them."""
    keep(tmp_path, article(1), article(1, revision=2), article(2))
    newest = {"antara:1": 1}
    told = [story.record["revision"] for story in _selected(tmp_path).revisions(newest.get)]
    assert told == [1]
