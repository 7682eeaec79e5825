"""Invented exchanges, writers of them, and what other people's readers find in the files."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from newscrawl.archive.exchange import Exchange, http_head
from newscrawl.archive.warcinfo import CRAWLED, About
from newscrawl.archive.writer import ArchiveWriter
from newscrawl.ledger.captures import Captures
from newscrawl.ledger.database import connect

URL = "https://www.antaranews.com/berita/1/kabar"
AT = datetime(2026, 11, 20, 5, tzinfo=UTC)
ABOUT = About(description=CRAWLED, operator="https://example.org/contact", robots="RFC 9309")
BODY = b"<html><body>" + b"Menteri itu mengatakan hal itu. " * 60 + b"</body></html>"


def exchange(**changes: Any) -> Exchange:
    """Return an exchange of an invented page."""
    status = changes.get("status", 200)
    parts: dict[str, Any] = {
        "url": URL,
        "at": AT,
        "request": http_head("GET /berita/1/kabar HTTP/1.1", [(b"Host", b"www.antaranews.com")]),
        "status": status,
        "head": http_head(f"HTTP/1.1 {status} OK", [(b"Content-Type", b"text/html")]),
        "body": BODY,
        "ip": "127.0.0.1",
    }
    return Exchange(**(parts | changes))


@contextmanager
def ledger(directory: Path) -> Iterator[sqlite3.Connection]:
    """Open a ledger for a while."""
    database = connect(directory / "ledger.db")
    try:
        yield database
    finally:
        database.close()


@contextmanager
def writing(directory: Path, about: About = ABOUT, largest: int = 0) -> Iterator[ArchiveWriter]:
    """Write under ``directory/warc`` for a while, with a ledger beside it."""
    with ledger(directory) as database:
        writer = ArchiveWriter(directory / "warc", about, Captures(database), largest)
        yield writer
        writer.close()


def files(directory: Path) -> list[Path]:
    """Return what is under ``directory/warc``, by age."""
    return sorted((directory / "warc").iterdir())


def read(*paths: Path) -> list[tuple[int, Any, bytes]]:
    """Return the records of files as warcio reads them: offset, record, and what is its payload."""
    records = []
    for path in paths:
        with path.open("rb") as file:
            archive = ArchiveIterator(file, check_digests="raise")
            for record in archive:
                payload = record.raw_stream.read()
                records.append((archive.get_record_offset(), record, payload))
    return records


def kinds(*paths: Path) -> list[str]:
    """Return the types of the records in files."""
    return [record.rec_type for _, record, _ in read(*paths)]
