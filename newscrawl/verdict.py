"""What a run was like: what was found wrong with it, and the exit code that follows.

Each check is a pure function of the run report; the monitors in :mod:`newscrawl.monitors` call
them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newscrawl.clock import WIB
from newscrawl.exits import ExitCode
from newscrawl.ledger.outcomes import GIVEN_UP, Outcome

if TYPE_CHECKING:
    from newscrawl.report import Report

UNFINISHED = "unfinished"
"""Why a story is deferred in a run that went to its end: nothing told what became of it."""

_ENDS: dict[str, tuple[ExitCode, str] | None] = {
    "finished": None,
    "closespider_timeout": None,  # the budget of time may be spent
    "storage_failed": None,  # told by the check of the storage
    "refused": (ExitCode.REFUSED, "the site refused what was asked; the run stopped asking"),
    "site_in_trouble": (
        ExitCode.INCOMPLETE,
        "the site failed again and again; the run stopped asking",
    ),
}
"""What Scrapy's reason for the end of a run means; any other is an early end."""
_INTERRUPTED = "interrupted"
"""What a run says that Ctrl-C or SIGTERM ended, also where Scrapy calls it a shutdown."""

_KEPT: tuple[Outcome, ...] = ("new", "changed")
_MANY = 5
"""Fewer dropped pages say nothing of the site."""
_NO_DISCOVERY = frozenset({"no_feed", "no_items", "no_listing", "no_cards"})
"""Troubles of a feed or a listing that did arrive."""
_NOT_THERE = frozenset({"http_404", "http_410"})
_PASSING = timedelta(hours=1)
"""A server in trouble may send such pages too, but not for so long."""

_PRECEDENCE = (
    ExitCode.STORAGE_FAILED,
    ExitCode.REFUSED,
    ExitCode.SITE_CHANGED,
    ExitCode.INCOMPLETE,
)
"""Where several hold, the first of these is the exit code."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that keeps a run from being healthy."""

    key: str
    """What makes it the same finding in the next run."""
    exit_code: int
    """The exit code that it speaks for."""
    reason: str
    """For a person."""
    since: str | None = None
    """Start of the first run in a row that found it, UTC."""
    example: str | None = None
    """Address of a page that shows it."""
    page: str | None = None
    """Where that page is kept, in quarantine."""
    told: str | None = None
    """When a notification last told of it, UTC."""


Findings = Iterator[Finding]


def storage(report: "Report") -> Findings:
    """Find a disk that gave out."""
    if report.storage_failure is not None:
        reason = f"storage failed: {report.storage_failure}"
        yield Finding("storage", ExitCode.STORAGE_FAILED, reason)


def end(report: "Report") -> Findings:
    """Find an end that was none of the good ones."""
    if report.finish_reason == "held":
        code = ExitCode.REFUSED if report.hold_reason == "refused" else ExitCode.INCOMPLETE
        what = "refused" if code == ExitCode.REFUSED else "was in trouble"
        reason = f"the site {what} before, and is left alone until {_local(report.held_until)}"
        yield Finding("held", code, reason)
        return
    why = _INTERRUPTED if report.finish_reason == "shutdown" else report.finish_reason
    early = (ExitCode.INCOMPLETE, f"the run was ended early ({why})")
    found = _ENDS.get(report.finish_reason, early)
    if found is not None and report.storage_failure is None:
        code, reason = found
        until = f"; it is left alone until {_local(report.held_until)}" if report.held_until else ""
        yield Finding(f"end {report.finish_reason}", code, reason + until)


def discovery(report: "Report") -> Findings:
    """Find feeds and listings that could not be used."""
    for trouble in report.troubles:
        code = ExitCode.REFUSED if trouble.outcome == "refused" else ExitCode.INCOMPLETE
        hint = " (is the section's name right?)" if trouble.reason in _NOT_THERE else ""
        reason = f"{trouble.url}: {trouble.reason}{hint}"
        key = f"discovery {trouble.url} {trouble.reason}"
        yield Finding(key, code, reason, example=trouble.url)


def stories(report: "Report") -> Findings:
    """Find stories that could not be had, and those that were given up."""
    bad: tuple[tuple[Outcome, ExitCode], ...] = (
        ("refused", ExitCode.REFUSED),
        ("failed", ExitCode.INCOMPLETE),
    )
    for outcome, code in bad:
        count = sum(report.outcomes.get(outcome, {}).values())
        if count:
            yield Finding(outcome, code, f"{count} {outcome}")
    count = report.outcomes.get("dropped", {}).get(GIVEN_UP, 0)
    if count:
        first = report.given_up[0] if report.given_up else None
        named = ", ".join(report.given_up) + (" …" if count > len(report.given_up) else "")
        reason = f"{count} given up after many tries: {named}"
        yield Finding(GIVEN_UP, ExitCode.INCOMPLETE, reason, example=first)


