"""The rhythm of the desk: uneven days, bursts, silent nights, and corrections at any time.

Without it each day has the same number of stories, which suits tests that count them; with it a
year of cron runs meets what it meets in life.
"""

from collections.abc import Sequence
from datetime import timedelta
from math import exp, log
from random import Random

FEWEST, MOST = 53, 62
"""National stories a day; the world section carries 50 to 60 of them."""
GONE_AFTER = (
    timedelta(minutes=4),
    timedelta(hours=3),
    timedelta(hours=30),
    timedelta(days=4),
)
"""How long after its publication a story is taken away; some before anybody has seen them."""

_HOUR = 3600
_SILENT = 0.4
"""Share of the nights in which nothing at all comes out."""
_NIGHT = range(5)
_BURSTS = (0, 1, 1, 2)
"""How many bursts a day has, each as likely as the next."""
_IN_BURST = (4, 5, 6, 8, 11)
_FLOOD, _IN_FLOOD = 0.05, 26
"""Share of the days that have a burst which is more than the feed can hold, and how many it is."""
_BURST_SECONDS = 15 * 60
_EVENLY = (timedelta(minutes=40), timedelta(hours=5), timedelta(hours=20), timedelta(hours=50))
"""When corrections come where the days are alike."""
_SOONEST, _LATEST = timedelta(minutes=6), timedelta(days=11)
"""When a correction comes, at the earliest and at the latest; most come early."""


def stories_of(draw: Random) -> int:
    """Return how many stories a day has."""
    return draw.randint(FEWEST, MOST)


def seconds_of(count: int, hours: Sequence[int], draw: Random) -> list[int]:
    """Return when a day's stories come out, in seconds since midnight, in order, no two alike.

    Args:
        count: how many.
        hours: how many stories each hour brings on an even day, relative to the others.
        draw: where the chances come from.
    """
    silent = draw.random() < _SILENT
    awake = [0 if silent and hour in _NIGHT else share for hour, share in enumerate(hours)]
    found = _bursts(count, awake, draw)
    while len(found) < count:
        found.add(_second(awake, draw))
    return sorted(found)


def corrected_after(draw: Random, *, lively: bool) -> list[timedelta]:
    """Return how long after its publication a story is corrected, each time: soon most often."""
    number = draw.choice((1, 1, 2))
    if not lively:
        return sorted(draw.sample(_EVENLY, number))
    low, high = log(_SOONEST.total_seconds()), log(_LATEST.total_seconds())
    delays = {int(exp(draw.uniform(low, high))) for _ in range(number)}
    return [timedelta(seconds=delay) for delay in sorted(delays)]


def _bursts(count: int, hours: Sequence[int], draw: Random) -> set[int]:
    sizes = [draw.choice(_IN_BURST) for _ in range(draw.choice(_BURSTS))]
    if draw.random() < _FLOOD:
        sizes.append(_IN_FLOOD)
    found: set[int] = set()
    for size in sizes:
        begin = min(_second(hours, draw), 24 * _HOUR - _BURST_SECONDS)
        burst = {begin + draw.randrange(_BURST_SECONDS) for _ in range(size)}
        if len(found | burst) <= count:
            found |= burst
    return found


def _second(hours: Sequence[int], draw: Random) -> int:
    hour = draw.choices(range(24), hours)[0]
    return hour * _HOUR + draw.randrange(_HOUR)
