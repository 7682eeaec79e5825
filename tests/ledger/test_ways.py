"""Which ways to a day are tried, and in which order, is learnt from the days before."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.clock import WIB
from newscrawl.found import WayTried
from newscrawl.ledger.ways import Ways
from newscrawl.run import Run
from tests.making import open_run

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=WIB)
NAMES = ("index", "search", "path")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a run; it needs no end."""
    return open_run(tmp_path)


def tried(run: Run, way: str, *works: bool, at: datetime = NOW) -> None:
    """Note that a way was tried on some days."""
    run.finding.record((), days=[WayTried("id", way, works=each, at=at) for each in works])


def order(run: Run, at: datetime = NOW) -> list[str]:
    """Return which ways are tried next."""
    return Ways(run.database).worth_trying("id", NAMES, at)


def test_nothing_is_known_at_first(run: Run) -> None:
    """All are tried, the likeliest first."""
    assert order(run) == list(NAMES)
    assert not Ways(run.database).any_works("id")


def test_what_works_comes_first(run: Run) -> None:
    """The first that leads to a list is tried first from then on; also where it misses a day."""
    tried(run, "search", True, False)
    assert order(run) == ["search", "index", "path"]
    assert Ways(run.database).any_works("id")
    assert not Ways(run.database).any_works("en")


def test_a_way_that_never_worked_is_left_alone(run: Run) -> None:
    """After three days on which it missed, for thirty days; then it is tried once."""
    tried(run, "index", False, False)
    assert "index" in order(run)
    tried(run, "index", False)
    assert "index" not in order(run)
    assert "index" not in order(run, NOW + timedelta(days=29))
    later = NOW + timedelta(days=31)
    assert "index" in order(run, later)
    tried(run, "index", False, at=later)
    assert "index" not in order(run, later)


def test_a_way_that_reaches_back_only_so_far(run: Run) -> None:
    """Where one that works misses day after day, another that works goes before it."""
    tried(run, "index", True, False, False, False)
    tried(run, "search", True)
    assert order(run) == ["search", "index", "path"]
    tried(run, "index", True)
    assert order(run) == ["index", "search", "path"]
