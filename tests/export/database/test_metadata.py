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


def test_a_file_that_was_broken_by_hand_is_somebodys(tmp_path: Path) -> None:
    """What is no table of databases any more, a link to nowhere and a directory are left alone."""
    keep(tmp_path / "data", article(1))
    named = tmp_path / "metadata.json"
    named.write_text('{"newscrawl_exports": 1, "databases": []}')
    assert exported(tmp_path / "data", tmp_path / "a.db").metadata == tmp_path / "a.metadata.json"
    named.unlink()
    named.symlink_to(tmp_path / "nowhere.json")
    assert exported(tmp_path / "data", tmp_path / "b.db").metadata == tmp_path / "b.metadata.json"
    named.unlink()
    named.mkdir()
    assert exported(tmp_path / "data", tmp_path / "c.db").metadata == tmp_path / "c.metadata.json"


def test_a_link_to_one_of_ours_stays_a_link(tmp_path: Path) -> None:
    """What it leads to is brought up to date."""
    keep(tmp_path / "data", article(1))
    exported(tmp_path / "data", tmp_path / "a.db")
    (tmp_path / "metadata.json").rename(tmp_path / "there.json")
    (tmp_path / "metadata.json").symlink_to(tmp_path / "there.json")
    exported(tmp_path / "data", tmp_path / "b.db")
    assert (tmp_path / "metadata.json").is_symlink()
    assert list(json.loads((tmp_path / "there.json").read_text())["databases"]) == ["a", "b"]
