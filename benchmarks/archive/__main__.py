"""``make reading``: the goals of reading again, measured in pairs."""

import argparse
import pickle
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.archive.measure import Cost, alone, extract, ratio, two_loops
from benchmarks.archive.pages import pages, write

_PAGES, _ROUNDS, _TIMES = 3000, 5, 4
_MOST_CPU, _LEAST_SPEED, _MOST_GROWTH = 1.25, 1.6, 1.15


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure and its bound."""

    name: str
    value: float
    span: str
    bound: str
    is_met: bool


def main() -> int:
    """Measure, print, and return 1 when a goal is missed."""
    options = _arguments()
    with tempfile.TemporaryDirectory(prefix="archive-") as scratch:
        directory = Path(scratch)
        many = list(pages(options.pages * _TIMES))
        few = many[: options.pages]
        for name, part in (("few", few), ("many", many)):
            (directory / name).mkdir()
            write(directory / name, part)
        pickled = directory / "pages"
        pickled.write_bytes(pickle.dumps([(page.url, page.body) for page in few]))
        goals = _measure(directory, pickled, options.rounds)
    size = sum(len(page.body) for page in few) // len(few)
    print(f"{len(few)} pages of {size} bytes each on average, {options.rounds} pairs")
    for goal in goals:
        verdict = "met" if goal.is_met else "MISSED"
        print(f"{goal.name:<48} {goal.value:6.2f}  {goal.span:<16} {goal.bound:<14} {verdict}")
    return int(not all(goal.is_met for goal in goals))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make reading")
    parser.add_argument("--pages", type=int, default=_PAGES, help=f"how many; {_PAGES}")
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help=f"how many pairs; {_ROUNDS}")
    return parser.parse_args()


def _measure(directory: Path, pickled: Path, rounds: int) -> list[Goal]:
    in_memory: list[float] = []
    one: list[Cost] = []
    two: list[Cost] = []
    possible: list[float] = []
    for _ in range(rounds):
        in_memory.append(alone(pickled))
        possible.append(two_loops())
        one.append(extract(directory / "few"))
        two.append(extract(directory / "few", "--jobs", 2))
    cpu, *cpu_span = ratio([cost.cpu for cost in one], in_memory)
    speed, *speed_span = ratio([cost.wall for cost in one], [cost.wall for cost in two])
    goals = [
        Goal(
            "CPU of one job to that of extract() in memory",
            cpu,
            _span(*cpu_span),
            f"at most {_MOST_CPU}",
            cpu <= _MOST_CPU,
        ),
        Goal(
            "speed of two jobs to that of one",
            speed,
            _span(*speed_span),
            f"at least {_bound(possible):.2f}",
            speed >= _bound(possible),
        ),
    ]
    return goals + [_growth(directory, jobs) for jobs in (1, 2)]


def _bound(possible: list[float]) -> float:
    """Return the goal on a machine whose cores others use too: its share of what is possible."""
    return _LEAST_SPEED * min(1.0, median(possible) / 2)


def _growth(directory: Path, jobs: int) -> Goal:
    few, many = (extract(directory / name, "--jobs", jobs).peak for name in ("few", "many"))
    return Goal(
        f"peak memory with {_TIMES} times the archive, {jobs} jobs",
        many / few,
        f"{few / 1e6:.0f} -> {many / 1e6:.0f} MB",
        f"at most {_MOST_GROWTH}",
        many / few <= _MOST_GROWTH,
    )


def _span(least: float, most: float) -> str:
    return f"{least:.2f} to {most:.2f}"


if __name__ == "__main__":
    raise SystemExit(main())
