"""The ledger's tables: made once, upgraded where they are of an earlier version."""

import sqlite3
from pathlib import Path

import pytest

from newscrawl.ledger.database import VERSION, LedgerVersionError, connect
from tests.making import found, open_run

_FIRST = """
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
    found_by INTEGER NOT NULL REFERENCES runs (number),
    run INTEGER NOT NULL REFERENCES runs (number), -- the last that found it or took it up
    outcome TEXT,               -- of that run; null while there is none
    reason TEXT
) WITHOUT ROWID;
CREATE INDEX stories_to_fetch ON stories (run, depth, published DESC, article_id DESC)
    WHERE state = 'pending' AND outcome IS NULL;
CREATE INDEX stories_by_run ON stories (run, outcome, reason);
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
    reached INTEGER             -- seconds since 1970 of the oldest story seen without a gap
) WITHOUT ROWID;
"""
"""The tables of version 1."""


def layout(database: sqlite3.Connection) -> dict[str, object]:
    """Return every table with its columns, and every index, in no order."""
    tables = [
        row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    columns = {
        name: {tuple(row[1:]) for row in database.execute(f"PRAGMA table_info({name})")}
        for name in tables
    }
    indexes = database.execute("SELECT name FROM sqlite_schema WHERE type = 'index'").fetchall()
    return {"columns": columns, "indexes": set(indexes)}


def first_version(path: Path) -> None:
    """Write a ledger of version 1 with one run, one story kept and one that waits."""
    database = sqlite3.connect(path)
    database.executescript(_FIRST)
    database.execute("INSERT INTO runs VALUES (1, '20260101T000000Z', '', 1, '', 0)")
    for number, state, outcome in ((1, "kept", "new"), (2, "pending", "deferred")):
        database.execute(
            "INSERT INTO stories VALUES (?, ?, ?, ?, 'feed', NULL, 0, 0, NULL, 1, 1, ?, NULL)",
            (f"antara:{number}", number, found(number).story.address, state, outcome),
        )
    database.execute("PRAGMA user_version = 1")
    database.commit()
    database.close()


def test_an_older_ledger_is_upgraded(tmp_path: Path) -> None:
    """Its tables are then those of a new ledger, and what it knew is known."""
    first_version(tmp_path / "old.db")
    old, new = connect(tmp_path / "old.db"), connect(tmp_path / "new.db")
    assert [row[0] for row in old.execute("PRAGMA user_version")] == [VERSION]
    # A column that was added stands at the end, and says of its default what it says.
    assert {n: {c[0] for c in cs} for n, cs in layout(old)["columns"].items()} == {  # type: ignore[attr-defined]
        n: {c[0] for c in cs}
        for n, cs in layout(new)["columns"].items()  # type: ignore[attr-defined]
    }
    assert layout(old)["indexes"] == layout(new)["indexes"]
    old.close()
    new.close()


def test_a_run_goes_on_with_an_upgraded_ledger(tmp_path: Path) -> None:
    """What waited is asked for, and what was kept is not."""
    (tmp_path / "antara").mkdir()
    first_version(tmp_path / "antara" / "ledger.db")
    run = open_run(tmp_path)
    assert [story.story.article_id for story in iter(run.frontier.next, None)] == [2]
    run.close(0)


def test_a_ledger_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    """It is refused with what to do, and not touched."""
    path = tmp_path / "ledger.db"
    connect(path).execute(f"PRAGMA user_version = {VERSION + 1}").connection.close()
    with pytest.raises(LedgerVersionError, match="run the newscrawl that wrote it"):
        connect(path)
