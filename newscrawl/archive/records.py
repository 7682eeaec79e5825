"""The records of one exchange in WARC 1.1 (ISO 28500:2017), each a gzip member of its own.

A body that the site sent compressed is stored as it came: to compress it again would take most of
the time that a page costs here, and make it no smaller.
"""

import base64
import hashlib
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

from newscrawl.archive.exchange import NOT_MODIFIED, Exchange
from newscrawl.archive.told import CONTENT_TYPE as _FIELDS

_CONTENT_TYPES = {
    "warcinfo": _FIELDS,
    "request": "application/http; msgtype=request",
    "metadata": _FIELDS,
    "response": "application/http; msgtype=response",
    "revisit": "application/http; msgtype=response",
}
_GZIP_HEAD = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
"""Of a member without a name and a time (RFC 1952, section 2.3)."""
_SMALL = 6
_MOST_STORED = 0xFFFF
"""Bytes of a stored block at most."""
_END = b"\r\n\r\n"
"""What stands behind the block of every record."""

Fields = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Known:
    """An archived answer with a body of its own, to which later ones may refer."""

    url: str
    status: int
    digest: bytes
    """SHA-1 of the payload."""
    record: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Made:
    """The members of an exchange."""

    members: bytes
    records: int
    place: int
    """Where among the bytes the answer's member begins."""
    answer: Known | None
    """To which later answers may refer; None where the answer itself refers to another."""


def make(exchange: Exchange, digest: bytes, earlier: Known | None) -> Made:
    """Return the members of an exchange: request, metadata, and the answer last.

    Args:
        exchange: what went over the wire.
        digest: SHA-1 of the answer's body.
        earlier: an answer that this one repeats, so that a reference does.
    """
    answer = uuid4()
    target = [("WARC-Target-URI", exchange.url), ("WARC-Date", _time(exchange.at))]
    address = [("WARC-IP-Address", exchange.ip)] if exchange.ip else []
    beside = [*target, ("WARC-Concurrent-To", _urn(answer))]
    before = [_member("request", uuid4(), [*beside, *address], exchange.request)]
    if exchange.told is not None:
        before.append(_member("metadata", uuid4(), beside, exchange.told))
    kind, block, named = _answer(exchange, digest, earlier)
    packed = exchange.body if exchange.is_packed and earlier is None else b""
    members = b"".join(before)
    return Made(
        members + _member(kind, answer, [*target, *address, *named], block, packed),
        len(before) + 1,
        len(members),
        None if earlier else Known(exchange.url, exchange.status, digest, answer, exchange.at),
    )


def make_info(name: str, at: datetime, block: bytes) -> bytes:
    """Return the member that stands at the head of a file of that name."""
    fields = [("WARC-Date", _time(at)), ("WARC-Filename", name)]
    return _member("warcinfo", uuid4(), fields, block)


def _answer(exchange: Exchange, digest: bytes, earlier: Known | None) -> tuple[str, bytes, Fields]:
    """Return type, block and own fields of the record of an answer; of the block what is plain."""
    if earlier is None:
        block = exchange.head if exchange.is_packed else exchange.head + exchange.body
        return "response", block, [("WARC-Payload-Digest", _labelled(digest))]
    profile = "server-not-modified"
    if exchange.status != NOT_MODIFIED:
        profile = "identical-payload-digest"
    fields = [
        ("WARC-Profile", f"http://netpreserve.org/warc/1.1/revisit/{profile}"),
        ("WARC-Refers-To", _urn(earlier.record)),
        ("WARC-Refers-To-Target-URI", earlier.url),
        ("WARC-Refers-To-Date", _time(earlier.at)),
        ("WARC-Payload-Digest", _labelled(earlier.digest)),
    ]
    return "revisit", exchange.head, fields


def _member(kind: str, record: UUID, fields: Fields, block: bytes, packed: bytes = b"") -> bytes:
    """Return a record as a member; the end of its block may be packed already."""
    digest = hashlib.sha1(block, usedforsecurity=False)
    digest.update(packed)
    named = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", _urn(record)),
        *fields,
        ("WARC-Block-Digest", _labelled(digest.digest())),
        ("Content-Type", _CONTENT_TYPES[kind]),
        ("Content-Length", str(len(block) + len(packed))),
    ]
    head = "".join(("WARC/1.1\r\n", *(f"{name}: {value}\r\n" for name, value in named), "\r\n"))
    if not packed:
        return _gzip_member(head.encode() + block + _END)
    return _gzip_member(head.encode() + block, packed + _END)


def _gzip_member(plain: bytes, packed: bytes = b"") -> bytes:
    """Return a gzip member whose end is stored as it is."""
    small = _compressor(len(plain))
    return b"".join(
        (
            _GZIP_HEAD,
            small.compress(plain),
            # Up to a whole byte, where stored blocks go on.
            small.flush(zlib.Z_SYNC_FLUSH if packed else zlib.Z_FINISH),
            *_stored(packed),
            zlib.crc32(packed, zlib.crc32(plain)).to_bytes(4, "little"),
            (len(plain) + len(packed)).to_bytes(4, "little"),
        )
    )


def _compressor(size: int) -> "zlib._Compress":
    """Return what compresses so many bytes to a bare stream.

    Its usual quarter of a megabyte costs more to be had than all the heads of a page to be
    compressed; of so little a window of their own size makes nothing longer.
    """
    window, memory = (12, 5) if size <= 1 << 12 else (zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL)
    return zlib.compressobj(_SMALL, zlib.DEFLATED, -window, memory)


def _stored(packed: bytes) -> Iterator[bytes]:
    """Yield bytes as stored blocks, the last of a stream (RFC 1951, section 3.2.4)."""
    for begin in range(0, len(packed), _MOST_STORED):
        block = packed[begin : begin + _MOST_STORED]
        is_last = begin + len(block) == len(packed)
        yield struct.pack("<BHH", is_last, len(block), len(block) ^ _MOST_STORED)
        yield block


def _urn(record: UUID) -> str:
    return f"<urn:uuid:{record}>"


def _labelled(digest: bytes) -> str:
    return "sha1:" + base64.b32encode(digest).decode("ascii")


def _time(time: datetime) -> str:
    return f"{time.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
