"""Times as ANTARA prints them, in Indonesian and English, and as its markup states them."""

import re
from datetime import UTC, datetime, time, timedelta, timezone

from newscrawl.clock import WIB

ZONES = {"WIB": WIB, "WITA": timezone(timedelta(hours=8)), "WIT": timezone(timedelta(hours=9))}
"""Indonesia's three zones; it has had no summer time since they were drawn."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb february pebruari",
            "maret mar march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "agustus agu agt ags aug august",
            "september sep sept",
            "oktober okt oct october",
            "november nov nopember nop",
            "desember des dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_PRINTED = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH})\.?"
    rf"|(?P<month2>{_MONTH})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?),?\s+(?P<year>\d{{4}})\b"
    r"(?:[\s,|]*(?:pukul\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d))?\b"
    r"(?:\s*(?P<zone>WIB|WITA|WIT)\b)?)?",
    re.IGNORECASE | re.ASCII,
)
_TIME_ALONE = re.compile(
    rf"\s*(?:[^\W\d_]+,\s*)?{_PRINTED.pattern}(?:,\s*\d{{4}})?\s*", _PRINTED.flags
)
_AGO = re.compile(
    r"\b(?:(?P<count>\d{1,4}|an?)\s+)?"
    r"(?P<unit>detik|menit|jam|hari|minggu|seconds?|minutes?|hours?|days?|weeks?)"
    r"\s+(?:yang\s+)?(?:lalu|ago)\b",
    re.IGNORECASE | re.ASCII,
)
_UNITS = {
    "detik": timedelta(seconds=1),
    "second": timedelta(seconds=1),
    "menit": timedelta(minutes=1),
    "minute": timedelta(minutes=1),
    "jam": timedelta(hours=1),
    "hour": timedelta(hours=1),
    "hari": timedelta(days=1),
    "day": timedelta(days=1),
    "minggu": timedelta(weeks=1),
    "week": timedelta(weeks=1),
}
_YESTERDAY = re.compile(
    r"\b(?:kemarin|yesterday)\b(?:[\s,]*(?P<hour>\d{1,2})[:.](?P<minute>\d\d)\b)?",
    re.IGNORECASE | re.ASCII,
)


def printed_time(text: str) -> tuple[datetime, bool] | None:
    """Return the first date in a printed line, and whether its time of day is printed too.

    ``Kamis, 5 November 2015 14:56 WIB | 1.229 Views`` is 14:56 at +07:00. A line without a zone
    is in WIB, one without a time is that day's midnight. Dates in figures alone, such as the
    ``(6/10/2020)`` of a dateline, are none.
    """
    for match in _PRINTED.finditer(text):
        day, month = match["day"] or match["day2"], match["month"] or match["month2"]
        clock = (int(match["hour"] or 0), int(match["minute"] or 0), int(match["second"] or 0))
        zone = ZONES[(match["zone"] or "WIB").upper()]
        try:
            moment = datetime(
                int(match["year"]), _MONTHS[month.lower()], int(day), *clock, tzinfo=zone
            )
        except ValueError:  # the 31st of April, 25 o'clock
            continue
        return moment, match["hour"] is not None
    return None


def is_time(text: str) -> bool:
    """Tell whether a text is a printed day and time, and nothing else."""
    if ":" not in text and "." not in text:  # no time of day
        return False
    match = _TIME_ALONE.fullmatch(text)
    return match is not None and match["hour"] is not None


def card_time(text: str, now: datetime) -> tuple[datetime, bool] | None:
    """Return the time that a card or a page prints, and whether it is more than the day alone.

    Args:
        text: ``35 menit lalu``, ``Kemarin 08:05``, ``2 September 2026``, in any case of letters.
        now: when the page was fetched; relative times count back from it, days are WIB's.
    """
    ago = _AGO.search(text)
    if ago is not None:
        unit = ago["unit"].lower().removesuffix("s")
        count = ago["count"] or "0"  # "detik lalu": just now
        number = int(count) if count.isdigit() else 1  # "an hour ago"
        moment = (now - number * _UNITS[unit]).astimezone(WIB)
        return moment, _UNITS[unit] < timedelta(days=1)
    yesterday = _YESTERDAY.search(text)
    if yesterday is not None:
        day = now.astimezone(WIB).date() - timedelta(days=1)
        hour, minute = int(yesterday["hour"] or 0), int(yesterday["minute"] or 0)
        if hour < 24 and minute < 60:  # noqa: PLR2004 - a clock
            moment = datetime.combine(day, time(hour, minute), WIB)
            return moment, yesterday["hour"] is not None
    return printed_time(text)


def stated_time(text: str | None) -> datetime | None:
    """Return an ISO 8601 time of the markup; one without an offset is in WIB, as all clocks there.

    Anything else, also a date alone, is None.
    """
    try:
        moment = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    if not re.search(r"\d[T ]\d", text or ""):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=WIB)


def local_iso(moment: datetime) -> str:
    """Return a time as it stands in a record's dates: to the second, with its offset."""
    return moment.replace(microsecond=0).isoformat()


def utc_iso(moment: datetime) -> str:
    """Return a time as it stands in a record's ``fetched_at``: UTC, to the second, with ``Z``."""
    return f"{moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat()}Z"
