"""The bytes of a file in pieces: as they stand in it, or unpacked.

Compressed files are read member by member with zlib, which tells what other readers pass over: a
member that ends too soon, or whose checksum is wrong.
"""

import os
import zlib
from contextlib import suppress
from typing import BinaryIO

GZIP_MAGIC = b"\x1f\x8b\x08"
PIECE = 64 * 1024
"""Bytes that are read or unpacked at a time."""
_FIRST = 2048
"""Bytes that a member is unpacked to at first: with them one knows what the record is of, should
the rest turn out to be damaged."""
_SALVAGED = 64
"""Bytes that are unpacked at a time where damage is near."""
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
