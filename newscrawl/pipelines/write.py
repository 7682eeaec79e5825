"""Last pipeline: durably into the day file first, acknowledged in the ledger after."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Self

from scrapy.crawler import Crawler

from newscrawl.extensions.lifecycle import run_of
from newscrawl.items import Article
from newscrawl.ledger.database import transaction
from newscrawl.ledger.visits import visit_of
from newscrawl.pipelines.drops import NotStored
from newscrawl.places import day_file_name
from newscrawl.records import to_line
from newscrawl.run import Run

if TYPE_CHECKING:
    from newscrawl.ledger.outcomes import Outcome

_GATHER_SECONDS = 0.02
"""How long a line waits for others that can share its flush."""


class WritePipeline:
    """Writes lines in small groups; each record leaves the pipeline when its line is safe."""

    def __init__(self, run: Run) -> None:
        """Write for a run."""
        self._run = run
        self._group: list[Article] = []
        self._written: asyncio.Future[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the pipeline of a crawler."""
        return cls(run_of(crawler))

    async def process_item(self, article: Article) -> Article:
        """Write a record, and return once it is durable and acknowledged.

        Raises:
            NotStored: the storage gave out.
        """
        if self._written is None:
            loop = asyncio.get_running_loop()
            self._written = loop.create_future()
            loop.call_later(_GATHER_SECONDS, self._write_group)
        self._group.append(article)
        await asyncio.shield(self._written)
        if self._run.storage_failure is not None:
            raise NotStored(f"{article.id} could not be written")
        return article

    def _write_group(self) -> None:
        group, written = self._group, self._written
        self._group, self._written = [], None
        if written is None:
            raise AssertionError("a group is written by the timer that its first record set")
        try:
            self.write(group)
        except Exception as error:  # noqa: BLE001 - a bug; every record of the group must hear of it
            written.set_exception(error)
        else:
            written.set_result(None)

    def write(self, group: Sequence[Article]) -> None:
        """Write records, and return once they are durable and acknowledged, or the storage failed.

        Whether it failed stands in the run's ``storage_failure``.
        """
        try:
            with self._run.storing():
                if self._run.storage_failure is None:
                    self._store(group)
        finally:
            for article in group:
                self._run.lines.release(article)

    def _store(self, group: Sequence[Article]) -> None:
        lines = [(_day_file(article), to_line(article).encode() + b"\n") for article in group]
        if self._run.archive is not None:  # the pages that the lines point to
            self._run.archive.flush()
        offsets = self._run.files.append(lines)
        try:
            with transaction(self._run.database):
                for article, (name, line), offset in zip(group, lines, offsets, strict=True):
                    self._run.lines.add_within(article, name, offset)
                    self._run.lines.set_size_within(name, offset + len(line))
                    outcome: Outcome = "new" if article.revision == 1 else "changed"
                    visit = visit_of(article)
                    self._run.frontier.settle_within(article.id, outcome, visit=visit)
        except BaseException:
            # Or the next group's acknowledgement would cover lines that nobody knows.
            for (name, _), offset in reversed(list(zip(lines, offsets, strict=True))):
                self._run.files.cut(name, offset)
            raise
        for article in group:
            self._run.finding.come_nearer(article)


def _day_file(article: Article) -> str:
    return day_file_name(datetime.fromisoformat(article.fetched_at))
