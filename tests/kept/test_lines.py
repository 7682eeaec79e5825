"""The day files of a directory, and their lines."""

from pathlib import Path

import pytest

from newscrawl.kept.lines import day_files


def test_a_day_in_one_form(tmp_path: Path) -> None:
    """By day, the plain file where both forms are there; other files are none."""
    names = (
        "2026-11-19.jsonl.gz",
        "2026-11-20.jsonl.gz",
        "2026-11-20.jsonl",
        "2026-11-18.jsonl",
        "notes.txt",
    )
    for name in names:
        (tmp_path / name).touch()
    assert [path.name for path in day_files(tmp_path)] == [
        "2026-11-18.jsonl",
        "2026-11-19.jsonl.gz",
        "2026-11-20.jsonl",
    ]
    assert day_files(tmp_path / "none") == []


def test_a_directory_that_cannot_be_read(tmp_path: Path) -> None:
    """It is an error; it does not pass for one in which nothing is kept."""
    articles = tmp_path / "articles"
    articles.symlink_to(articles)  # a loop; root reads whatever has no right to be read
    with pytest.raises(OSError, match="articles"):
        day_files(articles)
