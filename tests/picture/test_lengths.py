"""Lengths and delays."""

from pathlib import Path

import pytest

from tests.making import article
from tests.picture.directory import keep, told, total


@pytest.mark.parametrize(
    ("seen", "bucket"),
    [
        ("2026-11-19T00:00:00Z", "≤ 10 min"),
        ("2026-11-20T02:10:59Z", "≤ 10 min"),
        ("2026-11-20T02:11:00Z", "≤ 30 min"),
        ("2026-11-20T03:00:00Z", "≤ 1 h"),
        ("2026-11-20T08:00:00Z", "≤ 6 h"),
        ("2026-11-21T02:00:00Z", "≤ 1 day"),
        ("2026-11-27T02:00:59Z", "≤ 7 days"),
        ("2026-11-27T02:01:00Z", "> 7 days"),
    ],
)
def test_delays_in_whole_minutes(tmp_path: Path, seen: str, bucket: str) -> None:
    """From 09:00 WIB; what was there before its printed time is in the first bucket."""
    delay = told(keep(tmp_path, article(1, first_seen=seen)))["delay"]
    filled = [name for name, s in zip(delay["buckets"], delay["counts"], strict=True) if total(s)]
    assert filled == [bucket]
    assert delay["stories"] == [(0, 1)]


def test_delays_need_both_times(tmp_path: Path) -> None:
    """A page that was read from a file was never first seen, and an undated one has no delay."""
    places = keep(tmp_path, article(1, first_seen=None), article(2, date_published=None))
    assert told(places)["delay"]["stories"] == []


def test_since_when_there_are_runs(tmp_path: Path) -> None:
    """Stories from before the first fetch by a run could not be seen sooner."""
    places = keep(
        tmp_path,
        article(1, date_published="2026-11-18T09:00:00+07:00"),
        article(2, fetched_at="2026-11-21T05:00:00Z"),
        article(3, fetched_at="2015-01-01T00:00:00Z", run_id=None),
    )
    assert told(places)["delay"]["watched_from"] == 2
    assert told(keep(tmp_path / "b", article(1, run_id=None)))["delay"]["watched_from"] is None


def test_words(tmp_path: Path) -> None:
    """Of stories with a body."""
    stories = article(1, body="satu dua tiga"), article(2, body="empat"), article(3, body=None)
    words = told(keep(tmp_path, *stories, article(4, date_published=None)))["words"]
    assert words == {"stories": [(0, 2)], "undated": 1, "sum": [(0, 4)]}
