"""Stories that the site has no more."""

from datetime import date
from pathlib import Path

from newscrawl.kept.selection import Selection
from tests.making import article
from tests.picture.directory import keep, know_gone, published, told


def test_gone_stories_newest_first(tmp_path: Path) -> None:
    """Those that are kept and selected, with since when."""
    places = keep(tmp_path, article(1), article(2, date_published=None), article(3))
    keep(tmp_path, article(4, date_published=published(0)))
    times = [f"2026-11-2{n}T00:00:00Z" for n in range(5)]
    know_gone(places, n1=times[1], n2=times[2], n4=times[3], n9=times[4])
    gone = told(places, Selection(since=date(2026, 11, 10)))["gone"]
    assert (gone["ledger"], gone["count"]) == ("read", 2)
    assert [story["id"] for story in gone["list"]] == ["antara:2", "antara:1"]
    assert (gone["series"], gone["undated"]) == ([(0, 1)], 1)
    assert gone["list"][1] == {
        "id": "antara:1", "headline": "Kabar nomor 1", "url": article(1).url, "day": 0,
        "since": times[1],
    }  # fmt: skip


def test_a_ledger_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """The rest of the picture does not need it."""
    places = keep(tmp_path, article(1))
    places.ledger.write_bytes(b"no database, though long enough to be one" * 100)
    data = told(places)
    assert data["gone"]["ledger"] == f"{places.ledger}: file is not a database"
    assert data["records"] == 1
