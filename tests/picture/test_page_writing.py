"""The report's file is whole, or as it was before."""

import resource
from pathlib import Path

import pytest

from newscrawl.exits import CannotRun
from newscrawl.picture.writing import target, write


def test_a_report_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    """The new one is there, with nothing beside it; a link leads to it still."""
    real, link = tmp_path / "kept.html", tmp_path / "link.html"
    real.write_text("before", "utf-8")
    link.symlink_to(real)
    write("after", target(str(link)))
    assert (link.is_symlink(), real.read_text("utf-8")) == (True, "after")
    assert sorted(tmp_path.iterdir()) == [real, link]


def test_without_room_nothing_changes(tmp_path: Path) -> None:
    """The report before stays as it was, no half file is left, and the error names the file."""
    path = tmp_path / "report.html"
    path.write_text("before", "utf-8")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(CannotRun, match=rf"{path} cannot be written: File too large"):
            write("after" * 1000, path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("output", ["", ".", "/dev/null", "/nowhere/at/all.html", "~"])
def test_what_is_no_file_is_refused(output: str) -> None:
    """A directory, a device and a place that is not there are named, before anything is counted."""
    with pytest.raises(CannotRun, match="--output"):
        target(output)
