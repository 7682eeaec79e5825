"""Closing a run's books: its report, from the ledger, the counts and Scrapy's statistics."""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median_low
from time import monotonic
from typing import Any

from scrapy import __version__ as scrapy_version

from newscrawl import __version__, clock
from newscrawl.antara.articles import EXTRACTOR_VERSION
from newscrawl.coverage import Fall, Tally, falls
from newscrawl.daily import account
from newscrawl.failures import is_no_answer
from newscrawl.ledger.coverage import CoverageHistory
from newscrawl.ledger.database import transaction
from newscrawl.ledger.holds import Holds, told
from newscrawl.ledger.outcomes import GIVEN_UP, OUTCOMES, Outcome
from newscrawl.ledger.rules import seconds
from newscrawl.report import Archived, Counts, Coverage, Delay, Report, Waiting
from newscrawl.run import Run
from newscrawl.silence import silence

_NAMED = 20
"""How many stories a report names."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a run was asked to do, as far as its report depends on it."""

    scope: str
    """Edition and sections: runs of different ones are not compared."""
    arguments: Mapping[str, str]
    """The spider's arguments as the user gave them."""
    accepts_coverage: bool = False
    """Whether the fields as this run finds them are normal from now on."""
    job: str | None = None
    """The id that Scrapyd knows it by."""


def make_report(run: Run, stats: Mapping[str, Any], finish_reason: str, terms: Terms) -> Report:
    """Return the report on a run whose stories all have an outcome; nobody has judged it yet."""
    from_ledger: dict[str, Any] = {"found": 0, "outcomes": {}}
    with run.storing():
        from_ledger |= _from_ledger(run)
        from_ledger |= _compared(run, terms)
    return Report(
        run_id=run.run_id,
        scope=terms.scope,
        is_local=run.rules.is_local,
        arguments=dict(terms.arguments),
        job=terms.job,
        started_at=run.started_at.isoformat(timespec="seconds"),
        finished_at=clock.now().isoformat(timespec="seconds"),
        seconds=round(monotonic() - run.began, 1),
        finish_reason=finish_reason,
        unreachable=_unreachable(run, from_ledger["outcomes"], stats),
        troubles=tuple(run.troubles),
        errors=run.errors,
        storage_failure=run.storage_failure,
        lines_taken_in=run.reconciled.taken_in,
        bytes_cut=run.reconciled.bytes_cut,
        files=[str(run.places.articles / name) for name in run.files.names()],
        archive=_archived(run),
        versions={
            "newscrawl": __version__,
            "extractor": str(EXTRACTOR_VERSION),
            "scrapy": scrapy_version,
        },
        **_from_stats(stats),
        **_from_counts(run),
        **from_ledger,
    )


def _archived(run: Run) -> Archived | None:
    archive, cut = run.archive, run.repaired.bytes_cut
    if archive is not None:
        return Archived(archive.names, archive.records, archive.written, cut)
    return Archived((), 0, 0, cut) if cut else None


def _from_stats(stats: Mapping[str, Any]) -> dict[str, Any]:
    statuses = _statuses(stats)
    return {
        "requests": stats.get("downloader/request_count", 0),
        "statuses": statuses,
        "retries": stats.get("retry/count", 0),
        "not_modified": statuses.get("304", 0),
        "bytes_received": stats.get("downloader/response_bytes", 0),
    }


def _statuses(stats: Mapping[str, Any]) -> Counts:
    """Return how many answers had each status."""
    prefix = "downloader/response_status_count/"
    return {
        name.removeprefix(prefix): count
        for name, count in sorted(stats.items())
        if name.startswith(prefix)
    }


def _from_counts(run: Run) -> dict[str, Any]:
    counted = run.measured
    return {
        "requests_by_kind": {
            what: {status: count for status, count in sorted(by.items()) if count}
            for what, by in counted.requests.items()
        },
        "bytes_by_kind": dict(counted.bytes),
        "coverage": {kind: _coverage(tally) for kind, tally in counted.coverage.items()},
        "templates": dict(counted.templates.most_common()),
        "fallbacks": dict(counted.fallbacks.most_common()),
        "near_duplicates": counted.near_duplicates,
    }


