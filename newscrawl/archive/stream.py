"""The bytes of a WARC file, unpacked, with the place of each; never more than a few pieces held.

Compressed files are read member by member with zlib, which tells what other readers pass over: a
member that ends too soon, or whose checksum is wrong. A record may fill one member, as it should,
or share it with others, or go over several.
"""

import os
import re
import zlib
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO

GZIP_MAGIC = b"\x1f\x8b\x08"
PIECE = 64 * 1024
"""Bytes that are read or unpacked at a time."""
_FIRST = 2048
"""Bytes that a member is unpacked to at first: with them one knows what the record is of, should
the rest turn out to be damaged."""
_SALVAGED = 64
"""Bytes that are unpacked at a time where damage is near."""
_NEWLINES = re.compile(rb"[\r\n]+")
_GZIP = 31
"""What zlib calls the format (``wbits``)."""


class Broken(Exception):  # noqa: N818 - it says what the file is
    """The file does not go on as it should."""

    def __init__(self, reason: str, message: str) -> None:
        """Keep the reason's short name apart from the message for a person."""
        super().__init__(message)
        self.reason = reason


class BrokenMember(Broken):
    """Its compression is broken: what can be read further on begins with another member."""


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


class Plain:
    """A file that is not compressed: one member, so to speak."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        """Begin at a byte of the file."""
        self._file = file
        self._file.seek(start)
        self.start = start

    def piece(self) -> bytes:
        """Return the next bytes of the file."""
        return self._file.read(PIECE)

    def step(self) -> bool:
        """Tell that there is no other member."""
        return False

    def skip(self, size: int) -> int:
        """Pass over bytes without reading them; return how many there were."""
        begin, end = self._file.tell(), self._file.seek(0, os.SEEK_END)
        return self._file.seek(min(begin + size, end)) - begin


class Members:
    """A file of gzip members."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        """Begin at a member."""
        self._file = file
        self._file.seek(start)
        self.start = start
        self._input = b""
        self._read = start
        self._reader = zlib.decompressobj(_GZIP)
        self._most, self._given = _FIRST, 0
        self._damage: BrokenMember | None = None
        self._sound: bool | None = None

    @property
    def position(self) -> int:
        """Return how far the file is read; at the end of a member, where the next begins."""
        return self._read - len(self._reader.unused_data or self._input)

    def piece(self) -> bytes:
        """Return the next bytes of the member; none at its end, when its checksum has been seen."""
        if self._damage is not None:
            raise self._damage
        reader, piece = self._reader, b""
        while not piece and not reader.eof:
            ends = not self._input and not self._feed()
            try:
                piece = reader.decompress(self._input, self._most)
            except zlib.error as error:
                self._damage = BrokenMember("bad_gzip", f"its gzip member is damaged ({error})")
                return self._salvage(self._damage)
            self._input, self._most = reader.unconsumed_tail, PIECE
            if ends and not piece:
                raise BrokenMember("truncated", "the file ends within a gzip member")
        self._given += len(piece)
        return piece

    def _salvage(self, damage: BrokenMember) -> bytes:
        """Return what can be unpacked before the damage; zlib keeps it for itself."""
        self._file.seek(self.start)
        reader, given, saved = zlib.decompressobj(_GZIP), 0, b""
        with suppress(zlib.error):
            while compressed := reader.unconsumed_tail or self._file.read(PIECE):
                known = max(0, self._given - given)
                part = reader.decompress(compressed, min(known, PIECE) or _SALVAGED)
                given += len(part)
                saved += b"" if known else part
        if not saved:
            raise damage
        return saved

    def step(self) -> bool:
        """Go to the next member; tell whether there is one."""
        self.start, self._input = self.position, self._reader.unused_data
        self._reader, self._damage, self._sound = zlib.decompressobj(_GZIP), None, None
        self._most, self._given = _FIRST, 0
        while len(self._input) < len(GZIP_MAGIC) and self._feed():
            pass
        if self._input and not GZIP_MAGIC.startswith(self._input[: len(GZIP_MAGIC)]):
            zeros = not self._input[:16].strip(b"\0")
            what = "zeros stand" if zeros else "something else stands"
            raise BrokenMember("not_warc", f"{what} where a gzip member should begin")
        return bool(self._input)

    def is_sound(self) -> bool:
        """Read the member once to its end, for its checksum; nothing is held against its absence.

        That is for members of many records: of those, some are given on before the end is reached.
        """
        if self._sound is None:
            here = self._file.tell()
            self._file.seek(self.start)
            self._sound = self._unpacks()
            self._file.seek(here)
        return self._sound

    def _unpacks(self) -> bool:
        reader = zlib.decompressobj(_GZIP)
        try:
            while not reader.eof and (
                compressed := reader.unconsumed_tail or self._file.read(PIECE // 2)
            ):
                reader.decompress(compressed, PIECE)
        except zlib.error:
            return False
        return True

    def _feed(self) -> bool:
        more = self._file.read(PIECE // 2)
        self._read += len(more)
        self._input += more
        return bool(more)


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
