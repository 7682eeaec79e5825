"""All stories of all days: a pure function of the seed, the day and how many a day has."""

from datetime import date, timedelta
from functools import lru_cache
from random import Random

from newscrawl.replica import rhythm
from newscrawl.replica.heads import Head, heads_of_day
from newscrawl.replica.ids import FIRST_DAY, Edition, day_of_id
from newscrawl.replica.related import Earlier
from newscrawl.replica.story import Story
from newscrawl.replica.traits import Era
from newscrawl.replica.writing import write_story

_MOST_PER_DAY = {"jatim": 3, "en": 8}
"""The editions beside the national one bring few stories."""
_DAYS, _HEADS = 400, 25_000
"""How many days' heads are kept at least, and about how many heads: those of some years, if few."""
_LINKED_DAYS = 3
"""How many days back a story's links may lead."""
_ARCHIVE = (date(2014, 3, 1), 900)
"""First day that links to old English stories lead to, and how many days follow it."""


class Corpus:
    """The stories that a seed stands for; nothing in it depends on the present time."""

    def __init__(self, seed: int = 1, per_day: int = 45, *, lively: bool = False) -> None:
        """Nothing is drawn yet: days are written when they are asked for.

        Args:
            seed: what the stories are drawn from.
            per_day: national stories a day, where the days are alike.
            lively: whether they keep to the real desk's rhythm instead; see ``rhythm``.
        """
        self.seed = seed
        self.per_day = per_day
        self.lively = lively
        # A cache that belongs to the object, not to the class: it goes when the object goes.
        self.story = lru_cache(maxsize=6_000)(self._story)
        days = max(_DAYS, _HEADS // max(1, per_day))
        self._heads = lru_cache(maxsize=days)(self._heads_of_day)

    def heads_of_day(self, day: date, edition: Edition = "id") -> tuple[Head, ...]:
        """Return what is known of a day's stories without writing them, oldest first."""
        return self._heads(day, edition)

    def stories_of_day(
        self, day: date, edition: Edition = "id", era: Era | None = None
    ) -> tuple[Story, ...]:
        """Return a day's stories in their first form, oldest first, in one template if told so."""
        return tuple(self.story(head, era) for head in self.heads_of_day(day, edition))

    def head_by_id(self, article_id: int, edition: Edition = "id") -> Head | None:
        """Return the story that has an id, whatever its day; none if no story has it."""
        day = day_of_id(article_id, edition)
        if day is None:
            return None
        heads = self.heads_of_day(day, edition)
        return next((head for head in heads if head.article_id == article_id), None)

    def _heads_of_day(self, day: date, edition: Edition) -> tuple[Head, ...]:
        national = self.per_day
        if self.lively:
            national = rhythm.stories_of(Random(f"{self.seed}/{day}/rhythm"))
        count = min(_MOST_PER_DAY.get(edition, national), national)
        return heads_of_day(self.seed, day, count, edition, lively=self.lively)

    def _story(self, head: Head, era: Era | None = None) -> Story:
        today = head.published.date()
        days = [today - timedelta(days=back) for back in range(_LINKED_DAYS + 1)]
        days = [day for day in days if day >= FIRST_DAY]
        earlier = [
            other
            for day in days
            for other in self.heads_of_day(day, head.edition)
            if other.published < head.published
        ]
        return write_story(self.seed, head, Earlier(earlier, self._beside(head, days[-1])), era)

    def _beside(self, head: Head, day: date) -> tuple[Head, ...]:
        """Return stories of another host: the bureau's, for English ones those of the old host."""
        if head.edition == "jatim" or head.old_english:
            return ()
        if head.edition == "id":
            beside = self.heads_of_day(day, "jatim")
        else:
            first, span = _ARCHIVE
            beside = self.heads_of_day(first + timedelta(days=head.article_id % span), "en")
        return tuple(other for other in beside if other.taken_down is None)
