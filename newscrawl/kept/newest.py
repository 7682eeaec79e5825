"""Which line of each story is the current one, for any number of stories, in little memory."""

import sqlite3
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

_TABLE = """
CREATE TABLE newest (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    file TEXT NOT NULL,
    offset INTEGER NOT NULL
) WITHOUT ROWID
"""
_NOTE = """
INSERT INTO newest VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
    revision = excluded.revision, file = excluded.file, offset = excluded.offset
WHERE excluded.revision >= newest.revision
"""


class Newest:
    """An index of the newest lines, in a file that is gone when it is closed.

    The newest revision of an id is the current one; of two lines with the same, which only a
    damaged directory has, the later.
    """

    def __init__(self) -> None:
        """Begin with no line.

        Raises:
            OSError: there is no directory for temporary files that can be written.
        """
        self._directory = tempfile.TemporaryDirectory(prefix="newscrawl-")
        path = Path(self._directory.name) / "newest.db"
        self._database = sqlite3.connect(path, isolation_level=None)
        for statement in ("PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", _TABLE, "BEGIN"):
            self._database.execute(statement)

    def note(self, story_id: str, revision: int, file: str, offset: int) -> None:
        """Note a line."""
        self._database.execute(_NOTE, (story_id, revision, file, offset))

    def index(self) -> None:
        """Make ready to be asked, when all lines are noted."""
        self._database.execute("CREATE INDEX newest_by_place ON newest (file, offset)")

    def offsets(self, file: str) -> set[int]:
        """Return at which bytes of a day file the newest line of a story begins."""
        rows = self._database.execute("SELECT offset FROM newest WHERE file = ?", (file,))
        return {row[0] for row in rows}

    def count(self) -> int:
        """Return the number of stories."""
        number: int = self._database.execute("SELECT count(*) FROM newest").fetchone()[0]
        return number

    def close(self) -> None:
        """Remove the index."""
        self._database.close()
        self._directory.cleanup()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove the index, however the block ended."""
        self.close()
