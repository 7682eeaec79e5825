"""The records of an exchange as they stand in their file, to be copied into another archive."""

import gzip
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from newscrawl.archive.captures import Capture
from newscrawl.archive.exchanges import MOST_BEFORE
from newscrawl.archive.reader import Records
from newscrawl.archive.sources import Broken
from newscrawl.archive.stream import Place

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
        self._records = self._records or Records(file)
        members: list[bytes] = []
        try:
            self._records.go_to(Place(capture.beginning, capture.extent.beginning_within))
            while len(members) <= MOST_BEFORE and (record := self._records.next()):
                head, lines = record
                block = self._records.read(head.length)
                members.append(gzip.compress(lines + block + _CLOSING, _LEVEL, mtime=0))
                self._records.finish()
                if head.place == Place(capture.offset, capture.extent.within):
                    return b"".join(members), sum(map(len, members[:-1]))
        except Broken as broken:
            self._records = None
            raise NotThere(f"{_at(capture)}: {broken}") from broken
        raise NotThere(_at(capture))


def _at(capture: Capture) -> str:
    return f"{capture.path} is not what was read before, at {capture.offset}"
