"""Mending what a run that died has left open: whole exchanges stay, a torn tail is cut.

Damage that whole exchanges stand behind is no torn tail, and stays for readers to pass over: lines
point to what stands behind it.
"""

import logging
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newscrawl.archive.files import OPEN, WHOLE
from newscrawl.archive.heads import LONGEST, head_of
from newscrawl.archive.search import next_member
from newscrawl.packed import sync_directory

logger = logging.getLogger(__name__)

_GZIP = 31
_CHUNK = 256 * 1024
_BEFORE_ANSWER = frozenset({"request", "metadata"})
"""Records that nothing follows only where their answer is missing."""


@dataclass(slots=True)
class Repaired:
    """What had to be done."""

    files: int = 0
    """Files that a run had left open."""
    bytes_cut: int = 0


def repair(directory: Path) -> Repaired:
    """Make each file that was left open a whole one; called while no run writes.

    Raises:
        OSError: a file cannot be read, cut or renamed.
    """
    done = Repaired()
    for path in sorted(directory.glob(f"*{WHOLE}{OPEN}")):
        whole = path.with_name(path.name.removesuffix(OPEN))
        if whole.exists():
            logger.warning("%s: %s is there too; move one of them away", path, whole.name)
            continue
        done.files += 1
        done.bytes_cut += _mend(path)
        if path.stat().st_size:
            path.rename(whole)
        else:
            path.unlink()
        sync_directory(directory)
    return done


def _mend(path: Path) -> int:
    """Cut what is no whole exchange off a file, and return how many bytes that were."""
    size, good = path.stat().st_size, 0
    for end, beginning in _members(path):
        head = head_of(beginning)
        if head is not None and head.kind not in _BEFORE_ANSWER:
            good = end
    if good < size:
        logger.warning("%s: cut a torn end of %d bytes, from %d on", path, size - good, good)
    with path.open("r+b") as file:
        file.truncate(good)
        os.fsync(file.fileno())
    return size - good


def _members(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield where each whole gzip member ends, and how its content begins; memory stays flat."""
    unpacker, beginning, start = zlib.decompressobj(_GZIP), b"", 0
    with path.open("rb") as file:
        data = file.read(_CHUNK)
        while data:
            try:
                unpacked = unpacker.decompress(data, _CHUNK)
            except zlib.error:
                found = next_member(file, start + 1)
                if found is None:
                    return
                start = file.seek(found)
                unpacker, beginning, data = zlib.decompressobj(_GZIP), b"", file.read(_CHUNK)
                continue
            if len(beginning) < LONGEST:
                beginning += unpacked[:LONGEST]
            data = unpacker.unconsumed_tail
            if unpacker.eof:
                data = unpacker.unused_data
                start = file.tell() - len(data)
                yield start, beginning
                unpacker, beginning = zlib.decompressobj(_GZIP), b""
            data = data or file.read(_CHUNK)
