"""An alarm says what, since when, and where to look, when it is news and not in every run."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from newscrawl.exits import ExitCode
from newscrawl.ledger.outcomes import GIVEN_UP
from newscrawl.monitors.alarm import Alarm, is_over, mark_told
from newscrawl.report import judged
from newscrawl.verdict import Finding
from tests.reports import make

NOW = datetime(2026, 11, 20, 5, tzinfo=UTC)
DAY = timedelta(hours=24)
CHANGED = Finding("f", ExitCode.SITE_CHANGED, "editors: 0 of the newest 6", NOW.isoformat())
FAILED = Finding("failed", ExitCode.INCOMPLETE, "2 failed", NOW.isoformat())


def test_what_it_says() -> None:
    """The verdict, and for each finding since when, an example and the page in quarantine."""
    shown = replace(CHANGED, example="https://www.antaranews.com/berita/1/x", page="q/x.html")
    alarm = Alarm(judged(make(), [shown, FAILED]), "runs/r.json")
    assert str(alarm).splitlines() == [
        "antara: the site has changed (exit code 5)",
        "- editors: 0 of the newest 6",
        "  since 2026-11-20T05:00:00+00:00",
        "  for example https://www.antaranews.com/berita/1/x",
        "  kept as q/x.html",
        "- 2 failed",
        "  since 2026-11-20T05:00:00+00:00",
        "report: runs/r.json",
    ]


def test_a_chat_gets_no_more_than_it_takes() -> None:
    """A long alarm is cut for chats, which would refuse it whole."""
    long = Alarm(judged(make(), [replace(CHANGED, reason="x" * 3000)]), "r")
    assert len(long.short) == 1900
    assert Alarm(make(), "r").short == str(Alarm(make(), "r"))


def test_the_end_of_trouble() -> None:
    """When all is well again it says so, once, to whoever was told of the trouble."""
    assert str(Alarm(make(), "r")).startswith("antara: healthy (exit code 0)\n")
    told = replace(CHANGED, told=NOW.isoformat())
    assert is_over([], [told])
    assert not is_over([], [CHANGED])
    assert not is_over([FAILED], [told])
    assert not is_over([], [])


def test_trouble_is_told_of_at_once_and_again_after_a_day() -> None:
    """A run in ten minutes does not send 144 messages a day."""
    told, is_due = mark_told([CHANGED], NOW, DAY)
    assert is_due
    assert told[0].told == NOW.isoformat()
    again, is_due = mark_told(told, NOW + timedelta(hours=23), DAY)
    assert not is_due
    assert again == told
    assert mark_told(told, NOW + DAY, DAY)[1]


def test_what_mends_itself_is_given_an_hour() -> None:
    """A page that failed once is no news; one that fails for an hour is."""
    assert not mark_told([FAILED], NOW, DAY)[1]
    assert mark_told([FAILED], NOW + timedelta(hours=1), DAY)[1]


def test_new_trouble_beside_old_is_news() -> None:
    """Another finding is told of although the first was told of before."""
    old = replace(CHANGED, told=NOW.isoformat())
    new = replace(CHANGED, key="g")
    found, is_due = mark_told([old, new], NOW + timedelta(hours=2), DAY)
    assert is_due
    assert {finding.told for finding in found} == {"2026-11-20T07:00:00+00:00"}


def test_stories_that_are_given_up_are_told_of_at_once() -> None:
    """Nothing of them mends itself, though the run is only incomplete."""
    lost = Finding(GIVEN_UP, ExitCode.INCOMPLETE, "1 given up", NOW.isoformat())
    assert mark_told([lost], NOW, DAY)[1]
    assert not mark_told([FAILED], NOW, DAY)[1]
