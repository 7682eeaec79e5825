"""Story threads: stories that "Baca juga" ties together.

All that hangs together by links alone would be one giant: links lead on from topic to topic, and
from year to year. So only stories that are near each other in time are tied, and all stories of a
thread have something in common.
"""

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from heapq import nsmallest
from typing import Any

from newscrawl.picture.days import series
from newscrawl.picture.form_bonds import Thread, ThreadMember, Threads
from newscrawl.picture.ties import (
    COMMON,
    FEWEST_COMMON,
    MOST_DAYS_APART,
    linked,
    marks,
    rare_marks,
    tie,
)

Marks = tuple[int, ...]
"""Numbers of the tags and countries that a story has, or that all stories of a thread have."""
_Row = tuple[Any, ...]
"""A story of the notes: number, day, minute, id, headline, address, tags, countries."""

_MOST_DAYS = 30
_FEWEST = 3
_SHOWN = 60
_MOST_MEMBERS = 80
_TAGS = 3
RULE = (
    "Two stories are tied when one links to the other under “Baca juga” and they were published at"
    f" most {MOST_DAYS_APART} days apart; all stories of a thread, which lasts {_MOST_DAYS} days at"
    " most, have a tag or name a country in common that at most one in"
    f" {COMMON} of all stories has (or {FEWEST_COMMON} stories); pairs with the rarest such tag or"
    " country come together first."
)
_UNDATED = -1
_MEMBERS = """
SELECT number, day, minute, id, headline, url, tags, countries FROM stories
WHERE number IN (SELECT value FROM json_each(?)) ORDER BY day, minute, id
"""
_LINKS = """
SELECT link.source, target.number FROM links AS link
JOIN stories AS target ON target.id = link.target
WHERE link.kind = 'baca_juga' AND link.source IN (SELECT value FROM json_each(?))
"""


class _Sets:
    """Stories, by number, in threads that grow together (union-find, in arrays)."""

    def __init__(self, days: "array[int]", marks: Callable[[int], Marks]) -> None:
        """Begin with each story alone.

        Args:
            days: of the stories, by number; -1 is none.
            marks: tells what a story may have in common with others.
        """
        self._parent = array("l", range(len(days)))
        self.size = array("l", [1]) * len(days)
        self.first, self.last = days, days[:]
        self._marks_of = marks
        self._common: dict[int, Marks] = {}

    def find(self, story: int) -> int:
        """Return the story that stands for a thread."""
        parent = self._parent
        while parent[story] != story:
            parent[story] = parent[parent[story]]
            story = parent[story]
        return story

    def join(self, one: int, other: int) -> None:
        """Make one thread of those of two stories, if it lasts and means what a thread may."""
        one, other = self.find(one), self.find(other)
        first = min(self.first[one], self.first[other])
        last = max(self.last[one], self.last[other])
        if one == other or last - first >= _MOST_DAYS:
            return
        theirs = self._in_common(other)
        common = tuple(mark for mark in self._in_common(one) if mark in theirs)
        if not common:
            return
        if self.size[one] < self.size[other]:
            one, other = other, one
        self._parent[other] = one
        self.size[one] += self.size[other]
        self.first[one], self.last[one] = first, last
        self._common[one] = common
        del self._common[other]

    def _in_common(self, root: int) -> Marks:
        if root not in self._common:
            self._common[root] = self._marks_of(root)
        return self._common[root]

    def threads(self) -> Iterator[int]:
        """Yield the stories that stand for threads worth the name."""
        for story, parent in enumerate(self._parent):
            if story == parent and self.size[story] >= _FEWEST:
                yield story


def threads(database: sqlite3.Connection, stories: int, first: int) -> Threads:
    """Return the threads, when all stories and links are noted.

    Args:
        database: of the notes.
        stories: how many are selected.
        first: day 0, an ordinal.
    """
    ties = tie(database, stories)
    sets = _grown(database, stories)
    found = sorted(sets.threads(), key=lambda root: (-sets.size[root], -sets.last[root], root))
    shown = found[:_SHOWN]
    members: dict[int, list[int]] = {root: [] for root in shown}
    for story in range(len(sets.size)):
        root = sets.find(story)
        if root in members:
            members[root].append(story)
    return {
        "count": len(found),
        "stories": sum(sets.size[root] for root in found),
        "links": linked(database),
        "ties": ties,
        "shown": len(shown),
        "rule": RULE,
        "list": [_thread(database, members[root], first) for root in shown],
    }


def _grown(database: sqlite3.Connection, stories: int) -> _Sets:
    """Return the threads that the ties make, taken in the rule's order."""
    most: int = database.execute("SELECT coalesce(max(number), 0) FROM stories").fetchone()[0]
    days = array("l", [_UNDATED]) * (most + 1)
    for number, day in database.execute("SELECT number, day FROM stories WHERE day IS NOT NULL"):
        days[number] = day
    rare = rare_marks(database, stories)

    def marks_of(story: int) -> Marks:
        row = database.execute("SELECT tags, countries FROM stories WHERE number = ?", (story,))
        return tuple(sorted(rare[mark] for mark in marks(*row.fetchone()) if mark in rare))

    sets = _Sets(days, marks_of)
    for pair in database.execute("SELECT one, other FROM ties ORDER BY rarity, apart, one, other"):
        sets.join(*pair)
    return sets


def _thread(database: sqlite3.Connection, numbers: list[int], first: int) -> Thread:
    rows = database.execute(_MEMBERS, (json.dumps(numbers),)).fetchall()
    links = _links(database, numbers)
    shown = _most_linked(rows, links)
    members: list[ThreadMember] = [(row[1] - first, *row[2:6]) for row in shown]
    places = {row[0]: place for place, row in enumerate(shown)}
    tags = Counter(tag for row in rows for tag in dict.fromkeys(json.loads(row[6])))
    frequent = sorted(tags.items(), key=lambda tag: (-tag[1], tag[0]))
    return {
        "stories": len(rows),
        "first": rows[0][1] - first,
        "last": rows[-1][1] - first,
        "days": series(Counter(row[1] for row in rows), first),
        "tags": [tag for tag, _ in frequent[:_TAGS]],
        "common": _in_all({tag.casefold() for tag in json.loads(row[6])} for row in rows),
        "countries": _in_all(set(json.loads(row[7])) for row in rows),
        "members": members,
        "edges": sorted((places[a], places[b]) for a, b in links if a in places and b in places),
    }


def _in_all(sets: Iterable[set[str]]) -> list[str]:
    return sorted(set.intersection(*sets))


def _links(database: sqlite3.Connection, numbers: list[int]) -> set[tuple[int, int]]:
    """Return the links "Baca juga" between stories."""
    within = set(numbers)
    pairs = database.execute(_LINKS, (json.dumps(numbers),)).fetchall()
    return {(one, other) for one, other in pairs if other in within and one != other}


def _most_linked(rows: list[_Row], links: set[tuple[int, int]]) -> list[_Row]:
    """Return the stories of a thread that have the most links in it, by time."""
    number = Counter(story for link in links for story in link)
    best = nsmallest(_MOST_MEMBERS, range(len(rows)), key=lambda n: (-number[rows[n][0]], n))
    return [rows[place] for place in sorted(best)]
