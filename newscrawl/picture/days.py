"""Counts by day, and the days that they are numbered by."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise
from typing import Any

from newscrawl.clock import WIB
from newscrawl.picture.form_health import Series, Span

_FAR = 366
"""Empty days that part stray stories from the others."""
_FEW = 100
"""Fewer than one in so many stories are strays, or a single one."""


class PerDay:
    """How many of something each day had.

    Days are ordinals (``date.toordinal``) until all are known, and None for what has no date.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.by_day = Counter[int]()
        self.undated = 0

    def add(self, day: int | None, number: int = 1) -> None:
        """Count some."""
        if day is None:
            self.undated += number
        else:
            self.by_day[day] += number

    def series(self, first: int) -> Series:
        """Return the counts, with days numbered from the first."""
        return series(self.by_day, first)

    @property
    def total(self) -> int:
        """The sum of all days, without what has no date."""
        return self.by_day.total()


def series(by_day: Mapping[int, int] | Iterable[tuple[int, int]], first: int) -> Series:
    """Return counts as they stand in the data; days without any are left out."""
    pairs = by_day.items() if isinstance(by_day, Mapping) else by_day
    return sorted(_pair(day - first, number) for day, number in pairs if number)


@lru_cache(maxsize=200_000)
def _pair(day: int, number: int) -> tuple[int, int]:
    """Return a pair; ten years have millions in their series, most of them the same."""
    return day, number


def moment(text: Any) -> datetime | None:
    """Return an ISO 8601 time in Asia/Jakarta; None for what is none, or has no offset."""
    if not isinstance(text, str):
        return None
    try:
        time = datetime.fromisoformat(text)
        return time.astimezone(WIB) if time.tzinfo else None
    except (ValueError, OverflowError):  # the year 1 or 9999, moved across its border
        return None


def span(days: Iterable[int]) -> tuple[int, Span | None]:
    """Return day 0, an ordinal, and the days from the first to the last; of none 0 and None."""
    days = list(days)
    if not days:
        return 0, None
    first, last = min(days), max(days)
    return first, {"first": date.fromordinal(first).isoformat(), "count": last - first + 1}


def main_part(by_day: Mapping[int, int]) -> tuple[int, int]:
    """Return the first and last day, ordinals, without stray ones; see ``Days.main``."""
    days = sorted(by_day)
    few = max(sum(by_day.values()) / _FEW, 2)
    first, last = _inner_end(days, by_day, few), _inner_end(days[::-1], by_day, few)
    # Of two stories, years apart, neither is more of a stray than the other.
    return (first, last) if first <= last else (days[0], days[-1])


def _inner_end(days: list[int], by_day: Mapping[int, int], few: float) -> int:
    """Return where the strays at the beginning of a list of days end."""
    end, behind = days[0], 0
    for day, following in pairwise(days):
        behind += by_day[day]
        if behind >= few:
            break
        if abs(following - day) > _FAR:
            end = following
    return end
