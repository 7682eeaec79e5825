"""The run report: everything counted, as JSON beside the data and as a summary on the terminal."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from scrapy import __version__ as scrapy_version
from scrapy.crawler import Crawler

from newscrawl import __version__, clock
from newscrawl.antara.articles import EXTRACTOR_VERSION
from newscrawl.exits import ExitCode
from newscrawl.failures import is_no_answer
from newscrawl.ledger.outcomes import OUTCOMES, Outcome
from newscrawl.run import Run
from newscrawl.verdict import judge


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did; times are ISO 8601, UTC."""

    run_id: str
    arguments: dict[str, str]
    """The spider's arguments as the user gave them."""
    started_at: str
    finished_at: str
    seconds: float
    """How long it took, by a clock that nothing sets."""
    exit_code: int
    reasons: tuple[str, ...]
    finish_reason: str
    unreachable: str | None
    """Why no server answered at all; null when one did."""
    found: int
    """Stories that the run found or took up; the sum of all outcomes."""
    outcomes: dict[Outcome, dict[str, int]]
    requests: int
    statuses: dict[str, int]
    bytes_received: int
    lines_taken_in: int
    bytes_cut: int
    files: list[str]
    """Day files that got lines in this run."""
    versions: dict[str, str]


def make_report(
    run: Run, crawler: Crawler, finish_reason: str, arguments: Mapping[str, str]
) -> Report:
    """Return the report on a run whose stories all have an outcome."""
    outcomes: dict[Outcome, dict[str, int]] = {}
    with run.storing():
        outcomes = run.frontier.outcomes()
    verdict = judge(run, outcomes, finish_reason)
    stats = crawler.stats.get_stats()
    finished_at = clock.now()
    return Report(
        run_id=run.run_id,
        arguments=dict(arguments),
        started_at=run.started_at.isoformat(timespec="seconds"),
        finished_at=finished_at.isoformat(timespec="seconds"),
        seconds=round(monotonic() - run.began, 1),
        exit_code=verdict.exit_code,
        reasons=verdict.reasons,
        finish_reason=finish_reason,
        unreachable=(
            _unreachable(run, outcomes, stats) if verdict.exit_code == ExitCode.INCOMPLETE else None
        ),
        found=sum(sum(reasons.values()) for reasons in outcomes.values()),
        outcomes={name: outcomes[name] for name in OUTCOMES if name in outcomes},
        requests=stats.get("downloader/request_count", 0),
        statuses=_statuses(stats),
        bytes_received=stats.get("downloader/response_bytes", 0),
        lines_taken_in=run.reconciled.taken_in,
        bytes_cut=run.reconciled.bytes_cut,
        files=[str(run.places.articles / name) for name in run.files.names()],
        versions={
            "newscrawl": __version__,
            "extractor": str(EXTRACTOR_VERSION),
            "scrapy": scrapy_version,
        },
    )


def _statuses(stats: dict[str, Any]) -> dict[str, int]:
    """Return how many answers had each status."""
    prefix = "downloader/response_status_count/"
    return {
        name.removeprefix(prefix): count
        for name, count in sorted(stats.items())
        if name.startswith(prefix)
    }


def _unreachable(
    run: Run, outcomes: dict[Outcome, dict[str, int]], stats: dict[str, Any]
) -> str | None:
    """Return the reason of a run in which nothing was answered."""
    if stats.get("downloader/response_count", 0):
        return None
    details = [trouble.detail for trouble in run.troubles if is_no_answer(trouble.reason)]
    details += [reason for reason in outcomes.get("failed", {}) if is_no_answer(reason)]
    return next(iter(details), None)


def write_report(report: Report, directory: Path) -> None:
    """Write the report under the run's id, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    path = directory / f"{report.run_id}.json"
    beside = path.with_suffix(".new")
    try:
        beside.write_text(json.dumps(asdict(report), indent=2) + "\n", encoding="utf-8")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
