"""Lines are appended durably, or not at all."""

import errno
import os
from pathlib import Path

import pytest

from newscrawl.dayfiles import DayFiles
from newscrawl.packed import pack


def test_lines_go_to_their_files_in_order(tmp_path: Path) -> None:
    """Each line goes to the file named with it, and can be read again at the place returned."""
    files = DayFiles(tmp_path)
    first = files.append([("a.jsonl", b"1\n"), ("b.jsonl", b"2\n"), ("a.jsonl", b"3\n")])
    second = files.append([("a.jsonl", b"4\n")])
    files.close()
    assert (tmp_path / "a.jsonl").read_bytes() == b"1\n3\n4\n"
    assert (tmp_path / "b.jsonl").read_bytes() == b"2\n"
    assert (first, second) == ([0, 0, 2], [4])
    assert [files.line("a.jsonl", offset) for offset in (0, 2, 4, 6)] == [
        b"1\n",
        b"3\n",
        b"4\n",
        None,
    ]
    assert files.line("c.jsonl", 0) is None


def test_what_is_in_a_file_stays(tmp_path: Path) -> None:
    """A file of an earlier run is appended to, never begun anew."""
    (tmp_path / "a.jsonl").write_bytes(b"old\n")
    files = DayFiles(tmp_path)
    assert files.append([("a.jsonl", b"new\n")]) == [4]
    files.close()
    assert (tmp_path / "a.jsonl").read_bytes() == b"old\nnew\n"


@pytest.mark.parametrize("step", ["write", "fsync"])
def test_half_a_line_is_cut_off_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """When the disk gives out in the middle of a group, every file is as long as before it."""
    files = DayFiles(tmp_path)
    files.append([("a.jsonl", b"kept\n"), ("b.jsonl", b"kept too\n")])
    write, fsync = os.write, os.fsync
    handles: set[int] = set()

    def fail_in_the_second_file(handle: int, *block: bytes) -> int | None:
        handles.add(handle)
        if len(handles) < 2:
            return write(handle, *block) if block else fsync(handle)
        if block:
            write(handle, block[0][:3])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, step, fail_in_the_second_file)
    with pytest.raises(OSError, match="No space left"):
        files.append([("a.jsonl", b"lost\n"), ("b.jsonl", b"lost too\n")])
    monkeypatch.undo()
    files.close()
    assert (tmp_path / "a.jsonl").read_bytes() == b"kept\n"
    assert (tmp_path / "b.jsonl").read_bytes() == b"kept too\n"


def test_years_of_files(tmp_path: Path) -> None:
    """Lines of more days than a process may have files open are written, and all are named."""
    files = DayFiles(tmp_path)
    names = [f"day-{number:04}.jsonl" for number in range(2000)]
    for start in range(0, len(names), 50):
        files.append([(name, b"1\n") for name in names[start : start + 50]])
    assert files.append([(names[0], b"2\n")]) == [2]
    files.cut(names[1], 0)
    assert len(os.listdir("/proc/self/fd")) < 200  # noqa: PTH208 - as many files as there are
    assert files.names() == names
    files.close()
    assert (tmp_path / names[0]).read_bytes() == b"1\n2\n"
    assert (tmp_path / names[1]).read_bytes() == b""


def test_a_compressed_file_is_appended_to(tmp_path: Path) -> None:
    """A line of a day of long ago goes behind those that are there, which are compressed."""
    (tmp_path / "a.jsonl").write_bytes(b"old\n")
    pack(tmp_path / "a.jsonl")
    files = DayFiles(tmp_path)
    assert files.append([("a.jsonl", b"new\n")]) == [4]
    assert files.line("a.jsonl", 0) == b"old\n"
    files.close()
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]
    assert (tmp_path / "a.jsonl").read_bytes() == b"old\nnew\n"
