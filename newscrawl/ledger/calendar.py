"""When a story is to be asked for again: revisits of what is kept, patience with what failed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

REVISITS = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1), timedelta(days=7))
"""Ages at which a story is looked at again for a correction."""
MOST_TRIES = 12
"""Visits in a row that bring no page, before a story is given up: five days and a half."""

SECOND_LOOKS = (timedelta(hours=1), timedelta(days=1))
"""How long after a page that was nothing to be read it is asked for again, each time: it may have
been the notice of a site under repair. After the last it is settled."""

_FIRST_WAIT = timedelta(minutes=5)
_LONGEST_WAIT = timedelta(days=1)
_AGE = re.compile(r"(\d{1,5})\s*([mhd])")
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}


def parse_ages(text: str) -> tuple[timedelta, ...]:
    """Return the ages in a list such as ``1h, 6h, 1d, 7d``, youngest first; none for an empty one.

    Raises:
        ValueError: a part of it is no number of minutes, hours or days; the message names it.
    """
    ages = []
    for part in filter(None, map(str.strip, text.split(","))):
        match = _AGE.fullmatch(part)
        if match is None or not int(match[1]):
            raise ValueError(f"{part!r} is no age such as 30m, 6h or 7d")
        ages.append(int(match[1]) * _UNITS[match[2]])
    return tuple(sorted(set(ages)))


def wait_after(tries: int) -> timedelta:
    """Return how long a story rests after so many visits in a row that brought no page."""
    if tries < 1:
        raise ValueError("a wait follows a visit")
    doubled: int = 2 ** min(tries - 1, 30)
    return min(_FIRST_WAIT * doubled, _LONGEST_WAIT)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The ages at which kept stories are visited again."""

    ages: tuple[timedelta, ...] = REVISITS

    def next_visit(self, first: datetime, now: datetime) -> datetime | None:
        """Return when a story is due again, or None when it is older than every age.

        Args:
            first: its publication, or when it was first seen where that is not known.
            now: the moment of the last visit; all that fell due before it was that one visit.
        """
        return next(self._after(first, now), None)

    def _after(self, first: datetime, now: datetime) -> Iterator[datetime]:
        return (first + age for age in self.ages if first + age > now)
