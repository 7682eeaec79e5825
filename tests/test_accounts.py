"""The books of a run: what the ledger says of it, and that the sums add up."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newscrawl import clock
from newscrawl.accounts import Terms, make_report
from newscrawl.ledger.database import transaction
from newscrawl.run import Run
from tests.making import NOON, article, found, hours_ago, open_run

TERMS = Terms("id/dunia", {"section": "dunia"})


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Return a run at noon that found five stories."""
    clock.write(tmp_path / "clock", NOON)
    monkeypatch.setenv(clock.ENVIRONMENT_VARIABLE, str(tmp_path / "clock"))
    run = open_run(tmp_path / "data")
    run.finding.record([found(number) for number in range(1, 6)])
    yield run
    run.close(0)


def test_every_story_is_in_the_sum(run: Run) -> None:
    """Found are all stories of the run, counted apart from their outcomes."""
    run.frontier.settle("antara:1", "failed", "timeout")
    run.frontier.settle("antara:2", "dropped", "given_up")
    report = make_report(run, {}, "finished", TERMS)
    assert report.found == 5
    assert report.outcomes == {"dropped": {"given_up": 1}, "failed": {"timeout": 1}}
    assert report.given_up == ("https://www.antaranews.com/berita/2/kabar",)
    run.frontier.finish("max_articles")
    report = make_report(run, {}, "finished", TERMS)
    assert sum(sum(reasons.values()) for reasons in report.outcomes.values()) == report.found == 5


def test_what_waits_is_told_with_its_time(run: Run) -> None:
    """Stories still to be had, and when the first may be asked for again."""
    for number in range(1, 6):
        run.frontier.settle(f"antara:{number}", "failed", "timeout")
    report = make_report(run, {}, "finished", TERMS)
    assert report.to_retry.stories == 5
    assert report.to_retry.next is not None
    assert report.to_retry.next > report.finished_at
    assert report.to_revisit.stories == 0


def test_scrapys_statistics(run: Run) -> None:
    """Requests, statuses, retries and bytes are those that Scrapy counted."""
    stats = {
        "downloader/request_count": 9,
        "downloader/response_status_count/200": 5,
        "downloader/response_status_count/304": 3,
        "downloader/response_bytes": 700,
        "retry/count": 1,
    }
    report = make_report(run, stats, "finished", TERMS)
    assert (report.requests, report.not_modified, report.retries) == (9, 3, 1)
    assert report.statuses == {"200": 5, "304": 3}
    assert report.bytes_received == 700


def test_the_delay_is_of_stories_that_appeared_since(run: Run) -> None:
    """What was out before the first run ever says nothing of how fast we are."""
    run.measured.count_record(article(1))
    assert make_report(run, {}, "finished", TERMS).delay is None
    with transaction(run.database):
        run.database.execute("UPDATE runs SET started_at = '2026-11-20T01:00:00Z'")
    delay = make_report(run, {}, "finished", TERMS).delay
    assert delay is not None
    assert (delay.stories, delay.median, delay.longest) == (1, 10800, 10800)


def test_closing_twice_counts_once(run: Run) -> None:
    """Where the report could not be written, the books are closed again, and say the same."""
    for number in range(60):
        run.measured.count_record(article(number))
    first = make_report(run, {}, "finished", TERMS)
    first = make_report(run, {}, "finished", TERMS)
    again = make_report(run, {}, "finished", TERMS)
    assert replace(again, seconds=first.seconds) == first
    counts = run.database.execute(
        "SELECT filled, records FROM coverage WHERE field = 'headline'"
    ).fetchall()
    assert counts == [(60, 60)]


def _silent_for_days(run: Run) -> None:
    """Let a feed that was as it was bring nothing for three days, after hourly stories."""
    hours = range(72, 72 + 60)
    run.measured.appeared.extend((int(hours_ago(hour).timestamp()), 60) for hour in hours)
    run.measured.requests["feed"] = Counter({"304": 1})


def test_silence_is_told(run: Run) -> None:
    """A site that brought a story an hour, and none for three days, is told of."""
    for number in range(1, 6):
        run.frontier.settle(f"antara:{number}", "unchanged", "known")
    _silent_for_days(run)
    silence = make_report(run, {}, "finished", TERMS).silence
    assert silence is not None
    assert silence.startswith("no new story for 72 h")


def test_a_site_whose_newest_story_could_not_be_read_is_not_silent(run: Run) -> None:
    """The feed named stories: they may be new, only their pages did not come."""
    for number in range(1, 6):
        run.frontier.settle(f"antara:{number}", "failed", "timeout")
    _silent_for_days(run)
    assert make_report(run, {}, "finished", TERMS).silence is None
