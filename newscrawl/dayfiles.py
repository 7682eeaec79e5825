"""The JSON Lines files: lines are appended durably, or not at all."""

import contextlib
import gzip
import os
from collections.abc import Iterable
from pathlib import Path

from newscrawl.packed import open_lines, sync_directory, unpack

_MOST_OPEN = 64
"""Files that are kept open: a crawl fills those of a day or two, an archive those of years."""


class DayFiles:
    """The day files of one directory, open for appending.

    A line that could not be written whole, and flushed to the disk, is cut off again, so that a
    reader of the file never meets half a line.
    """

    def __init__(self, directory: Path) -> None:
        """Write to the files of a directory that exists."""
        self._directory = directory
        self._open: dict[str, int] = {}
        self._names: set[str] = set()

    def append(self, lines: Iterable[tuple[str, bytes]]) -> list[int]:
        """Append lines, each to the file named with it, and wait until the disk has them.

        Returns:
            For each line the byte at which it begins in its file.

        Raises:
            OSError: the disk is full or broken; every file is as long as before.
        """
        by_file: dict[str, bytearray] = {}
        places: list[tuple[str, int]] = []
        for name, line in lines:
            block = by_file.setdefault(name, bytearray())
            places.append((name, len(block)))
            block.extend(line)
        before: dict[str, int] = {}
        try:
            for name, block in by_file.items():
                handle = self._handle(name)
                before[name] = os.fstat(handle).st_size
                _write_all(handle, block)
                os.fsync(handle)
        except BaseException:
            for name, size in before.items():
                _cut(self._open[name], size)
            raise
        self._close_but(_MOST_OPEN)
        return [before[name] + place for name, place in places]

    def cut(self, name: str, size: int) -> None:
        """Take back what was appended behind a number of bytes, and was not acknowledged.

        Raises:
            OSError: it cannot be taken back.
        """
        handle = self._handle(name)
        os.ftruncate(handle, size)
        os.fsync(handle)

    def line(self, name: str, offset: int) -> bytes | None:
        """Return the line that begins at a byte of a file, or None where there is none."""
        try:
            with open_lines(self._directory / name) as file:
                file.seek(offset)
                return file.readline() or None
        except (FileNotFoundError, EOFError, gzip.BadGzipFile):  # or one that somebody changed
            return None

    def _handle(self, name: str) -> int:
        if name not in self._open:
            path = self._directory / name
            unpack(path)
            is_new = not path.exists()
            self._open[name] = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
            self._names.add(name)
            if is_new:
                sync_directory(self._directory)
        return self._open[name]

    def names(self) -> list[str]:
        """Return the names of the files that were written to."""
        return sorted(self._names)

    def close(self) -> None:
        """Close the files; there is nothing left to flush."""
        self._close_but(0)

    def _close_but(self, most: int) -> None:
        """Close files until there are so many left, those first that were opened first."""
        for name in list(self._open)[: max(0, len(self._open) - most)]:
            os.close(self._open.pop(name))


def _write_all(handle: int, block: bytearray) -> None:
    rest = memoryview(block)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _cut(handle: int, size: int) -> None:
    # Where even this fails, the next start cuts the tail: the ledger has not heard of it.
    with contextlib.suppress(OSError):
        os.ftruncate(handle, size)
        os.fsync(handle)
