"""How long stories are, and how long after their publication they were kept."""

from bisect import bisect_left

from newscrawl.picture.days import PerDay, moment
from newscrawl.picture.form_health import Delay, Words
from newscrawl.picture.story import Story

_HOUR, _DAY = 60, 24 * 60
_BUCKETS = {
    "≤ 10 min": 10,
    "≤ 30 min": 30,
    "≤ 1 h": _HOUR,
    "≤ 3 h": 3 * _HOUR,
    "≤ 6 h": 6 * _HOUR,
    "≤ 1 day": _DAY,
    "≤ 7 days": 7 * _DAY,
}
"""The longest delay of each bucket, in whole minutes."""
_LONGER = "> 7 days"
_MINUTE = 60


class Delays:
    """Counts delays, from publication to the first time a story was kept."""

    def __init__(self) -> None:
        """Begin with none."""
        self._stories = PerDay()
        self._buckets = [PerDay() for _ in range(len(_BUCKETS) + 1)]
        self._limits = list(_BUCKETS.values())
        self._watched_from: int | None = None

    def watch(self, line: Story) -> None:
        """Look at a line: the first one that a run wrote tells since when there are any."""
        fetched = moment(line.record["fetched_at"])
        if fetched is None or line.record.get("run_id") is None:
            return
        day = fetched.toordinal()
        if self._watched_from is None or day < self._watched_from:
            self._watched_from = day

    def add(self, story: Story) -> None:
        """Count a story."""
        seen = moment(story.record.get("first_seen"))
        if seen is None or story.published is None:
            return
        minutes = int((seen - story.published).total_seconds() // _MINUTE)
        self._stories.add(story.day)
        self._buckets[bisect_left(self._limits, minutes)].add(story.day)

    def told(self, first: int) -> Delay:
        """Return the delays, when all stories are counted."""
        watched_from = self._watched_from
        return {
            "stories": self._stories.series(first),
            "buckets": [*_BUCKETS, _LONGER],
            "counts": [bucket.series(first) for bucket in self._buckets],
            "watched_from": None if watched_from is None else watched_from - first,
        }


class Lengths:
    """Counts words."""

    def __init__(self) -> None:
        """Begin with none."""
        self._stories, self._sum = PerDay(), PerDay()

    def add(self, story: Story) -> None:
        """Count the words of a story that has a body."""
        if story.has_body:
            self._stories.add(story.day)
            self._sum.add(story.day, story.record["word_count"] or 0)

    def told(self, first: int) -> Words:
        """Return the words, when all stories are counted."""
        return {
            "stories": self._stories.series(first),
            "undated": self._stories.undated,
            "sum": self._sum.series(first),
        }
