"""Part f: reading an archive by one job and by two."""

from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.archive.measure import Cost, extract, two_loops
from benchmarks.archive.pages import write
from benchmarks.bench.figures import Figure, Goal, paired, spread
from benchmarks.bench.pages import heavy_pages

_PAGES, _FEWEST = 1500, 10
_SPEED = 1.6
_TWO = 2


def measure(scratch: Path, rounds: int, scale: float) -> list[Figure]:
    """Return how much faster two jobs are, and how many pages each reads in a second."""
    pages = max(_FEWEST, round(_PAGES * scale))
    archive = scratch / "archive"
    archive.mkdir()
    write(archive, list(heavy_pages(pages)))
    one, two, possible = list[Cost](), list[Cost](), list[float]()
    for turn in range(rounds):
        possible.append(two_loops())
        if turn % 2:
            two.append(extract(archive, "--jobs", _TWO))
        one.append(extract(archive))
        if not turn % 2:
            two.append(extract(archive, "--jobs", _TWO))
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
