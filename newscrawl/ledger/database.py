"""Opening the ledger's file, its tables, and transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from newscrawl.ledger.upgrades import UPGRADES

VERSION = 4
"""Version of the tables; kept in SQLite's ``user_version``."""

_TABLES = """
CREATE TABLE runs (
    number INTEGER PRIMARY KEY,
    run_id TEXT NOT NULL UNIQUE,
    started_at TEXT NOT NULL,
    is_local INTEGER NOT NULL,  -- whether it asked this machine in the place of the site
    finished_at TEXT,
    exit_code INTEGER
);
CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    article_id INTEGER NOT NULL,
    address TEXT NOT NULL,      -- where to ask for it, with host and slug as first seen
    state TEXT NOT NULL CHECK (state IN ('pending', 'kept', 'dropped', 'gone', 'skipped')),
    via TEXT NOT NULL,
    from_url TEXT,
    depth INTEGER NOT NULL,
    published INTEGER NOT NULL, -- seconds since 1970 as far as known before the fetch, else 0
    feed_item TEXT,             -- what the feed said, while the page is still to be fetched
    due INTEGER,                -- seconds since 1970 from which it may be asked for; null: never
    tries INTEGER NOT NULL DEFAULT 0, -- visits in a row that brought no page
    etag TEXT,                  -- of the page as it was last read, for a conditional request
    last_modified TEXT,
    gone_since TEXT,            -- when the site was first seen to have it no more, UTC
    found_by INTEGER NOT NULL REFERENCES runs (number),
    run INTEGER NOT NULL REFERENCES runs (number), -- the last that found it or took it up
    outcome TEXT,               -- of that run; null while there is none
    reason TEXT
) WITHOUT ROWID;
CREATE INDEX stories_to_fetch ON stories
    (run, state DESC, depth, published DESC, article_id DESC) WHERE outcome IS NULL;
CREATE INDEX stories_waiting ON stories
    (state, depth, published DESC, article_id DESC, due) WHERE due IS NOT NULL;
CREATE INDEX stories_skipped ON stories (reason, depth, published) WHERE state = 'skipped';
CREATE INDEX stories_by_run ON stories (run, outcome, reason);
CREATE INDEX stories_by_day ON stories (published, state, tries, reason) WHERE state <> 'skipped';
CREATE INDEX stories_gone ON stories (due) WHERE state = 'gone';
CREATE TABLE records (
    number INTEGER PRIMARY KEY, -- order of acknowledgement
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    file TEXT NOT NULL,
    offset INTEGER NOT NULL,    -- where in the file the line begins, in bytes
    run_id TEXT,
    fetched_at TEXT NOT NULL,
    template TEXT NOT NULL,
    extractor_version INTEGER NOT NULL,
    story_sha256 TEXT NOT NULL,
    body_sha256 TEXT,
    UNIQUE (id, revision)
);
CREATE INDEX records_by_body ON records (body_sha256, number) WHERE body_sha256 IS NOT NULL;
CREATE TABLE files (
    name TEXT PRIMARY KEY,
    size INTEGER NOT NULL       -- bytes of it that are acknowledged
) WITHOUT ROWID;
CREATE TABLE walks (
    section TEXT PRIMARY KEY,   -- edition and section
    run INTEGER NOT NULL REFERENCES runs (number), -- the last that walked it to its end
    reached INTEGER,            -- seconds since 1970 of the oldest story seen without a gap
    ended INTEGER NOT NULL DEFAULT 0 -- whether the listing has nothing behind it
) WITHOUT ROWID;
CREATE TABLE open_walks (       -- walks that were cut off, or found no end
    section TEXT PRIMARY KEY,
    url TEXT,                   -- of the farthest listing page that was asked for
    page INTEGER NOT NULL,      -- its number
    stuck INTEGER NOT NULL DEFAULT 0 -- how often it came to the listing's end in vain
) WITHOUT ROWID;
CREATE TABLE pages (            -- feeds and listing pages of which all that they led to is known
    url TEXT NOT NULL,
    is_local INTEGER NOT NULL,
    etag TEXT,
    last_modified TEXT,
    PRIMARY KEY (url, is_local)
) WITHOUT ROWID;
CREATE TABLE robots (           -- robots.txt as it was last answered
    host TEXT NOT NULL,
    is_local INTEGER NOT NULL,
    fetched INTEGER NOT NULL,   -- seconds since 1970
    status INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (host, is_local)
) WITHOUT ROWID;
CREATE TABLE holds (            -- until when the site is left alone
    is_local INTEGER PRIMARY KEY,
    until INTEGER NOT NULL,     -- seconds since 1970
    reason TEXT NOT NULL,
    times INTEGER NOT NULL      -- runs in a row that ended so
);
CREATE TABLE coverage (         -- how many records of a run had each field
    run INTEGER NOT NULL REFERENCES runs (number),
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    filled INTEGER NOT NULL,
    records INTEGER NOT NULL,
    PRIMARY KEY (kind, run, field)
) WITHOUT ROWID;
CREATE TABLE signatures (       -- of bodies, by which near-duplicates are found
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL,    -- of the record that began the cluster
    words INTEGER NOT NULL,
    minhash BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE bands (            -- parts of signatures that alike bodies are likely to share
    band INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (band, hash, id)
) WITHOUT ROWID;
CREATE TABLE captures (         -- of each address the newest archived answers with their own bodies
    url TEXT NOT NULL,
    status INTEGER NOT NULL,
    digest BLOB NOT NULL,       -- SHA-1 of the payload, as the archive has it
    record BLOB NOT NULL,       -- UUID of the WARC record
    at INTEGER NOT NULL,        -- its WARC-Date, seconds since 1970
    PRIMARY KEY (url, status)
) WITHOUT ROWID;
CREATE INDEX captures_by_digest ON captures (digest) WHERE status <> 200;
CREATE TABLE days (             -- of a backfill: what the site lists for a day
    scope TEXT NOT NULL,        -- edition and section
    day TEXT NOT NULL,          -- in Asia/Jakarta
    way TEXT,                   -- by which it is read; null where no way leads there
    page INTEGER NOT NULL,      -- number of the next page to be read
    url TEXT,                   -- its address; null for the first
    listed INTEGER NOT NULL,    -- stories that its pages named
    begun INTEGER NOT NULL,     -- when its first page was read, seconds since 1970
    empty INTEGER NOT NULL,     -- how often no way led to it, though some lead to other days
    done INTEGER NOT NULL,      -- whether it was over when it was read to its end
    PRIMARY KEY (scope, day)
) WITHOUT ROWID;
CREATE TABLE ways (             -- by which the site lists a day, as far as they were tried
    scope TEXT NOT NULL,
    way TEXT NOT NULL,
    works INTEGER NOT NULL,
    misses INTEGER NOT NULL,    -- days in a row on which it led to nothing
    tried INTEGER NOT NULL,     -- seconds since 1970
    PRIMARY KEY (scope, way)
) WITHOUT ROWID;
"""


