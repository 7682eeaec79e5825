"""What the run reports say that are kept."""

import json
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any

from newscrawl.picture.days import PerDay, moment, span
from newscrawl.picture.fetched import by_frequency
from newscrawl.picture.form_health import Runs

_NUMBERS = {"requests": "requests", "not_modified": "not_modified", "bytes": "bytes_received"}
"""Of our names those of the report."""
_MOST_TOLD = 20


class _Unread(Exception):  # noqa: N818 - it says what the report is
    """A report cannot be read, or is of another form."""


class _Counts:
    """Counts reports, each by the day on which its run began."""

    def __init__(self) -> None:
        self.runs, self.unread = PerDay(), list[str]()
        self.numbers = {name: PerDay() for name in _NUMBERS}
        self.exit_codes = defaultdict[str, PerDay](PerDay)
        self.statuses = defaultdict[str, PerDay](PerDay)
        self.outcomes = defaultdict[str, defaultdict[str, PerDay]](lambda: defaultdict(PerDay))

    def add(self, report: dict[str, Any], started: datetime) -> None:
        day = started.toordinal()
        self.runs.add(day)
        self.exit_codes[str(report["exit_code"])].add(day)
        for name, theirs in _NUMBERS.items():
            self.numbers[name].add(day, report[theirs])
        for status, number in report["statuses"].items():
            self.statuses[status].add(day, number)
        for outcome, reasons in report["outcomes"].items():
            for reason, number in reasons.items():
                self.outcomes[outcome][reason].add(day, number)


def runs(directory: Path) -> Runs:
    """Return what the reports of a directory say; of one that is not there, nothing.

    Raises:
        OSError: the directory cannot be read.
    """
    counts = _Counts()
    for path in sorted(directory.glob("*.json")):
        try:
            counts.add(*_report(path))
        except _Unread:
            counts.unread.append(str(path))
    first, days = span(counts.runs.by_day)
    return {
        "days": days,
        "count": counts.runs.total,
        "unread": len(counts.unread),
        "unread_files": counts.unread[:_MOST_TOLD],
        "runs": counts.runs.series(first),
        "exit_codes": by_frequency(counts.exit_codes, first),
        "requests": counts.numbers["requests"].series(first),
        "not_modified": counts.numbers["not_modified"].series(first),
        "bytes": counts.numbers["bytes"].series(first),
        "statuses": by_frequency(counts.statuses, first),
        "outcomes": {
            outcome: by_frequency(reasons, first)
            for outcome, reasons in sorted(counts.outcomes.items())
        },
    }


def _report(path: Path) -> tuple[dict[str, Any], datetime]:
    """Return a report and when its run began, if all is there that is counted."""
    try:
        report = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise _Unread from error
    started = moment(report.get("started_at")) if isinstance(report, dict) else None
    if started is None or not _is_sound(report):
        raise _Unread
    return report, started


def _is_sound(report: dict[str, Any]) -> bool:
    numbers = [report.get(name) for name in ("exit_code", *_NUMBERS.values())]
    for name in ("statuses", "outcomes"):
        if not isinstance(report.get(name), dict):
            return False
    numbers += report["statuses"].values()
    for reasons in report["outcomes"].values():
        if not isinstance(reasons, dict):
            return False
        numbers += reasons.values()
    return all(isinstance(number, int) for number in numbers)
