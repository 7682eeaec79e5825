"""The pages of the site that an archive holds, in its order, and what of it could not be read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from newscrawl.archive.damage import UNFINISHED, Damage
from newscrawl.archive.exchange import OK
from newscrawl.archive.exchanges import Companions, Exchange, may_tell
from newscrawl.archive.fields import Head
from newscrawl.archive.reader import Records
from newscrawl.archive.sniffing import OPEN, no_archive
from newscrawl.archive.sources import Broken
from newscrawl.archive.stories import Page, Sort, check, read_page, sort_of
from newscrawl.archive.told import Told

__all__ = ["LARGEST", "Capture", "Damage", "Extent", "Passed", "captures"]

LARGEST = 50_000_000
"""Bytes of a body that is read at all, packed and unpacked; no page of the site comes near."""


@dataclass(frozen=True, slots=True)
class Extent:
    """Where the records of an exchange stand in their file, more exactly than by offset."""

    within: int = 0
    """How far into its member the response begins, where several records share one."""
    beginning_within: int = 0
    """The same of the exchange's first record."""
    end: int = 0
    """Where the file goes on behind the response."""
    alone: bool = False
    """Whether each record of the exchange is a gzip member, so that its bytes can be copied."""
    records: int = 1
    """How many records the exchange has."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One archived page of a story: a response of status 200, and where it stands.

    Or that a further page of a story is not there; then the status says so, and the body is empty.
    """

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
    extent: Extent = Extent()

    @property
    def is_page(self) -> bool:
        """Whether the page is there."""
        return self.status == OK


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

    def count(self, sort: Sort) -> None:
        """Count a record of this sort."""
        setattr(self, sort, getattr(self, sort) + 1)


def captures(path: Path, passed: Passed) -> Iterator[Capture | Damage]:
    """Read an archive from front to back; nothing that can't be read ends it or stays untold.

    Args:
        path: a WARC file of any form: versions 0.17 to 1.1, plain, compressed by record or as one.
        passed: is counted up while the iterator advances.
    """
    try:
        with path.open("rb") as file:
            yield from Reading(path, Records(file), passed).all()
    except OSError as error:
        yield Damage(path, passed.position, "unreadable", error.strerror or str(error))


class Reading:
    """One archive on the way through."""

    def __init__(self, path: Path, records: Records, passed: Passed) -> None:
        """Begin where the records begin."""
        self.goes_on = True
        """Whether the file does."""
        self.last: Head | None = None
        """The head of the last record, where that was read to its end."""
        self.records = records
        self.passed = passed
        self._path = path
        self._companions = Companions()
        self._head: Head | None = None
        self._told = False

    def all(self) -> Iterator[Capture | Damage]:
        """Read to the end of the file."""
        while self.goes_on:
            yield from self.step()

    def step(self) -> list[Capture | Damage]:
        """Read the next record, or pass what is none; return what comes of it."""
        self._head = self.last = None
        try:
            found = self._next()
            self.last = self._head
            self.goes_on = self._head is not None
        except Broken as broken:
            found, self.goes_on = self._resume(broken)
        self.passed.position = self.records.position
        return found

    def _next(self) -> list[Capture | Damage]:
        """Read the next record, if there is one; return what comes of it."""
        records = self.records
        record = records.next()
        if record is None:
            return self._end()
        self._head = head = record[0]
        try:
            sort = sort_of(head)
        except Broken as broken:
            records.finish()
            self._companions.forget()
            return [self._damage(broken)]
        if sort == "story":
            return self._story(head)
        block = records.read(head.length) if may_tell(head) else None
        sound = records.finish()
        self.passed.count(sort)
        if block is not None and not sound:
            check(head, block, doubtful=records.packed)
        self._companions.add(head, block)
        return []

    def _end(self) -> list[Capture | Damage]:
        if self.records.begun or self._told:
            return []
        reason = UNFINISHED if self._path.name.endswith(OPEN) else "empty"
        return [Damage(self._path, 0, reason, "there is nothing in the file")]

    def _story(self, head: Head) -> list[Capture | Damage]:
        records, exchange = self.records, self._companions.take(head)
        if head.length > LARGEST:
            records.finish()
            what = f"it has {head.length:,} bytes, and no more than {LARGEST:,} are read"
            return [self._damage(Broken("too_large", what))]
        block = records.read(head.length)
        sound = records.finish()
        if not sound:
            check(head, block, doubtful=records.packed)
        try:
            page = read_page(head, block)
        except Broken as broken:
            return [self._damage(broken)]
        if page is None or page.status != OK:
            self.passed.count("statuses" if head.type == "response" else "revisits")
            return [] if page is None else [self._capture(head, page, exchange)]
        capture = self._capture(head, page, exchange)
        if "content-type" in head.fields:
            return [capture]
        what = "it has no Content-Type; it begins as HTTP and is read as such"
        return [self._damage(Broken("no_content_type", what)), capture]

    def _capture(self, head: Head, page: Page, exchange: Exchange) -> Capture:
        return Capture(
            url=head.url,
            fetched_at=page.fetched_at,
            status=page.status,
            headers=page.headers,
            body=page.body,
            path=self._path,
            offset=head.place.offset,
            beginning=exchange.beginning.offset,
            told=exchange.told,
            extent=Extent(
                within=head.place.within,
                beginning_within=exchange.beginning.within,
                end=self.records.position,
                alone=self.records.ends_member and exchange.alone,
                records=exchange.records,
            ),
        )

    def _resume(self, broken: Broken) -> tuple[list[Capture | Damage], bool]:
        """Go on behind what is broken; return the damage, and whether the file goes on."""
        self._companions.forget()
        damage, begun = self._damage(broken), self.records.begun
        place = self.records.resume(broken)
        if place is not None:
            behind = f"reading goes on at {place.offset}"
            if place.within:
                behind += f", {place.within:,} bytes into what its gzip member unpacks to"
        elif self._path.name.endswith(OPEN) and broken.reason == "truncated":
            what = "a crawl is writing the file still; its last record is not whole yet"
            return [replace(damage, reason=UNFINISHED, message=what)], False
        elif not begun and not self._told:
            return [Damage(self._path, 0, *no_archive(self._path, broken))], False
        else:
            behind = "nothing behind it can be read"
        self._told = True
        return [replace(damage, message=f"{damage.message}; {behind}")], place is not None

    def _damage(self, broken: Broken) -> Damage:
        place, head = self.records.place, self._head
        subject = f"the {head.type} record of {head.url or 'no address'}: " if head else ""
        if place.within:
            subject = f"{place.within:,} bytes into what its gzip member unpacks to, {subject}"
        return Damage(self._path, place.offset, broken.reason, f"{subject}{broken}")
