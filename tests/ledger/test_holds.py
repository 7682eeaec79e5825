"""Holds: until when the site is left alone."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newscrawl.ledger.database import connect
from newscrawl.ledger.holds import Hold, HoldReason, Holds, told
from tests.making import NOON

MINUTE = timedelta(minutes=1)


@pytest.fixture
def holds(tmp_path: Path) -> Iterator[Holds]:
    """Return the holds of an empty ledger."""
    database = connect(tmp_path / "ledger.db")
    yield Holds(database, is_local=False)
    database.close()


@pytest.mark.parametrize(
    ("reason", "minutes"),
    [
        ("refused", (10, 20, 40, 80, 160, 320, 360, 360)),
        ("site_in_trouble", (5, 10, 20, 30, 30)),
    ],
)
def test_each_time_in_a_row_is_twice_as_long(
    holds: Holds, reason: HoldReason, minutes: tuple[int, ...]
) -> None:
    """Runs in a row that end so wait longer, up to a bound."""
    now = NOON
    for times, count in enumerate(minutes, 1):
        hold = holds.put(reason, now)
        assert hold == Hold(now + count * MINUTE, reason, times)
        assert holds.get() == hold
        now = hold.until + 10 * MINUTE


def test_when_it_is_over(holds: Holds) -> None:
    """A hold holds to its last second, and is still known when it is over."""
    hold = holds.put("refused", NOON)
    assert holds.current(NOON + 10 * MINUTE - timedelta(seconds=1)) == hold
    assert holds.current(NOON + 10 * MINUTE) is None
    assert holds.get() == hold


def test_the_row_ends(holds: Holds) -> None:
    """After a good run, a day of rest, or trouble of another kind, the count begins anew."""
    holds.put("refused", NOON)
    assert holds.put("site_in_trouble", NOON + 20 * MINUTE).times == 1
    assert holds.put("site_in_trouble", NOON + 40 * MINUTE).times == 2
    assert holds.put("site_in_trouble", NOON + timedelta(days=3)).times == 1
    holds.clear()
    assert holds.get() is None
    assert holds.put("site_in_trouble", NOON + timedelta(days=3)).times == 1


@pytest.mark.parametrize(("asked", "given"), [(300, 300), (86_400, 86_400), (9_999_999, 86_400)])
def test_what_the_site_asks_for_itself(holds: Holds, asked: int, given: int) -> None:
    """A time that the site names is kept exactly, up to a day."""
    hold = holds.put("refused", NOON, timedelta(seconds=asked))
    assert hold.until == NOON + timedelta(seconds=given)


def test_a_site_on_this_machine_has_its_own(tmp_path: Path) -> None:
    """A replica that refuses says nothing of the site."""
    database = connect(tmp_path / "ledger.db")
    Holds(database, is_local=True).put("refused", NOON)
    assert Holds(database, is_local=False).current(NOON) is None
    assert Holds(database, is_local=True).current(NOON) is not None
    database.close()


def test_a_clock_that_was_wrong(holds: Holds) -> None:
    """A hold until next year comes from a wrong clock, and holds nobody."""
    holds.put("refused", NOON + timedelta(days=365))
    assert holds.current(NOON) is None


def test_what_a_person_is_told() -> None:
    """One line: until when, why, and how to ask all the same."""
    line = told(Hold(NOON, "refused", 3))
    assert "2026-11-20 12:00:00 WIB" in line
    assert "refused, 3 runs in a row" in line
    assert "-s NEWSCRAWL_IGNORE_HOLD=1" in line
    assert "\n" not in line
    assert "in a row" not in told(Hold(NOON, "site_in_trouble", 1))
