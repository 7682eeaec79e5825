"""The records of a WARC file in its order, and the way past what is none."""

from typing import BinaryIO

from newscrawl.archive import fields
from newscrawl.archive.fields import Head, read_head
from newscrawl.archive.search import next_member, next_plain
from newscrawl.archive.sources import Broken, BrokenMember
from newscrawl.archive.stream import Place, Stream

_MARK = b"WARC/"
_CLOSING = 2
"""Lines behind a block that close the record, whatever follows."""
_KEPT = 128
"""Bytes that are looked at again with the next piece: the beginning of a head is no longer."""


class Records:
    """One record after the other: its head, then its block or a part of it, then its end."""

    def __init__(self, file: BinaryIO, start: int = 0) -> None:
        """Begin at the beginning of the file, or where another of its records begins."""
        self._file = file
        self._stream = Stream(file, start)
        self._left = 0
        self._any = start > 0
        self.place = Place(start)
        """Where the record at hand begins, or what stands in place of one."""
        self.ends_member = False
        """Whether the last record that was finished ends a gzip member."""

    @property
    def begun(self) -> bool:
        """Tell whether any record could be read."""
        return self._any

    @property
    def packed(self) -> bool:
        """Tell whether the file is compressed."""
        return self._stream.packed

    @property
    def position(self) -> int:
        """Return how far the file is read; behind a record that gzip vouches for, its end."""
        return self._stream.position

    def next(self) -> tuple[Head, bytes] | None:
        """Return the head of the next record, read and as it stands there; None at the end.

        Raises:
            Broken: there is something else; then :meth:`resume` leads on.
        """
        if not self._seek():
            return None
        lines = self._lines()
        head = read_head(lines, self.place)
        self._left = head.length
        return head, lines

    def read(self, size: int) -> bytes:
        """Return the next bytes of the block, fewer only where it ends.

        Raises:
            Broken: the file ends first, or is damaged.
        """
        size = min(size, self._left)
        self._left -= size
        taken = []
        while size:
            if not self._stream.available and not self._stream.more():
                self._cross()
            taken.append(self._stream.take(size))
            size -= len(taken[-1])
        return b"".join(taken)

    def finish(self) -> bool:
        """Pass over what is left of the record; tell whether a checksum of gzip vouches for it.

        Raises:
            Broken: it does not end as it should, or is damaged.
        """
        while self._left:
            passed = self._stream.pass_over(self._left)
            self._left -= passed
            if not passed:
                self._cross()
        newlines, goes_on = self._empty_lines()
        if goes_on and newlines < _CLOSING and not _may_begin(self._stream.peek(len(_MARK))):
            raise Broken("bad_record", "it does not end where its Content-Length says")
        self._any = True
        self.ends_member = self.packed and not goes_on
        return self.ends_member or self._stream.is_sound()

    def go_to(self, place: Place) -> None:
        """Go to where a record begins; forwards within a member without unpacking it anew.

        Raises:
            Broken: the file ends before it, or is damaged.
        """
        here = self._stream.place
        if not self.packed or here.offset != place.offset or here.within > place.within:
            self._stream = Stream(self._file, place.offset)
        self._left = place.within - self._stream.place.within
        while self._left:
            passed = self._stream.pass_over(self._left)
            self._left -= passed
            if not passed:
                raise Broken("truncated", "the file ends before it")

    def resume(self, broken: Broken) -> Place | None:
        """Go to the next record that can be read; return where it is, None where there is none."""
        if self.packed and not isinstance(broken, BrokenMember):
            return self._resume_within()
        searches = [next_member, next_plain]
        after = self._stream.member + 1
        if not self.packed:
            searches.reverse()
            after = self.place.offset + 1
        # A file may be damaged where it begins, so that it looks like one of the other kind.
        for search in searches if not self._any else searches[:1]:
            if (found := search(self._file, after)) is not None:
                return self._go(found)
        return None

    def _empty_lines(self) -> tuple[int, bool]:
        """Pass over empty lines; return how many, and whether the member goes on behind them."""
        stream = self._stream
        lines = stream.newlines()
        while not stream.available:
            if not stream.more():
                return lines, False
            lines += stream.newlines()
        return lines, True

    def _seek(self) -> bool:
        """Go to where the next record should begin; tell whether the file goes on at all."""
        stream = self._stream
        try:
            while not self._empty_lines()[1]:
                if not stream.step():
                    return False
        finally:
            self.place = stream.place
        while stream.available < len(_MARK) and stream.more():
            pass
        if not _may_begin(stream.peek(len(_MARK))):
            raise Broken("not_warc", f"no record begins here, but {stream.peek(16)!r}")
        return True

    def _lines(self) -> bytes:
        stream = self._stream
        while not (size := stream.head()):
            if stream.available > fields.LONGEST:
                stream.take(stream.available)
                raise Broken("bad_record", "its head has no end")
            if not stream.more():
                self._cross()
        if other := fields.BEGINNING.search(stream.peek(size), 1):
            stream.take(other.start())
            raise Broken("bad_record", "its head breaks off where another record begins")
        return stream.take(size)

    def _cross(self) -> None:
        """Go to the next member in the midst of a record."""
        stream = self._stream
        behind = stream.available
        if not stream.step():
            stream.take(behind)
            raise Broken("truncated", "the file ends within it")
        stream.more()
        if stream.peek(len(_MARK), behind) == _MARK:
            stream.take(behind)
            raise Broken("bad_record", "it is shorter than its Content-Length says")

    def _resume_within(self) -> Place | None:
        """Look for a record in what is unpacked, and on from there."""
        stream = self._stream
        try:
            while (found := stream.find(fields.BEGINNING)) is None:
                stream.take(max(0, stream.available - _KEPT))
                if not stream.more() and not stream.step():
                    return None
        except BrokenMember:
            found = next_member(self._file, stream.member + 1)
            return None if found is None else self._go(found)
        stream.take(found)
        return stream.place

    def _go(self, offset: int) -> Place:
        self._stream = Stream(self._file, offset)
        return self._stream.place


def _may_begin(some: bytes) -> bool:
    """Tell whether a record can begin like this; a member may end in the midst of the mark."""
    return bool(some) and _MARK.startswith(some)
