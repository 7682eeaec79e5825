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


def relative(time: datetime, now: datetime) -> str:
    """Return a publication time as a listing's card prints it, seen from a moment."""
    local, here = time.astimezone(WIB), now.astimezone(WIB)
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
