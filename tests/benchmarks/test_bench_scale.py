"""The parts of the bench that measure at a size: memory, the ledger, jobs."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.archive import measure
from benchmarks.bench import jobs, ledger, memory
from benchmarks.bench.figures import Absence, Figure
from benchmarks.bench.years import FIRST_ID, NOW, fill, is_kept
from newscrawl import clock
from newscrawl.run import Run
from tests.making import Take

LITTLE = 0.0001


def test_memory_is_that_of_crawls_that_kept_what_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each crawl brings stories, also the one beside a crowd; each figure is of one of them."""
    monkeypatch.setattr(memory, "_SECONDS", 5)
    found = memory.measure(tmp_path, 1, LITTLE)
    few, many, more, crowd, beside = found
    assert (few.name, few.unit, few.rounds) == ("peak memory of a crawl of 10 stories", "MB", 1)
    assert 20 < few.value < 200
    assert more.value == pytest.approx(many.value / few.value)
    assert 0.5 < beside.value < 2
    assert not any("; 0 brought" in figure.note for figure in (few, many, crowd))


def test_the_ledger_is_measured_at_each_size(tmp_path: Path) -> None:
    """Both sizes are looked at in the same ways, and nothing of them is left."""
    found = ledger.measure(tmp_path, 2, LITTLE)
    one, ten = found[: len(found) // 2], found[len(found) // 2 :]
    assert [figure.name for figure in ten] == [figure.name for figure in one]
    assert all(isinstance(figure, Figure) and figure.value > 0 for figure in found)
    assert {figure.rounds for figure in one[1:-1]} == {2}  # type: ignore[union-attr]
    assert [path.name for path in tmp_path.iterdir()] == ["clock"]


def test_a_ledger_for_which_there_is_no_room_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What does not fit the disk is not begun, and no zero."""
    monkeypatch.setattr(ledger, "_ROOM", 10**15)
    small, large = ledger.measure(tmp_path, 1, LITTLE)
    assert isinstance(small, Absence)
    assert isinstance(large, Absence)
    assert "GB of disk" in large.reason


def test_a_ledger_of_years_is_one_that_a_run_goes_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is sound, a run finds in it what it expects, and nothing has to be mended first."""
    clock.write(tmp_path / "clock", NOW)
    monkeypatch.setenv(clock.ENVIRONMENT_VARIABLE, str(tmp_path / "clock"))
    run = Run.open(fill(tmp_path, 2_000, 100), Take(is_local=False))
    assert (run.reconciled.taken_in, run.reconciled.bytes_cut) == (0, 0)
    assert run.number == 101
    assert run.database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert run.database.execute("PRAGMA foreign_key_check").fetchone() is None
    counts = dict(run.database.execute("SELECT state, count(*) FROM stories GROUP BY 1"))
    assert counts == {"kept": 1860, "gone": 20, "dropped": 20, "pending": 20, "skipped": 80}
    (in_bands,) = run.database.execute("SELECT count(*) FROM bands").fetchone()
    assert in_bands == 20 * (counts["kept"] + counts["gone"])
    assert run.frontier.waiting() == counts["pending"]
    kept = next(number for number in range(100) if is_kept(number))
    newest = run.lines.newest(f"antara:{FIRST_ID + kept}")
    assert newest is not None
    assert newest.revision == (2 if kept % 33 == 0 else 1)
    run.close(0)


def test_jobs_are_measured_in_pairs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many pairs as were asked for, and the pages a second of each, and Dask's workers too."""
    shorter = measure._LOOPS.replace("10_000_000", "1_000_000")
    assert shorter != measure._LOOPS
    monkeypatch.setattr(measure, "_LOOPS", shorter)
    figures = jobs.measure(tmp_path, 1, LITTLE)
    assert [figure.rounds for figure in figures] == [1] * 6
    assert all(0 < figure.low <= figure.value <= figure.high for figure in figures)
    assert figures[0].note.startswith("10 pages;")
    assert figures[-1].note.startswith("40 pages,")
    assert figures[-1].value < 1.5


@pytest.mark.parametrize(
    ("possible", "expected"), [([2.0], 1.6), ([1.5, 1.0, 1.9], 1.2), ([2.4], 1.6)]
)
def test_the_goal_of_two_jobs_is_a_share_of_what_is_possible(
    possible: Sequence[float], expected: float
) -> None:
    """On two free cores it is 1.6; where others use them too, as much less as counting is slower."""
    assert jobs.goal(possible) == expected
