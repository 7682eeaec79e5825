"""``Retry-After`` in both its forms (RFC 9110, section 10.2.3)."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from scrapy.http import Response

from newscrawl import clock

LONGEST = 24 * 60 * 60
"""Seconds; who asks for more, by mistake or not, is asked again after a day."""

_DELTA_SECONDS = re.compile(r"[0-9]+")
_MOST_DIGITS = 9


def retry_after(response: Response) -> float | None:
    """Return for how many seconds a server asks to be left alone, or None where it does not.

    Nothing else counts than the header says: a negative number, a time that is past, or what is
    neither number nor date is as good as no header. Of several the longest holds.
    """
    waits = [_wait(value.decode("latin-1").strip(), response) for value in _all(response)]
    longest = max((wait for wait in waits if wait is not None), default=0.0)
    return min(longest, LONGEST) if longest > 0 else None


def _all(response: Response) -> list[bytes]:
    return list(response.headers.getlist("Retry-After"))


def _wait(value: str, response: Response) -> float | None:
    if _DELTA_SECONDS.fullmatch(value):
        return float(value) if len(value.lstrip("0")) <= _MOST_DIGITS else float(LONGEST)
    until = _date(value)
    return None if until is None else (until - _sent(response)).total_seconds()


def _sent(response: Response) -> datetime:
    """Return when the server sent its answer by its own clock, which may differ from ours."""
    date = response.headers.get("Date")
    return (_date(date.decode("latin-1")) if date else None) or clock.now()


def _date(value: str) -> datetime | None:
    try:
        time = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)
