"""Which files are read, and by what name."""

from pathlib import Path

from newscrawl.archive.captures import Capture
from newscrawl.extraction.sources import Files, Unusable, files_of
from tests.archive.warcs import packed, response


def test_files_in_their_order(tmp_path: Path) -> None:
    """Paths stay in the order in which they are given; files of a directory go by name."""
    inner = tmp_path / "inner"
    inner.mkdir()
    names = ["b.warc.gz", "a.warc", "c.html", "d.txt", "a.warc.gz.open", "e.jsonl"]
    for name in names:
        (inner / name).touch()
    last = tmp_path / "z.warc.gz"
    assert files_of([last, inner]) == [
        last,
        *(inner / name for name in ("a.warc", "a.warc.gz.open", "b.warc.gz", "c.html")),
    ]


def test_a_file_that_a_crawl_renames(tmp_path: Path) -> None:
    """A file that a crawl finished, or began to write to, since it was listed is read all the same."""
    for listed, now in (("a.warc.gz.open", "a.warc.gz"), ("b.warc.gz", "b.warc.gz.open")):
        path = tmp_path / listed
        path.write_bytes(packed([response(1)]))
        files = Files([tmp_path / listed])
        path.rename(tmp_path / now)
        (found,) = files.items()
        assert isinstance(found, Capture)
        assert found.path == tmp_path / now


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """It is told of, and what comes after it is read."""
    (tmp_path / "b.warc").write_bytes(response(1))
    missing, found = Files([tmp_path / "a.warc", tmp_path / "b.warc"]).items()
    assert missing == Unusable(tmp_path / "a.warc", "No such file or directory")
    assert isinstance(found, Capture)


def test_how_far_it_is(tmp_path: Path) -> None:
    """In the end as many bytes are read as there were to read."""
    for name in ("a.warc.gz", "b.warc.gz"):
        (tmp_path / name).write_bytes(packed([response(number) for number in range(1, 20)]))
    files = Files([tmp_path])
    positions = [files.position for _ in files.items()]
    assert positions == sorted(positions)
    assert files.position == files.total() >= positions[-1] > 0
