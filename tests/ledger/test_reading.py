"""Lines are found by what they were made of, and looking leaves no trace."""

import os
import sqlite3
from pathlib import Path

import pytest

from newscrawl.ledger.database import LedgerVersionError, connect, transaction
from newscrawl.ledger.reading import KeptLines
from newscrawl.places import Places
from newscrawl.records import to_line
from newscrawl.run import Run
from tests.making import article, open_run


def write(run: Run, *numbers: int) -> None:
    """Write records and acknowledge them."""
    for number in numbers:
        one = article(number)
        ((offset),) = run.files.append([("day.jsonl", to_line(one).encode() + b"\n")])
        with transaction(run.database):
            run.lines.add_within(one, "day.jsonl", offset)


def test_a_line_by_story_and_time(tmp_path: Path) -> None:
    """A line is found by both; other times have none."""
    run = open_run(tmp_path)
    write(run, 1, 2)
    run.close(0)
    lines = KeptLines(Places.under(tmp_path))
    assert lines.line("antara:2", "2026-11-20T05:00:00Z") == article(2)
    assert lines.line("antara:2", "2026-11-20T05:00:01Z") is None
    assert [lines.has(f"antara:{number}") for number in (1, 2, 3)] == [True, True, False]
    lines.close()


def test_no_trace(tmp_path: Path) -> None:
    """Nothing is made or changed, in a directory that no crawl uses and beside one that goes on."""
    run = open_run(tmp_path)
    write(run, 1)
    root = tmp_path / "antara"
    for is_open in (True, False):
        if not is_open:
            run.close(0)
        before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
        lines = KeptLines(Places.under(tmp_path))
        assert lines.has("antara:1")
        lines.close()
        assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_no_ledger(tmp_path: Path) -> None:
    """Where there is none, or none that can be read, that is an error, and none is made."""
    places = Places.under(tmp_path)
    with pytest.raises(FileNotFoundError):
        KeptLines(places)
    assert not places.root.exists()
    places.make()
    places.ledger.write_bytes(b"no database, and longer than a header would be" * 40)
    with pytest.raises(sqlite3.Error):
        KeptLines(places)


def test_a_ledger_of_a_later_version(tmp_path: Path) -> None:
    """Its tables are not guessed at."""
    places = Places.under(tmp_path)
    places.make()
    database = connect(places.ledger)
    database.execute("PRAGMA user_version=99")
    database.close()
    with pytest.raises(LedgerVersionError, match="version 99"):
        KeptLines(places)


def test_a_directory_whose_name_is_no_utf_8(tmp_path: Path) -> None:
    """Names of directories are bytes: in a locale of another encoding, or from another machine."""
    data = tmp_path / os.fsdecode(b"berita-\xe4")
    run = open_run(data)
    write(run, 1)
    run.close(0)
    lines = KeptLines(Places.under(data))
    assert lines.has("antara:1")
    lines.close()
