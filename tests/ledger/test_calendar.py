"""When a story is to be asked for again."""

from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.ledger.calendar import MOST_TRIES, REVISITS, Calendar, parse_ages, wait_after

OUT = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seen", "due"),
    [
        ("0:05", "1:00"),
        ("1:00", "6:00"),
        ("3:00", "6:00"),
        ("23:59", "24:00"),
        ("25:00", "168:00"),
        ("168:00", None),
        ("9999:00", None),
    ],
)
def test_visits_thin_out_with_a_storys_age(seen: str, due: str | None) -> None:
    """After 1 h, 6 h, 1 d, 7 d; several that are overdue are one; an older story gets none."""
    again = Calendar(REVISITS).next_visit(OUT, OUT + _age(seen))
    assert again == (OUT + _age(due) if due else None)


def test_a_story_from_the_future_is_visited_after_it_is_out() -> None:
    """A clock that is ahead at the site makes no visit fall before the story."""
    assert Calendar().next_visit(OUT, OUT - timedelta(hours=2)) == OUT + timedelta(hours=1)


def test_patience_grows_and_ends() -> None:
    """5 minutes, doubling, a day at most; a story is given up after some days of trying."""
    waits = [wait_after(tries) for tries in range(1, MOST_TRIES)]
    assert waits[:4] == [timedelta(minutes=m) for m in (5, 10, 20, 40)]
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(days=1)
    assert timedelta(days=3) < sum(waits, timedelta()) < timedelta(days=7)
    assert wait_after(10_000) == timedelta(days=1)
    with pytest.raises(ValueError, match="a wait follows a visit"):
        wait_after(0)


def test_ages_as_a_setting_has_them() -> None:
    """Minutes, hours and days, in any order; anything else is refused by name."""
    assert parse_ages("1d, 30m,6h ,6h") == (
        timedelta(minutes=30),
        timedelta(hours=6),
        timedelta(days=1),
    )
    assert parse_ages("1h, 6h, 1d, 7d") == REVISITS
    assert parse_ages(" ") == ()
    for wrong in ("1w", "h", "0h", "-1h", "1h;2h", "1.5h"):
        with pytest.raises(ValueError, match="is no age such as"):
            parse_ages(wrong)


def _age(text: str) -> timedelta:
    hours, minutes = text.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes))
