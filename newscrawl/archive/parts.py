"""An archive in parts, each read by itself: together they are what one reader finds in the file.

Nobody knows where records begin in the middle of a file. So the reader of a part looks for one from
where its part begins; the reader of the part before reads on until it has passed the same place.
Both say where that was: where they agree, nothing was read twice or by nobody. Where they do not
(something in the file only looked like a record, or is damaged), the part is read again from the
place where the one before it ended.

That place is a seam: behind a record to which nothing that follows can belong.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from newscrawl.archive.captures import Capture, Damage, Passed, Reading
from newscrawl.archive.exchanges import COMPANIONS
from newscrawl.archive.reader import Records
from newscrawl.archive.search import begins_member, begins_plain, next_member, next_plain
from newscrawl.archive.sources import GZIP_MAGIC


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a file: from a byte to another, or to the end of the file."""

    begin: int = 0
    end: int | None = None
    is_seam: bool = True
    """Whether a seam is known to be at its beginning; the beginning of the file is one."""


@dataclass(slots=True)
class Seams:
    """Where the reader of a part began, and ended."""

    first: int | None = None
    """None where no record was found to begin with."""
    last: int | None = None
    """None where the file ended, or could not be read any further."""
    is_end: bool = False
    """Whether the file ended."""


def captures_of(path: Path, part: Part, passed: Passed, seams: Seams) -> Iterator[Capture | Damage]:
    """Read a part of an archive.

    Args:
        path: the file.
        part: what of it.
        passed: is counted up while the iterator advances.
        seams: are filled in; the last one when the iterator ends.
    """
    passed.position = part.begin
    try:
        with path.open("rb") as file:
            yield from _read(path, file, part, passed, seams)
    except OSError as error:
        yield Damage(path, passed.position, "unreadable", error.strerror or str(error))


def _read(
    path: Path, file: BinaryIO, part: Part, passed: Passed, seams: Seams
) -> Iterator[Capture | Damage]:
    begin = part.begin if part.is_seam else _sought(file, part)
    if begin is None:
        return
    reading = Reading(path, Records(file, begin), Passed())
    if not part.is_seam:
        if not _pass_seam(file, reading, part.begin):
            return
        begin = reading.records.position
    seams.first, reading.passed = begin, passed
    while reading.goes_on:
        yield from reading.step()
        if part.end is not None and _is_seam(file, reading, part.end):
            seams.last = reading.records.position
            return
    seams.is_end = True


def _sought(file: BinaryIO, part: Part) -> int | None:
    """Return where the first record begins in a part, None where none does."""
    file.seek(0)
    packed = file.read(len(GZIP_MAGIC)) == GZIP_MAGIC
    return (next_member if packed else next_plain)(file, part.begin, part.end)


def _pass_seam(file: BinaryIO, reading: Reading, bound: int) -> bool:
    """Go where the reader of the part before ends; return False where the file ends first."""
    while reading.goes_on:
        reading.step()
        if _is_seam(file, reading, bound):
            return True
    return False


def _is_seam(file: BinaryIO, reading: Reading, bound: int) -> bool:
    """Tell whether the reader is behind the first record from a place on that makes a seam."""
    head, records = reading.last, reading.records
    if head is None or head.place.offset < bound or head.type in COMPANIONS:
        return False
    if records.packed and not records.ends_member:
        return False
    here = file.tell()
    begins = (begins_member if records.packed else begins_plain)(file, records.position)
    file.seek(here)
    return begins


class Chain:
    """The parts of one file in their order, and which of them fit to one another."""

    def __init__(self) -> None:
        """Begin at the beginning of the file."""
        self._at: int | None = 0
        self._is_over = False

    def instead(self, part: Part, seams: Seams) -> Part | None:
        """Return what is to be read for a part that was read apart from the one before it.

        That is the part itself where both agree on the seam between them; None where other parts
        have all of it already. Where it is not known how far the one before it went, the record
        that this one found is the next.
        """
        if self._is_over:
            return None
        if self._at is None or seams.first == self._at:
            return part
        if part.end is not None and self._at >= part.end:
            return None
        return Part(self._at, part.end)

    def add(self, seams: Seams) -> None:
        """Go on behind a part."""
        self._at, self._is_over = seams.last, seams.is_end
