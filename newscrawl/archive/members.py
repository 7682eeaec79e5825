"""The records of an exchange as they stand in their file, to be copied into another archive."""

import gzip
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from newscrawl.archive.captures import Capture
from newscrawl.archive.exchanges import MOST_BEFORE
from newscrawl.archive.reader import Records
from newscrawl.archive.stream import Broken, Place

_CLOSING = b"\r\n\r\n"
_LEVEL = 6


class NotThere(Exception):  # noqa: N818 - named as what it says
    """The file is no longer what the capture was read from."""


class Originals:
    """Gives the records of captures, those of one file best in its order.

    Where each record is a gzip member, that is a read of the file. Otherwise each is compressed
    anew; where several share a member, it has to be unpacked from its beginning, and is only once
    for captures that come in their order.
    """

    def __init__(self) -> None:
        """Begin without a file."""
        self._path: Path | None = None
        self._file: BinaryIO | None = None
        self._records: Records | None = None

    def __enter__(self) -> Self:
        """Return it as it is."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file that was read last."""
        if self._file is not None:
            self._file.close()
        self._path = self._file = self._records = None

    def of(self, capture: Capture) -> tuple[bytes, int]:
        """Return gzip members, one a record of the exchange, and where the response's begins.

        Raises:
            NotThere: the file has changed.
            OSError: it can't be read.
        """
        file = self._open(capture.path)
        if not capture.extent.alone:
            return self._anew(file, capture)
        size = capture.extent.end - capture.beginning
        file.seek(capture.beginning)
        members = file.read(size)
        if len(members) < size:
            raise NotThere(f"{capture.path} ends before {capture.extent.end}")
        return members, capture.offset - capture.beginning

    def _open(self, path: Path) -> BinaryIO:
        if self._file is None or path != self._path:
            self.close()
            self._path, self._file = path, path.open("rb")
        return self._file

    def _anew(self, file: BinaryIO, capture: Capture) -> tuple[bytes, int]:
        response = Place(capture.offset, capture.extent.within)
        first = Place(capture.beginning, capture.extent.beginning_within)
        records = self._records
        if records is None or not _is_before(records.place, first):
            records = self._records = Records(file, capture.beginning)
        try:
            return _between(records, first, response)
        except Broken as broken:
            self._records = None
            where = f"{capture.path} at {capture.offset}"
            raise NotThere(f"{where} is not what was read there before: {broken}") from broken


def _between(records: Records, first: Place, response: Place) -> tuple[bytes, int]:
    """Read on to the response; return the records from the first one on."""
    members: list[bytes] = []
    while len(members) <= MOST_BEFORE:
        record = records.next()
        if record is None:
            break
        head, lines = record
        if members or head.place == first:
            member = gzip.compress(lines + records.read(head.length) + _CLOSING, _LEVEL, mtime=0)
            members.append(member)
        records.finish()
        if head.place == response:
            return b"".join(members), sum(map(len, members[:-1]))
    raise Broken("truncated", "no record begins there")


def _is_before(place: Place, other: Place) -> bool:
    return (place.offset, place.within) < (other.offset, other.within)
