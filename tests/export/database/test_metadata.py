"""``metadata.json`` beside the SQLite export, and whose file it may be."""

import json
from pathlib import Path

import pytest

from newscrawl.exits import ArgumentError
from tests.export.sample import exported, keep
from tests.making import article


def test_two_exports_share_a_file(tmp_path: Path) -> None:
    """Each export brings its own part up to date, and leaves that of others."""
    keep(tmp_path / "data", article(1))
    for name in ("a.db", "b.db", "a.db"):
        done = exported(tmp_path / "data", tmp_path / name)
        assert done.metadata == tmp_path / "metadata.json"
    told = json.loads((tmp_path / "metadata.json").read_text("utf-8"))
    assert list(told["databases"]) == ["a", "b"]
    assert told["databases"]["a"]["tables"]["articles"]["units"] == {
        "word_count": "word",
        "warc_offset": "byte",
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a.db", "b.db", "data", "metadata.json"
    ]  # fmt: skip


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    """Then the metadata get another name; where that is taken too, nothing is written."""
    keep(tmp_path / "data", article(1))
    (tmp_path / "metadata.json").write_text('{"title": "Mine"}')
    done = exported(tmp_path / "data", tmp_path / "a.db")
    assert done.metadata == tmp_path / "a.metadata.json"
    (tmp_path / "b.metadata.json").write_text("title: Mine")
    with pytest.raises(ArgumentError, match="no export made them"):
        exported(tmp_path / "data", tmp_path / "b.db")
    assert (tmp_path / "metadata.json").read_text() == '{"title": "Mine"}'
    assert (tmp_path / "b.metadata.json").read_text() == "title: Mine"
    assert not (tmp_path / "b.db").exists()
