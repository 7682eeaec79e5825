"""All records of an archive's files from front to back: what they are, and what cannot be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newscrawl.archive.captures import LARGEST
from newscrawl.archive.damage import Damage
from newscrawl.archive.fields import Head
from newscrawl.archive.reader import Records
from newscrawl.archive.sniffing import no_archive
from newscrawl.archive.sources import Broken
from newscrawl.archive.stories import check

_TASTE = 16 * 1024
"""Bytes of an answer's block that are kept: its status line and headers are among them."""
_ANSWERS = frozenset(("response", "revisit"))
_STATUS = re.compile(rb"HTTP/\S+ ([0-9]{3})\b")
_TELLING = _ANSWERS | {"warcinfo"}


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the archive."""

    head: Head
    lines: bytes
    """The head as it stands there."""
    beginning: bytes
    """As much of an answer's block as tells what it is, and of a file's description; of other
    records nothing."""
    end: int
    """How far the file is read behind it."""

    @property
    def status(self) -> int | None:
        """What the site said, in an answer or a reference to one; None in other records."""
        match = _STATUS.match(self.beginning) if self.head.type in _ANSWERS else None
        return int(match[1]) if match else None

    @property
    def at(self) -> int | None:
        """When that was, seconds since 1970; None where the record does not say it."""
        try:
            return int(self.head.date().timestamp())
        except Broken:
            return None


def records_of(path: Path) -> Iterator[Record | Damage]:
    """Read a file to its end; each record's checksum is verified on the way.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        reader = Records(file)
        while True:
            try:
                record = _next(reader)
            except Broken as broken:
                yield _damage(path, reader, broken)
                if reader.resume(broken) is None:
                    return
                continue
            if record is None:
                return
            yield record


def _next(reader: Records) -> Record | None:
    found = reader.next()
    if found is None:
        return None
    head, lines = found
    block = reader.read(min(head.length, _TASTE))
    whole = len(block) == head.length
    sound = reader.finish()
    if not sound and whole and head.length <= LARGEST:
        check(head, block, doubtful=reader.packed)
    return Record(head, lines, block if head.type in _TELLING else b"", reader.position)


def _damage(path: Path, reader: Records, broken: Broken) -> Damage:
    if not reader.begun and reader.place.offset == 0:
        return Damage(path, 0, *no_archive(path, broken))
    return Damage(path, reader.place.offset, broken.reason, str(broken))
