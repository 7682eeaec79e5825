"""Damage pages by the thousand and see that none is misread.

``python -m benchmarks.fuzz --pages 100000 --seed 1 --jobs 2``: the same seed gives the same pages,
whatever the number of jobs. Exit code 1 if anything was found; ``--keep`` says where to save it.
"""

import argparse
import json
import multiprocessing
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

from benchmarks.mutations import Step, apply, steps
from benchmarks.oracle import FAILURES, Verdict, judge
from benchmarks.sources import Source, sources

_CONTENT_TYPES = (
    None,
    None,
    "text/html; charset=UTF-8",
    "text/html; charset=iso-8859-1",
    "text/html",
)
_MOST_SECONDS = 20
_MOST_MEMORY = 2 << 30
_MOST_KEPT = 200


@dataclass(slots=True)
class Finding:
    """A page that was misread, and how it is made."""

    number: int
    source: str
    outcome: str
    detail: str
    damage: list[Step]


@dataclass(slots=True)
class Result:
    """What became of many pages."""

    outcomes: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    worst_seconds: float = 0
    worst_page: int = -1
    peak_memory: int = 0

    def add(self, other: "Result") -> None:
        """Take in what became of other pages."""
        self.outcomes += other.outcomes
        self.findings += other.findings
        if other.worst_seconds > self.worst_seconds:
            self.worst_seconds, self.worst_page = other.worst_seconds, other.worst_page
        self.peak_memory = max(self.peak_memory, other.peak_memory)


class OutOfTime(BaseException):
    """A page took longer than any may; nothing on the way may take it for an error of its own."""


def draw(pages: Sequence[Source], seed: int, number: int) -> tuple[Source, list[Step], str | None]:
    """Return the page of a number: its source, its damage, and how it is labelled."""
    random = Random(f"{seed}:{number}")
    return random.choice(pages), steps(random), random.choice(_CONTENT_TYPES)


def run(seed: int, numbers: Sequence[int], pages: Sequence[Source], limit: int = 0) -> Result:
    """Damage and read the pages of some numbers, in this process.

    Args:
        seed: what the damage is drawn from.
        numbers: of the pages.
        pages: to damage.
        limit: seconds that one page may take, in a process that is bounded; 0 for any.
    """
    result = Result()
    for number in numbers:
        source, damage, content_type = draw(pages, seed, number)
        started = time.perf_counter()
        verdict = _judge(source, damage, content_type, limit)
        seconds = time.perf_counter() - started
        result.outcomes[verdict.outcome] += 1
        if seconds > result.worst_seconds:
            result.worst_seconds, result.worst_page = seconds, number
        if verdict.outcome in FAILURES:
            fewer = smaller(source, damage, content_type, verdict)
            found = Finding(number, source.name, verdict.outcome, verdict.detail, fewer)
            result.findings.append(found)
    result.peak_memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return result


def smaller(
    source: Source, damage: list[Step], content_type: str | None, verdict: Verdict
) -> list[Step]:
    """Return the fewest steps found that are misread in the same way."""
    if verdict.outcome == "no time":
        return damage
    for at in range(len(damage) - 1, -1, -1):
        fewer = damage[:at] + damage[at + 1 :]
        if judge(source, fewer, content_type).outcome == verdict.outcome:
            damage = fewer
    return damage


def _bound() -> None:
    """Bound what one page may take: in a bench, too long or too large is a finding."""

    def out_of_time(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise OutOfTime

    signal.signal(signal.SIGALRM, out_of_time)
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _judge(source: Source, damage: list[Step], content_type: str | None, limit: int) -> Verdict:
    signal.alarm(limit)
    try:
        return judge(source, damage, content_type)
    except OutOfTime:
        return Verdict("no time", f"more than {limit} s")
    finally:
        signal.alarm(0)


def _work(seed: int, pages: Sequence[Source], numbers: range) -> Result:
    return run(seed, numbers, pages, _MOST_SECONDS)


def _save(directory: Path, seed: int, pages: Sequence[Source], finding: Finding) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    by_name = {source.name: source for source in pages}
    path = directory / f"{seed}-{finding.number}.html"
    if finding.source in by_name:
        path.write_bytes(apply(by_name[finding.source].page, finding.damage))
    about: dict[str, Any] = asdict(finding)
    path.with_suffix(".json").write_text(json.dumps(about, indent=1, ensure_ascii=False), "utf-8")


def _print(result: Result, seed: int, seconds: float) -> None:
    count = result.outcomes.total()
    print(f"seed {seed}: {count:,} pages, {count / seconds:.0f} a second")
    for outcome, number in result.outcomes.most_common():
        print(f"{number:9,}  {100 * number / count:5.1f} %  {outcome}")
    print(f"slowest: {result.worst_seconds:.2f} s (page {result.worst_page})")
    print(f"most memory: {result.peak_memory / 1e6:.0f} MB")
    for finding in result.findings[:20]:
        damage = ", ".join(step.name for step in finding.damage)
        print(f"page {finding.number} ({finding.source}; {damage}): {finding.outcome}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bench; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="directory for the pages that are misread")
    options = parser.parse_args(arguments)
    pages = sources()
    started, result, size = time.perf_counter(), Result(), 100
    chunks = [range(at, min(at + size, options.pages)) for at in range(0, options.pages, size)]
    with multiprocessing.get_context("fork").Pool(options.jobs, _bound) as pool:
        for part in pool.imap(partial(_work, options.seed, pages), chunks):
            result.add(part)
    _print(result, options.seed, time.perf_counter() - started)
    for finding in result.findings[:_MOST_KEPT] if options.keep else []:
        _save(options.keep, options.seed, pages, finding)
    return 1 if result.findings else 0


if __name__ == "__main__":
    sys.exit(main())
