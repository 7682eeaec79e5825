"""Part c: what a run costs that finds nothing new, beside asking for everything again."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.bench.figures import Figure, number, paired, spread
from benchmarks.bench.runs import NotMeasured, Ran, newscrawl, usual, write_list
from benchmarks.bench.site import serving

_STORIES, _FEWEST = 600, 10
_PAGES, _SETTING = 10, "NEWSCRAWL_LISTING_PAGES"
_ATTEMPTS = 3
_UNITS: tuple[tuple[str, str, Callable[[Ran], float]], ...] = (
    ("requests", "requests", lambda ran: len(ran.requests)),
    ("bytes both ways", "bytes", lambda ran: ran.bytes),
    ("CPU", "s", lambda ran: ran.cost.cpu),
    ("elapsed", "s", lambda ran: ran.cost.wall),
)


@dataclass(frozen=True, slots=True)
class Idle:
    """The runs that are compared."""

    first: Ran
    """newscrawl's, into an empty directory."""
    quiet: list[Ran]
    """Its runs after that."""
    again: list[Ran]
    """The fetching spider's, each beside a quiet one."""


def measure(scratch: Path, rounds: int, scale: float) -> list[Figure]:
    """Return what an idle run asks for and costs.

    Raises:
        NotMeasured: no run was idle.
    """
    with serving(_scaled(_STORIES, _FEWEST, scale)) as site:
        crawl = partial(
            newscrawl, site, scratch / "data", "-s", f"{_SETTING}={_scaled(_PAGES, 1, scale)}"
        )
        first = crawl()
        pages = write_list(scratch / "all", first.requests)
        idle = Idle(first, [], [])
        for turn in range(rounds):
            if turn % 2:
                idle.again.append(usual("fetch", site, pages))
            idle.quiet.append(_quiet(crawl))
            if not turn % 2:
                idle.again.append(usual("fetch", site, pages))
    return _figures(idle)


def _scaled(size: int, fewest: int, scale: float) -> int:
    return max(fewest, round(size * scale))


def _quiet(crawl: Callable[[], Ran]) -> Ran:
    """Run until a run finds nothing to do: a story may have come of age for a second look."""
    for _ in range(_ATTEMPTS):
        ran = crawl()
        if not any(one.kind == "article" for one in ran.requests):
            return ran
    raise NotMeasured("there was something new in every run")


def _figures(idle: Idle) -> list[Figure]:
    rounds = len(idle.quiet)
    found = []
    for name, unit, of in _UNITS:
        quiet, again = [of(ran) for ran in idle.quiet], [of(ran) for ran in idle.again]
        once, all_again = number(of(idle.first)), number(median(again))
        note = f"the first run {once} {unit}; fetching all again {all_again} {unit}"
        figure = Figure("c", f"{name}, nothing new", *spread(quiet), unit, rounds, note=note)
        found.append(figure)
    quiet, again = [ran.cost.cpu for ran in idle.quiet], [ran.cost.cpu for ran in idle.again]
    name = "CPU, nothing new, to that of fetching everything again"
    return [*found, Figure("c", name, *paired(quiet, again), rounds=rounds)]
