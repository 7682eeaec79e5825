"""Retry-After: for how long a server asks to be left alone."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.http import Response

from newscrawl.middlewares.retry_after import LONGEST, retry_after

NOW = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
DATE = format_datetime(NOW, usegmt=True)


def wait(*values: str, date: str | None = DATE) -> float | None:
    """Return what is made of header lines in an answer that was sent at noon."""
    response = Response("https://www.antaranews.com/", status=503)
    for value in values:
        response.headers.appendlist("Retry-After", value.encode("latin-1"))
    if date is not None:
        response.headers["Date"] = date
    return retry_after(response)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("1", 1),
        (" 120 ", 120),
        ("007", 7),
        ("Fri, 20 Nov 2026 05:01:30 GMT", 90),
        ("Friday, 20-Nov-26 05:01:30 GMT", 90),  # RFC 850
        ("Fri Nov 20 05:01:30 2026", 90),  # asctime
        ("Fri, 20 Nov 2026 12:01:30 +0700", 90),
    ],
)
def test_both_forms(value: str, seconds: int) -> None:
    """Seconds and dates, old forms of dates too, are understood (RFC 9110, 10.2.3 and 5.6.7)."""
    assert wait(value) == seconds


@pytest.mark.parametrize(
    "value",
    [
        "",
        "0",
        "-5",
        "+5",
        "1.5",
        "soon",
        "５",
        "1e9",
        "120 seconds",
        "Fri, 20 Nov 2026 04:59:59 GMT",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Fri, 99 Nov 2026 05:00:00 GMT",
        "Fri, 20 Nov 99999 05:00:00 GMT",
        "\x00",
    ],
)
def test_what_says_nothing(value: str) -> None:
    """What is past, negative or neither number nor date is as good as no header."""
    try:
        value.encode("latin-1")
    except UnicodeEncodeError:
        value = value.encode("utf-8").decode("latin-1")
    assert wait(value) is None


@pytest.mark.parametrize("value", ["86401", "9" * 12, "9" * 5000, "Sat, 20 Nov 2027 05:00:00 GMT"])
def test_more_than_a_day_is_a_day(value: str) -> None:
    """However much is asked for, the site is asked again after a day."""
    assert wait(value) == LONGEST


def test_no_header() -> None:
    """Without the header nothing is asked for."""
    assert wait() is None


def test_the_longest_of_several_holds() -> None:
    """Two lines that contradict one another are taken at the more careful one's word."""
    assert wait("5", "garbage", "30") == 30


def test_a_date_is_read_by_the_servers_own_clock() -> None:
    """A server whose clock is an hour slow means the time between its own two dates."""
    slow = NOW - timedelta(hours=1)
    value = format_datetime(slow + timedelta(seconds=45), usegmt=True)
    assert wait(value, date=format_datetime(slow, usegmt=True)) == 45


def test_a_date_without_the_servers_clock(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the answer says not when it was sent, our clock serves."""
    del tmp_path
    monkeypatch.setattr("newscrawl.clock.now", lambda: NOW)
    assert wait("Fri, 20 Nov 2026 05:01:00 GMT", date=None) == 60
    assert wait("Fri, 20 Nov 2026 05:01:00 GMT", date="yesterday") == 60


@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=60))
def test_no_value_is_an_error(value: str) -> None:
    """Whatever a server sends, the wait is None or between nothing and a day."""
    seconds = wait(value.replace("\r", " ").replace("\n", " "))
    assert seconds is None or 0 < seconds <= LONGEST
