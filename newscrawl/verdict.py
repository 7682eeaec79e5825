"""What a run was like, as an exit code and the reasons for it."""

from dataclasses import dataclass

from newscrawl.exits import ExitCode
from newscrawl.ledger.outcomes import Outcome
from newscrawl.run import Run

UNFINISHED = "unfinished"
"""Why a story is deferred in a run that went to its end: nothing told what became of it."""

_WHOLE_ENDS = frozenset({"finished", "closespider_timeout"})
"""Scrapy's reasons for an end that leaves a run healthy: the budget of time may be spent."""

_KEPT: tuple[Outcome, ...] = ("new", "changed")

_MANY = 5
"""Fewer dropped pages say nothing of the site."""

_PRECEDENCE = (
    ExitCode.STORAGE_FAILED,
    ExitCode.REFUSED,
    ExitCode.SITE_CHANGED,
    ExitCode.INCOMPLETE,
)
"""Where several hold, the first of these is the exit code."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The exit code, and what speaks for it."""

    exit_code: ExitCode
    reasons: tuple[str, ...]
    """For a person; empty for a healthy run."""


def judge(run: Run, outcomes: dict[Outcome, dict[str, int]], finish_reason: str) -> Verdict:
    """Return the verdict on a run that is over."""
    findings: list[tuple[ExitCode, str]] = []
    if run.storage_failure is not None:
        findings.append((ExitCode.STORAGE_FAILED, f"storage failed: {run.storage_failure}"))
    elif finish_reason not in _WHOLE_ENDS:
        findings.append((ExitCode.INCOMPLETE, f"the run was ended early ({finish_reason})"))
    for trouble in run.troubles:
        code = ExitCode.REFUSED if trouble.outcome == "refused" else ExitCode.INCOMPLETE
        findings.append((code, f"{trouble.url}: {trouble.reason}"))
    bad: tuple[tuple[Outcome, ExitCode], ...] = (
        ("refused", ExitCode.REFUSED),
        ("failed", ExitCode.INCOMPLETE),
    )
    for outcome, code in bad:
        count = sum(outcomes.get(outcome, {}).values())
        if count:
            findings.append((code, f"{count} {outcome}"))
    if _is_strange(outcomes):
        findings.append((ExitCode.SITE_CHANGED, f"dropped: {_named(outcomes['dropped'])}"))
    if outcomes.get("deferred", {}).get(UNFINISHED):
        findings.append((ExitCode.INCOMPLETE, "stories without an outcome"))
    if run.errors:
        findings.append((ExitCode.INCOMPLETE, f"{run.errors} errors of our own; see the log"))
    codes = {code for code, _ in findings}
    exit_code = next((code for code in _PRECEDENCE if code in codes), ExitCode.HEALTHY)
    return Verdict(exit_code, tuple(reason for _, reason in findings))


def _is_strange(outcomes: dict[Outcome, dict[str, int]]) -> bool:
    """Tell whether most of the pages that were read were nothing that could be kept."""
    dropped = sum(outcomes.get("dropped", {}).values())
    kept = sum(sum(outcomes.get(name, {}).values()) for name in _KEPT)
    return dropped >= _MANY and dropped > kept


def _named(reasons: dict[str, int]) -> str:
    return ", ".join(f"{reason} {count}" for reason, count in reasons.items())
