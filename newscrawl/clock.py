"""The only source of the present time.

Everything that needs to know what time it is asks :func:`now`. The environment variable
``NEWSCRAWL_CLOCK`` names a file that holds a time in ISO 8601 with an offset, such as
``2026-11-20T09:00:00+07:00``; while it is set, time stands at what the file says. The replica of
the site reads the same file, so that both live at the same moment and years can be played in
minutes.
"""

import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

ENVIRONMENT_VARIABLE = "NEWSCRAWL_CLOCK"

WIB = timezone(timedelta(hours=7), "WIB")
"""Western Indonesian time, UTC+7: Asia/Jakarta has had no other offset since 1964."""


class ClockError(ValueError):
    """The clock file cannot be read or does not hold a time with an offset."""


def now() -> datetime:
    """Return the present moment in UTC, to the microsecond, or what the clock file says.

    Raises:
        ClockError: ``NEWSCRAWL_CLOCK`` is set and its file holds no ISO 8601 time with offset.
    """
    path = os.environ.get(ENVIRONMENT_VARIABLE)
    return read(Path(path)) if path else datetime.now(UTC)


def read(path: Path) -> datetime:
    """Return the time that a clock file holds, in UTC.

    Raises:
        ClockError: the file is missing or does not hold an ISO 8601 time with offset.
    """
    try:
        time = datetime.fromisoformat(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise ClockError(
            f"{ENVIRONMENT_VARIABLE}: {path} holds no ISO 8601 time: {error};"
            f" without {ENVIRONMENT_VARIABLE} the machine's clock counts"
        ) from error
    if time.tzinfo is None:
        raise ClockError(
            f"{ENVIRONMENT_VARIABLE}: the time in {path} has no offset, such as +07:00"
        )
    return time.astimezone(UTC)


def write(path: Path, time: datetime) -> None:
    """Set a clock file to a time; readers see the old time or the new one, never half of it."""
    if time.tzinfo is None:
        raise ClockError("a clock is set to a time with an offset")
    beside = path.with_name(path.name + ".new")
    beside.write_text(time.isoformat() + "\n", encoding="ascii")
    beside.replace(path)
