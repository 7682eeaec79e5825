"""What runs counted is there for the next ones, apart by group and site, until it is accepted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.coverage import Count
from newscrawl.ledger.coverage import CoverageHistory
from newscrawl.ledger.database import transaction
from newscrawl.run import Run
from newscrawl.silence import Rhythm
from tests.making import open_run

SCOPE, GROUP = "id/dunia", "id/dunia article 1"


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    """Return a run whose ledger knows of ten runs, those with odd numbers against the site."""
    run = open_run(tmp_path)
    with transaction(run.database):
        for number in range(2, 12):
            run.database.execute(
                "INSERT INTO runs (number, run_id, started_at, is_local) VALUES (?, ?, '', ?)",
                (number, str(number), number % 2 == 0),
            )
    yield run
    run.close(0)


def history(run: Run, number: int) -> CoverageHistory:
    """Return the history as the run of that number sees it."""
    return CoverageHistory(run.database, number, is_local=number % 2 == 0)


def count(run: Run, number: int, filled: int, records: int) -> None:
    """Write down what a run counted."""
    with transaction(run.database):
        history(run, number).add_within({GROUP: {"tags": [filled, records]}})


def test_the_newest_run_comes_first(run: Run) -> None:
    """Counts are read run by run, those against this machine apart from those against the site."""
    for number in (2, 3, 4, 6):
        count(run, number, number, 10)
    assert history(run, 6).of(GROUP, SCOPE) == {"tags": [Count(6, 10), Count(4, 10), Count(2, 10)]}
    assert history(run, 3).of(GROUP, SCOPE) == {"tags": [Count(3, 10)]}


def test_a_run_that_was_judged_so_is_marked(run: Run) -> None:
    """Whatever its exit code was in the end, it is no measure for later ones."""
    count(run, 2, 9, 10)
    count(run, 4, 0, 10)
    with transaction(run.database):
        history(run, 4).mark_fallen_within(SCOPE)
    told = history(run, 6).of(GROUP, SCOPE)["tags"]
    assert told == [Count(0, 10, is_sound=False), Count(9, 10)]


def test_accepting_forgets_what_was(run: Run) -> None:
    """From the run that accepts on, history begins anew; other scopes keep theirs."""
    count(run, 2, 9, 10)
    count(run, 4, 0, 10)
    with transaction(run.database):
        history(run, 4).accept_within(SCOPE)
    assert history(run, 6).of(GROUP, SCOPE) == {"tags": [Count(0, 10)]}
    assert len(history(run, 6).of(GROUP, "id/asean")["tags"]) == 2


def test_no_more_is_read_than_is_asked_for(run: Run) -> None:
    """Years of history cost no more than weeks."""
    for number in (2, 4, 6, 8):
        count(run, number, 400, 400)
    assert len(history(run, 8).of(GROUP, SCOPE)["tags"]) == 2


def test_a_fall_that_lasts_does_not_become_normal(run: Run) -> None:
    """Behind any number of records without the field, the sound runs are still seen."""
    count(run, 2, 100, 100)
    for number in (4, 6, 8, 10):
        count(run, number, 0, 400)
        with transaction(run.database):
            history(run, number).mark_fallen_within(SCOPE)
    assert history(run, 10).of(GROUP, SCOPE)["tags"][-1] == Count(100, 100)


def test_runs_that_found_nothing_compare_nothing(run: Run) -> None:
    """Unless what the last run with records found had fallen: that is still so."""
    assert not history(run, 2).is_news([GROUP], SCOPE)
    count(run, 2, 9, 10)
    assert history(run, 2).is_news([GROUP], SCOPE)
    assert not history(run, 4).is_news([GROUP], SCOPE)
    with transaction(run.database):
        history(run, 2).mark_fallen_within(SCOPE)
    assert history(run, 4).is_news([GROUP], SCOPE)
    count(run, 4, 9, 10)
    assert history(run, 4).is_news([GROUP], SCOPE)
    assert not history(run, 6).is_news([GROUP], SCOPE)


def test_what_is_long_ago_is_forgotten(run: Run) -> None:
    """The table does not grow for ever."""
    count(run, 2, 9, 10)
    with transaction(run.database):
        run.database.execute(
            "INSERT INTO runs (number, run_id, started_at, is_local) VALUES (30000, 'n', '', 1)"
        )
    count(run, 30000, 9, 10)
    assert run.database.execute("SELECT count(*) FROM coverage").fetchone() == (1,)


def test_the_rhythm_is_kept(run: Run) -> None:
    """A run adds its stories once, however often its books are closed."""
    with transaction(run.database):
        history(run, 2).add_rhythm_within(SCOPE, [1000, 3000])
        history(run, 2).add_rhythm_within(SCOPE, [1000, 3000])
        assert history(run, 4).add_rhythm_within(SCOPE, [8000]) == Rhythm(8000, 5000, 3)
        assert history(run, 6).add_rhythm_within(SCOPE, []) == Rhythm(8000, 5000, 3)
    assert history(run, 8).rhythm(SCOPE) == Rhythm(8000, 5000, 3)
