"""What one worker reads at a time, and what it says of it."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from newscrawl.archive.captures import Passed
from newscrawl.archive.parts import Part, Seams
from newscrawl.archive.sniffing import is_archive
from newscrawl.extraction.sources import Item, Story, there
from newscrawl.items import Article

LARGEST = 1_000_000
"""Bytes of a part of an archive, or of small files together: a worker's work for a second or three,
which is what is done again when a worker is lost."""
MOST_PAGES = 1000
"""Pages of a part; more are only where an archive cannot be cut, as it is compressed as one."""
_MOST_FILES = 64


@dataclass(frozen=True, slots=True)
class Piece:
    """A file, or a part of one."""

    path: Path
    """As messages and records have it."""
    size: int
    """Bytes that the file has at least, so that another of that name is not read for it."""
    part: Part | None = None
    """None for a file that is read whole, whatever is in it."""

    @property
    def begin(self) -> int:
        """Return the byte at which it begins."""
        return 0 if self.part is None else self.part.begin

    @property
    def weight(self) -> int:
        """Return how many bytes are to be read."""
        if self.part is None:
            return self.size
        return (self.part.end or max(self.size, self.part.begin)) - self.part.begin


@dataclass(frozen=True, slots=True)
class Unit:
    """Pieces that one worker reads, one after the other."""

    pieces: tuple[Piece, ...]


What = Unit | Story | tuple[Item, ...]
"""What can be read: pieces of files, a story of several pages, or pages as they are."""


@dataclass(slots=True)
class Came:
    """What came of a piece."""

    pages: list[tuple[Item, Any]] = field(default_factory=list)
    """Each with its result, in order; pages that are not needed any more without their bodies."""
    passed: Passed = field(default_factory=Passed)
    archives: int = 0
    seams: Seams = field(default_factory=Seams)
    is_too_much: bool = False
    """Whether there were so many pages that they would fill the memory; then none are here."""
    unseen: str | None = None
    """Where and why the file could not be opened, if it could not."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a process that reads."""

    what: What
    prepare: Callable[[Article], Any]
    """What the sink does where the page is read."""
    root: Path
    """The directory that relative paths are meant from."""
    fetched_at: datetime | None
    """When saved pages were fetched; the files' own times without."""


def cut(paths: Sequence[Path], largest: int) -> Iterator[Unit | Path]:
    """Yield units of files, in order; a path that nothing can be read from comes as it is."""
    together: list[Piece] = []
    for named in paths:
        path = there(named)
        size = path.stat().st_size if path.is_file() and os.access(path, os.R_OK) else None
        if size is not None and size <= largest:
            together.append(Piece(path, size))
            if len(together) == _MOST_FILES or _weight(together) >= largest:
                yield Unit(tuple(together))
                together = []
            continue
        if together:
            yield Unit(tuple(together))
            together = []
        yield from (path,) if size is None else _parts(path, size, largest)
    if together:
        yield Unit(tuple(together))


def _weight(pieces: Sequence[Piece]) -> int:
    return sum(piece.weight for piece in pieces)


def _parts(path: Path, size: int, largest: int) -> Iterator[Unit | Path]:
    try:
        is_one = not is_archive(path)
    except OSError:  # it is gone since
        yield path
        return
    if is_one:
        yield Unit((Piece(path, size),))
        return
    for begin in range(0, size, largest):
        end = begin + largest if begin + largest < size else None
        yield Unit((Piece(path, size, Part(begin, end, is_seam=not begin)),))
