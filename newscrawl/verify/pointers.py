"""Whether each record's ``warc`` leads to the response that the record was made of.

Of each record of the archive only the beginning is read, in the order of the files.
"""

import os
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from newscrawl.antara.urls import story_url
from newscrawl.archive.files import OPEN
from newscrawl.archive.heads import LONGEST, Head, head_of
from newscrawl.showing import Show
from newscrawl.verify.findings import Findings
from newscrawl.verify.index import Index

_LINES = """
SELECT file, number, id, fetched_at, template = 'feed', warc_offset FROM lines
WHERE warc_file = ? AND warc_offset IS NOT NULL ORDER BY warc_offset
"""
_GZIP = 31
"""What zlib calls the format (``wbits``)."""
_TASTE, _PIECE = 4096, 512
"""Bytes that are read, and unpacked, at a time: nearly every head is in the first."""
_END = b"\r\n\r\n"
_SHOW_EVERY = 200


class Pointers:
    """One way through all pointers."""

    def __init__(self, directory: Path, index: Index, findings: Findings, show: Show) -> None:
        """Follow the pointers of the lines in an index into the archive of a directory."""
        self._directory = directory
        self._index = index
        self._findings = findings
        self._show = show
        self._total = index.count("SELECT count(*) FROM lines WHERE warc_file IS NOT NULL")
        self.checked = 0
        """How many were followed."""
        self.wrong: list[tuple[str, int]] = []
        """File and number of lines whose pointer is wrong, into a file that is there."""
        self.missing: list[str] = []
        """Files that pointers lead into, and that are not there."""

    def check(self) -> None:
        """Follow all of them.

        Raises:
            OSError: a file of the archive cannot be read.
        """
        names = self._index.database.execute(
            "SELECT warc_file, count(*), min(file || ':' || number) FROM lines"
            " WHERE warc_file IS NOT NULL GROUP BY warc_file ORDER BY warc_file"
        ).fetchall()
        for name, count, first in names:
            path = self._path(name)
            if path is None:
                self.missing.append(name)
                text = f"{count:,} of them lead there, that of articles/{first} among them"
                self._findings.add("warc_missing_file", f"warc/{_shown(name)}", text)
            else:
                with path.open("rb") as file:
                    self._check_file(name, file)

    def _path(self, name: str) -> Path | None:
        """Return a file of the archive; what a line says is no path that could lead elsewhere."""
        if not name or "/" in name or "\0" in name or name in (".", ".."):
            return None
        beside = (self._directory / name, self._directory / (name + OPEN))
        return next((path for path in beside if path.is_file()), None)

    def _check_file(self, name: str, file: BinaryIO) -> None:
        for line in self._index.database.execute(_LINES, (name,)):
            self.checked += 1
            if self.checked % _SHOW_EVERY == 0:
                self._show("pointers", self.checked, self._total)
            day, number, id_, fetched_at, is_feed, offset = line
            wrong = _wrong(_head(file, offset), id_, fetched_at, is_feed=is_feed)
            if wrong is not None:
                code, why = wrong
                text = f"{id_}: {_shown(name)}, byte {offset:,}: {why}"
                self._findings.add(code, f"articles/{day}:{number}", text)
                self.wrong.append((day, number))


def _head(file: BinaryIO, offset: int) -> Head | None:
    """Return the head of a record, whatever is wrong with it behind that."""
    if offset >= os.fstat(file.fileno()).st_size:  # some are farther than any file can be read
        return None
    file.seek(offset)
    unpacker, beginning = zlib.decompressobj(_GZIP), b""
    packed = file.read(_TASTE)
    try:
        while packed and len(beginning) < LONGEST and _END not in beginning:
            beginning += unpacker.decompress(packed, _PIECE)
            packed = unpacker.unconsumed_tail or (b"" if unpacker.eof else file.read(_TASTE))
    except zlib.error:
        return None
    return head_of(beginning)


def _wrong(
    head: Head | None, id_: str, fetched_at: str, *, is_feed: bool
) -> tuple[str, str] | None:
    """Return what is wrong with what a pointer leads to: kind of finding, and words."""
    if head is None:
        return "warc_offset", "no record begins there"
    if head.kind != "response":
        return "warc_offset", f"there is a {head.kind or 'nameless'} record, and no response"
    story = story_url(head.url)
    if not is_feed and (story is None or story.id != id_):
        return "warc_other_page", f"there is {head.url}"
    at = date_of(head.fields)
    if at != fetched_at:
        return "warc_other_page", f"there is the visit of {at or 'no time'}"
    return None


def date_of(fields: Mapping[str, str]) -> str | None:
    """Return the time of a record of the archive as lines have it: UTC, to the second."""
    try:
        moment = datetime.fromisoformat(fields.get("warc-date", ""))
        moment = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _shown(name: str) -> str:
    """Return a name that a line gives, fit to be printed."""
    return name if name.isprintable() else ascii(name)