class LedgerVersionError(RuntimeError):
    """The ledger was written by a later version of newscrawl."""


def connect(path: Path) -> sqlite3.Connection:
    """Open the ledger, creating it where there is none, and upgrading the tables of older ones.

    WAL with ``synchronous=NORMAL``: a commit survives the death of the process; after a loss of
    power the newest commits may be missing, which the reconciliation with the files makes good.

    Raises:
        sqlite3.Error: the file cannot be opened, or is no database.
        LedgerVersionError: the file has tables of a later version.
    """
    database = sqlite3.connect(path, isolation_level=None, timeout=5)
    try:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=NORMAL")
        _make_tables(database, path)
    except BaseException:
        database.close()
        raise
    return database


def _make_tables(database: sqlite3.Connection, path: Path) -> None:
    with transaction(database):
        version = database.execute("PRAGMA user_version").fetchone()[0]
        if version == VERSION:
            return
        if version not in {0, *UPGRADES, VERSION} and version < VERSION:
            raise sqlite3.DatabaseError(f"{path} has tables of version {version}, which never was")
        if version > VERSION:
            raise LedgerVersionError(
                f"{path} has tables of version {version}, this newscrawl knows version {VERSION}:"
                " run the newscrawl that wrote it"
            )
        steps = [UPGRADES[step] for step in range(version, VERSION)] if version else [_TABLES]
        for step in steps:
            for statement in step.split(";\n"):
                database.execute(statement)
        database.execute(f"PRAGMA user_version={VERSION}")


def missing_columns(database: sqlite3.Connection, attached: str) -> list[str]:
    """Return the columns (``table.column``) of this version that an attached ledger lacks."""
    with closing(sqlite3.connect(":memory:")) as new:
        new.executescript(_TABLES)
        wanted = _columns(new, "main")
    return sorted(wanted - _columns(database, attached))


def _columns(database: sqlite3.Connection, schema: str) -> set[str]:
    rows = database.execute(
        f"SELECT one.name || '.' || two.name FROM {schema}.sqlite_master AS one,"  # noqa: S608 - a name of ours
        " pragma_table_info(one.name, ?) AS two WHERE one.type = 'table'",
        (schema,),
    )
    return {row[0] for row in rows}


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """Do the block's writes together or not at all."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if database.in_transaction:  # SQLite has rolled back by itself where the disk is full
            database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")
