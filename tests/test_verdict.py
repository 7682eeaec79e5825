"""The exit code is the gravest of what was found, and every reason is told."""

from dataclasses import replace
from typing import Any

import pytest

from newscrawl.coverage import Count, Fall
from newscrawl.exits import ExitCode
from newscrawl.run import Trouble
from newscrawl.verdict import Finding, exit_code_of, judge, remember, unwatched
from tests.reports import make

FEED = "https://www.antaranews.com/rss/dunia.xml"
FAILED = Trouble(FEED, "failed", "timeout", "it took too long")
REFUSED = Trouble(FEED, "refused", "http_403", "forbidden")
FALL = Fall("id/dunia article 1", "editors", Count(180, 200), Count(0, 6))
HELD = {"finish_reason": "held", "held_until": "2026-11-20T06:00:00Z", "outcomes": {}}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"outcomes": {}}, ExitCode.HEALTHY),
        ({"outcomes": {"new": {"": 3}, "gone": {"http_404": 1}}}, ExitCode.HEALTHY),
        ({"outcomes": {"deferred": {"max_articles": 9}}}, ExitCode.HEALTHY),
        (
            {"outcomes": {"deferred": {"time_budget": 9}}, "finish_reason": "closespider_timeout"},
            ExitCode.HEALTHY,
        ),
        ({"outcomes": {"dropped": {"no_template": 4}}}, ExitCode.HEALTHY),
        ({"outcomes": {"dropped": {"no_body": 6}, "new": {"": 5}}}, ExitCode.SITE_CHANGED),
        ({"outcomes": {"dropped": {"no_body": 6}, "new": {"": 6}}}, ExitCode.HEALTHY),
        ({"outcomes": {"dropped": {"given_up": 9}}}, ExitCode.INCOMPLETE),
        ({"outcomes": {"failed": {"timeout": 1}}}, ExitCode.INCOMPLETE),
        ({"outcomes": {"deferred": {"unfinished": 1}}}, ExitCode.INCOMPLETE),
        ({"outcomes": {"new": {"": 3}}, "found": 4}, ExitCode.INCOMPLETE),
        ({"finish_reason": "shutdown"}, ExitCode.INCOMPLETE),
        ({"finish_reason": "killed"}, ExitCode.INCOMPLETE),
        ({"finish_reason": "site_in_trouble"}, ExitCode.INCOMPLETE),
        ({"finish_reason": "refused"}, ExitCode.REFUSED),
        ({**HELD, "hold_reason": "refused"}, ExitCode.REFUSED),
        ({**HELD, "hold_reason": "site_in_trouble"}, ExitCode.INCOMPLETE),
        ({"troubles": (FAILED,)}, ExitCode.INCOMPLETE),
        ({"errors": 1}, ExitCode.INCOMPLETE),
        ({"requests": 500}, ExitCode.INCOMPLETE),
        ({"requests": 80}, ExitCode.HEALTHY),
        ({"silence": "no new story for 30 h"}, ExitCode.SITE_CHANGED),
        ({"falls": (FALL,)}, ExitCode.SITE_CHANGED),
        ({"falls": (FALL,), "errors": 1}, ExitCode.SITE_CHANGED),
        ({"outcomes": {"refused": {"robots": 1}}}, ExitCode.REFUSED),
        ({"falls": (FALL,), "troubles": (REFUSED,)}, ExitCode.REFUSED),
        ({"troubles": (FAILED, REFUSED)}, ExitCode.REFUSED),
        (
            {
                "storage_failure": "disk full",
                "finish_reason": "storage_failed",
                "troubles": (REFUSED,),
                "falls": (FALL,),
                "errors": 1,
            },
            ExitCode.STORAGE_FAILED,
        ),
    ],
)
def test_the_gravest_counts(changes: dict[str, Any], code: ExitCode) -> None:
    """Storage, then refusal, a change of the site, incompleteness; a limit or a gone story is no fault."""
    findings = judge(make(**changes))
    assert exit_code_of(findings) == code, findings
    assert bool(findings) == (code != ExitCode.HEALTHY)


def test_every_reason_is_told() -> None:
    """A run with several faults names them all, with the address where there is one."""
    report = make(
        troubles=(FAILED, REFUSED), outcomes={"failed": {"timeout": 2}}, finish_reason="shutdown"
    )
    assert [finding.reason for finding in judge(report)] == [
        "the run was ended early (interrupted)",
        f"{FEED}: timeout",
        f"{FEED}: http_403",
        "2 failed",
    ]


def test_stories_that_were_given_up_are_named() -> None:
    """Who reads the report can look at each, and ask for it by hand."""
    address = "https://www.antaranews.com/berita/1/x"
    report = make(outcomes={"dropped": {"given_up": 2}}, given_up=(address,))
    (finding,) = judge(report)
    assert finding.reason == f"2 given up after many tries: {address} …"
    assert finding.example == address


def test_a_fall_names_the_field_and_its_shares() -> None:
    """Which field, how often it was found before, and how often now."""
    (finding,) = judge(make(falls=(FALL,)))
    assert finding.reason == "editors: 0 of the newest 6, 90 % before"


def test_monitors_that_did_not_report_are_never_healthy() -> None:
    """Silence of the watch is a finding of its own."""
    assert exit_code_of([unwatched("none")]) == ExitCode.INCOMPLETE


FOUND = Finding("failed", ExitCode.INCOMPLETE, "2 failed")


def test_a_finding_remembers_since_when() -> None:
    """The first run of a row that found it, and what was shown of it then."""
    (first,) = remember([FOUND], [], "2026-11-20T05:00:00+00:00")
    assert first.since == "2026-11-20T05:00:00+00:00"
    known = replace(first, example=FEED, page="quarantine/x.html", told=first.since)
    later = replace(FOUND, reason="3 failed")
    (second,) = remember([later], [known], "2026-11-20T05:10:00+00:00")
    assert second == replace(known, reason="3 failed")


def test_a_feed_that_stays_unreadable_has_changed() -> None:
    """A feed that comes as something else for an hour is no server in passing trouble."""
    report = make(troubles=(Trouble(FEED, "failed", "no_feed", "no_feed"),))
    found = remember(judge(report), [], "2026-11-20T05:00:00+00:00")
    assert exit_code_of(found) == ExitCode.INCOMPLETE
    soon = remember(judge(report), found, "2026-11-20T05:50:00+00:00")
    assert exit_code_of(soon) == ExitCode.INCOMPLETE
    later = remember(judge(report), soon, "2026-11-20T06:00:00+00:00")
    assert exit_code_of(later) == ExitCode.SITE_CHANGED
