"""Forgetting what the ledger knows of lines that are records no more: they are asked for again."""

import sqlite3
from contextlib import closing

from newscrawl.antara.urls import canonical
from newscrawl.ledger.database import connect, transaction
from newscrawl.places import Places
from newscrawl.signatures import Signature
from newscrawl.summary import counted
from newscrawl.verify.index import Index
from newscrawl.verify.say import Say

# A line that was cut short, or grew, moved all behind it: it is told by what is left over.
_VICTIMS = """
SELECT id, revision FROM ledger.records AS row
WHERE file IN (SELECT file FROM bad WHERE NOT stays) AND NOT EXISTS (
    SELECT 1 FROM lines WHERE (lines.id, lines.revision) = (row.id, row.revision))
    AND NOT EXISTS (
    SELECT 1 FROM bad WHERE stays AND (bad.file, bad.offset) = (row.file, row.offset))
"""
_REOPEN = """
UPDATE stories SET due = 0, etag = NULL, last_modified = NULL,
    state = iif(EXISTS (SELECT 1 FROM records WHERE records.id = stories.id), 'kept', 'pending')
WHERE id = ? AND state IN ('kept', 'pending')
"""
# A cluster goes by the first record of its first story.
_HEADLESS = """
SELECT min(records.number), signatures.number FROM signatures JOIN records USING (id)
WHERE NOT EXISTS (SELECT 1 FROM records AS first WHERE first.number = signatures.number)
GROUP BY signatures.number
"""


def unlearn(places: Places, index: Index, say: Say) -> None:
    """Forget the records of the lines that the index has as bad ones, all or none.

    Raises:
        sqlite3.Error: there is no room.
    """
    victims = index.database.execute(_VICTIMS).fetchall()
    with closing(connect(places.ledger)) as database, transaction(database):
        for story_id, revision in victims:
            database.execute(
                "DELETE FROM records WHERE id = ? AND revision = ?", (story_id, revision)
            )
            _reopen_within(database, story_id)
        mend_signatures_within(database)
    if victims:
        named = counted(len(victims), "story", "stories")
        say(f"ledger.db: {named} to be asked for again, of lines that cannot be read")


def _reopen_within(database: sqlite3.Connection, story_id: str) -> None:
    database.execute(_REOPEN, (story_id,))
    for (address,) in database.execute(
        "SELECT address FROM stories WHERE id = ?", (story_id,)
    ).fetchall():
        database.execute(
            "DELETE FROM captures WHERE status = 200 AND url IN (?, ?)",
            (address, canonical(address)),
        )


def mend_signatures_within(database: sqlite3.Connection) -> int:
    """Let go of signatures and bands of what has no record, in the caller's transaction.

    Returns:
        How many rows were wrong.
    """
    before = database.total_changes
    lost = database.execute(
        "SELECT id, words, minhash FROM signatures AS one"
        " WHERE NOT EXISTS (SELECT 1 FROM records WHERE records.id = one.id)"
    ).fetchall()
    for story_id, words, minhash in lost:
        database.executemany(
            "DELETE FROM bands WHERE band = ? AND hash = ? AND id = ?",
            ((band, content, story_id) for band, content in Signature(words, minhash).bands),
        )
        database.execute("DELETE FROM signatures WHERE id = ?", (story_id,))
    heads = database.execute(_HEADLESS).fetchall()
    database.executemany("UPDATE signatures SET number = ? WHERE number = ?", heads)
    database.execute("DELETE FROM bands WHERE id NOT IN (SELECT id FROM signatures)")
    return database.total_changes - before
