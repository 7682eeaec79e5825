"""As much of a record as writing needs to know."""

import time
import zlib
from datetime import UTC, datetime
from uuid import UUID

import pytest

from newscrawl.archive.heads import head_of, head_of_member, known

ID = UUID("11111111-2222-3333-4444-555555555555")
RECORD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%b>\r\n"
    b"warc-target-uri: <http://www.antaranews.com/berita/1/x>\r\nWARC-Date: 2026-11-20T05:00:00.5Z\r\n"
    b"WARC-Payload-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
) % str(ID).encode()


def test_a_record_of_another_writer() -> None:
    """Names in any case, angle brackets around addresses and fractions of seconds are understood."""
    head = head_of(RECORD)
    assert head is not None
    answer = known(head)
    assert answer is not None
    assert (answer.url, answer.status) == ("http://www.antaranews.com/berita/1/x", 200)
    assert (answer.record, len(answer.digest)) == (ID, 20)
    assert answer.at == datetime(2026, 11, 20, 5, 0, 0, 500_000, tzinfo=UTC)


def test_a_date_without_an_offset(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is UTC, as the standard has it, wherever the machine is."""
    monkeypatch.setenv("TZ", "Asia/Jakarta")
    time.tzset()
    try:
        head = head_of(RECORD.replace(b"05:00:00.5Z", b"05:00:00"))
        answer = known(head) if head else None
    finally:
        monkeypatch.undo()
        time.tzset()
    assert answer is not None
    assert answer.at == datetime(2026, 11, 20, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"sha1:", b"md5:"),
        (b"sha1:3", b"sha1:!"),
        (b"urn:uuid:", b"https://example.org/"),
        (b"WARC-Date", b"X-Date"),
        (b"response", b"resource"),
        (b"HTTP/1.1 200", b"hello"),
    ],
)
def test_what_nothing_can_refer_to(old: bytes, new: bytes) -> None:
    """A record that lacks what a reference needs is copied all the same; nothing refers to it."""
    head = head_of(RECORD.replace(old, new))
    assert head is not None
    assert known(head) is None


@pytest.mark.parametrize("data", [b"", b"hello", RECORD, zlib.compress(RECORD, wbits=31)[:40]])
def test_what_is_no_member(data: bytes) -> None:
    """Bytes that are no gzip member with a record's head in it have none."""
    assert head_of_member(data) is None
    assert head_of_member(zlib.compress(RECORD, wbits=31)) is not None
