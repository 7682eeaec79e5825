"""Pages from archived bodies, whatever their headers say of them."""

import gzip
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest
from backports import zstd

from newscrawl.antara.articles import UnreadablePage
from newscrawl.archive import payload
from newscrawl.archive.captures import Capture
from tests.archive.warcs import address, page

PAGE = page(1)


def capture(body: bytes, *codings: str) -> Capture:
    """Return a capture with this body."""
    return Capture(
        url=address(1),
        fetched_at=datetime(2026, 11, 20, 5, tzinfo=UTC),
        status=200,
        headers=tuple(("content-encoding", coding) for coding in codings),
        body=body,
        path=Path("a.warc.gz"),
        offset=0,
        beginning=0,
        told=None,
    )


@pytest.mark.parametrize(
    ("body", "codings"),
    [
        (PAGE, []),
        (gzip.compress(PAGE, mtime=0), ["gzip"]),
        (gzip.compress(PAGE, mtime=0), ["GZIP"]),
        (brotli.compress(PAGE), ["br"]),
        (zstd.compress(PAGE), ["identity", "zstd"]),
        (gzip.compress(brotli.compress(PAGE), mtime=0), ["br, gzip"]),
        (PAGE, ["gzip"]),
        (PAGE, ["br"]),
        (PAGE, ["zstd"]),
        (PAGE, ["deflate"]),
        (PAGE, ["utf-8"]),
        (PAGE, ["gzip, gzip, gzip"]),
    ],
)
def test_codings(body: bytes, codings: list[str]) -> None:
    """Codings are taken off where they are there, and only there."""
    assert payload.page(capture(body, *codings)) == PAGE


def test_a_coding_that_was_taken_off() -> None:
    """Common Crawl takes codings off, and tells of it in a header of its own."""
    taken = replace(capture(PAGE), headers=(("X-Crawl-Content-Encoding", "gzip"),))
    assert payload.page(taken) == PAGE


@pytest.mark.parametrize(
    ("body", "codings", "reason"),
    [
        (gzip.compress(PAGE, mtime=0)[:-9], ["gzip"], "truncated"),
        (b"\x00\x01bukan apa-apa", ["gzip"], "bad_encoding"),
        (gzip.compress(PAGE, mtime=0), ["gzip, gzip, gzip"], "bad_encoding"),
    ],
)
def test_what_is_no_page(body: bytes, codings: list[str], reason: str) -> None:
    """A body that is not what its header says is named by what is wrong with it."""
    with pytest.raises(UnreadablePage) as caught:
        payload.page(capture(body, *codings))
    assert caught.value.reason == reason


def test_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    """A body that unpacks to more than any page is given up in time."""
    monkeypatch.setattr(payload, "LARGEST", 100_000)
    with pytest.raises(UnreadablePage, match="100000") as caught:
        payload.page(capture(gzip.compress(bytes(10_000_000)), "gzip"))
    assert caught.value.reason == "too_large"
