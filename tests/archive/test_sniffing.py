"""Files told by their first bytes."""

import gzip
from pathlib import Path

import pytest

from newscrawl.archive.sniffing import is_archive
from tests.archive.warcs import packed, page, read, response

WARC = response(1)


@pytest.mark.parametrize(
    ("name", "content", "archive"),
    [
        ("a.html", page(1), False),
        ("a.dat", WARC, True),
        ("a", packed([WARC]), True),
        ("a.html", packed([WARC]), True),
        ("a.html.gz", gzip.compress(page(1)), False),
        ("a.warc.gz", page(1), True),
        ("a.WARC", b"", True),
        ("a.warc.gz.open", packed([WARC])[:5], True),
        ("a.html", b"", False),
    ],
    ids=range(9),  # or they would be made of the bytes, which gzip dates
)
def test_by_content(name: str, content: bytes, archive: bool, tmp_path: Path) -> None:
    """What begins as an archive is one whatever its name; the name claims it for all else."""
    path = tmp_path / name
    path.write_bytes(content)
    assert is_archive(path) is archive


@pytest.mark.parametrize(
    ("content", "reason", "said"),
    [
        (page(1), "not_warc", "HTML page"),
        (gzip.compress(page(1)), "not_warc", "HTML page"),
        (b"\x28\xb5\x2f\xfd....", "not_warc", "zstd -d"),
        (b"filedesc://a.arc 0.0.0.0", "not_warc", "ARC file"),
        (b"PK\x03\x04", "not_warc", "ZIP"),
        (bytes(5000), "not_warc", "no WARC file"),
        (b"", "empty", "nothing"),
        (gzip.compress(b""), "empty", "nothing"),
        (gzip.compress(packed([WARC])), "not_warc", "no WARC file"),
        (WARC[:300], "truncated", "no record"),
        (packed([WARC])[:300], "truncated", "no record"),
    ],
    ids=range(11),
)
def test_what_is_no_archive(content: bytes, reason: str, said: str, tmp_path: Path) -> None:
    """A file that has no record is told once, by what it is and what to do."""
    pages, [damage], _ = read(tmp_path / "a.warc.gz", content)
    assert (pages, damage.offset, damage.reason) == ([], 0, reason)
    assert said in damage.message
