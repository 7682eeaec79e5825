"""All stories of all days: a pure function of the seed, the day and the number a day."""

from datetime import date, timedelta
from functools import lru_cache

from newscrawl.replica.heads import REGIONAL_HOST, Head, heads_of_day
from newscrawl.replica.ids import FIRST_DAY, day_of_id
from newscrawl.replica.related import Earlier
from newscrawl.replica.story import Story
from newscrawl.replica.writing import write_story

_REGIONAL_PER_DAY = 3
_LINKED_DAYS = 3
"""How many days back a story's links may lead."""


class Corpus:
    """The stories that a seed stands for; nothing in it depends on the present time."""

    def __init__(self, seed: int = 1, per_day: int = 45) -> None:
        """Nothing is drawn yet: days are written when they are asked for."""
        self.seed = seed
        self.per_day = per_day
        # A cache that belongs to the object, not to the class: it goes when the object goes.
        self.story = lru_cache(maxsize=5_000)(self._story)
        self._heads = lru_cache(maxsize=400)(self._heads_of_day)

    def heads_of_day(self, day: date, *, regional: bool = False) -> tuple[Head, ...]:
        """Return what is known of a day's stories without writing them, oldest first."""
        return self._heads(day, regional)

    def stories_of_day(self, day: date, *, regional: bool = False) -> tuple[Story, ...]:
        """Return a day's stories in their first form, oldest first."""
        return tuple(self.story(head) for head in self.heads_of_day(day, regional=regional))

    def head_by_id(self, article_id: int, *, regional: bool = False) -> Head | None:
        """Return the story that has an id, whatever its day; none if no story has it."""
        day = day_of_id(article_id, regional=regional)
        if day is None:
            return None
        heads = self.heads_of_day(day, regional=regional)
        return next((head for head in heads if head.article_id == article_id), None)

    def _heads_of_day(self, day: date, regional: bool) -> tuple[Head, ...]:
        count = min(_REGIONAL_PER_DAY, self.per_day) if regional else self.per_day
        return heads_of_day(self.seed, day, count, regional=regional)

    def _story(self, head: Head) -> Story:
        regional = head.host == REGIONAL_HOST
        today = head.published.date()
        days = [today - timedelta(days=back) for back in range(_LINKED_DAYS + 1)]
        days = [day for day in days if day >= FIRST_DAY]
        earlier = [
            other
            for day in days
            for other in self.heads_of_day(day, regional=regional)
            if other.published < head.published
        ]
        beside = [] if regional else self.heads_of_day(days[-1], regional=True)
        return write_story(self.seed, head, Earlier(earlier, beside))