def days(report: "Report") -> Findings:
    """Find days of the range to which nothing leads."""
    if report.range is not None and report.range.not_offered:
        first, last = report.range.first_not_offered, report.range.last_not_offered
        reason = (
            f"{report.range.not_offered} days from {first} to {last}: no list of the site reaches"
            " them; narrow the range with since and until, or name their stories with urls"
            " (docs/backfill.md)"
        )
        yield Finding("days", ExitCode.INCOMPLETE, reason)


def sums(report: "Report") -> Findings:
    """Find stories without an outcome, and numbers that do not add up."""
    if report.outcomes.get("deferred", {}).get(UNFINISHED):
        yield Finding(UNFINISHED, ExitCode.INCOMPLETE, "stories without an outcome")
    told = sum(sum(reasons.values()) for reasons in report.outcomes.values())
    if told != report.found and report.storage_failure is None:
        reason = f"{report.found} stories found, {told} outcomes"
        yield Finding("sums", ExitCode.INCOMPLETE, reason)


def errors(report: "Report") -> Findings:
    """Find bugs of our own."""
    if report.errors:
        reason = f"{report.errors} errors of our own; see the log"
        yield Finding("errors", ExitCode.INCOMPLETE, reason)


def coverage(report: "Report") -> Findings:
    """Find fields that used to be found, and pages of which most could not be read."""
    for fall in report.falls:
        yield Finding(fall.key, ExitCode.SITE_CHANGED, str(fall))
    dropped = {
        reason: count
        for reason, count in report.outcomes.get("dropped", {}).items()
        if reason != GIVEN_UP
    }
    kept = sum(sum(report.outcomes.get(name, {}).values()) for name in _KEPT)
    if sum(dropped.values()) >= _MANY and sum(dropped.values()) > kept:
        named = ", ".join(f"{reason} {count}" for reason, count in dropped.items())
        yield Finding("dropped", ExitCode.SITE_CHANGED, f"dropped: {named}")


def silence(report: "Report") -> Findings:
    """Find a site that has been silent for longer than it ever is."""
    if report.silence is not None:
        yield Finding("silence", ExitCode.SITE_CHANGED, report.silence)


_ALLOWANCE = 60
"""Requests of a run beside those for its stories: robots.txt, feeds, listings, some retries."""


def requests(report: "Report") -> Findings:
    """Find a run that asked for much more than its stories account for: a loop, or a trap."""
    kinds = (report.requests_by_kind.get(kind, {}) for kind in ("listing", "archive"))
    listings = sum(sum(statuses.values()) for statuses in kinds)
    expected = _ALLOWANCE + listings + 4 * report.found  # a story: redirects, retries
    if report.requests > expected:
        reason = f"{report.requests} requests for {report.found} stories"
        yield Finding("requests", ExitCode.INCOMPLETE, reason)


CHECKS: dict[str, Callable[["Report"], Findings]] = {
    check.__name__: check
    for check in (
        storage,
        end,
        discovery,
        stories,
        days,
        sums,
        errors,
        coverage,
        silence,
        requests,
    )
}
"""Every check by its name; each has a monitor."""


def exit_code_of(findings: Iterable[Finding]) -> ExitCode:
    """Return the gravest exit code that was found."""
    codes = {finding.exit_code for finding in findings}
    return next((code for code in _PRECEDENCE if code in codes), ExitCode.HEALTHY)


def judge(report: "Report") -> list[Finding]:
    """Return what all checks find, without any monitors."""
    return [finding for check in CHECKS.values() for finding in check(report)]


def unwatched(why: str) -> Finding:
    """Return the finding on a run whose monitors did not report: it is never healthy."""
    return Finding("monitors", ExitCode.INCOMPLETE, f"the monitors did not report: {why}")


def remember(findings: Iterable[Finding], earlier: Iterable[Finding], now: str) -> list[Finding]:
    """Return the findings with what the run before knew of the same ones.

    A feed or a listing that could not be read for some time is no passing trouble: it changed.
    """
    known = {old.key: old for old in earlier}
    return [_with_history(finding, known.get(finding.key), now) for finding in findings]


def _with_history(finding: Finding, old: Finding | None, now: str) -> Finding:
    if old is None:
        return replace(finding, since=now)
    remembered = replace(
        finding,
        since=old.since or now,
        example=finding.example or old.example,
        page=finding.page or old.page,
        told=old.told,
    )
    is_discovery = finding.key.rpartition(" ")[2] in _NO_DISCOVERY
    lasted = datetime.fromisoformat(now) - datetime.fromisoformat(old.since or now)
    if is_discovery and lasted >= _PASSING:
        return replace(remembered, exit_code=ExitCode.SITE_CHANGED)
    return remembered


def _local(time: str | None) -> str:
    """Return a time of the report as the terminal has it, in Asia/Jakarta."""
    return f"{datetime.fromisoformat(time or '').astimezone(WIB):%Y-%m-%d %H:%M:%S} WIB"
