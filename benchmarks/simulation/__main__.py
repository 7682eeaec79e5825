"""``make simulate``: a quarter of cron runs against the replica, on a clock that is set."""

import argparse
import json
import sys
import tempfile
from asyncio import Task, ensure_future
from collections.abc import Coroutine
from datetime import timedelta
from pathlib import Path
from typing import Any

from rich.console import Console
from scrapy.utils.reactor import install_reactor

from benchmarks.simulation.crawls import REACTOR
from benchmarks.simulation.plan import Plan
from benchmarks.simulation.play import Played, play, set_clock, site_of
from benchmarks.simulation.result import examine
from benchmarks.simulation.table import show

_DAYS, _EVERY, _SEED = 91, 30, 1


def main() -> int:
    """Play, print, and return 1 when a goal is missed."""
    options = _arguments()
    plan = Plan(options.days, timedelta(minutes=options.every))
    with tempfile.TemporaryDirectory(prefix="simulation-") as scratch:
        directory = options.keep or Path(scratch)
        directory.mkdir(parents=True, exist_ok=True)
        if any(directory.iterdir()):
            sys.exit(f"simulation: {directory} is not empty")
        played = _play(plan, options.seed, directory)
        result = examine(played)
    show(result, Console(width=None if sys.stdout.isatty() else 120))
    if options.json is not None:
        text = json.dumps(result.document(), indent=2, ensure_ascii=False)
        options.json.write_text(text + "\n", encoding="utf-8")
    return int(not all(goal.is_met for goal in result.goals()))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="make simulate", description="Play a quarter of cron runs against the replica."
    )
    add = parser.add_argument
    add("--days", type=_count, default=_DAYS, help=f"how long; {_DAYS}, at least 2")
    add("--every", type=_count, default=_EVERY, metavar="MINUTES", help=f"poll interval; {_EVERY}")
    add("--seed", type=int, default=_SEED, help=f"what the stories are drawn from; {_SEED}")
    add("--json", type=Path, metavar="FILE", help="write the figures there as well")
    add("--keep", type=Path, metavar="DIRECTORY", help="an empty one, for records and ledger")
    return parser.parse_args()


def _count(value: str) -> int:
    if not value.isdigit() or int(value) < 2:  # noqa: PLR2004 - trouble needs a day of its own
        raise argparse.ArgumentTypeError(f"{value!r} is no number from 2 on")
    return int(value)


def _play(plan: Plan, seed: int, directory: Path) -> Played:
    set_clock(directory)
    with site_of(plan, seed) as site:
        return _run(play(plan, site, directory, _tell))


def _tell(line: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{line}\x1b[K")
        sys.stderr.flush()


def _run(playing: Coroutine[Any, Any, Played]) -> Played:
    """Run a coroutine on Scrapy's own reactor, the one of production."""
    install_reactor(REACTOR)
    from twisted.internet import reactor  # noqa: PLC0415 - importing it installs one

    turning: Any = reactor  # a module to the type checker
    tasks: list[Task[Played]] = []

    def begin() -> None:
        task = ensure_future(playing)
        task.add_done_callback(lambda _: turning.stop())
        tasks.append(task)

    turning.callLater(0, begin)
    turning.run()
    if not tasks or not tasks[0].done():
        sys.exit("simulation: interrupted")
    return tasks[0].result()


if __name__ == "__main__":
    sys.exit(main())
