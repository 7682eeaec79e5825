"""A ledger that is sound, and does not agree with the files: brought into line with them."""

import sqlite3
from collections.abc import Iterator
from itertools import islice

from newscrawl.items import Article
from newscrawl.kept.lines import Line, lines_of
from newscrawl.ledger.calendar import Calendar
from newscrawl.ledger.database import transaction
from newscrawl.ledger.reconcile import links_of
from newscrawl.places import Places
from newscrawl.records import from_line
from newscrawl.summary import counted
from newscrawl.verify.books import books, opened
from newscrawl.verify.index import Index
from newscrawl.verify.rewriting import path_of
from newscrawl.verify.say import Say
from newscrawl.verify.unlearning import mend_signatures_within

_PIECE = 1000
"""Lines that are taken in together."""
_OFFSETS = """
UPDATE records SET file = line.file, offset = line.offset FROM seen.lines AS line
WHERE (line.id, line.revision) = (records.id, records.revision)
    AND (line.file, line.offset) <> (records.file, records.offset)
"""
_UNKNOWN = """
SELECT file, offset FROM seen.lines AS line WHERE NOT EXISTS (
    SELECT 1 FROM records WHERE (records.id, records.revision) = (line.id, line.revision))
ORDER BY file, offset
"""
_STORYLESS = """
SELECT file, offset FROM seen.lines AS line WHERE NOT EXISTS (
    SELECT 1 FROM stories WHERE stories.id = line.id) ORDER BY file, offset
"""
_SIZES = """
INSERT OR REPLACE INTO files (name, size) SELECT name, size FROM seen.files AS file
WHERE NOT EXISTS (SELECT 1 FROM files WHERE (files.name, files.size) = (file.name, file.size))
"""
_KEPT_NOTHING = """
UPDATE stories SET state = 'pending', due = 0, etag = NULL, last_modified = NULL
WHERE state = 'kept' AND NOT EXISTS (SELECT 1 FROM records WHERE records.id = stories.id)
"""


def mend_ledger(places: Places, index: Index, calendar: Calendar, say: Say) -> None:
    """Set right what the ledger has of the lines.

    Args:
        places: where everything is.
        index: of all lines, among which are no doubles any more.
        calendar: when stories are visited again.
        say: is told each thing that was done.

    Raises:
        sqlite3.Error: there is no room; a later repair goes on.
        CannotRun: a later version wrote the ledger.
    """
    with opened(places.ledger) as database:
        database.execute("ATTACH ? AS seen", (str(index.path),))
        told = {
            "ledger.db: {} set to where their lines stand": (_set_right(database, _OFFSETS), "row"),
            "ledger.db: {} taken in": (_take_in(database, places, calendar, _UNKNOWN), "line"),
            "ledger.db: {} entered again": (
                _take_in(database, places, calendar, _STORYLESS), "story",
            ),
            "ledger.db: {} to be asked for": (_set_right(database, _KEPT_NOTHING), "story"),
            "ledger.db: {} of day files set to their length": (
                _set_right(database, _SIZES), "row",
            ),
            "ledger.db: {} of signatures let go of or set right": (_signatures(database), "row"),
        }  # fmt: skip
    for text, (count, what) in told.items():
        if count:
            more = "stories" if what == "story" else None
            say(text.format(counted(count, what, more)))


def _set_right(database: sqlite3.Connection, statement: str) -> int:
    with transaction(database):
        return database.execute(statement).rowcount


def _signatures(database: sqlite3.Connection) -> int:
    with transaction(database):
        return mend_signatures_within(database)


def _take_in(database: sqlite3.Connection, places: Places, calendar: Calendar, query: str) -> int:
    """Take lines in as a crawl does at its start; return how many."""
    wanted: dict[str, set[int]] = {}
    for file, offset in database.execute(query):
        wanted.setdefault(file, set()).add(offset)
    if not wanted:
        return 0
    _have_a_run(database)
    keeper = books(database, places.articles, calendar)
    waiting = _articles(places, wanted)
    count = 0
    while piece := list(islice(waiting, _PIECE)):
        keeper.finding.record(link for article, _ in piece for link in links_of(article))
        with transaction(database):
            for article, line in piece:
                keeper.reconciliation.take_in_within(article, line.file, line.offset)
            keeper.reconciliation.join_within()
        count += len(piece)
    return count


def _articles(places: Places, wanted: dict[str, set[int]]) -> Iterator[tuple[Article, Line]]:
    for name, offsets in wanted.items():
        for line in lines_of(path_of(places, name)):
            if line.offset in offsets:
                yield from_line(line.data), line


def _have_a_run(database: sqlite3.Connection) -> None:
    database.execute(
        "INSERT INTO runs (run_id, started_at, is_local) SELECT '19700101T000000Z',"
        " '1970-01-01T00:00:00Z', 0 WHERE NOT EXISTS (SELECT 1 FROM runs)"
    )
