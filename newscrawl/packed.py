"""Day files of long ago, compressed: ``2026-11-20.jsonl`` becomes ``2026-11-20.jsonl.gz``.

Whoever reads the records reads both (``zcat -f articles/*.jsonl*``); the ledger's offsets are those
of the lines in the uncompressed file.
"""

import gzip
import os
import shutil
from io import BufferedIOBase
from pathlib import Path

ENDING = ".gz"


def pack(path: Path) -> None:
    """Put a compressed file in the place of a day file that no run will write to again.

    Whatever it dies of, one of the two is there, whole; where both are, the next call makes it one.

    Raises:
        OSError: there is no room for it, or the directory cannot be written.
    """
    beside = path.with_name(path.name + ENDING + ".new")
    try:
        with path.open("rb") as lines, beside.open("wb") as file:
            with gzip.GzipFile(path.name, "wb", fileobj=file, mtime=0) as packed:
                shutil.copyfileobj(lines, packed)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(packed_form(path))
        sync_directory(path.parent)
        path.unlink()
    finally:
        beside.unlink(missing_ok=True)


def unpack(path: Path) -> None:
    """Make a compressed day file a plain one again, for a run that will write to it.

    Nothing happens where there is none. Whatever it dies of, the compressed file is there until the
    plain one is whole.

    Raises:
        OSError: there is no room for it.
    """
    packed = packed_form(path)
    if path.exists() or not packed.exists():
        return
    beside = path.with_name(path.name + ".new")
    try:
        with gzip.open(packed, "rb") as lines, beside.open("wb") as file:
            shutil.copyfileobj(lines, file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        sync_directory(path.parent)
        packed.unlink()
    finally:
        beside.unlink(missing_ok=True)


def packed_form(path: Path) -> Path:
    """Return where a day file is when it is compressed."""
    return path.with_name(path.name + ENDING)


def open_lines(path: Path) -> BufferedIOBase:
    """Open a day file for reading, compressed or not; offsets are those of the lines.

    Args:
        path: of either form; the other is taken where it is not there, as a run may change it.

    Raises:
        FileNotFoundError: it is there in neither form.
    """
    plain = path.with_name(path.name.removesuffix(ENDING))
    try:
        return gzip.open(path, "rb") if path != plain else plain.open("rb")
    except FileNotFoundError:
        return gzip.open(packed_form(plain), "rb") if path == plain else plain.open("rb")


def sync_directory(directory: Path) -> None:
    """Make the names in a directory durable (a new file's own flush does not)."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
