"""A file that is there whole or not at all."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from secrets import token_hex

from newscrawl.packed import sync_directory


@contextmanager
def written_aside(out: Path) -> Iterator[Path]:
    """Yield the name of an empty file beside ``out``, which takes its place when the block is over.

    When the block fails, or is interrupted, nothing is left of it and ``out`` is as it was. What
    another one for the same ``out`` left when it was killed is taken away. Where ``out`` is a
    symbolic link, what it leads to is replaced.

    Raises:
        OSError: the directory cannot be written, or there is no room.
    """
    out = out.resolve()
    prefix, suffix = f".{out.name}.", ".new"
    for left in out.parent.glob(f"{escape(prefix)}????????{suffix}"):
        _take_away(left)
    # Named before it is made: Ctrl-C may come as soon as the file is there.
    beside, handle = out.parent / f"{prefix}{token_hex(4)}{suffix}", None
    try:
        handle = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        fcntl.flock(handle, fcntl.LOCK_SH)  # until it is closed: somebody writes this one
        yield beside
        _settle(beside)
        beside.replace(out)
        sync_directory(out.parent)
    finally:
        beside.unlink(missing_ok=True)
        if handle is not None:
            os.close(handle)


def _take_away(left: Path) -> None:
    """Remove a file that was being written, unless somebody writes it still, or it is no file."""
    with suppress(OSError):
        handle = os.open(left, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()
        finally:
            os.close(handle)


def _settle(path: Path) -> None:
    """Wait until the disk has a file, and give it the rights that any new file gets."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
