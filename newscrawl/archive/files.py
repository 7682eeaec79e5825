"""The files of an archive: one is written at a time, and whole ones alone are called ``.warc.gz``.

A file that is being written has ``.open`` behind its name. It loses that when it is full, or when
the run is over; a later run takes it up again as long as it has room. What a run that died has left
open is mended at the next start: :mod:`newscrawl.archive.repair`.
"""

import contextlib
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from newscrawl import clock
from newscrawl.archive.heads import LONGEST, head_of_member
from newscrawl.archive.records import make_info
from newscrawl.archive.warcinfo import About
from newscrawl.packed import sync_directory

WHOLE = ".warc.gz"
OPEN = ".open"
_PREFIX = "antara-"


class ArchiveFiles:
    """Appends blocks of whole members to the newest file, or to a new one.

    A name tells when the file was begun, UTC, and which of that second it is: names sort by age.
    """

    def __init__(self, directory: Path, about: About, largest: int) -> None:
        """Write under a directory, which is made when it is needed.

        Args:
            directory: where the files are.
            about: what a file says of itself; one that says something else is not gone on with.
            largest: bytes from which on a file is full; 0: never.
        """
        self.names: list[str] = []
        """Files that were written to, in that order, by the names that they have when whole."""
        self.written = 0
        """Bytes."""
        self._directory = directory
        self._about = about
        self._largest = largest
        self._handle: int | None = None
        self._name = ""
        self._size = 0
        self._is_flushed = True
        self._is_torn = False
        self._lost: OSError | None = None

    def append(self, block: bytes) -> tuple[str, int]:
        """Write a block, and return the file and the byte at which it begins.

        Raises:
            OSError: there is no room for it; the file is as long as before.
        """
        if self._handle is not None and self._is_full(self._size + len(block)):
            self.close()
        if self._handle is None and not self._go_on(len(block)):
            self._begin()
        begin = self._write(block)
        return self._name, begin

    def flush(self) -> None:
        """Wait until the disk has what was written.

        Raises:
            OSError: it has not.
        """
        if self._handle is not None and not self._is_flushed:
            if self._lost is not None:  # the kernel tells only once of what it could not write
                raise self._lost
            try:
                os.fsync(self._handle)
            except OSError as error:
                self._lost = error
                raise
            self._is_flushed = True

    def close(self) -> None:
        """Finish the file that is being written, if any.

        Raises:
            OSError: it is left open, for the next start to mend.
        """
        if self._handle is None:
            return
        try:
            self.flush()
        finally:
            handle, self._handle = self._handle, None
            os.close(handle)
        if not self._is_torn:
            whole = self._directory / self._name
            _opened(whole).rename(whole)
            sync_directory(self._directory)

    def _is_full(self, size: int) -> bool:
        return 0 < self._largest < size

    def _go_on(self, more: int) -> bool:
        """Take up the newest file, where it has room and says the same of itself."""
        newest = max(self._directory.glob(f"{_PREFIX}*{WHOLE}"), default=None)
        if newest is None:
            return False
        size = newest.stat().st_size
        with newest.open("rb") as file:
            head = head_of_member(file.read(LONGEST))
        if self._is_full(size + more) or head is None:
            return False
        if not head.block.startswith(self._about.block() + b"\r\n\r\n"):
            return False
        if _opened(newest).exists():  # somebody's: the next start tells of it
            return False
        try:
            handle = os.open(newest, os.O_WRONLY)
        except PermissionError:  # somebody wants it to stay as it is
            return False
        newest.rename(_opened(newest))
        self._opens(newest, handle, size)
        sync_directory(self._directory)
        return True

    def _begin(self) -> None:
        """Begin a file."""
        self._directory.mkdir(parents=True, exist_ok=True)
        now = clock.now()
        path = next(
            path
            for path in _names(self._directory / f"{_PREFIX}{now:%Y%m%dT%H%M%SZ}")
            if not path.exists() and not _opened(path).exists()
        )
        info = make_info(path.name, now, self._about.block())
        handle = os.open(_opened(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        self._opens(path, handle, 0)
        try:
            self._write(info)
            sync_directory(self._directory)
        except BaseException:
            self._handle = None
            os.close(handle)
            _opened(path).unlink(missing_ok=True)
            self.names.pop()
            raise

    def _opens(self, path: Path, handle: int, size: int) -> None:
        self._handle, self._name, self._size = handle, path.name, size
        self._is_torn, self._lost = False, None
        if path.name not in self.names:
            self.names.append(path.name)

    def _write(self, block: bytes) -> int:
        """Write a block behind all others, and return where it begins."""
        handle, begin = self._handle, self._size
        if handle is None:
            raise AssertionError("written to before it was opened")
        self._is_flushed, rest, place = False, memoryview(block), begin
        try:
            while rest:
                done = os.pwrite(handle, rest, place)
                rest, place = rest[done:], place + done
        except BaseException:
            self._is_torn = True
            with contextlib.suppress(OSError):  # the next start mends what stays
                os.ftruncate(handle, begin)
                self._is_torn = False
            raise
        self._size = place
        self.written += len(block)
        return begin


def _opened(path: Path) -> Path:
    return path.with_name(path.name + OPEN)


def _names(stem: Path) -> Iterator[Path]:
    return (stem.with_name(f"{stem.name}-{number:05}{WHOLE}") for number in count(1))
