"""The run report: everything counted, as JSON beside the data."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from heapq import nlargest
from pathlib import Path
from typing import Any

from newscrawl.coverage import Fall
from newscrawl.daily import DayAccount, RangeAccount
from newscrawl.exits import ExitCode
from newscrawl.ledger.outcomes import Outcome
from newscrawl.run import Trouble
from newscrawl.verdict import Finding, exit_code_of

Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Delay:
    """Seconds from the publication of new stories to their fetch."""

    stories: int
    median: int
    longest: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Stories that will be asked for again."""

    stories: int
    next: str | None
    """When the first of them falls due, UTC."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """In how many of some records each field was filled."""

    records: int
    filled: Counts


@dataclass(frozen=True, slots=True)
class Archived:
    """What was written into the archive."""

    files: tuple[str, ...]
    """Names of its files that got records."""
    records: int
    bytes: int
    bytes_cut: int
    """Of torn ends that a run which died had left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run did; times are ISO 8601, UTC."""

    run_id: str
    scope: str
    """Edition and sections, such as ``id/dunia``."""
    is_local: bool
    """Whether this machine was asked in the place of the site."""
    arguments: dict[str, str]
    """The spider's arguments as the user gave them."""
    job: str | None = None
    """The id that Scrapyd gave it; null where a command line started it."""
    started_at: str
    finished_at: str
    seconds: float
    """How long it took, by a clock that nothing sets."""
    exit_code: int = 0
    reasons: tuple[str, ...] = ()
    """What speaks for the exit code, each in a line."""
    findings: tuple[Finding, ...] = ()
    """The same with since when, an example and its page in quarantine."""
    monitors: dict[str, str] = field(default_factory=dict)
    """Spidermon's monitors and what each said."""
    finish_reason: str
    unreachable: str | None = None
    """Why no server answered at all; null when one did."""
    held: str | None = None
    """A sentence where the site is left alone for a time; null when it is not."""
    held_until: str | None = None
    hold_reason: str | None = None
    """``refused`` or ``site_in_trouble``."""
    found: int
    """Stories that the run found or took up; the sum of all outcomes."""
    outcomes: dict[Outcome, Counts]
    given_up: tuple[str, ...] = ()
    """Addresses of stories that were given up in this run, twenty at most."""
    requests: int
    statuses: Counts
    requests_by_kind: dict[str, Counts] = field(default_factory=dict)
    """Requests by what was asked for, then by status; ``none`` where no answer came."""
    retries: int = 0
    not_modified: int = 0
    """Answers with status 304."""
    bytes_received: int
    """Headers included."""
    bytes_by_kind: Counts = field(default_factory=dict)
    """Of bodies alone, as they were sent."""
    coverage: dict[str, Coverage] = field(default_factory=dict)
    """For each kind of record kept, the records that had each field."""
    falls: tuple[Fall, ...] = ()
    """Fields that used to be found and are not."""
    templates: Counts = field(default_factory=dict)
    fallbacks: Counts = field(default_factory=dict)
    """Records by field and the fallback that gave it."""
    near_duplicates: int = 0
    """Records marked with ``near_duplicate_of``."""
    delay: Delay | None = None
    """Null where no story appeared since the first run."""
    silence: str | None = None
    """A sentence where the site is silent for longer than it ever was."""
    to_retry: Waiting = Waiting(0, None)
    """Stories whose page is still to be had."""
    to_revisit: Waiting = Waiting(0, None)
    """Stories kept that will be looked at for corrections."""
    troubles: tuple[Trouble, ...] = ()
    """Feeds and listings that could not be used."""
    range: RangeAccount | None = None
    """The days from ``since`` on, in numbers; null without."""
    days: tuple[DayAccount, ...] = ()
    """Each of them, oldest first; of a long range only if the run worked on it, else those that are
    thin or not done."""
    errors: int = 0
    """Errors of our own."""
    storage_failure: str | None = None
    lines_taken_in: int
    bytes_cut: int
    files: list[str]
    """Day files that got lines in this run."""
    archive: Archived | None = None
    """Null where answers are not kept, and nothing had to be mended."""
    versions: dict[str, str]


def judged(
    report: Report, findings: Sequence[Finding], monitors: Mapping[str, str] | None = None
) -> Report:
    """Return the report with a verdict."""
    code = exit_code_of(findings)
    return replace(
        report,
        exit_code=int(code),
        reasons=tuple(finding.reason for finding in findings),
        findings=tuple(findings),
        monitors=dict(monitors or {}),
        unreachable=report.unreachable if code == ExitCode.INCOMPLETE else None,
    )


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


_LOOK_BACK = 20
"""How many reports are opened at most in search of one of the same scope."""


def earlier_findings(report: Report, directory: Path) -> list[Finding]:
    """Return what the last run of the same scope found; nothing where no report tells."""
    for run_id in nlargest(_LOOK_BACK, _others(report.run_id, directory)):
        told = _read(directory / f"{run_id}.json")
        if (told.get("scope"), told.get("is_local")) == (report.scope, report.is_local):
            return list(_findings(told))
    return []


def _others(run_id: str, directory: Path) -> Iterator[str]:
    """Yield the ids of the other reports; there may be ten thousands, so no paths are made."""
    try:
        names = os.listdir(directory)  # noqa: PTH208 - as the docstring says
    except OSError:  # the storage has a check of its own
        return
    for name in names:
        other, dot, ending = name.partition(".")
        if dot + ending == ".json" and other != run_id:
            yield other


def _read(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # somebody changed it
        return {}
    return told if isinstance(told, dict) else {}


def _findings(told: dict[str, Any]) -> Iterator[Finding]:
    for finding in told.get("findings", ()):
        try:
            yield Finding(**finding)
        except TypeError:  # of another version
            continue
