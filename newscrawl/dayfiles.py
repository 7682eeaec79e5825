"""The JSON Lines files: lines are appended durably, or not at all."""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path


class DayFiles:
    """The day files of one directory, open for appending.

    A line that could not be written whole, and flushed to the disk, is cut off again, so that a
    reader of the file never meets half a line.
    """

    def __init__(self, directory: Path) -> None:
        """Write to the files of a directory that exists."""
        self._directory = directory
        self._open: dict[str, int] = {}

    def append(self, lines: Iterable[tuple[str, bytes]]) -> dict[str, int]:
        """Append lines, each to the file named with it, and wait until the disk has them.

        Returns:
            The new size in bytes of every file written to.

        Raises:
            OSError: the disk is full or broken; every file is as long as before.
        """
        by_file: dict[str, bytearray] = {}
        for name, line in lines:
            by_file.setdefault(name, bytearray()).extend(line)
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
        return {name: os.fstat(self._open[name]).st_size for name in before}

    def _handle(self, name: str) -> int:
        if name not in self._open:
            path = self._directory / name
            is_new = not path.exists()
            self._open[name] = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
            if is_new:
                sync_directory(self._directory)
        return self._open[name]

    def names(self) -> list[str]:
        """Return the names of the files that were written to."""
        return sorted(self._open)

    def close(self) -> None:
        """Close the files; there is nothing left to flush."""
        while self._open:
            os.close(self._open.popitem()[1])


def _write_all(handle: int, block: bytearray) -> None:
    rest = memoryview(block)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _cut(handle: int, size: int) -> None:
    # Where even this fails, the next start cuts the tail: the ledger has not heard of it.
    with contextlib.suppress(OSError):
        os.ftruncate(handle, size)
        os.fsync(handle)


def sync_directory(directory: Path) -> None:
    """Make the names in a directory durable (a new file's own flush does not)."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
