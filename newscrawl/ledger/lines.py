"""The lines that are in the files: what is acknowledged, and what a new record is measured by."""

import sqlite3
from dataclasses import dataclass

from newscrawl.dayfiles import DayFiles
from newscrawl.items import Article
from newscrawl.ledger.neighbours import Neighbours
from newscrawl.records import from_line, story_sha256


@dataclass(frozen=True, slots=True)
class Line:
    """What the ledger knows of one acknowledged line."""

    id: str
    revision: int
    fetched_at: str
    template: str
    extractor_version: int
    story_sha256: str


class Lines:
    """Acknowledged lines, and claims on ids and bodies by records that are on their way."""

    def __init__(self, database: sqlite3.Connection, files: DayFiles) -> None:
        """Look at the database, and at the files where a line itself is needed."""
        self._database = database
        self._files = files
        self._claimed_ids: set[str] = set()
        self.neighbours = Neighbours(database)

    def newest(self, story_id: str) -> Line | None:
        """Return the newest acknowledged line of a story."""
        row = self._database.execute(
            "SELECT id, revision, fetched_at, template, extractor_version, story_sha256"
            " FROM records WHERE id = ? ORDER BY revision DESC LIMIT 1",
            (story_id,),
        ).fetchone()
        return Line(*row) if row else None

    def first_seen(self, story_id: str) -> str | None:
        """Return when the first line of a story was fetched, UTC."""
        row = self._database.execute(
            "SELECT fetched_at FROM records WHERE id = ? ORDER BY revision LIMIT 1", (story_id,)
        ).fetchone()
        return row[0] if row else None

    def record(self, story_id: str) -> Article | None:
        """Return the newest record of a story, or None if its line cannot be read."""
        place = self._database.execute(
            "SELECT file, offset FROM records WHERE id = ? ORDER BY revision DESC LIMIT 1",
            (story_id,),
        ).fetchone()
        line = self._files.line(*place) if place else None
        try:
            article = from_line(line) if line else None
        except (ValueError, TypeError):  # somebody changed the file
            return None
        return article if article is not None and article.id == story_id else None

    def is_claimed(self, story_id: str) -> bool:
        """Tell whether a record of that story is on its way to a file."""
        return story_id in self._claimed_ids

    def claim(self, article: Article) -> None:
        """Note that a record is on its way to a file."""
        self._claimed_ids.add(article.id)
        self.neighbours.claim(article)

    def release(self, article: Article) -> None:
        """Forget the claim: the record is acknowledged, or was not kept."""
        self._claimed_ids.discard(article.id)
        self.neighbours.release(article)

    def add_within(self, article: Article, file: str, offset: int) -> None:
        """Acknowledge a line that is durably in a file, in the caller's transaction."""
        self._database.execute(
            "INSERT OR IGNORE INTO records (id, revision, file, offset, run_id, fetched_at,"
            " template, extractor_version, story_sha256, body_sha256)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                article.id,
                article.revision,
                file,
                offset,
                article.run_id,
                article.fetched_at,
                article.template,
                article.extractor_version,
                story_sha256(article),
                article.body_sha256,
            ),
        )
        self.neighbours.add_within(article)

    def reread(self, article: Article) -> None:
        """Note how a newer extractor reads a story whose line stays as it is."""
        self._database.execute(
            "UPDATE records SET extractor_version = ?, story_sha256 = ? WHERE id = ?"
            " AND revision = (SELECT max(revision) FROM records WHERE id = ?)",
            (article.extractor_version, story_sha256(article), article.id, article.id),
        )

    def sizes(self) -> dict[str, int]:
        """Return how many bytes of each day file are acknowledged."""
        return dict(self._database.execute("SELECT name, size FROM files"))

    def set_size_within(self, name: str, size: int) -> None:
        """Acknowledge a file up to a size in bytes, in the caller's transaction."""
        self._database.execute(
            "INSERT OR REPLACE INTO files (name, size) VALUES (?, ?)", (name, size)
        )

    @property
    def claims(self) -> int:
        """How many records are on their way to a file."""
        return len(self._claimed_ids)
