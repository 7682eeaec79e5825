"""The lines of a data directory for somebody who only looks: nothing is written, no lock taken."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from newscrawl.dayfiles import DayFiles
from newscrawl.items import Article
from newscrawl.ledger.database import VERSION, LedgerVersionError
from newscrawl.places import Places
from newscrawl.records import from_line


class KeptLines:
    """Finds the lines of a data directory by what they were made of."""

    def __init__(self, places: Places) -> None:
        """Open the ledger for reading.

        Raises:
            FileNotFoundError: there is none.
            sqlite3.Error: it cannot be read.
            LedgerVersionError: a later version wrote it.
        """
        if not places.ledger.is_file():
            raise FileNotFoundError(places.ledger)
        self._database = sqlite3.connect(quiet_address(places.ledger), uri=True)
        version = self._database.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            self.close()
            raise LedgerVersionError(f"{places.ledger} has tables of version {version}")
        self._files = DayFiles(places.articles)

    def close(self) -> None:
        """Close the ledger."""
        self._database.close()

    def has(self, story_id: str) -> bool:
        """Tell whether a story has any line."""
        row = self._database.execute("SELECT 1 FROM records WHERE id = ? LIMIT 1", (story_id,))
        return row.fetchone() is not None

    def line(self, story_id: str, fetched_at: str) -> Article | None:
        """Return the record that came of a story's page as it was fetched at a time, if one did."""
        place = self._database.execute(
            "SELECT file, offset FROM records WHERE id = ? AND fetched_at = ?"
            " AND template <> 'feed' ORDER BY revision DESC LIMIT 1",
            (story_id, fetched_at),
        ).fetchone()
        line = self._files.line(*place) if place else None
        try:
            article = from_line(line) if line else None
        except (ValueError, TypeError):  # somebody changed the file
            return None
        return article if article is not None and article.id == story_id else None


def quiet_address(path: Path) -> str:
    """Return the URI by which a ledger is opened for reading, leaving no trace.

    Where no crawl has it open there is no log beside it, and SQLite would make one to read it.
    """
    log = path.with_name(path.name + "-wal")
    is_quiet = not log.exists() or not log.stat().st_size
    return f"file:{quote(os.fsencode(path.resolve()))}?mode=ro" + (
        "&immutable=1" if is_quiet else ""
    )
