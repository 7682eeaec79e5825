"""A file is there whole or not at all."""

import os
from pathlib import Path
from typing import Any

import pytest

from newscrawl.export.aside import written_aside


def _end_badly(out: Path, error: BaseException) -> None:
    with written_aside(out) as path:
        path.write_text("half")
        raise error


@pytest.mark.parametrize(
    "error", [OSError(28, "full"), KeyboardInterrupt()], ids=["full", "ctrl-c"]
)
def test_a_failure_leaves_what_was_there(tmp_path: Path, error: BaseException) -> None:
    """The file of before stays, and nothing stands beside it."""
    out = tmp_path / "a.db"
    out.write_text("before")
    with pytest.raises(type(error)):
        _end_badly(out, error)
    assert out.read_text() == "before"
    assert list(tmp_path.iterdir()) == [out]


def test_a_whole_one_takes_its_place(tmp_path: Path) -> None:
    """Until the block is over the old one is there; the new one has the rights of any new file."""
    out = tmp_path / "a.db"
    out.write_text("before")
    before = os.umask(0o027)
    try:
        with written_aside(out) as path:
            path.write_text("after")
            assert out.read_text() == "before"
    finally:
        os.umask(before)
    assert out.read_text() == "after"
    assert out.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [out]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it leads to is replaced."""
    (tmp_path / "disk").mkdir()
    (tmp_path / "a.db").symlink_to(tmp_path / "disk" / "a.db")
    with written_aside(tmp_path / "a.db") as path:
        path.write_text("x")
    assert (tmp_path / "a.db").is_symlink()
    assert (tmp_path / "disk" / "a.db").read_text() == "x"


def test_what_a_killed_one_left_is_taken_away(tmp_path: Path) -> None:
    """The next export to the same file takes it away, but not what another one writes now."""
    out = tmp_path / "a[1].db"
    killed, strange = tmp_path / ".a[1].db.abcd_123.new", tmp_path / ".a[1].db.mine.new"
    killed.touch()
    strange.touch()
    with written_aside(out) as one:
        assert not killed.exists()
        with written_aside(out) as other:
            assert one.exists()
            other.write_text("other")
        one.write_text("one")
    assert out.read_text() == "one"
    assert sorted(tmp_path.iterdir()) == [strange, out]


def test_an_interrupt_as_soon_as_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C may come when the file was made and nobody knows of it yet."""
    opened = os.open

    def interrupted(*arguments: Any, **options: Any) -> int:
        os.close(opened(*arguments, **options))
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "open", interrupted)
    with pytest.raises(KeyboardInterrupt), written_aside(tmp_path / "a.csv"):
        pass
    assert list(tmp_path.iterdir()) == []
