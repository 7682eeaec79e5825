"""Dates as the site prints them."""

from datetime import date, datetime, timedelta

from newscrawl.clock import WIB

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def weekday(day: date) -> str:
    """Return the day's name: ``Rabu``."""
    return WEEKDAYS[day.weekday()]


def in_copy(day: date) -> str:
    """Return the day as the copy names it: ``Rabu (26/8)``."""
    return f"{weekday(day)} ({day.day}/{day.month})"


def in_caption(day: date) -> str:
    """Return the day as a caption names it: ``Rabu (26/8/2026)``."""
    return f"{weekday(day)} ({day.day}/{day.month}/{day.year})"


def long(day: date) -> str:
    """Return day, month and year: ``26 Agustus 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def printed(time: datetime) -> str:
    """Return a publication time as an article prints it: ``Rabu, 26 Agustus 2026 13:18 WIB``."""
    local = time.astimezone(WIB)
    return f"{weekday(local)}, {long(local)} {local:%H:%M} WIB"


def printed_english(time: datetime) -> str:
    """Return a publication time as today's English pages print it: ``12th May 2026 13:18 WIB``."""
    local = time.astimezone(WIB)
    return f"{ordinal(local)} {local:%B %Y %H:%M} WIB"


def ordinal(day: date) -> str:
    """Return the day of the month in English: ``12th``."""
    number = day.day
    teen = number in {11, 12, 13}
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def in_english_copy(day: date) -> str:
    """Return the day as English copy names it: ``Wednesday (August 26)``."""
    return f"{day:%A} ({day:%B} {day.day})"


def on_era_a(time: datetime, language: str) -> str:
    """Return a publication time as the pages up to 2014 print it: ``Wed, March 19 2014 08:34``."""
    local = time.astimezone(WIB)
    return f"{local:%a, %B} {local.day} {local:%Y %H:%M}" if language == "en" else printed(time)


def relative(time: datetime, now: datetime, language: str = "id") -> str:
    """Return a publication time as a listing's card prints it, seen from a moment."""
    local, here = time.astimezone(WIB), now.astimezone(WIB)
    if language == "en":
        return _relative_english(local, here)
    if local.date() == here.date():
        return _ago(int((here - local).total_seconds()))
    if local.date() == here.date() - timedelta(days=1):
        return f"Kemarin {local:%H:%M}"
    return long(local)


def _ago(seconds: int) -> str:
    minutes, hours = seconds // 60, seconds // 3600
    if hours:
        return f"{hours} jam lalu"
    return f"{minutes} menit lalu" if minutes else f"{max(1, seconds)} detik lalu"


def _relative_english(local: datetime, here: datetime) -> str:
    if local.date() == here.date():
        minutes = int((here - local).total_seconds()) // 60
        count, unit = (minutes // 60, "hour") if minutes >= 60 else (max(1, minutes), "minute")  # noqa: PLR2004 - a clock
        return f"{count} {unit}{'s' if count > 1 else ''} ago"
    if local.date() == here.date() - timedelta(days=1):
        return "yesterday"
    return f"{ordinal(local)} {local:%B %Y}"
