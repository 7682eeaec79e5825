"""The bytes of a WARC file, unpacked, with the place of each; never more than a few pieces held.

A record may fill a gzip member, as it should, or share it with others, or go over several.
"""

import re
from dataclasses import dataclass
from typing import BinaryIO

from newscrawl.archive.sources import GZIP_MAGIC, Members, Plain

_NEWLINES = re.compile(rb"[\r\n]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file."""

    offset: int
    """Of the byte in a plain file; in a compressed one, of the member."""
    within: int = 0
    """How far into what the member unpacks to; 0 in a plain file."""


def end_of_head(data: bytes, begin: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """Return where a head ends and where what follows it begins; None where the end is not there.

    The head of a record, or of HTTP; some old writers leave out the carriage returns.
    """
    strict = data.find(b"\r\n\r\n", begin, end)
    loose = data.find(b"\n\n", begin, end if strict < 0 else strict)
    if loose >= 0:
        return loose, loose + 2
    return (strict, strict + 4) if strict >= 0 else None


class Stream:
    """The unpacked bytes, one after the other."""

    def __init__(self, file: BinaryIO, start: int = 0) -> None:
        """Begin at the beginning of the file, or further on.

        Args:
            file: what is read.
            start: of a plain file any byte; of a compressed one, where a member begins.
        """
        file.seek(start)
        self.packed = file.read(len(GZIP_MAGIC)) == GZIP_MAGIC
        self._source: Plain | Members = (Members if self.packed else Plain)(file, start)
        self._piece, self._used, self._given = b"", 0, 0

    @property
    def member(self) -> int:
        """Return where the member begins that is being read."""
        return self._source.start

    @property
    def place(self) -> Place:
        """Return where the next byte stands."""
        within = self._given - self.available
        member = self._source.start
        return Place(member, within) if self.packed else Place(member + within)

    @property
    def position(self) -> int:
        """Return how far the file is read; where a member is used up, its end."""
        source = self._source
        return source.position if isinstance(source, Members) else self.place.offset

    @property
    def available(self) -> int:
        """Return how many bytes are unpacked and not taken."""
        return len(self._piece) - self._used

    def more(self) -> bool:
        """Unpack further of this member; tell whether there was more of it.

        Raises:
            BrokenMember: it is damaged, or cut short.
        """
        piece = self._source.piece()
        rest = self._piece[self._used :]
        self._piece, self._used = rest + piece if rest else piece, 0
        self._given += len(piece)
        return bool(piece)

    def step(self) -> bool:
        """Go to the next member, what is unpacked staying available; tell whether there is one.

        Raises:
            BrokenMember: something else stands there.
        """
        if self.packed:
            self._given = 0
        return self._source.step()

    def is_sound(self) -> bool:
        """Tell whether a checksum vouches for what is read of this member."""
        return isinstance(self._source, Members) and self._source.is_sound()

    def peek(self, size: int, at: int = 0) -> bytes:
        """Return so many of the available bytes, or those that there are."""
        return self._piece[self._used + at : self._used + at + size]

    def take(self, size: int) -> bytes:
        """Take so many of the available bytes, or those that there are."""
        taken = self.peek(size)
        self._used += len(taken)
        return taken

    def newlines(self) -> int:
        """Take the empty lines that are available; return how many."""
        lines = _NEWLINES.match(self._piece, self._used)
        if lines is None:
            return 0
        self._used = lines.end()
        return lines[0].count(b"\n")

    def find(self, pattern: re.Pattern[bytes]) -> int | None:
        """Return how many bytes stand before the first available ones that fit a pattern."""
        match = pattern.search(self._piece, self._used)
        return match.start() - self._used if match else None

    def head(self) -> int:
        """Return how long the head is that begins here, its empty line too; 0: too short yet."""
        found = end_of_head(self._piece, self._used)
        return found[1] - self._used if found else 0

    def pass_over(self, size: int) -> int:
        """Take bytes without looking at them; return how many, none where a member is used up.

        Raises:
            BrokenMember: the member is damaged, or cut short.
        """
        if not self.available and isinstance(self._source, Plain):
            passed = self._source.skip(size)
            self._given += passed
            return passed
        if not self.available:
            self.more()
        passed = min(size, self.available)
        self._used += passed
        return passed
