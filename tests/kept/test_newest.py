"""The index of the newest lines."""

import tempfile
from pathlib import Path

import pytest

from newscrawl.kept.newest import Newest


def test_the_index_is_gone_when_it_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It leaves no temporary file behind, also where the block raises."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(ZeroDivisionError), Newest() as newest:  # noqa: PT012 - two steps to show it
        assert list(tmp_path.iterdir())
        newest.note("a", 1 // 0, "f", 0)
    assert not list(tmp_path.iterdir())


def test_of_two_with_the_same_revision_the_later_counts() -> None:
    """Only a damaged directory has two."""
    with Newest() as newest:
        for revision, file, offset in ((2, "a", 0), (1, "a", 9), (2, "b", 5)):
            newest.note("antara:1", revision, file, offset)
        newest.index()
        assert (newest.offsets("a"), newest.offsets("b"), newest.count()) == (set(), {5}, 1)
