"""``make backfill``: years of the replica, killed again and again, and how much memory it takes.

Prints one line a measure; returns 1 where a story is missing, doubled or points nowhere, or where a
crawl took more memory than it may.
"""

import argparse
import random
import sys
import tempfile
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

from benchmarks.backfill.crawling import Crawls, Ended, megabytes
from benchmarks.backfill.crowd import fill
from benchmarks.backfill.kept import Kept, look
from benchmarks.backfill.site import Plan, serving
from newscrawl import clock
from newscrawl.clock import WIB

_LAST = date(2026, 10, 31)
_DAYS_A_YEAR = 365.25
_SHARE_OF_WORLD = 0.86
"""How many of the replica's national stories the world section carries, about."""
_MOST_MEMORY = 200_000_000
_FEW = 300
"""Stories of the crawls beside a crowd."""
_NAMED = 5


def main() -> int:
    """Do what the command line says."""
    options = _arguments()
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory(prefix="backfill-") as scratch:
        directory = options.keep or Path(scratch)
        directory.mkdir(parents=True, exist_ok=True)
        time_file = directory / "clock"
        plan = _plan(options.stories, options.years, options.seed)
        after = datetime.combine(plan.last + timedelta(days=2), time(12), WIB)
        clock.write(time_file, after)
        faults = _years(plan, time_file, directory / "years", options.kills)
        faults += _crowds(options.known, time_file, directory, options.seed)
    for fault in faults:
        print(f"WRONG: {fault}")
    return int(bool(faults))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="make backfill", description=(__doc__ or "").split("\n")[0]
    )
    add = parser.add_argument
    add("--stories", type=int, default=20_000, help="of the world section; 20000")
    add("--years", type=float, default=4, help="over which they came out; 4")
    add("--kills", type=int, default=50, help="how often the crawl is killed; 50")
    add(
        "--known",
        type=int,
        nargs="*",
        default=[1_000, 20_000, 1_000_000],
        help="how many stories wait in a ledger whose crawl is measured; 1000 20000 1000000",
    )
    add("--seed", type=int, default=1)
    add("--keep", type=Path, metavar="DIRECTORY", help="leave everything there")
    return parser.parse_args()


def _plan(stories: int, years: float, seed: int) -> Plan:
    days = max(1, round(years * _DAYS_A_YEAR))
    per_day = max(1, round(stories / days / _SHARE_OF_WORLD))
    return Plan(_LAST - timedelta(days=days - 1), _LAST, per_day, seed)


def _years(plan: Plan, time_file: Path, data: Path, kills: int) -> list[str]:
    """Crawl the whole range, killed at random points, and look at what is kept."""
    world = plan.world(time_file)
    print(f"{len(world):,} stories of the world section, {plan.first} to {plan.last}", flush=True)
    draw = random.Random(plan.seed)
    points = sorted(draw.randrange(1, round(len(world) * 1.2)) for _ in range(kills))
    with serving(plan, time_file) as origin:
        crawls = Crawls(plan, origin, data, time_file)
        all_ended = []
        for number, (before, point) in enumerate(pairwise([0, *points]), 1):
            all_ended.append(crawls.killed(max(point, before + 3), draw))
            print(f"kill {number} at about request {point}: {_told(all_ended[-1])}", flush=True)
        last = crawls.to_the_end()
        all_ended.append(last)
    print(f"the last run: exit code {last.exit_code}, {_told(last)}")
    kept = look(data)
    peak = max(one.peak for one in all_ended)
    seconds = sum(one.seconds for one in all_ended)
    cpu = sum(one.cpu for one in all_ended)
    print(
        f"{kept.lines:,} lines, {len(kept.ids):,} stories, {len(kept.ids & world):,} of the world"
        f" section's; archive {megabytes(kept.archive.total())} in {len(kept.archive)} files; most"
        f" memory {megabytes(peak)}; {seconds:.0f} s, {cpu:.0f} s of cpu"
    )
    return _faults(kept, world, last, peak)


def _told(crawl: Ended) -> str:
    return f"{megabytes(crawl.peak)}, {crawl.seconds:.1f} s, {crawl.cpu:.1f} s of cpu"


def _faults(kept: Kept, world: set[str], last: Ended, peak: int) -> list[str]:
    missing = sorted(world - kept.ids)
    faults = {
        f"the last run ended with {last.exit_code}: {last.said}": last.exit_code != 0,
        f"{len(missing)} stories are missing, such as {missing[:_NAMED]}": missing,
        f"kept twice: {kept.twice[:_NAMED]}": kept.twice,
        f"pointers that lead nowhere: {kept.wrong_pointers[:_NAMED]}": kept.wrong_pointers,
        f"files were left open: {list(kept.archive)}": any(
            not name.endswith(".warc.gz") for name in kept.archive
        ),
        f"{megabytes(peak)} of memory": peak > _MOST_MEMORY,
    }
    return [what for what, holds in faults.items() if holds]


def _crowds(sizes: list[int], time_file: Path, directory: Path, seed: int) -> list[str]:
    """Measure the same small crawl beside ledgers in which ever more stories wait."""
    plan = _plan(_FEW, _FEW / 14 / _DAYS_A_YEAR, seed)
    faults = []
    with serving(plan, time_file) as origin:
        for size in sizes:
            data = directory / f"known-{size}"
            fill(data, plan, time_file, size)
            crawls = Crawls(plan, origin, data, time_file, ("-a", f"max_articles={_FEW}"))
            crawl = crawls.to_the_end("-s", "CLOSESPIDER_TIMEOUT=20")
            print(f"{size:,} stories wait: exit code {crawl.exit_code}, {_told(crawl)}", flush=True)
            if crawl.peak > _MOST_MEMORY:
                faults.append(f"{megabytes(crawl.peak)} of memory beside {size:,} stories")
    return faults


if __name__ == "__main__":
    sys.exit(main())
