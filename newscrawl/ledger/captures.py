"""Which answers the archive has whole, so that it need not keep the same one twice."""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID

from newscrawl.archive.exchange import OK
from newscrawl.archive.records import Known
from newscrawl.ledger.database import transaction
from newscrawl.ledger.rules import seconds

_COLUMNS = "url, status, digest, record, at"


class Captures:
    """Of each address the newest answer that has its own body in the archive, by status."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Look at the database."""
        self._database = database

    def page(self, url: str) -> Known | None:
        """Return the newest page of an address."""
        return self._first("url = ? AND status = ?", (url, OK))

    def same(self, status: int, digest: bytes) -> Known | None:
        """Return an answer of that status with that payload, of whatever address: an error page."""
        return self._first("digest = ? AND status = ? AND status <> 200", (digest, status))

    def add(self, answers: Iterable[Known]) -> None:
        """Write down answers that the disk has."""
        rows = [
            (known.url, known.status, known.digest, known.record.bytes, seconds(known.at))
            for known in answers
        ]
        with transaction(self._database):
            self._database.executemany(
                f"INSERT OR REPLACE INTO captures ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)",  # noqa: S608 - names of columns
                rows,
            )

    def supersede(self, url: str, digest: bytes = b"") -> None:
        """Forget the page of an address, unless it is of that digest: the site has another now.

        What a later 304 stands for is that other page, which is not known, or not yet.
        """
        page = self.page(url)
        if page is not None and page.digest != digest:
            with transaction(self._database):
                self._database.execute(
                    "DELETE FROM captures WHERE url = ? AND status = ?", (url, OK)
                )

    def _first(self, where: str, values: tuple[object, ...]) -> Known | None:
        row = self._database.execute(
            f"SELECT {_COLUMNS} FROM captures WHERE {where} LIMIT 1",  # noqa: S608 - from above
            values,
        ).fetchone()
        if row is None:
            return None
        url, status, digest, record, at = row
        return Known(url, status, digest, UUID(bytes=record), datetime.fromtimestamp(at, UTC))
