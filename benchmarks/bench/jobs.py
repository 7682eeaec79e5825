"""Part f: reading an archive by one job, by two, and by two workers of Dask."""

from collections.abc import Sequence
from pathlib import Path
from statistics import median

from distributed import LocalCluster

from benchmarks.archive.measure import Cost, extract, two_loops
from benchmarks.archive.pages import write
from benchmarks.bench.figures import Figure, Goal, paired, spread
from benchmarks.bench.pages import heavy_pages

_PAGES, _FEWEST = 1500, 10
_SPEED = 1.6
_TWO = 2
_MORE = 4
"""How many times the pages, to see whether the command's memory grows with them."""


def measure(scratch: Path, rounds: int, scale: float) -> list[Figure]:
    """Return how much faster two jobs are, and how many pages each reads in a second."""
    pages = max(_FEWEST, round(_PAGES * scale))
    archive = _archive(scratch / "archive", pages)
    return [*_by_jobs(archive, pages, rounds), *_by_workers(archive, pages, rounds)]


def _archive(directory: Path, pages: int) -> Path:
    directory.mkdir()
    write(directory, list(heavy_pages(pages)))
    return directory


def _by_jobs(archive: Path, pages: int, rounds: int) -> list[Figure]:
    one, two, possible = list[Cost](), list[Cost](), list[float]()
    for turn in range(rounds):
        possible.append(two_loops())
        _pair(turn, (one, (archive,)), (two, (archive, "--jobs", _TWO)))
    walls = [[cost.wall for cost in costs] for costs in (one, two)]
    return [
        Figure(
            "f",
            "speed of reading an archive, two jobs to one",
            *paired(walls[0], walls[1]),
            rounds=rounds,
            goal=Goal(goal(possible), at_most=False),
            note=f"{pages:,} pages; two processes that only count: {median(possible):.2f} times"
            " the speed of one",
        ),
        _pace("one job", pages, one),
        _pace("two jobs", pages, two),
    ]


def _by_workers(archive: Path, pages: int, rounds: int) -> list[Figure]:
    """Return what two workers on this machine need, beside two jobs of it.

    The scheduler is this process, and the workers are there before anything is measured, as they
    are where many commands use them.
    """
    larger = _archive(archive.with_name("larger"), _MORE * pages)
    jobs, workers = list[Cost](), list[Cost]()
    with LocalCluster(  # type: ignore[no-untyped-call] # distributed has no types for it
        n_workers=_TWO, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    ) as cluster:
        address = ("--scheduler", cluster.scheduler_address)
        extract(archive, *address)  # each worker begins its first unit with imports
        for turn in range(rounds):
            _pair(turn, (jobs, (archive, "--jobs", _TWO)), (workers, (archive, *address)))
        peak = extract(larger, *address).peak
    walls = [[cost.wall for cost in costs] for costs in (jobs, workers)]
    return [
        Figure(
            "f",
            "speed of reading an archive, two workers of Dask to two jobs",
            *paired(walls[0], walls[1]),
            rounds=rounds,
        ),
        _pace("two workers of Dask", pages, workers),
        Figure(
            "f",
            f"memory of the command at {_MORE} times the pages, two workers of Dask",
            *spread([peak / cost.peak for cost in workers]),
            rounds=rounds,
            note=f"{_MORE * pages:,} pages, {peak / 1e6:.0f} MB",
        ),
    ]


def _pair(turn: int, *readings: tuple[list[Cost], tuple[object, ...]]) -> None:
    """Read by two command lines, each first in turn, and put what they cost to their lists."""
    for costs, arguments in readings if turn % 2 == 0 else reversed(readings):
        costs.append(extract(*arguments))


def goal(possible: Sequence[float]) -> float:
    """Return the goal on a machine whose cores others use too: its share of what is possible."""
    return round(_SPEED * min(1.0, median(possible) / _TWO), 2)


def _pace(name: str, pages: int, costs: Sequence[Cost]) -> Figure:
    peak = max(cost.peak for cost in costs)
    return Figure(
        "f",
        f"pages read from an archive, {name}",
        *spread([pages / cost.wall for cost in costs]),
        unit="a second",
        rounds=len(costs),
        note=f"{peak / 1e6:.0f} MB, the process that had most",
    )
