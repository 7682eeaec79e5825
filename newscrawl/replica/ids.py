"""Which ids belong to which day.

The national space follows the ids that the agency really gave out over the years; the ids between
two stories of the replica belong to sections that it does not show. A regional host counts by
itself, and so does the English edition.
"""

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache
from typing import Literal

Edition = Literal["id", "jatim", "en"]
"""The three id spaces: national, East Java, English."""

_NATIONAL = (
    (date(2009, 1, 1), 130_000),
    (date(2015, 11, 5), 527_600),
    (date(2016, 12, 30), 604_100),
    (date(2017, 11, 17), 665_500),
    (date(2020, 3, 15), 1_357_700),
    (date(2021, 4, 20), 2_110_800),
    (date(2023, 6, 11), 3_582_200),
    (date(2025, 9, 30), 5_143_700),
    (date(2026, 6, 5), 5_594_900),
    (date(2026, 10, 4), 5_770_200),
    (date(2040, 1, 1), 12_760_000),
)
_REGIONAL = ((date(2009, 1, 1), 20_000), (date(2040, 1, 1), 1_480_000))
_ENGLISH = (
    (date(2009, 1, 1), 15_000),
    (date(2014, 3, 19), 93_240),
    (date(2016, 11, 10), 108_050),
    (date(2026, 5, 12), 415_450),
    (date(2026, 9, 12), 431_140),
    (date(2040, 1, 1), 1_050_000),
)
_ANCHORS = {"id": _NATIONAL, "jatim": _REGIONAL, "en": _ENGLISH}
FIRST_DAY, LAST_DAY = date(2009, 1, 1), date(2039, 12, 30)
"""The days that there can be stories of."""


def _interpolated(anchors: tuple[tuple[date, int], ...], day: date) -> int:
    at = min(bisect_right(anchors, day, key=lambda anchor: anchor[0]), len(anchors) - 1)
    (day0, id0), (day1, id1) = anchors[at - 1], anchors[at]
    return id0 + (id1 - id0) * (day - day0).days // (day1 - day0).days


def ids_of_day(day: date, edition: Edition = "id") -> range:
    """Return the ids that are given out on a day.

    Raises:
        ValueError: the day is outside the years that the replica knows.
    """
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"{day} is not between {FIRST_DAY} and {LAST_DAY}")
    anchors = _ANCHORS[edition]
    return range(_interpolated(anchors, day), _interpolated(anchors, day + timedelta(days=1)))


def day_of_id(article_id: int, edition: Edition = "id") -> date | None:
    """Return the day on which an id is given out; none for one that never is."""
    at = bisect_right(_first_ids(edition), article_id)
    if at == 0:
        return None
    day = FIRST_DAY + timedelta(days=at - 1)
    return day if article_id in ids_of_day(day, edition) else None


@cache
def _first_ids(edition: Edition) -> tuple[int, ...]:
    """Return the first id of each day: every request for a story looks for its day."""
    days = range((LAST_DAY - FIRST_DAY).days + 1)
    return tuple(_interpolated(_ANCHORS[edition], FIRST_DAY + timedelta(days=n)) for n in days)
