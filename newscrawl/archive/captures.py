"""The pages of the site that an archive holds, in its order, and what of it could not be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fastwarc import ArchiveIterator, WarcRecordType

from newscrawl.antara.urls import story_url
from newscrawl.archive.damage import Damage
from newscrawl.archive.told import Told, load_told

__all__ = ["Capture", "Damage", "Passed", "captures"]


@dataclass(frozen=True, slots=True)
class Capture:
    """One archived page of a story: a response of status 200, and where it stands."""

    url: str
    """The address that was asked for, as the archive has it."""
    fetched_at: datetime
    """UTC, whole seconds."""
    status: int
    headers: tuple[tuple[str, str], ...]
    """As stored: names in any case, some perhaps more than once."""
    body: bytes
    """As stored: content codings still on, chunked framing taken off;
    :func:`newscrawl.archive.payload.page` gives the page."""
    path: Path
    """The file it was read from."""
    offset: int
    """Where the response's record begins: its member in a compressed file, its first byte in a
    plain one."""
    beginning: int
    """Where the exchange begins: the request and metadata records directly before the response that
    belong to it; without such, ``offset``."""
    told: Told | None
    """What the crawl knew, where this project's made the archive."""


@dataclass(slots=True)
class Passed:
    """What an archive has beside pages of stories: counts, and how far it has been read."""

    other_sites: int = 0
    no_story: int = 0
    """Other pages of the site: listings, feeds, robots.txt."""
    revisits: int = 0
    """Visits that found a story as an earlier capture has it."""
    statuses: int = 0
    """Answers for a story's address that are no page: redirects, errors."""
    other_records: int = 0
    """Requests, metadata, descriptions of the file."""
    position: int = 0
    """Bytes of the file that have been read: for progress."""


def captures(path: Path, passed: Passed) -> Iterator[Capture | Damage]:
    """Read an archive from front to back; nothing that can't be read ends it or stays untold.

    Args:
        path: a WARC file of any form: versions 0.17 to 1.1, plain, compressed by record or as one.
        passed: is counted up while the iterator advances.
    """
    told, beginning = None, None
    for record in ArchiveIterator(path, record_types=WarcRecordType.any_type):
        passed.position = record.stream_pos
        url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
        if record.record_type in (WarcRecordType.request, WarcRecordType.metadata):
            passed.other_records += 1
            beginning = record.stream_pos if beginning is None else beginning
            if record.record_type == WarcRecordType.metadata:
                told = load_told(record.reader.read())
            continue
        if record.record_type == WarcRecordType.response and story_url(url):
            yield Capture(
                url=url,
                fetched_at=record.record_date,
                status=record.http_headers.status_code or 0,
                headers=record.http_headers.to_tuples(),
                body=record.reader.read(),
                path=path,
                offset=record.stream_pos,
                beginning=record.stream_pos if beginning is None else beginning,
                told=told,
            )
        told, beginning = None, None
