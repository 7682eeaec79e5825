"""The benchmark of what reads the records has records to read."""

from pathlib import Path

from benchmarks.kept.__main__ import cost
from benchmarks.kept.records import write
from newscrawl.kept.selection import Selection
from newscrawl.kept.stories import Stories
from newscrawl.places import Places
from newscrawl.schema import validator


def test_records_are_good_and_all_there(tmp_path: Path) -> None:
    """Each story is there once in its newest revision, and each line is of the schema."""
    articles = Places.under(tmp_path).articles
    lines = list(Stories(articles, Selection(all_revisions=True))) if write(articles, 300) else []
    for record in lines:
        validator()(record)
    assert len({record["id"] for record in lines}) == len(list(Stories(articles))) == 300
    assert len(lines) > 300


def test_what_a_command_costs(tmp_path: Path) -> None:
    """Its exit code, its processor time and its memory are its own, and nothing of it is left."""
    write(Places.under(tmp_path).articles, 10)
    used = cost(".csv", tmp_path)
    assert (used.code, used.cpu > 0) == (0, True)
    assert 10e6 < used.peak < 1e9
    assert [path.name for path in tmp_path.iterdir()] == ["antara"]
