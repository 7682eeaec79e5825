"""Records copied out of an archive."""

import gzip
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from fastwarc import ArchiveIterator

from newscrawl.archive.captures import Capture
from newscrawl.archive.members import NotThere, Originals
from tests.archive.warcs import packed, page, read, request, response

RECORDS = [make(number) for number in (1, 2, 3) for make in (request, response)]
FORMS: dict[str, Callable[[list[bytes]], bytes]] = {
    "members": packed,
    "plain": b"".join,
    "one": lambda records: gzip.compress(b"".join(records)),
    "pairs": lambda records: packed(
        b"".join(records[at : at + 2]) for at in range(0, len(records), 2)
    ),
    "blocks": lambda records: packed(
        b"".join(records)[at : at + 100] for at in range(0, sum(map(len, records)), 100)
    ),
}


def _pages(path: Path, form: str) -> list[Capture]:
    return read(path, FORMS[form](RECORDS))[0]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 1, 0)])
def test_copies(form: str, order: tuple[int, ...], tmp_path: Path) -> None:
    """What is copied is the request and the response, a member each, wherever they come from."""
    pages = _pages(tmp_path / "a.warc.gz", form)
    with Originals() as originals:
        for number in order:
            copy, at = originals.of(pages[number])
            assert gzip.decompress(copy) == b"".join(RECORDS[2 * number : 2 * number + 2])
            assert gzip.decompress(copy[at:]) == RECORDS[2 * number + 1]
            assert len(list(ArchiveIterator(io.BytesIO(copy)))) == 2


def test_members_are_copied_as_they_are(tmp_path: Path) -> None:
    """Where each record is a member, not a byte is changed."""
    pages = _pages(tmp_path / "a.warc.gz", "members")
    with Originals() as originals:
        assert originals.of(pages[1])[0] == packed(RECORDS[2:4])


def test_a_copy_can_be_read(tmp_path: Path) -> None:
    """A copy that is put into another archive is read from there at the place that is returned."""
    pages = _pages(tmp_path / "a.warc.gz", "one")
    with Originals() as originals:
        copy, at = originals.of(pages[2])
    [again], damages, _ = read(tmp_path / "b.warc.gz", packed([response(9)])[:0] + copy)
    assert (again.body, again.offset, damages) == (page(3), at, [])


@pytest.mark.parametrize("form", ["members", "plain", "one"])
def test_a_file_that_has_changed(form: str, tmp_path: Path) -> None:
    """A file that is no longer what was read is named, and nothing is made up."""
    path = tmp_path / "a.warc.gz"
    pages = _pages(path, form)
    path.write_bytes(path.read_bytes()[:200])
    with Originals() as originals, pytest.raises(NotThere, match=r"a\.warc\.gz"):
        originals.of(pages[2])
