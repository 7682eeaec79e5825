"""Bringing ledger and files together at the start of a run.

A line is written first and acknowledged after. Whatever the last run died of, at most the tail of
a day file is unknown to the ledger: whole lines there are taken in, a torn last one is cut.
"""

import logging
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newscrawl import clock
from newscrawl.antara.urls import story_url
from newscrawl.exits import CannotRun
from newscrawl.found import Found
from newscrawl.items import Article, Discovered
from newscrawl.ledger.calendar import Calendar
from newscrawl.ledger.database import transaction
from newscrawl.ledger.finding import Finding
from newscrawl.ledger.lines import Lines
from newscrawl.ledger.rules import seconds
from newscrawl.ledger.validators import Validators
from newscrawl.ledger.visits import visit_of
from newscrawl.packed import ENDING, open_lines
from newscrawl.records import from_line

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Reconciled:
    """What had to be done."""

    taken_in: int = 0
    """Whole lines that the ledger had not heard of."""
    bytes_cut: int = 0
    """Bytes of torn lines."""


@dataclass(frozen=True, slots=True)
class _Tail:
    articles: list[tuple[Article, int]]
    """Records, each with the byte at which its line begins."""
    good: int
    """Bytes up to and with the last whole line that is a record."""


class Reconciliation:
    """One start's comparison of the day files with the ledger."""

    def __init__(
        self,
        database: sqlite3.Connection,
        run: int,
        finding: Finding,
        lines: Lines,
        calendar: Calendar,
    ) -> None:
        """Compare on behalf of the run of that number."""
        self._database = database
        self._run = run
        self._finding = finding
        self._lines = lines
        self._calendar = calendar
        self._done = Reconciled()
        self._apart: list[tuple[str, str]] = []

    def go_over(self, directory: Path) -> Reconciled:
        """Compare every day file of a directory with what the ledger has acknowledged of it.

        Raises:
            CannotRun: a file has lines that are no records, before others that are.
        """
        acknowledged = self._lines.sizes()
        sizes = _sizes(directory)
        present = {name.removesuffix(ENDING) for name in sizes}
        for name in sorted(n for n, size in acknowledged.items() if size and n not in present):
            logger.warning("%s is missing; its stories stay known to the ledger", directory / name)
            with transaction(self._database):
                self._lines.set_size_within(name, 0)
        for name, size in sizes.items():
            known = acknowledged.get(name, 0)
            if name.endswith(ENDING) or (size == known and name in acknowledged):
                continue
            path = directory / name
            if size < known:
                logger.warning(
                    "%s is %d bytes shorter than when it was written; the stories of the lines"
                    " that are missing stay known to the ledger",
                    path,
                    known - size,
                )
                known = _last_line_end(path)
            if size != known or name not in acknowledged:
                self._take_in(path, known, size)
        for packed in sizes:
            name = packed.removesuffix(ENDING)
            if name not in acknowledged and name not in sizes:
                self._take_in(directory / packed, 0, 0)
        if self._apart:
            with transaction(self._database):
                self.join_within()
        return self._done

    def _take_in(self, path: Path, known: int, size: int) -> None:
        tail, name = _read_tail(path, known), path.name.removesuffix(ENDING)
        if tail.good < size:
            self._cut(path, tail.good)
        self._finding.record(link for article, _ in tail.articles for link in links_of(article))
        with transaction(self._database):
            for article, offset in tail.articles:
                self.take_in_within(article, name, offset)
            self._lines.set_size_within(name, tail.good)
        self._done.taken_in += len(tail.articles)

    def take_in_within(self, article: Article, name: str, offset: int) -> None:
        """Acknowledge a line, and keep its story, in the caller's transaction."""
        self._lines.add_within(article, name, offset)
        newest = self._lines.newest(article.id)
        if newest is None or newest.revision == article.revision:
            self._keep_within(article)
        original = article.near_duplicate_of
        if original is not None and not self._lines.neighbours.are_joined(article.id, original):
            self._apart.append((article.id, original))

    def join_within(self) -> None:
        """Join copies that were taken in before what they repeat; day files are read by day."""
        for story_id, original in self._apart:
            self._lines.neighbours.join_within(story_id, original)
        self._apart.clear()

    def _cut(self, path: Path, good: int) -> None:
        """Cut a torn last line; anything more is not ours to throw away."""
        with path.open("r+b") as file:
            file.seek(good)
            torn = file.read()
            if b"\n" in torn.strip(b"\0"):
                raise _not_records(path, good, good + len(torn))
            logger.warning("%s: cut a torn last line of %d bytes", path, len(torn))
            file.truncate(good)
        self._done.bytes_cut += len(torn)

    def _keep_within(self, article: Article) -> None:
        way, visit = article.discovered or Discovered(), visit_of(article)
        first = visit.published or datetime.fromisoformat(article.fetched_at)
        # What fell due before now is not made up for: a lost ledger may have years of stories.
        due = self._calendar.next_visit(first, clock.now())
        validators = visit.validators or Validators()
        self._database.execute(
            "INSERT INTO stories (id, article_id, address, state, via, from_url, depth, published,"
            " due, etag, last_modified, found_by, run, outcome, reason)"
            " VALUES (?, ?, ?, 'kept', ?, ?, ?, ?, ?, ?, ?, ?, ?, 'unchanged', 'taken_in')"
            # A link of another of these lines may have named it first, by a longer way.
            " ON CONFLICT (id) DO UPDATE SET state = 'kept', feed_item = NULL, tries = 0,"
            " via = iif(found_by = excluded.run AND state = 'pending', excluded.via, via),"
            " from_url = iif(found_by = excluded.run AND state = 'pending', excluded.from_url,"
            " from_url), depth = min(depth, excluded.depth),"
            " published = iif(excluded.published > 0, excluded.published, published),"
            " due = excluded.due, etag = excluded.etag, last_modified = excluded.last_modified,"
            " outcome = 'unchanged', reason = 'taken_in', run = excluded.run",
            (
                article.id,
                article.article_id,
                article.url,
                way.via,
                way.from_,
                way.depth,
                seconds(visit.published),
                seconds(due) or None,
                validators.etag,
                validators.last_modified,
                self._run,
                self._run,
            ),
        )


