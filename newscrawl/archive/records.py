"""The records of one exchange in WARC 1.1 (ISO 28500:2017), each a gzip member of its own.

warcio lays the records out. It would compress all of them at zlib's highest level, which takes ten
times as long for a body that is compressed already; so that is done here.
"""

import base64
import hashlib
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
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
_GZIP = 31
"""What zlib calls the format (``wbits``)."""
_FAST, _SMALL = 1, 6
_HEAD_END = b"\r\n\r\n"

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
    level = _FAST if exchange.is_packed else _SMALL
    members = b"".join(before)
    return Made(
        members + _member(kind, answer, [*target, *address, *named], block, level),
        len(before) + 1,
        len(members),
        None if earlier else Known(exchange.url, exchange.status, digest, answer, exchange.at),
    )


def make_info(name: str, at: datetime, block: bytes) -> bytes:
    """Return the member that stands at the head of a file of that name."""
    fields = [("WARC-Date", _time(at)), ("WARC-Filename", name)]
    return _member("warcinfo", uuid4(), fields, block)


def _answer(exchange: Exchange, digest: bytes, earlier: Known | None) -> tuple[str, bytes, Fields]:
    """Return type, block and own fields of the record of an answer."""
    if earlier is None:
        block = exchange.head + exchange.body
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


def _member(kind: str, record: UUID, fields: Fields, block: bytes, level: int = _SMALL) -> bytes:
    from warcio.recordloader import ArcWarcRecord  # noqa: PLC0415 - many runs write nothing
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415 - as above
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415 - as above

    digest = _labelled(hashlib.sha1(block, usedforsecurity=False).digest())
    named = [("WARC-Type", kind), ("WARC-Record-ID", _urn(record)), *fields]
    head = StatusAndHeaders("", [*named, ("WARC-Block-Digest", digest)], "WARC/1.1")
    # To warcio all are of a type whose block it writes as it is.
    as_it_is = ArcWarcRecord(
        "warc", "warcinfo", head, BytesIO(block), None, _CONTENT_TYPES[kind], len(block)
    )
    plain = BytesIO()
    WARCWriter(plain, gzip=False, warc_version="1.1").write_record(as_it_is)
    packer = zlib.compressobj(level, zlib.DEFLATED, _GZIP)
    return packer.compress(plain.getbuffer()) + packer.flush()


def _urn(record: UUID) -> str:
    return f"<urn:uuid:{record}>"


def _labelled(digest: bytes) -> str:
    return "sha1:" + base64.b32encode(digest).decode("ascii")


def _time(time: datetime) -> str:
    return f"{time.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
