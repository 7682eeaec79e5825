"""A file that is there whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newscrawl.packed import sync_directory


@contextmanager
def written_aside(out: Path) -> Iterator[Path]:
    """Yield the name of an empty file beside ``out``, which takes its place when the block is over.

    When the block fails, or is interrupted, nothing is left of it and ``out`` is as it was. Where
    ``out`` is a symbolic link, what it leads to is replaced.

    Raises:
        OSError: the directory cannot be written, or there is no room.
    """
    out = out.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{out.name}.", suffix=".new", dir=out.parent)
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        _settle(beside)
        beside.replace(out)
        sync_directory(out.parent)
    finally:
        beside.unlink(missing_ok=True)


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
