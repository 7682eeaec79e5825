"""The picture's data as a whole: what may be odd about a directory."""

import gzip
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from newscrawl import clock
from newscrawl.kept.selection import Selection
from newscrawl.packed import pack
from newscrawl.picture import notes
from newscrawl.picture.data import picture
from newscrawl.picture.groups import GROUPS
from newscrawl.places import Places
from newscrawl.records import to_line
from tests.making import article
from tests.picture.directory import keep, published, told, total, write

_LINK = '"related":[{"article_id":2,"url":"https://www.antaranews.com/berita/2/a",'


def test_compressed_day_files_make_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A directory is the same when its old days are compressed."""
    now = tmp_path / "clock"
    clock.write(now, datetime(2026, 11, 22, 3, tzinfo=UTC))
    monkeypatch.setenv(clock.ENVIRONMENT_VARIABLE, str(now))
    keep(tmp_path, article(1), article(2), day="2026-11-19")
    places = keep(tmp_path, article(1, revision=2, headline="Lain"), article(3))
    before = told(places)
    pack(places.articles / "2026-11-19.jsonl")
    assert told(places) == before
    assert (before["records"], before["lines"]) == (3, 4)


def test_an_empty_directory(tmp_path: Path) -> None:
    """Nothing is kept, no run was made, no ledger is there: all is told, and empty."""
    data = told(Places.under(tmp_path))
    assert (data["records"], data["lines"], data["days"], data["stories"]) == (0, 0, None, [])
    assert set(data["groups"]) == set(GROUPS)
    assert data["gone"] == {
        "ledger": "absent", "count": 0, "series": [], "undated": 0, "list": [],
    }  # fmt: skip
    assert (data["fetched"]["days"], data["runs"]["days"], data["threads"]["list"]) == (
        None,
        None,
        [],
    )


def test_nothing_is_dated(tmp_path: Path) -> None:
    """Stories without a date are counted, and in no series."""
    data = told(keep(tmp_path, article(1, date_published=None, agencies=["AFP"])))
    assert (data["records"], data["undated"], data["days"], data["stories"]) == (1, 1, None, [])
    agencies = data["groups"]["agencies"]
    assert (agencies["undated"], agencies["values"], agencies["named"]) == (1, {}, 0)
    assert data["words"]["undated"] == data["corrections"]["of_undated"] == 1


@pytest.mark.parametrize(
    ("time", "day"),
    [
        ("2026-11-20T23:59:59+07:00", "2026-11-20"),
        ("2026-11-21T00:59:59+08:00", "2026-11-20"),
        ("2026-11-21T01:00:00+08:00", "2026-11-21"),
        ("2026-11-20T16:59:59Z", "2026-11-20"),
        ("2026-11-20T17:00:00Z", "2026-11-21"),
    ],
)
def test_days_are_those_of_jakarta(tmp_path: Path, time: str, day: str) -> None:
    """Whatever offset a page gives."""
    data = told(keep(tmp_path, article(date_published=time, fetched_at="2026-11-20T17:00:00Z")))
    assert data["days"] is not None
    assert (data["days"]["first"], data["days"]["count"]) == (day, 1)
    assert data["fetched"]["days"] == {"first": "2026-11-21", "count": 1}


def test_an_older_revision_after_a_newer_one(tmp_path: Path) -> None:
    """The newest revision counts, wherever its line stands."""
    old, new = article(1, agencies=["AP"]), article(1, revision=2, agencies=["AFP"])
    data = told(keep(tmp_path, new, old))
    assert list(data["groups"]["agencies"]["values"]) == ["AFP"]
    assert (data["records"], data["lines"]) == (1, 2)


def test_dates_by_mistake_do_not_hide_the_others(tmp_path: Path) -> None:
    """The days to be shown leave out what lies years from all others; it is named."""
    stories = [article(n, date_published=published(n % 20)) for n in range(1, 401)]
    stories[0].date_published = "1970-01-01T07:00:00+07:00"
    stories[1].date_published = "2099-01-01T07:00:00+07:00"
    data = told(keep(tmp_path, *stories))
    days = data["days"]
    assert days is not None
    assert (days["first"], days["strays"]) == ("1970-01-01", 2)
    begin = (date(2026, 11, 1) - date(1970, 1, 1)).days
    assert days["main"] == (begin, begin + 19)
    assert [stray["id"] for stray in days["examples"]] == ["antara:1", "antara:2"]
    assert total(data["stories"]) == 400
    assert len(data["stories"]) == 22


@pytest.mark.parametrize(("stories", "main"), [(1, (0, 20770)), (2, (20770, 20770))])
def test_dates_by_mistake_among_few_stories(
    tmp_path: Path, stories: int, main: tuple[int, int]
) -> None:
    """Of two stories, years apart, nobody can tell which is wrong; of three, the one alone."""
    wrong = article(9, date_published="1970-01-01T07:00:00+07:00")
    others = [article(n, date_published="2026-11-13T12:00:00+07:00") for n in range(1, stories + 1)]
    days = told(keep(tmp_path, wrong, *others))["days"]
    assert days is not None
    assert days["main"] == main


def test_years_without_stories_are_no_strays(tmp_path: Path) -> None:
    """A gap of years within the records is a gap, not a mistake."""
    early = [article(n, date_published="2015-05-05T05:00:00+07:00") for n in range(1, 21)]
    late = [article(n, date_published=published(0)) for n in range(21, 41)]
    days = told(keep(tmp_path, *early, *late))["days"]
    assert days is not None
    assert (days["main"], days["strays"]) == ((0, days["count"] - 1), 0)


@pytest.mark.parametrize(
    "time", ["kemarin", "2026-11-20", "2026-11-20T09:00:00", "0001-01-01T00:00:00+14:00"]
)
def test_a_date_that_is_none(tmp_path: Path, time: str) -> None:
    """Of a damaged line the date is taken for missing; the story counts, in every period."""
    places = keep(tmp_path, article(1, date_published=time))
    assert told(places, Selection(since=date(2026, 11, 1)))["undated"] == 1


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ('"tags":[]', '"tags":null', "tags is missing, or not of its type"),
        ('"tags":[]', '"tags":[1]', "tags holds something that is no text"),
        ('"breadcrumbs":[]', '"breadcrumbs":[1]', "breadcrumbs holds something that is no text"),
        ('"related":[]', '"related":[1]', "related holds something of another form"),
        ('"related":[]', _LINK + '"kind":{},"title":null}]', "related holds a link whose kind is"),
        ('"related":[]', _LINK + '"kind":"baca_juga","title":[]}]', "a link whose title is"),
        ('"revision":1', f'"revision":{2**70}', "id or revision is none that there can be"),
        ("Kabar nomor", "Kabar \\ud800", "it holds half of a character"),
    ],
)
def test_a_record_of_another_form(tmp_path: Path, before: str, after: str, why: str) -> None:
    """What is no story is passed over and named; the others are counted."""
    write(tmp_path, to_line(article(1)).replace(before, after, 1) + "\n{\n")
    data = told(keep(tmp_path, article(2)))
    assert (data["records"], data["lines"], data["passed"]["count"]) == (1, 1, 2)
    assert "2026-11-20.jsonl:1: " in data["passed"]["examples"][0]
    assert why in data["passed"]["examples"][0]


def test_a_damaged_compressed_file_is_named(tmp_path: Path) -> None:
    """What can be read of it is counted."""
    path = keep(tmp_path, *(article(n) for n in range(1, 400))).articles / "2026-11-20.jsonl"
    whole = gzip.compress(path.read_bytes())
    path.unlink()
    path.with_suffix(".jsonl.gz").write_bytes(whole[: len(whole) // 2])
    data = told(Places.under(tmp_path))
    assert 0 < data["records"] < 399
    assert data["passed"]["count"] == 1


def test_markup_stays_data(tmp_path: Path) -> None:
    """Strings are told as they are kept, and no text of a story is told."""
    headline = "<script>alert(1)</script> & “Jepang”"
    data = told(keep(tmp_path, article(1, headline=headline, body="Rahasia dapur.")))
    assert data["places"]["latest"]["JP"][0][1] == headline
    assert "Rahasia dapur" not in str(data)


def test_when_and_of_what_it_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The data says when it was made, by which version, and of which selection."""
    now = tmp_path / "clock"
    clock.write(now, datetime(2026, 11, 22, 3, tzinfo=UTC))
    monkeypatch.setenv(clock.ENVIRONMENT_VARIABLE, str(now))
    data = told(keep(tmp_path, article()), Selection(since=date(2026, 11, 1)))
    assert (data["form"], data["made_at"]) == (1, "2026-11-22T03:00:00Z")
    assert data["selection"] == "2026-11-01 to now"
    assert data["extractor_versions"] == {"1": 1}


def test_it_says_how_far_it_is(tmp_path: Path) -> None:
    """Both readings, and the counting behind them, are shown."""
    shown: list[str] = []
    picture(keep(tmp_path, article()), Selection(), lambda doing, *_: shown.append(doing))
    assert shown == ["looking", "reading", "counting"]


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room for the temporary file, the error names its directory."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(notes, "_TABLES", notes._TABLES + "; PRAGMA max_page_count = 12")
    with pytest.raises(OSError, match=rf"{tmp_path}: database or disk is full"):
        told(keep(tmp_path, *(article(n) for n in range(1, 300))))
