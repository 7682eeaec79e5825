"""Where a damaged file can be read again."""

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from newscrawl.archive.fields import BEGINNING
from newscrawl.archive.sources import GZIP_MAGIC

_CHUNK = 1024 * 1024
_OVERLAP = 128
"""Bytes of a chunk that are looked at again with the next: what is sought is no longer."""
_TASTE = 512
"""Compressed bytes that are enough to see how a member begins."""


def next_member(file: BinaryIO, after: int, before: int | None = None) -> int | None:
    """Return where the next gzip member begins that begins with a record, None without one.

    Args:
        file: what is searched.
        after: the first place that is looked at.
        before: about where to give up; a record that begins there may be found still.
    """
    for begin, chunk in _chunks(file, after, before):
        at = chunk.find(GZIP_MAGIC)
        while at >= 0:
            if begins_member(file, begin + at):
                return begin + at
            at = chunk.find(GZIP_MAGIC, at + 1)
    return None


def next_plain(file: BinaryIO, after: int, before: int | None = None) -> int | None:
    """Return where the next record of a plain file begins, None without one."""
    for begin, chunk in _chunks(file, after, before):
        if match := BEGINNING.search(chunk):
            return begin + match.start()
    return None


def _chunks(file: BinaryIO, begin: int, before: int | None) -> Iterator[tuple[int, bytes]]:
    file.seek(begin)
    chunk = file.read(_CHUNK)
    while chunk and (before is None or begin < before):
        yield begin, chunk
        kept = chunk[-_OVERLAP:]
        begin += len(chunk) - len(kept)
        file.seek(begin + len(kept))  # whoever looks at what was found moves the file
        more = file.read(_CHUNK)
        chunk = kept + more if more else b""


def begins_plain(file: BinaryIO, offset: int) -> bool:
    """Tell whether a record of a plain file begins there."""
    file.seek(offset)
    return BEGINNING.match(file.read(_OVERLAP)) is not None


def begins_member(file: BinaryIO, offset: int) -> bool:
    """Tell whether a gzip member begins there, and with a record."""
    file.seek(offset)
    try:
        taste = zlib.decompressobj(31).decompress(file.read(_TASTE), _OVERLAP)
    except zlib.error:
        return False
    return BEGINNING.match(taste) is not None
