"""What the archive tells of the past: which pages later answers may refer to, and of visits."""

import sqlite3
from pathlib import Path

from newscrawl.antara.further import page_number
from newscrawl.antara.urls import StoryUrl, story_url
from newscrawl.archive.damage import Damage
from newscrawl.archive.exchange import NOT_MODIFIED, OK
from newscrawl.archive.files import OPEN
from newscrawl.archive.heads import Head, known
from newscrawl.ledger.rules import seconds
from newscrawl.showing import Show
from newscrawl.verify.answers import Record, records_of
from newscrawl.verify.archive import archive_files
from newscrawl.verify.index import Index

_GONE = frozenset({404, 410})
_WORTH_IT = 1024
"""Bytes of an error page from which on later ones refer to it, as the writer has it."""
_LOCAL = b"on the crawler's own machine"
"""In the description of a file that was written against a local server."""
_VISITS = """
CREATE TABLE visits (id TEXT PRIMARY KEY, at INTEGER NOT NULL, gone INTEGER, times INTEGER NOT NULL)
"""
_VISIT = """
INSERT INTO visits VALUES (:id, :at, iif(:gone, :at, NULL), :gone)
ON CONFLICT (id) DO UPDATE SET at = :at,
    gone = iif(:gone, coalesce(gone, :at), NULL), times = iif(:gone, times + 1, 0)
WHERE :at >= at
"""
_NEWEST = """
SELECT 1 FROM lines AS line WHERE warc_file = ? AND warc_offset = ? AND NOT EXISTS (
    SELECT 1 FROM lines AS later WHERE later.id = line.id AND later.revision > line.revision)
"""
_CAPTURE = """
INSERT INTO captures (url, status, digest, record, at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (url, status) DO UPDATE SET digest = excluded.digest, record = excluded.record,
    at = excluded.at WHERE excluded.at >= captures.at
"""


class History:
    """One way through the archive, which fills ``captures`` of a new ledger.

    ``visits`` of the index has afterwards of each story when it was last seen, whether it was gone
    then and since when, and how often in a row.
    """

    def __init__(self, database: sqlite3.Connection, index: Index, show: Show) -> None:
        """Write into a ledger, in the caller's transaction, and into an index."""
        self._database = database
        self._index = index
        self._show = show
        self._divided: set[str] = set()
        self.local: dict[str, bool] = {}
        """Of each file, whether this machine answered in the place of the site."""
        index.database.execute(_VISITS)

    def read_within(self, directory: Path) -> None:
        """Read all files of an archive; what cannot be read tells nothing.

        Raises:
            OSError: a file cannot be read.
        """
        self._index.database.execute("BEGIN")
        files = archive_files(directory)
        total, behind = sum(path.stat().st_size for path in files), 0
        for path in files:
            name = path.name.removesuffix(OPEN)
            for found in records_of(path):
                if isinstance(found, Damage):
                    continue
                self._take(name, found)
                self._show("history", min(behind + found.end, total), total)
            behind += path.stat().st_size
        self._index.database.execute("COMMIT")

    def _take(self, name: str, record: Record) -> None:
        if record.head.type == "warcinfo":
            self.local[name] = _LOCAL in record.beginning
        status, at = record.status, record.at
        if status is None or at is None:
            return
        story = story_url(record.head.url)
        if story is not None and page_number(record.head.url) == 1:
            self._visit(story.id, status, at)
        if record.head.type == "response":
            self._capture(name, record, story)

    def _visit(self, story_id: str, status: int, at: int) -> None:
        if status in (OK, NOT_MODIFIED, *_GONE):
            given = {"id": story_id, "at": at, "gone": int(status in _GONE)}
            self._index.database.execute(_VISIT, given)

    def _capture(self, name: str, record: Record, story: StoryUrl | None) -> None:
        answer = known(Head(record.head.fields, record.beginning))
        if answer is None:
            return
        if answer.status == OK and story is not None:
            if page_number(answer.url) != 1:
                self._divide(story)
                return
            self._database.execute(
                "DELETE FROM captures WHERE url = ? AND status = 200 AND at <= ? AND digest <> ?",
                (answer.url, seconds(answer.at), answer.digest),
            )
            if not self._is_of_record(name, record.head.place.offset):
                return
        elif answer.status != OK and record.head.length < _WORTH_IT:
            return
        row = (answer.url, answer.status, answer.digest, answer.record.bytes, seconds(answer.at))
        self._database.execute(_CAPTURE, row)

    def _divide(self, story: StoryUrl) -> None:
        """Let nothing refer to pages of a story that has several."""
        if story.id not in self._divided:
            self._divided.add(story.id)
            for url in (story.url, story.address):
                self._database.execute("DELETE FROM captures WHERE url = ?", (url,))

    def _is_of_record(self, name: str, offset: int) -> bool:
        """Tell whether the newest record of a story is made of an answer."""
        row = self._index.database.execute(_NEWEST, (name, offset))
        return row.fetchone() is not None
