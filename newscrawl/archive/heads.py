"""The head of a record that this project, or another one, has written: as much as writing needs."""

import base64
import binascii
import re
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from newscrawl.archive.records import Known

LONGEST = 64 * 1024
"""Bytes of a record, unpacked, in which its head ends."""
_GZIP = 31
_STATUS = re.compile(rb"HTTP/\S+ ([0-9]{3})\b")


@dataclass(frozen=True, slots=True)
class Head:
    """The named fields of a record, and what is known of its block."""

    fields: dict[str, str]
    """By their names in lower case."""
    block: bytes
    """As much of the block as was looked at."""

    @property
    def kind(self) -> str:
        """The record's type; empty where it has none."""
        return self.fields.get("warc-type", "").lower()

    @property
    def url(self) -> str:
        """The address that it is about; empty where it names none."""
        return self.fields.get("warc-target-uri", "").strip("<>")


def head_of_member(data: bytes) -> Head | None:
    """Return the head of the record with which a gzip member begins; None where it is none."""
    try:
        return head_of(zlib.decompressobj(_GZIP).decompress(data, LONGEST))
    except zlib.error:
        return None


def head_of(beginning: bytes) -> Head | None:
    """Return the head of a record of which these are the first bytes, unpacked."""
    head, end, block = beginning.partition(b"\r\n\r\n")
    version, *lines = head.decode("utf-8", "replace").split("\r\n")
    if not end or not version.startswith("WARC/"):
        return None
    named = (line.partition(":") for line in lines)
    return Head({name.strip().lower(): value.strip() for name, _, value in named}, block)


def known(head: Head) -> Known | None:
    """Return what later answers would refer to; None where a record says too little of itself."""
    status = _STATUS.match(head.block)
    fields = head.fields
    algorithm, _, digest = fields.get("warc-payload-digest", "").partition(":")
    if head.kind != "response" or status is None or algorithm.lower() != "sha1":
        return None
    try:
        return Known(
            fields["warc-target-uri"].strip("<>"),
            int(status[1]),
            base64.b32decode(digest),
            UUID(fields["warc-record-id"].strip("<>")),
            _utc(datetime.fromisoformat(fields["warc-date"])),
        )
    except (KeyError, ValueError, OverflowError, binascii.Error):
        return None


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
