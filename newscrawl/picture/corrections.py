"""Corrections: stories that changed after they were first read from their page."""

import json
import sqlite3
import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import groupby, pairwise
from typing import Any

from newscrawl.picture.days import PerDay
from newscrawl.picture.form_bonds import Correction, Corrections
from newscrawl.picture.story import Story
from newscrawl.records import STORY_FIELDS, story_parts

_SHOWN = 100
_NUMBERS = struct.Struct(f"{len(STORY_FIELDS)}q")
_REVISIONS = """
SELECT revisions.id, revision, fetched_at, from_feed, digests, headline, url, day
FROM revisions JOIN stories ON stories.id = revisions.id
WHERE selected AND revisions.id IN (
    SELECT id FROM revisions GROUP BY id HAVING count(*) > 1
)
ORDER BY revisions.id, revision, revisions.rowid
"""


def note(database: sqlite3.Connection, story: Story) -> None:
    """Note what a revision of a story was."""
    record = story.record
    row = (story.id, record["revision"], record["fetched_at"], story.from_feed, _digests(record))
    database.execute("INSERT INTO revisions VALUES (?, ?, ?, ?, ?)", row)


def _digests(record: dict[str, Any]) -> bytes:
    """Return a number for each field of the story; they are compared within this process alone."""
    return _NUMBERS.pack(*(hash(_hashable(part)) for part in story_parts(record).values()))


def _hashable(part: Any) -> str:
    """Return a field's value as text; nothing is nothing, whatever stands for it."""
    if not part:
        return ""
    return part if isinstance(part, str) else json.dumps(part, sort_keys=True)


@dataclass(slots=True)
class _Told:
    """What is counted of the corrected stories."""

    stories: PerDay = field(default_factory=PerDay)
    fields: Counter[str] = field(default_factory=Counter)
    corrections: int = 0


class Revised:
    """Counts the stories that can be seen to be corrected, and those that were."""

    def __init__(self) -> None:
        """Begin with none."""
        self._of = PerDay()

    def add(self, story: Story) -> None:
        """Count a story."""
        if not story.from_feed:
            self._of.add(story.day)

    def told(self, database: sqlite3.Connection, first: int) -> Corrections:
        """Return the corrections, when all lines and stories are noted."""
        told = _Told()
        found = _corrected(database, told, first)
        newest = nlargest(_SHOWN, found, key=lambda story: (story["at"], story["id"]))
        fields = sorted(told.fields.items(), key=lambda entry: (-entry[1], entry[0]))
        return {
            "of": self._of.series(first),
            "of_undated": self._of.undated,
            "stories": told.stories.total + told.stories.undated,
            "series": told.stories.series(first),
            "undated": told.stories.undated,
            "corrections": told.corrections,
            "fields": dict(fields),
            "list": newest,
        }


def _corrected(database: sqlite3.Connection, told: _Told, first: int) -> Iterator[Correction]:
    """Yield the corrected stories, and count them and their corrections meanwhile."""
    rows = database.execute(_REVISIONS)
    for story, lines in groupby(rows, key=lambda row: row[0]):
        # Of two lines with one number, which only a damaged directory has, the later one counts.
        newest = {row[1]: row for row in lines}
        pages = [row for row in newest.values() if not row[3]]
        changed = list[str]()
        at = None
        for before, after in pairwise(pages):
            fields = _changed(before[4], after[4])
            told.fields.update(fields)
            told.corrections += bool(fields)
            changed += fields
            at = after[2] if fields else at
        if at is None:
            continue
        headline, url, day = pages[-1][5:]
        told.stories.add(day)
        yield {
            "id": story,
            "headline": headline,
            "url": url,
            "day": None if day is None else day - first,
            "revisions": len(pages),
            "changed": [name for name in STORY_FIELDS if name in changed],
            "at": at,
        }


def _changed(before: bytes, after: bytes) -> list[str]:
    """Return the fields in which two revisions differ."""
    pairs = zip(STORY_FIELDS, _NUMBERS.unpack(before), _NUMBERS.unpack(after), strict=True)
    return [name for name, one, other in pairs if one != other]
