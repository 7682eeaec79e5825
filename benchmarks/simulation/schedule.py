"""When a story is looked at again, as the settings say."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime, timedelta

from newscrawl import settings

_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}
_REVISITS = re.compile(r"(\d+)([mhd])")


def revisits() -> tuple[timedelta, ...]:
    """Return how long after its publication a story is looked at again."""
    found = _REVISITS.findall(settings.NEWSCRAWL_REVISITS)
    return tuple(int(number) * _UNITS[unit] for number, unit in found)


def due_after(moment: datetime, published: datetime, after: Sequence[timedelta]) -> datetime | None:
    """Return the next revisit that falls due after a moment; none behind the last."""
    return next((published + age for age in after if published + age > moment), None)


def first_run_from(moment: datetime, runs: Sequence[datetime]) -> datetime | None:
    """Return the first of the runs, which are in order, at a moment or after it."""
    at = bisect_left(runs, moment)
    return runs[at] if at < len(runs) else None
