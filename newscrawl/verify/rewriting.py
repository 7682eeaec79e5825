"""Writing a day file anew, durably: whatever a process dies of, the old or the new one is there."""

import gzip
import os
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from newscrawl.exits import CannotRun
from newscrawl.kept.lines import Line, lines_of
from newscrawl.packed import packed_form, sync_directory, unpack
from newscrawl.places import Places
from newscrawl.verify.leftovers import NEW

Change = Callable[[Line], bytes | None]
"""Takes a line and returns what is to stand in its place; None for nothing."""


def path_of(places: Places, name: str) -> Path:
    """Return where a day file is, compressed or not."""
    path = places.articles / name
    return path if path.exists() else packed_form(path)


def rewrite(articles: Path, name: str, change: Change) -> None:
    """Put a day file with other lines into the place of one, which is not compressed then.

    Raises:
        OSError: there is no room for it; the old one is as it was.
        CannotRun: it is compressed, and cannot be read to its end.
    """
    path = articles / name
    try:
        unpack(path)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise CannotRun(f"{path}.gz cannot be read: {error}; move it away first") from error
    changed = (change(line) for line in lines_of(path))
    write_durably(path, (data for data in changed if data is not None))


def write_durably(path: Path, pieces: Iterator[bytes]) -> None:
    """Write a file whole, or not at all.

    Raises:
        OSError: there is no room for it.
    """
    beside = path.with_name(path.name + NEW)
    try:
        with beside.open("wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        sync_directory(path.parent)
    finally:
        beside.unlink(missing_ok=True)
