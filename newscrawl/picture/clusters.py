"""Near-duplicates: stories that repeat the same earlier one."""

import json
import sqlite3

from newscrawl.picture.days import PerDay
from newscrawl.picture.form_bonds import Cluster, ClusterMember, Clusters
from newscrawl.picture.story import Story

_SHOWN = 60
_MOST_MEMBERS = 80
_GROUPED = """
CREATE TABLE clusters AS
SELECT repeats AS head, number FROM stories
WHERE selected AND repeats IS NOT NULL AND repeats != id
UNION
SELECT story.repeats, head.number FROM stories AS story
JOIN stories AS head ON head.id = story.repeats
WHERE story.selected AND head.selected AND head.id != story.id
"""
_BIGGEST = """
SELECT head, count(*) AS size FROM clusters GROUP BY head HAVING size > 1
ORDER BY size DESC, head LIMIT ?
"""
_SUMS = """
SELECT coalesce(sum(size > 1), 0), coalesce(sum(iif(size > 1, size, 0)), 0),
    coalesce(sum(size = 1), 0)
FROM (SELECT count(*) AS size FROM clusters GROUP BY head)
"""
_MEMBERS = """
SELECT day, id, headline, url, agencies FROM clusters JOIN stories USING (number)
WHERE head = ? ORDER BY day IS NULL, day, minute, id LIMIT ?
"""


class Repeats:
    """Counts the stories that repeat an earlier one."""

    def __init__(self) -> None:
        """Begin with none."""
        self._of, self._repeats = PerDay(), PerDay()

    def add(self, story: Story) -> None:
        """Count a story."""
        if story.has_body:
            self._of.add(story.day)
        if story.record["near_duplicate_of"] not in (None, story.id):
            self._repeats.add(story.day)

    def told(self, database: sqlite3.Connection, first: int) -> Clusters:
        """Return the clusters, when all stories are noted."""
        database.execute(_GROUPED)
        count, stories, alone = database.execute(_SUMS).fetchone()
        biggest = database.execute(_BIGGEST, (_SHOWN,)).fetchall()
        return {
            "of": self._of.series(first),
            "of_undated": self._of.undated,
            "count": count,
            "stories": stories,
            "series": self._repeats.series(first),
            "undated": self._repeats.undated,
            "alone": alone,
            "list": [_cluster(database, head, size, first) for head, size in biggest],
        }


def _cluster(database: sqlite3.Connection, head: str, size: int, first: int) -> Cluster:
    members: list[ClusterMember] = [
        (None if day is None else day - first, name, headline, url, json.loads(agencies))
        for day, name, headline, url, agencies in database.execute(_MEMBERS, (head, _MOST_MEMBERS))
    ]
    return {"size": size, "members": members}
