"""Playing the plan: the clock is set, a crawl is made, and what it asked for is written down."""

import gzip
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.simulation.crawls import Crawled, Crawls
from benchmarks.simulation.memory import resident
from benchmarks.simulation.plan import BEGIN, RETRY_AFTER, Phase, Plan
from newscrawl import clock
from newscrawl.replica.counts import Request
from newscrawl.replica.replica import Fault, Replica
from newscrawl.replica.site import Response
from newscrawl.replica.traits import Era

BACKLOG = timedelta(days=1)
"""How far the site's lists reach back when the first run meets it."""
ERA_AFTER_SWITCH: Era = "C"
_BUSY = Response(503, "other", headers=(("Retry-After", f"{RETRY_AFTER.total_seconds():.0f}"),))


@dataclass(frozen=True, slots=True)
class Ran:
    """One run, what it met, and what the site saw of it."""

    at: datetime
    phase: Phase
    crawled: Crawled
    requests: list[Request]
    refused: int
    """Connections that were closed without an answer."""


@dataclass(frozen=True, slots=True)
class Played:
    """A simulation that is over."""

    plan: Plan
    site: Replica
    data: Path
    runs: list[Ran]
    seconds: float
    """How long it took by the machine's own clock."""
    resident: list[int]
    """Bytes of memory that the process held at the end of each simulated day."""

    @property
    def quiet(self) -> list[datetime]:
        """When there was a run that nothing hindered, in order."""
        return [ran.at for ran in self.runs if ran.phase == "quiet"]

    def lines(self) -> Iterable[dict[str, Any]]:
        """Yield every line of the day files, in the order in which they were written."""
        for path in sorted((self.data / "antara" / "articles").glob("*.jsonl*")):
            opened = gzip.open if path.suffix == ".gz" else open
            with opened(path, "rt", encoding="utf-8") as file:
                yield from map(json.loads, file)


class Troubles:
    """What goes wrong with the site, by its clock."""

    def __init__(self, plan: Plan) -> None:
        """Follow a plan."""
        self._plan = plan
        self.closed = 0
        """Connections closed so far."""

    def __call__(self, host: str, path: str) -> Fault | None:
        """Return what goes wrong with a request at this moment."""
        del host, path
        now = clock.now()
        if now in self._plan.outage:
            self.closed += 1
            return "close"
        if now not in self._plan.errors:
            return None
        errors = self._plan.errors
        return _BUSY if now >= errors.begin + (errors.end - errors.begin) / 2 else 503


def site_of(plan: Plan, seed: int) -> Replica:
    """Return the site that a plan is played on; it does not listen yet."""
    return Replica(
        seed=seed,
        start=(BEGIN - BACKLOG).date(),
        lively=True,
        switch=(plan.switch, ERA_AFTER_SWITCH),
    )


def set_clock(directory: Path) -> Path:
    """Stop the project's clock at the beginning, for this process, and return the clock's file."""
    file = directory / "clock"
    clock.write(file, BEGIN)
    os.environ[clock.ENVIRONMENT_VARIABLE] = str(file)
    return file


async def play(plan: Plan, site: Replica, directory: Path, tell: Callable[[str], None]) -> Played:
    """Make all runs of a plan.

    Args:
        plan: what happens when.
        site: a replica that listens.
        directory: where the clock and the crawls' data are.
        tell: called once a simulated day with a line on how far it is.
    """
    began, file = perf_counter(), directory / "clock"
    troubles, crawls = Troubles(plan), Crawls(site.origin, directory / "data")
    site.hook = troubles
    runs: list[Ran] = []
    memory: list[int] = []
    for at in plan.runs():
        clock.write(file, at)
        closed = troubles.closed
        crawled = await crawls.crawl()
        refused = troubles.closed - closed
        runs.append(Ran(at, plan.phase(at), crawled, site.drain(), refused))
        if (at - BEGIN).days > len(memory):
            memory.append(resident())
            tell(f"{at:%Y-%m-%d}  {len(runs)} runs, {perf_counter() - began:.0f} s")
    return Played(plan, site, directory / "data", runs, perf_counter() - began, memory)
