"""Times as ANTARA prints them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.antara.dates import (
    _TIME_ALONE,
    card_time,
    is_time,
    local_iso,
    printed_time,
    stated_time,
    utc_iso,
)

_NOW = datetime(2026, 9, 6, 3, 30, 15, tzinfo=UTC)  # 10:30 WIB


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kamis, 5 November 2015 14:56 WIB | 1.229 Views", "2015-11-05T14:56:00+07:00"),
        ("Minggu, 15 Maret 2020 15:51 WIB", "2020-03-15T15:51:00+07:00"),
        ("21 Juni 2017 04:01 WIB", "2017-06-21T04:01:00+07:00"),
        ("Selasa, 1 Mei 2018 8:05 WITA", "2018-05-01T08:05:00+08:00"),
        ("Selasa, 1 mei 2018 pukul 08.05 wit", "2018-05-01T08:05:00+09:00"),
        ("24 July 2024 6:44 WIB, 2024", "2024-07-24T06:44:00+07:00"),
        ("Wed, March 19 2014 08:34 | 295 Views", "2014-03-19T08:34:00+07:00"),
        ("Rabu, 24 Desember 2025 23:04", "2025-12-24T23:04:00+07:00"),
        ("2 Agt 2021 07:00:09 WIB", "2021-08-02T07:00:09+07:00"),
        ("waktu baca 2 menit Jumat, 5 Juni 2026 19:42 WIB", "2026-06-05T19:42:00+07:00"),
    ],
)
def test_printed_times(text: str, wanted: str) -> None:
    """All printed forms give the minute with its zone; WIB where none is printed."""
    found = printed_time(text)
    assert found is not None
    assert (local_iso(found[0]), found[1]) == (wanted, True)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2 September 2026", "2026-09-02T00:00:00+07:00"),
        ("12th May 2026", "2026-05-12T00:00:00+07:00"),
        ("May 12, 2026", "2026-05-12T00:00:00+07:00"),
    ],
)
def test_a_day_alone_is_not_exact(text: str, wanted: str) -> None:
    """A date without a time of day says so."""
    found = printed_time(text)
    assert found is not None
    assert (local_iso(found[0]), found[1]) == (wanted, False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Jumat (6/10/2020)",
        "COPYRIGHT © ANTARA 2026",
        "31 April 2020 10:00 WIB",
        "1.229 Views",
        "5 November 2015 25:00 WIB",
        "0 Mei 2018",
        "٥ November ٢٠١٥ 14:56",
    ],
)
def test_what_is_no_date(text: str) -> None:
    """Dates in figures, copyright years and impossible dates are none."""
    assert printed_time(text) is None


@pytest.mark.parametrize(
    ("text", "wanted", "exact"),
    [
        ("35 menit lalu", "2026-09-06T09:55:15+07:00", True),
        ("1 Jam Lalu", "2026-09-06T09:30:15+07:00", True),
        ("detik lalu", "2026-09-06T10:30:15+07:00", True),
        ("30 Detik yang lalu", "2026-09-06T10:29:45+07:00", True),
        ("2 hours ago", "2026-09-06T08:30:15+07:00", True),
        ("Kemarin 08:05", "2026-09-05T08:05:00+07:00", True),
        ("KEMARIN", "2026-09-05T00:00:00+07:00", False),
        ("3 hari lalu", "2026-09-03T10:30:15+07:00", False),
        ("2 September 2026", "2026-09-02T00:00:00+07:00", False),
        ("Minggu, 15 Maret 2020 15:51 WIB", "2020-03-15T15:51:00+07:00", True),
    ],
)
def test_cards(text: str, wanted: str, exact: bool) -> None:
    """A card's time counts back from when the listing was fetched, in WIB's days."""
    found = card_time(text, _NOW)
    assert found is not None
    assert (local_iso(found[0]), found[1]) == (wanted, exact)


def test_yesterday_is_jakartas() -> None:
    """After 17:00 UTC it is already the next day in Jakarta."""
    found = card_time("Kemarin 23:59", datetime(2026, 9, 6, 17, 30, tzinfo=UTC))
    assert found is not None
    assert local_iso(found[0]) == "2026-09-06T23:59:00+07:00"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026-08-26T13:18:46+07:00", "2026-08-26T13:18:46+07:00"),
        ("2026-08-26 13:18:46", "2026-08-26T13:18:46+07:00"),
        ("2026-08-26T06:18:46Z", "2026-08-26T06:18:46+00:00"),
        ("2026-08-26T06:18:46.987+08:00", "2026-08-26T06:18:46+08:00"),
        ("2026-08-26", None),
        ("Rabu", None),
        ("", None),
        (None, None),
    ],
)
def test_stated_times(text: str | None, wanted: str | None) -> None:
    """The markup's times keep their offset; one without is WIB; a date alone is no time."""
    moment = stated_time(text)
    assert (local_iso(moment) if moment else None) == wanted


def test_utc() -> None:
    """A time of fetch is UTC, to the second."""
    moment = datetime(2026, 1, 1, 6, 59, 59, 999_999, _NOW.astimezone().tzinfo)
    assert utc_iso(moment.astimezone(UTC)).endswith(":59:59Z")


@given(st.text() | st.from_regex(r"[0-9]{1,4} (menit|jam|hari) lalu|[Kk]emarin [0-9]{2}:[0-9]{2}"))
def test_nothing_raises(text: str) -> None:
    """No text makes them fail, and no card is from the future."""
    stated_time(text)
    printed_time(text)
    found = card_time(text, _NOW)
    if found is not None and "lalu" in text:
        assert found[0] <= _NOW


@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - Hypothesis adds the zone
def test_a_stated_time_comes_back(moment: datetime) -> None:
    """What the markup states is what the record has, to the second."""
    found = stated_time(moment.isoformat())
    assert found is not None
    assert timedelta(0) <= moment - datetime.fromisoformat(local_iso(found)) < timedelta(seconds=1)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("24 July 2024 6:44 WIB, 2024", True),
        (" Jumat, 3 April 2020 17:15 WIB ", True),
        ("21 Juni 2017 04:01 WIB", True),
        ("21 Juni 2017", False),
        ("Laga 21 Juni 2017 04:01 WIB", False),
    ],
)
def test_a_time_alone(text: str, wanted: bool) -> None:
    """A text that is nothing but a day with its time is told from a title with one."""
    assert is_time(text) is wanted


_PIECES = [
    "Kamis, ",
    "5",
    " ",
    "November",
    "2015",
    "14:56",
    "14.56",
    "WIB",
    "pukul",
    ":",
    "Nov.",
    ",",
    "|",
]


@given(st.text() | st.lists(st.sampled_from(_PIECES), max_size=9).map("".join))
def test_a_time_is_told_at_a_glance_to_be_none(text: str) -> None:
    """A text that has neither sign of a clock prints no time of day."""
    match = _TIME_ALONE.fullmatch(text)
    assert is_time(text) is (match is not None and match["hour"] is not None)
