"""What the lines say of themselves, in a temporary database: a million of them in little memory."""

from dataclasses import astuple, dataclass

from newscrawl.kept.scratch import Scratch

_TABLES = """
CREATE TABLE lines (file TEXT NOT NULL, number INTEGER NOT NULL, offset INTEGER NOT NULL,
    id TEXT NOT NULL, revision INTEGER NOT NULL, fetched_at TEXT NOT NULL, first_seen TEXT,
    near TEXT, run_id TEXT, template TEXT NOT NULL, version INTEGER NOT NULL, story TEXT NOT NULL,
    body TEXT, warc_file TEXT, warc_offset INTEGER);
CREATE TABLE bad (file TEXT NOT NULL, offset INTEGER NOT NULL, stays INTEGER NOT NULL,
    PRIMARY KEY (file, offset));
CREATE TABLE files (name TEXT PRIMARY KEY, size INTEGER NOT NULL)
"""
_INDEXES = """
CREATE INDEX lines_by_id ON lines (id, revision, file, offset);
CREATE INDEX lines_by_place ON lines (file, offset);
CREATE INDEX lines_by_warc ON lines (warc_file, warc_offset)
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line that is a record."""

    file: str
    number: int
    offset: int
    id: str
    revision: int
    fetched_at: str
    first_seen: str | None
    near: str | None
    """The story that it repeats."""
    run_id: str | None
    template: str
    version: int
    """Of the extractor."""
    story: str
    """Digest of what a reader would call the story."""
    body: str | None
    """Digest of the body, as the line has it."""
    warc_file: str | None
    warc_offset: int | None


class Index(Scratch):
    """An index of all lines."""

    def __init__(self) -> None:
        """Begin with no line.

        Raises:
            OSError: there is no directory for temporary files that can be written.
        """
        super().__init__(_TABLES)

    def add(self, entry: Entry) -> None:
        """Note a line that is a record."""
        marks = ", ".join("?" * len(Entry.__slots__))
        self.database.execute(f"INSERT INTO lines VALUES ({marks})", astuple(entry))  # noqa: S608 - question marks only

    def add_bad(self, file: str, offset: int, *, stays: bool = False) -> None:
        """Note a line that is no record; one that stays is another newscrawl's."""
        self.database.execute("INSERT INTO bad VALUES (?, ?, ?)", (file, offset, stays))

    def add_file(self, name: str, size: int) -> None:
        """Note a day file, by its name when it is not compressed, and its bytes then."""
        self.database.execute("INSERT INTO files VALUES (?, ?)", (name, size))

    def finish(self) -> None:
        """Make ready to be asked, when all lines are noted."""
        self.run(_INDEXES)
        self.database.execute("COMMIT")

    def count(self, what: str) -> int:
        """Return what a query counts."""
        number: int = self.database.execute(what).fetchone()[0]
        return number
