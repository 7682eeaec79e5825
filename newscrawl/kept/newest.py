"""Which line of each story is the current one, for any number of stories, in little memory."""

from newscrawl.kept.scratch import Scratch

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


class Newest(Scratch):
    """An index of the newest lines.

    The newest revision of an id is the current one; of two lines with the same, which only a
    damaged directory has, the later.
    """

    def __init__(self) -> None:
        """Begin with no line.

        Raises:
            OSError: there is no directory for temporary files that can be written.
        """
        super().__init__(_TABLE)

    def note(self, story_id: str, revision: int, file: str, offset: int) -> None:
        """Note a line."""
        self.database.execute(_NOTE, (story_id, revision, file, offset))

    def index(self) -> None:
        """Make ready to be asked, when all lines are noted."""
        self.database.execute("CREATE INDEX newest_by_place ON newest (file, offset)")

    def offsets(self, file: str) -> set[int]:
        """Return at which bytes of a day file the newest line of a story begins."""
        rows = self.database.execute("SELECT offset FROM newest WHERE file = ?", (file,))
        return {row[0] for row in rows}

    def count(self) -> int:
        """Return the number of stories."""
        number: int = self.database.execute("SELECT count(*) FROM newest").fetchone()[0]
        return number
