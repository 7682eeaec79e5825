"""Every kept revision of the stories, with what changed."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from itertools import groupby
from typing import Any

from newscrawl.export.database.rows import insert
from newscrawl.export.selected import Story
from newscrawl.kept.stories import Record

_COMPARED = (
    "headline", "description", "section", "tags", "date_published", "date_modified", "dateline",
    "body", "reporters", "translators", "editors", "agencies", "images", "related", "kind",
)  # fmt: skip
"""Fields of the story itself. Of images the captions and credits (their addresses move between
hosts), of related the addresses."""
_DIGEST = 8
"""Bytes by which two values of a field are told apart."""
_TABLE = "CREATE TEMP TABLE digests (article TEXT, revision INTEGER, digests BLOB)"
_SAME = "INSERT INTO digests VALUES (?, ?, ?)"
_IN_ORDER = "SELECT article, revision, digests FROM digests ORDER BY article, revision, rowid"
_CHANGED = "UPDATE revisions SET changed = ? WHERE article = ? AND revision = ?"


class Revisions:
    """Fills the table of revisions, when that of the stories is full."""

    def __init__(self, database: sqlite3.Connection, *, with_texts: bool) -> None:
        """Write to a database; with the texts of all revisions or without."""
        self._database = database
        self._with_texts = with_texts
        self._insert = insert("revisions", or_what="REPLACE")

    def newest(self, article: str) -> int | None:
        """Return the newest revision of a story, or None for one that is not in the file."""
        row = self._database.execute("SELECT revision FROM articles WHERE id = ?", (article,))
        found = row.fetchone()
        return found[0] if found else None

    def fill(self, stories: Callable[[Callable[[str], int | None]], Iterable[Story]]) -> None:
        """Write the revisions that ``stories`` yields for the stories that it is told of."""
        self._database.execute(_TABLE)
        for story in stories(self.newest):
            self._add(story)
        for article, revision, changed in self._changes():
            self._database.execute(_CHANGED, (json.dumps(changed), article, revision))
        self._database.execute("DROP TABLE digests")

    def _add(self, story: Story) -> None:
        record = story.record
        row = record | {
            "article": record["id"],
            "changed": None,
            "file": story.line.file,
            "line": story.line.number,
        }
        if not self._with_texts:
            row |= {"description": None, "body": None}
        self._database.execute(self._insert, row)
        if (self.newest(record["id"]) or 0) > 1:
            digests = b"".join(_digest(record, name) for name in _COMPARED)
            self._database.execute(_SAME, (record["id"], record["revision"], digests))

    def _changes(self) -> Iterator[tuple[str, int, list[str]]]:
        """Yield each revision that has one before it, with the fields that differ."""
        rows = self._database.cursor().execute(_IN_ORDER)
        for article, group in groupby(rows, key=lambda row: row[0]):
            before: bytes | None = None
            # Of two lines with one revision, which only a damaged directory has, the later counts.
            for revision, digests in {row[1]: row[2] for row in group}.items():
                if before is not None:
                    yield article, revision, _differing(before, digests)
                before = digests


def _digest(record: Record, name: str) -> bytes:
    value: Any = record[name]
    if name == "images":
        value = [(image["caption"], image["credit"]) for image in value]
    elif name == "related":
        value = [link["url"] for link in value]
    return blake2b(json.dumps(value, sort_keys=True).encode(), digest_size=_DIGEST).digest()


def _differing(before: bytes, after: bytes) -> list[str]:
    places = ((name, slice(at * _DIGEST, (at + 1) * _DIGEST)) for at, name in enumerate(_COMPARED))
    return [name for name, place in places if before[place] != after[place]]
