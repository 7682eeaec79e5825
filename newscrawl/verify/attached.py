"""The ledger beside the index of the lines, only to be read."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from newscrawl.exits import CannotRun
from newscrawl.ledger.database import VERSION, missing_columns
from newscrawl.ledger.reading import quiet_address
from newscrawl.places import Places
from newscrawl.verify.findings import Findings
from newscrawl.verify.index import Index

_MOST_TOLD = 20
_PRIMARY = 0xFF
"""Of SQLite's extended error codes the part that says what kind it is (sqlite.org/rescode.html)."""
_BROKEN = frozenset({sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
"""What is wrong with the file itself, and not with the right to read it, a lock, or the disk."""


@contextmanager
def attached(places: Places, index: Index, findings: Findings) -> Iterator[bool]:
    """Attach the ledger to the index as ``ledger``, and tell whether it can be asked.

    What keeps it from that is a finding. Nothing is written into it.

    Raises:
        CannotRun: it may be sound, and cannot be read: somebody else's file, or a lock.
    """
    if not places.ledger.is_file() or not places.ledger.stat().st_size:
        if index.count("SELECT count(*) FROM lines"):
            findings.add("ledger_missing", "ledger.db", "it can be made again from the day files")
        yield False
        return
    try:
        index.database.execute("ATTACH ? AS ledger", (quiet_address(places.ledger),))
        sound = _is_sound(index.database, findings)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & _PRIMARY not in _BROKEN:
            raise CannotRun(f"{places.ledger}: it cannot be read: {error}") from error
        findings.add("ledger_corrupt", "ledger.db", str(error))
        sound = False
    try:
        yield sound
    finally:
        if any(row[1] == "ledger" for row in index.database.execute("PRAGMA database_list")):
            index.database.execute("DETACH ledger")


def _is_sound(database: sqlite3.Connection, findings: Findings) -> bool:
    version = database.execute("PRAGMA ledger.user_version").fetchone()[0]
    if version != VERSION:
        text = f"its tables are of version {version}, this newscrawl knows version {VERSION}"
        findings.add("ledger_version", "ledger.db", text)
        return False
    if missing := missing_columns(database, "ledger"):
        text = f"it lacks {', '.join(missing[:_MOST_TOLD])}"
        findings.add("ledger_corrupt", "ledger.db", text)
        return False
    told = [row[0] for row in database.execute(f"PRAGMA ledger.integrity_check({_MOST_TOLD})")]
    for what in told if told != ["ok"] else []:
        findings.add("ledger_corrupt", "ledger.db", " ".join(str(what).split()))
    lost = database.execute("PRAGMA ledger.foreign_key_check").fetchmany(_MOST_TOLD)
    for table, row, parent, _ in lost:
        where = f"ledger.db {table}" + (f" row {row}" if row is not None else "")
        findings.add("ledger_corrupt", where, f"it refers to a row of {parent} that is not there")
    return told == ["ok"] and not lost
