"""WARC files for tests, put together by hand, so that no writer's habits come between."""

import base64
import gzip
import hashlib
from collections.abc import Iterable
from pathlib import Path

from newscrawl.archive.captures import Capture, Damage, Passed, captures

DATE = "2026-11-20T05:00:00Z"
HTTP = "application/http; msgtype="


def page(number: int, words: int = 200) -> bytes:
    """Return an invented page that compresses as pages do."""
    text = " ".join(
        hashlib.sha256(f"{number}-{word}".encode()).hexdigest()[: 3 + word % 7]
        for word in range(words)
    )
    return f"<!DOCTYPE html><html><title>Kabar {number}</title><p>{text}</p></html>".encode()


def address(number: int) -> str:
    """Return a story's address."""
    return f"https://www.antaranews.com/berita/{number}/kabar-{number}"


def record(kind: str, block: bytes, **fields: str | None) -> bytes:
    """Return a record; a field's name with underscores, None for one that is to be left out.

    Args:
        kind: its WARC-Type.
        block: what it has.
        fields: more of them, or other values; ``version`` is that of the format.
    """
    version = fields.pop("version", "1.1")
    digest = base64.b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode()
    parts: dict[str, str | None] = {
        "WARC-Type": kind,
        "WARC-Date": DATE,
        "WARC-Record-ID": f"<urn:x:{kind}:{digest}>",
        "WARC-Block-Digest": f"sha1:{digest}",
        "Content-Type": HTTP + kind if kind in ("request", "response") else None,
        "Content-Length": str(len(block)),
    } | {name.replace("_", "-"): value for name, value in fields.items()}
    lines = [f"{name}: {value}\r\n" for name, value in parts.items() if value is not None]
    return f"WARC/{version}\r\n{''.join(lines)}\r\n".encode() + block + b"\r\n\r\n"


def answer(body: bytes, *headers: str, status: str = "HTTP/1.1 200 OK") -> bytes:
    """Return an HTTP response."""
    lines = [status, "Content-Type: text/html; charset=UTF-8", *headers]
    return "".join(f"{line}\r\n" for line in lines).encode() + b"\r\n" + body


def response(number: int, block: bytes | None = None, **fields: str | None) -> bytes:
    """Return the record of a story's page."""
    block = answer(page(number)) if block is None else block
    return record("response", block, **{"WARC_Target_URI": address(number), **fields})


def request(number: int, **fields: str | None) -> bytes:
    """Return the record of the request for it."""
    block = f"GET /berita/{number} HTTP/1.1\r\nHost: www.antaranews.com\r\n\r\n".encode()
    return record("request", block, **{"WARC_Target_URI": address(number), **fields})


def packed(records: Iterable[bytes]) -> bytes:
    """Return a file of one gzip member a record."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def read(path: Path, content: bytes) -> tuple[list[Capture], list[Damage], Passed]:
    """Write a file, and read it as an archive."""
    path.write_bytes(content)
    passed = Passed()
    found = list(captures(path, passed))
    pages = [one for one in found if isinstance(one, Capture)]
    return pages, [one for one in found if isinstance(one, Damage)], passed


def numbers(pages: Iterable[Capture]) -> list[int]:
    """Return which stories were read."""
    return [int(capture.url.rpartition("-")[2]) for capture in pages]
