"""A run that died leaves a file open; the next one makes it whole."""

import tracemalloc
from pathlib import Path

import pytest

from newscrawl.archive.repair import repair
from tests.archive.exchanges import exchange, files, kinds, read, writing


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """Return the file that a run left open, with two exchanges in it."""
    with writing(tmp_path) as writer:
        for number in (1, 2):
            url = f"https://www.antaranews.com/berita/{number}/kabar"
            writer.keep(exchange(url=url, told=b"via: x\r\n"))
    [path] = files(tmp_path)
    return path.rename(path.with_name(path.name + ".open"))


def test_nothing_is_there(tmp_path: Path) -> None:
    """Without an archive, or with whole files alone, there is nothing to do."""
    assert repair(tmp_path / "warc").files == 0
    with writing(tmp_path) as writer:
        writer.keep(exchange())
    assert repair(tmp_path / "warc").files == 0


def test_a_file_that_is_whole(tmp_path: Path, left: Path) -> None:
    """A run that was killed between two exchanges cost nothing: the file gets its name."""
    content = left.read_bytes()
    done = repair(tmp_path / "warc")
    assert (done.files, done.bytes_cut) == (1, 0)
    assert left.with_suffix("").read_bytes() == content
    assert not left.exists()


def test_every_place_at_which_it_can_be_torn(tmp_path: Path, left: Path) -> None:
    """Wherever a file ends, the whole exchanges stay and nothing else."""
    content = left.read_bytes()
    ends = [offset for offset, *_ in read(left)] + [len(content)]
    whole = {ends[1]: 1, ends[4]: 4, ends[7]: 7}
    path = left.with_suffix("")
    for size in range(1, len(content) + 1):
        path.unlink(missing_ok=True)
        left.write_bytes(content[:size])
        done = repair(tmp_path / "warc")
        kept = max((end for end in whole if end <= size), default=0)
        assert done.bytes_cut == size - kept
        if kept:
            assert path.read_bytes() == content[:kept]
        else:
            assert files(tmp_path) == []
    assert kinds(path) == ["warcinfo", *["request", "metadata", "response"] * 2]


@pytest.mark.parametrize("tail", [b"\0" * 5000, b"\x1f\x8b\x08" + b"\xff" * 3000, b"x"])
def test_a_tail_that_is_no_member(
    tmp_path: Path, left: Path, tail: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """What a loss of power leaves behind the last exchange is cut, and told with file and bytes."""
    content = left.read_bytes()
    left.write_bytes(content + tail)
    assert repair(tmp_path / "warc").bytes_cut == len(tail)
    assert left.with_suffix("").read_bytes() == content
    assert f"{left}: cut a torn end of {len(tail)} bytes, from {len(content)} on" in caplog.text


@pytest.mark.parametrize("torn", [0, 100])
def test_damage_before_whole_exchanges(tmp_path: Path, left: Path, torn: int) -> None:
    """A bit that flipped long ago costs nothing that stands behind it; lines point there."""
    content = bytearray(left.read_bytes())
    places = [offset for offset, *_ in read(left)]
    content[places[3] + 200] ^= 1
    left.write_bytes(content + content[places[4] :][:torn])
    assert repair(tmp_path / "warc").bytes_cut == torn
    assert left.with_suffix("").read_bytes() == content


def test_a_name_that_is_taken(tmp_path: Path, left: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A file that somebody put in its place is not written over."""
    left.with_suffix("").write_bytes(b"mine")
    assert repair(tmp_path / "warc").files == 0
    assert left.with_suffix("").read_bytes() == b"mine"
    assert "move one of them away" in caplog.text


def test_memory_does_not_grow_with_the_file(tmp_path: Path, left: Path) -> None:
    """A file of any size, and a record that unpacks to any size, is read in pieces."""
    with writing(tmp_path) as writer:
        writer.keep(exchange(body=b"a" * 60_000_000))
    path = next(path for path in files(tmp_path) if path != left)
    left.unlink()
    path.rename(left)
    tracemalloc.start()
    try:
        repair(tmp_path / "warc")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 5_000_000