def _sizes(directory: Path) -> dict[str, int]:
    """Return the bytes of each day file, by name, in order; there may be thousands of days."""
    with os.scandir(directory) as entries:
        files = [entry for entry in entries if entry.name.endswith((".jsonl", f".jsonl{ENDING}"))]
    return {entry.name: entry.stat().st_size for entry in sorted(files, key=_name)}


def _name(entry: "os.DirEntry[str]") -> str:
    return entry.name


def links_of(article: Article) -> Iterator[Found]:
    """Yield what a line's page led to; the ledger may have lost it with the line."""
    if article.discovered is None:  # read from a file, whose links no crawl follows
        return
    depth = article.discovered.depth + 1
    for link in article.related:
        story = story_url(link.url)
        if story is not None:
            yield Found(story, Discovered(via="related", from_=article.url, depth=depth))


def _read_tail(path: Path, known: int) -> _Tail:
    """Read the records after a number of bytes that are acknowledged."""
    articles: list[tuple[Article, int]] = []
    good = place = known
    with open_lines(path) as file:
        file.seek(known)
        for line in file:
            place += len(line)
            article = _record(line)
            if article is None:
                continue
            if place - len(line) != good:
                raise _not_records(path, good, place - len(line))
            articles.append((article, good))
            good = place
    return _Tail(articles, good)


def _not_records(path: Path, start: int, end: int) -> CannotRun:
    return CannotRun(
        f"{path}: the bytes from {start} to {end} are no records of this version;"
        " take those lines out, or move the file away"
    )


def _record(line: bytes) -> Article | None:
    if not line.endswith(b"\n"):
        return None
    try:
        return from_line(line)
    except (ValueError, TypeError):
        return None


def _last_line_end(path: Path) -> int:
    """Return the number of bytes up to and with the last newline."""
    return path.read_bytes().rfind(b"\n") + 1
