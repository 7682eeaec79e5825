"""The database for the time of one command."""

import sqlite3
import tempfile
from pathlib import Path

import pytest

from newscrawl.kept.scratch import Scratch


def test_it_is_gone_when_it_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left of it, also where its tables cannot be made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Scratch("CREATE TABLE a (b)") as scratch:
        scratch.run("INSERT INTO a VALUES (1); CREATE INDEX a_by_b ON a (b);")
        assert scratch.database.execute("SELECT * FROM a").fetchall() == [(1,)]
        assert scratch.path.is_relative_to(tmp_path)
    with pytest.raises(sqlite3.Error):
        Scratch("CREATE TABLE a (b); CREATE TABLE a (b)")
    assert list(tmp_path.iterdir()) == []
