"""Whether the site has been silent for longer than it ever is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

_LEAST = timedelta(hours=24)
"""A silent night is no alarm."""
_TIMES = 2
"""How much longer than the longest silence so far it may last."""
_ENOUGH = 50
"""Fewer stories say nothing of a rhythm."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What is known of when stories appear."""

    newest: int
    """Publication time of the newest story, seconds since 1970."""
    longest_gap: int
    """Seconds between two stories, at most."""
    stories: int

    def after(self, published: Iterable[int]) -> "Rhythm":
        """Return the rhythm with the stories of one more run."""
        times = sorted(published)
        known = [self.newest] if self.stories else []
        later = [*known, *(time for time in times if time >= self.newest)]
        gaps = [next_ - time for time, next_ in pairwise(later)]
        return Rhythm(
            max([self.newest, *times]),
            max([self.longest_gap, *gaps]),
            self.stories + len(times),
        )


def silence(rhythm: Rhythm, now: datetime) -> str | None:
    """Return a sentence for a person where the site is silent for too long."""
    if rhythm.stories < _ENOUGH:
        return None
    newest = datetime.fromtimestamp(rhythm.newest, UTC)
    usual = timedelta(seconds=rhythm.longest_gap)
    if now - newest <= max(_LEAST, _TIMES * usual):
        return None
    hours = (now - newest) / timedelta(hours=1)
    longest = usual / timedelta(hours=1)
    return f"no new story for {hours:.0f} h; the longest silence before was {longest:.1f} h"
