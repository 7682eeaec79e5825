"""The watch itself: an operator's own monitors count, and a watch that is silent is never healthy."""

from newscrawl.verdict import CHECKS
from tests.e2e.posting import posting
from tests.e2e.watching import Watched

OURS = "newscrawl.monitors.suite.RunSuite"
MONITORS = "SPIDERMON_SPIDER_CLOSE_MONITORS"


def test_every_check_has_a_monitor_that_reports(watched: Watched) -> None:
    """A healthy run says of each of its monitors that it was content."""
    assert watched.crawl(0.1).returncode == 0
    said = watched.report["monitors"]
    assert len(said) == len(CHECKS)
    assert set(said.values()) == {"ok"}


def test_the_operators_own_monitors_count(watched: Watched) -> None:
    """A monitor of theirs that fails, or breaks, makes the run incomplete and is named."""
    crawled = watched.crawl(0.1, "-s", f"{MONITORS}={OURS},tests.monitors.suites.Own")
    assert crawled.returncode == 3
    assert watched.report["reasons"] == [
        "Picky/test_there_are_a_million_stories: too few stories for my taste",
        "Broken/test_something: ZeroDivisionError: my bug",
    ]


def test_a_watch_that_does_not_report_is_never_healthy(watched: Watched) -> None:
    """Switched off, without a suite, or with an empty one: exit code 3 that says so."""
    for given, why in (
        ("SPIDERMON_ENABLED=0", "they were not on"),
        (f"{MONITORS}=", "no suite"),
        (f"{MONITORS}={OURS},tests.monitors.suites.Empty", "0 of 0 of Empty"),
    ):
        crawled = watched.crawl(0.1, "-s", given)
        assert crawled.returncode == 3, given
        assert f"the monitors did not report: {why}" in " ".join(crawled.stdout.split())


def test_a_suite_that_is_not_there_is_one_line(watched: Watched) -> None:
    """A misspelt suite or notification ends the run before it begins, without a traceback."""
    for given in (f"{MONITORS}=newscrawl.monitors.suit.RunSuite", "NEWSCRAWL_NOTIFY=pager"):
        crawled = watched.crawl(0.1, "-s", given)
        assert crawled.returncode == 1
        assert len(crawled.stderr.splitlines()) == 1
        assert crawled.stderr.startswith(f"antara: {given.partition('=')[0]}")


def test_a_notification_that_cannot_be_sent_changes_nothing(watched: Watched) -> None:
    """The exit code is the run's; that nobody could be told of it is in the log."""
    watched.change = lambda page: page.replace(b"Editor", b"Penjaga")
    with posting() as server:
        server.status = 500
        crawled = watched.crawl(
            6,
            *("-s", "NEWSCRAWL_NOTIFY=discord"),
            *("-s", f"SPIDERMON_DISCORD_WEBHOOK_URL={server.origin}/hook"),
            *("-s", f"NEWSCRAWL_PING_URL={server.origin}/{{exit_code}}"),
        )
    assert crawled.returncode == 5
    assert [path for path, _ in server.posts] == ["/hook", "/5"]
    assert "a notification could not be sent: SendDiscordMessage" in crawled.stderr
    assert "/hook" not in crawled.stderr  # the address has the token in it
    assert [finding["told"] for finding in watched.report["findings"]] == [None]
    assert "NEWSCRAWL_PING_URL could not be reached" in crawled.stderr


def test_the_books_add_up(watched: Watched) -> None:
    """Requests by kind and status, bytes, outcomes and waiting stories are those of the run."""
    watched.site.reset()
    assert watched.crawl(3).returncode == 0
    told = watched.report
    by_kind = told["requests_by_kind"]
    assert sum(sum(by.values()) for by in by_kind.values()) == told["requests"]
    served = {kind: sum(by.values()) for kind, by in watched.site.counts.items()}
    assert {kind: sum(by.values()) for kind, by in by_kind.items()} == served
    assert 0 < sum(told["bytes_by_kind"].values()) < told["bytes_received"]
    assert told["found"] == sum(sum(reasons.values()) for reasons in told["outcomes"].values())
    kept = sum(told["outcomes"]["new"].values())
    assert sum(part["records"] for part in told["coverage"].values()) == kept
    assert sum(told["templates"].values()) == kept
    assert 0 <= told["delay"]["median"] <= told["delay"]["longest"] <= 3 * 3600
    assert told["to_revisit"]["stories"] > 0
