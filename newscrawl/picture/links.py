"""Links between stories, and to which most lead."""

import sqlite3

from newscrawl.picture.days import PerDay, series
from newscrawl.picture.form_bonds import Linked, Links
from newscrawl.picture.story import Link, Story

_MOST_LINKED = """
SELECT linked.stories, linked.target, story.day, coalesce(story.headline, page.title),
    coalesce(story.url, page.url)
FROM (
    SELECT link.target AS target, count(DISTINCT link.source) AS stories
    FROM links AS link JOIN stories AS source ON source.number = link.source
    WHERE source.id != link.target
    GROUP BY link.target ORDER BY stories DESC, link.target LIMIT 50
) AS linked
LEFT JOIN stories AS story ON story.id = linked.target
JOIN targets AS page ON page.id = linked.target
ORDER BY linked.stories DESC, linked.target
"""
_KEPT = """
SELECT source.day, count(*) FROM links AS link
JOIN stories AS source ON source.number = link.source
JOIN stories AS target ON target.id = link.target
WHERE source.day IS NOT NULL GROUP BY source.day
"""


class LinkCounts:
    """Counts links, and notes each."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Note in the database of the notes."""
        self._database = database
        self._stories, self._all = PerDay(), PerDay()
        self._kinds = {"baca_juga": PerDay(), "related_news": PerDay()}

    def add(self, number: int, story: Story) -> None:
        """Count the links of a story, which has a number in the notes."""
        links = list(story.links())
        if not links:
            return
        self._stories.add(story.day)
        self._all.add(story.day, len(links))
        for link in links:
            if link.kind in self._kinds:
                self._kinds[link.kind].add(story.day)
        self._note(number, links)

    def _note(self, number: int, links: list[Link]) -> None:
        self._database.executemany(
            "INSERT INTO links VALUES (?, ?, ?, ?)",
            ((number, place, link.target, link.kind) for place, link in enumerate(links)),
        )
        self._database.executemany(
            "INSERT OR IGNORE INTO targets VALUES (?, ?, ?)",
            ((link.target, link.url, link.title) for link in links),
        )

    def told(self, first: int) -> Links:
        """Return the links, when all stories are noted."""
        return {
            "stories": self._stories.series(first),
            "undated": self._stories.undated,
            "all": self._all.series(first),
            "baca_juga": self._kinds["baca_juga"].series(first),
            "related_news": self._kinds["related_news"].series(first),
            "kept": series(self._database.execute(_KEPT).fetchall(), first),
            "most_linked": self._most_linked(first),
        }

    def _most_linked(self, first: int) -> list[Linked]:
        return [
            (stories, target, headline, url, None if day is None else day - first)
            for stories, target, day, headline, url in self._database.execute(_MOST_LINKED)
        ]
