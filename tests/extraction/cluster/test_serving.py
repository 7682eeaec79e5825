"""The process that reads for a worker: what it answers, and how it ends."""

import os
import pickle
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.archive.captures import Capture
from newscrawl.archive.parts import Part, Seams
from newscrawl.extraction.cluster.process import Reader, ReaderLost
from newscrawl.extraction.cluster.units import Came, Piece, Request, Unit
from newscrawl.extraction.pages import Unread
from newscrawl.extraction.printing import Printing
from newscrawl.extraction.sources import Unusable
from tests.archive.warcs import answer, packed, response
from tests.e2e.pages import story


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """Return a process that reads."""
    started = Reader()
    yield started
    started.end()


def ask(reader: Reader, root: Path, *pieces: Piece) -> list[Came]:
    """Have pieces read."""
    request = Request(Unit(pieces), Printing.prepare, root, None)
    came: list[Came] = pickle.loads(reader.ask(pickle.dumps(request)))  # noqa: S301 - ours
    return came


def archive(path: Path, number: int) -> int:
    """Write an archive of so many stories; return its size."""
    path.write_bytes(packed(response(n, answer(story(n).body)) for n in range(1, number + 1)))
    return path.stat().st_size


def test_pieces(reader: Reader, tmp_path: Path) -> None:
    """Each comes with its pages in order, named as they were given, and with no more than needed."""
    size = archive(tmp_path / "a.warc.gz", 5)
    (tmp_path / "b.html").write_bytes(story(9).body)
    named = Path("a.warc.gz")
    whole, page, part = ask(
        reader,
        tmp_path,
        Piece(named, size),
        Piece(Path("b.html"), 10),
        Piece(named, size, Part(0, size // 2)),
    )
    assert [b'"article_id":%d,' % n in line for n, (_, line) in enumerate(whole.pages, 1)] == [
        True
    ] * 5
    assert (whole.archives, whole.passed.position) == (1, size)
    assert {(one.path, one.body) for one, _ in whole.pages if isinstance(one, Capture)} == {
        (named, b"")
    }
    assert (page.archives, len(page.pages)) == (0, 1)
    assert 2 <= len(part.pages) <= 4
    assert part.seams == Seams(first=0, last=whole.pages[len(part.pages)][0].offset)  # type: ignore[union-attr]  # a capture


def test_a_file_that_is_not_seen(reader: Reader, tmp_path: Path) -> None:
    """It is told where and why; one that is shorter than it should be is another file."""
    size = archive(tmp_path / "a.warc.gz", 1)
    missing, short = ask(reader, tmp_path, Piece(Path("b"), 1), Piece(Path("a.warc.gz"), size + 1))
    assert (missing.unseen or "").endswith(": No such file or directory")
    assert (short.unseen or "").endswith(f": it has {size:,} bytes there, and not {size + 1:,}")


def test_what_is_no_page(reader: Reader, tmp_path: Path) -> None:
    """It is told as one machine tells it."""
    (tmp_path / "a.html").write_bytes(b"x" * 60)
    os.truncate(tmp_path / "a.html", 50_000_001)
    (came,) = ask(reader, tmp_path, Piece(Path("a.html"), 60))
    assert came.pages == [
        (
            Unusable(Path("a.html"), "too_long: larger than 50,000,000 bytes"),
            Unread(None, "too_long: larger than 50,000,000 bytes"),
        )
    ]


def test_it_ends() -> None:
    """Its end is told to whoever asks; it is gone with the pipe that it reads from."""
    reader = Reader()
    process = reader._process
    process.send_signal(signal.SIGKILL)
    with pytest.raises(ReaderLost):
        reader.ask(b"")
    reader.end()
    other = Reader()
    assert other._process.stdin is not None
    other._process.stdin.close()
    assert other._process.wait(timeout=60) == 0
    other.end()
