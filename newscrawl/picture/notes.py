"""What is noted of the records while they are read: one SQLite file, for any number of stories."""

from newscrawl.kept.scratch import Scratch

_TABLES = """
PRAGMA cache_size = -32000;

-- Each line of a story that has several: what it was, field by field. See corrections.py.
CREATE TABLE revisions (
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    fetched_at TEXT NOT NULL,
    from_feed INTEGER NOT NULL,
    digests BLOB NOT NULL
);

-- Each story, also those that the selection does not take: links may lead to them.
CREATE TABLE stories (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    selected INTEGER NOT NULL,
    day INTEGER,           -- ordinal
    minute INTEGER,        -- since midnight in Asia/Jakarta
    headline TEXT,
    url TEXT NOT NULL,
    repeats TEXT,          -- near_duplicate_of
    agencies TEXT NOT NULL,   -- JSON
    tags TEXT NOT NULL,       -- JSON
    countries TEXT NOT NULL   -- JSON; those named in headline and tags
);

-- Links of the selected stories.
CREATE TABLE links (
    source INTEGER NOT NULL,
    place INTEGER NOT NULL,
    target TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (source, place)
) WITHOUT ROWID;

-- What a story is called that is linked to, in case it is not kept.
CREATE TABLE targets (
    id TEXT PRIMARY KEY,
    url TEXT NOT NULL,
    title TEXT
) WITHOUT ROWID;

-- How often a name of some sort was named on a day; day 0 for what has no date. See tallies.py.
CREATE TABLE tallies (
    sort TEXT NOT NULL,
    name TEXT NOT NULL,
    day INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (sort, name, day)
) WITHOUT ROWID
"""
_INDEXES = """
CREATE UNIQUE INDEX stories_by_id ON stories (id);
CREATE INDEX stories_by_repeats ON stories (repeats) WHERE repeats IS NOT NULL;
CREATE INDEX revisions_by_id ON revisions (id, revision);
CREATE INDEX links_by_target ON links (target);
"""


class Notes(Scratch):
    """The database of the notes."""

    def __init__(self) -> None:
        """Begin with nothing.

        Raises:
            OSError: there is no directory for temporary files that can be written.
        """
        super().__init__(_TABLES)

    def index(self) -> None:
        """Make ready to be asked, when all is noted."""
        self.run(_INDEXES)
