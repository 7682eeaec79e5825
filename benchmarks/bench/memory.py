"""Part d: the memory of crawls that grow, and of one beside a million stories that wait."""

from datetime import timedelta
from http import HTTPStatus
from pathlib import Path

from benchmarks.backfill.crowd import fill
from benchmarks.backfill.site import Plan
from benchmarks.bench.figures import Figure, Goal, paired, spread
from benchmarks.bench.runs import Ran, newscrawl
from benchmarks.bench.site import Site, serving
from newscrawl import clock

_FEW, _MANY, _CROWD, _FEWEST = 1_000, 20_000, 1_000_000, 10
_MOST, _FLAT = Goal(200), Goal(1.15)
_MOST_ROUNDS = 3
_SECONDS = 40
"""How long the crawl beside a crowd may ask: after the site's own stories it goes on to those."""


def measure(scratch: Path, rounds: int, scale: float) -> list[Figure]:
    """Return the most memory of each crawl, and what more stories add to it."""
    few, many, crowd = (max(_FEWEST, round(size * scale)) for size in (_FEW, _MANY, _CROWD))
    with serving(few) as site:
        small = [_crawl(site, scratch / f"few-{turn}") for turn in range(min(rounds, _MOST_ROUNDS))]
        # That pages are missing costs some memory by itself, however many wait.
        calm, beside = (_beside(site, scratch / f"beside-{n}", n) for n in (few, crowd))
    with serving(many) as site:
        large = _crawl(site, scratch / "many")
    peaks, longest = [ran.cost.peak / 1e6 for ran in small], large.cost.peak / 1e6
    return [
        _figure(f"crawl of {few:,} stories", peaks, small[-1]),
        _figure(f"crawl of {many:,} stories", [longest], large),
        Figure(
            "d",
            f"memory of {many:,} stories to that of {few:,}",
            *paired([longest] * len(peaks), peaks),
            rounds=len(peaks),
            goal=_FLAT,
        ),
        _figure(f"crawl beside {crowd:,} stories that wait", [beside.cost.peak / 1e6], beside),
        Figure(
            "d",
            f"memory beside {crowd:,} that wait to that beside {few:,}",
            *paired([beside.cost.peak], [calm.cost.peak]),
            goal=_FLAT,
        ),
    ]


def _crawl(site: Site, data: Path) -> Ran:
    """Crawl all that the site has."""
    return newscrawl(site, data, since=site.first, until=site.last)


def _beside(site: Site, data: Path, crowd: int) -> Ran:
    """Crawl the site, and then what waits of the day before its first, for as long as it may."""
    data.mkdir()
    time_file = data / "clock"
    clock.write(time_file, clock.now())
    before = site.first - timedelta(days=1)
    fill(data, Plan(before, site.first, 1, 1), time_file, crowd)
    budget = ("-s", f"CLOSESPIDER_TIMEOUT={_SECONDS}")
    return newscrawl(site, data, *budget, since=before, until=site.last)


def _figure(name: str, peaks: list[float], ran: Ran) -> Figure:
    kept = sum(one.kind == "article" and one.status == HTTPStatus.OK for one in ran.requests)
    return Figure(
        "d",
        f"peak memory of a {name}",
        *spread(peaks),
        unit="MB",
        rounds=len(peaks),
        goal=_MOST,
        note=f"{len(ran.requests):,} requests in {ran.cost.wall:.0f} s; {kept:,} brought a story",
    )
