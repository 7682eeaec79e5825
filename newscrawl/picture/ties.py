"""Which two stories are about the same: one links to the other, and they share what is named."""

import json
import sqlite3
from collections.abc import Iterable
from functools import lru_cache

from newscrawl.picture.tallies import Tallies

MOST_DAYS_APART = 7
COMMON, FEWEST_COMMON = 20, 20
"""A tag or country that more than one in so many stories have, and more than so many stories, does
not tell what a story is about."""

_MARKS = "marks"
_TIES = """
CREATE TABLE ties (
    one INTEGER NOT NULL,
    other INTEGER NOT NULL,
    rarity INTEGER NOT NULL,   -- stories that have the rarest thing which both have
    apart INTEGER NOT NULL,    -- days
    PRIMARY KEY (one, other)
) WITHOUT ROWID
"""
_LINKED = """
FROM links AS link
JOIN stories AS source ON source.number = link.source
JOIN stories AS target ON target.id = link.target
WHERE link.kind = 'baca_juga' AND target.selected AND source.number != target.number
    AND source.day IS NOT NULL AND target.day IS NOT NULL
"""
_COUNT = f"SELECT count(*) {_LINKED}"
_NEAR = f"""
SELECT min(source.number, target.number), max(source.number, target.number),
    abs(source.day - target.day), source.tags, source.countries, target.tags, target.countries
{_LINKED} AND abs(source.day - target.day) <= ?
"""


def note_marks(tallies: Tallies, tags: Iterable[str], countries: Iterable[str]) -> None:
    """Count what a story has that another may share."""
    tallies.add(_MARKS, _marks(tags, countries), None)


@lru_cache(maxsize=10_000)
def marks(tags: str, countries: str) -> set[str]:
    """Return what a story has that another may share, as the notes have it: lists in JSON."""
    return _marks(json.loads(tags), json.loads(countries))


def _marks(tags: Iterable[str], countries: Iterable[str]) -> set[str]:
    """Return tags in one case, and countries, which no such tag can be mistaken for."""
    return {tag.casefold() for tag in tags} | {f"country {code}" for code in countries}


def linked(database: sqlite3.Connection) -> int:
    """Return how many links "Baca juga" lead from one selected, dated story to another."""
    number: int = database.execute(_COUNT).fetchone()[0]
    return number


def tie(database: sqlite3.Connection, stories: int) -> int:
    """Fill the table of ties, and return how many there are.

    Args:
        database: of the notes, which has all stories and links.
        stories: how many are selected.
    """
    rarity_of = lru_cache(maxsize=100_000)(lambda mark: _how_many(database, mark))
    most = max(FEWEST_COMMON, stories // COMMON)
    database.execute(_TIES)
    for one, other, apart, *named in database.execute(_NEAR, (MOST_DAYS_APART,)):
        shared = marks(*named[:2]) & marks(*named[2:])
        rarity = min(map(rarity_of, shared), default=most + 1)
        if rarity <= most:
            row = (one, other, rarity, apart)
            database.execute("INSERT OR IGNORE INTO ties VALUES (?, ?, ?, ?)", row)
    number: int = database.execute("SELECT count(*) FROM ties").fetchone()[0]
    return number


def rare_marks(database: sqlite3.Connection, stories: int) -> dict[str, int]:
    """Return the marks that are rare enough to tell what a story is about, each with a number."""
    most = max(FEWEST_COMMON, stories // COMMON)
    query = "SELECT name FROM tallies WHERE sort = ? AND number BETWEEN 2 AND ?"
    return {row[0]: place for place, row in enumerate(database.execute(query, (_MARKS, most)))}


def _how_many(database: sqlite3.Connection, mark: str) -> int:
    query = "SELECT number FROM tallies WHERE sort = ? AND name = ?"
    number: int = database.execute(query, (_MARKS, mark)).fetchone()[0]
    return number