def _coverage(tally: Tally) -> Coverage:
    records = max(total for _, total in tally.values())
    return Coverage(records, {name: with_it for name, (with_it, _) in tally.items()})


def _from_ledger(run: Run) -> dict[str, Any]:
    database = run.database
    outcomes = run.frontier.outcomes()
    found = database.execute("SELECT count(*) FROM stories WHERE run = ?", (run.number,))
    given_up = database.execute(
        "SELECT address FROM stories WHERE run = ? AND outcome = 'dropped' AND reason = ? LIMIT ?",
        (run.number, GIVEN_UP, _NAMED),
    )
    days, range_ = account(run)
    hold = Holds(database, is_local=run.rules.is_local).current(clock.now())
    return {
        "found": found.fetchone()[0],
        "outcomes": {name: outcomes[name] for name in OUTCOMES if name in outcomes},
        "given_up": tuple(address for (address,) in given_up),
        "held": told(hold) if hold else None,
        "held_until": _time(seconds(hold.until)) if hold else None,
        "hold_reason": hold.reason if hold else None,
        "delay": _delay(run),
        "range": range_,
        "days": days,
        "to_retry": _waiting(database, "pending"),
        "to_revisit": _waiting(database, "kept"),
    }


def _waiting(database: sqlite3.Connection, state: str) -> Waiting:
    stories, first = database.execute(
        "SELECT count(*), min(due) FROM stories WHERE due IS NOT NULL AND state = ?", (state,)
    ).fetchone()
    next_one = max(first, seconds(clock.now())) if stories else None
    return Waiting(stories, _time(next_one) if next_one else None)


def _time(count: int) -> str:
    return f"{datetime.fromtimestamp(count, UTC):%Y-%m-%dT%H:%M:%SZ}"


def _delay(run: Run) -> Delay | None:
    """Return how long new stories were out; those that the first run met were out long before."""
    (first,) = run.database.execute(
        "SELECT started_at FROM runs WHERE is_local = ? ORDER BY number LIMIT 1",
        (run.rules.is_local,),
    ).fetchone()
    since = seconds(datetime.fromisoformat(first))
    delays = [delay for published, delay in run.measured.appeared if published >= since]
    return Delay(len(delays), median_low(delays), max(delays)) if delays else None


def _compared(run: Run, terms: Terms) -> dict[str, Any]:
    """Write down what the records of this run had, and compare it with the runs before."""
    history = CoverageHistory(run.database, run.number, is_local=run.rules.is_local)
    scope = terms.scope
    with transaction(run.database):
        if terms.accepts_coverage:
            history.accept_within(scope)
        tallies = {_group(scope, kind): tally for kind, tally in run.measured.today.items()}
        history.add_within(tallies)
        rhythm = history.add_rhythm_within(scope, [time for time, _ in run.measured.appeared])
        fallen = _falls(history, scope)
        if fallen:
            history.mark_fallen_within(scope)
    quiet = None
    answers = run.measured.requests.get("feed", Counter())
    if not run.frontier.has_unread() and not run.troubles and (answers["200"] or answers["304"]):
        quiet = silence(rhythm, clock.now())
    return {"falls": tuple(fallen), "silence": quiet}


_KINDS = ("page", "article", "photo", "video", "infographic", "press_release", "feed")


def _group(scope: str, kind: str) -> str:
    return f"{scope} {kind} {EXTRACTOR_VERSION}"


def _falls(history: CoverageHistory, scope: str) -> list[Fall]:
    groups = [_group(scope, kind) for kind in _KINDS]
    if not history.is_news(groups, scope):
        return []
    return [fall for group in groups for fall in falls(group, history.of(group, scope))]


def _unreachable(
    run: Run, outcomes: Mapping[Outcome, Counts], stats: Mapping[str, Any]
) -> str | None:
    """Return the reason of a run in which nothing was answered."""
    if stats.get("downloader/response_count", 0):
        return None
    details = [trouble.detail for trouble in run.troubles if is_no_answer(trouble.reason)]
    details += [reason for reason in outcomes.get("failed", {}) if is_no_answer(reason)]
    return next(iter(details), None)
