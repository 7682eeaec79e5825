"""Corrections."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from newscrawl.items import Article, Dateline, Image
from newscrawl.kept.selection import Selection
from newscrawl.picture.form_bonds import Corrections
from tests.making import article
from tests.picture.directory import keep, told


def _corrections(data: Path, *stories: Article) -> Corrections:
    return told(keep(data, *stories))["corrections"]


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"headline": "Ralat"}, ["headline"]),
        ({"body": "Lain.", "editors": ["Ani"]}, ["body", "editors"]),
        ({"dateline": Dateline(place="Wina")}, ["dateline"]),
        ({"date_modified": "2026-11-20T11:00:00+07:00"}, ["date_modified"]),
        ({"date_published": "2026-11-20T09:00:31+07:00"}, []),
        ({"images": [Image(url="a", caption="Baru")]}, ["images"]),
        ({"tags": ["baru"], "section": "Dunia"}, []),
    ],
)
def test_the_fields_that_changed_are_named(
    tmp_path: Path, changes: dict[str, Any], fields: list[str]
) -> None:
    """Those that make a story; what stands around it is no correction, nor are seconds."""
    corrections = _corrections(tmp_path, article(1), article(1, revision=2, **changes))
    assert list(corrections["fields"]) == sorted(fields)
    assert [story["changed"] for story in corrections["list"]] == ([fields] if fields else [])
    assert corrections["corrections"] == bool(fields)


def test_the_address_of_a_picture_is_no_correction(tmp_path: Path) -> None:
    """The site moves them between hosts."""
    before = article(1, images=[Image(url="a", caption="Sama")])
    after = article(1, revision=2, images=[Image(url="b", caption="Sama")])
    assert _corrections(tmp_path, before, after)["stories"] == 0


def test_a_page_read_after_a_feed_is_no_correction(tmp_path: Path) -> None:
    """It is the story's first reading; what comes after it may be one."""
    feed = article(1, template="feed", body=None)
    page = article(1, revision=2, headline="Lebih panjang")
    corrections = _corrections(tmp_path, feed, page)
    assert (corrections["stories"], corrections["of"]) == (0, [(0, 1)])
    later = article(1, revision=3, headline="Ralat", fetched_at="2026-11-21T05:00:00Z")
    (story,) = _corrections(tmp_path, later)["list"]
    assert (story["revisions"], story["changed"]) == (2, ["headline"])
    assert story["at"] == "2026-11-21T05:00:00Z"


def test_feeds_alone_cannot_be_corrected(tmp_path: Path) -> None:
    """They are not among the stories that the figure is of."""
    corrections = _corrections(tmp_path, article(1, template="feed", body=None))
    assert (corrections["of"], corrections["of_undated"]) == ([], 0)


def test_several_corrections_of_a_story(tmp_path: Path) -> None:
    """Each revision is compared with the one before it, wherever their lines stand."""
    third = article(1, revision=3, headline="B", body="B.", fetched_at="2026-11-20T07:00:00Z")
    second = article(1, revision=2, headline="B", fetched_at="2026-11-20T06:00:00Z")
    corrections = _corrections(tmp_path, third, article(1), second, article(2))
    assert (corrections["stories"], corrections["corrections"]) == (1, 2)
    assert corrections["fields"] == {"body": 1, "headline": 1}
    assert corrections["series"] == [(0, 1)]
    (story,) = corrections["list"]
    assert story == {
        "id": "antara:1", "headline": "B", "url": article(1).url, "day": 0, "revisions": 3,
        "changed": ["headline", "body"], "at": "2026-11-20T07:00:00Z",
    }  # fmt: skip


def test_a_line_that_is_there_twice(tmp_path: Path) -> None:
    """Of two lines with one number, which only damage makes, the later counts."""
    corrections = _corrections(tmp_path, article(1), article(1, headline="Lain"))
    assert corrections["stories"] == 0


def test_a_story_is_selected_by_its_newest_revision(tmp_path: Path) -> None:
    """Also where a correction moved it to another day."""
    moved = article(1, revision=2, date_published="2026-11-22T09:00:00+07:00")
    places = keep(tmp_path, article(1), moved)
    assert told(places, Selection(since=date(2026, 11, 21)))["corrections"]["stories"] == 1
    assert told(places, Selection(until=date(2026, 11, 21)))["corrections"]["stories"] == 0


def test_undated_stories_and_the_order_of_the_list(tmp_path: Path) -> None:
    """The last corrected first; what has no date is counted apart."""
    stories = [
        article(n, revision=r, headline=f"{n} {r}", fetched_at=f"2026-11-20T0{n}:00:00Z")
        for n in (1, 2, 3)
        for r in (1, 2)
    ]
    stories[2].date_published = stories[3].date_published = None
    corrections = _corrections(tmp_path, *stories)
    assert [story["id"] for story in corrections["list"]] == ["antara:3", "antara:2", "antara:1"]
    assert (corrections["series"], corrections["undated"]) == ([(0, 2)], 1)
    assert corrections["list"][1]["day"] is None
