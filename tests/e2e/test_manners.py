"""Whole runs against a site that is slow, refuses, or breaks down: what they ask, and how they end."""

import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest

from newscrawl.middlewares.retry_after import LONGEST
from newscrawl.replica import Replica
from newscrawl.replica.site import Response
from tests import warm
from tests.e2e.crawling import PROJECT, command, crawl, crawl_while, environment, records, report

FEW: dict[str, Any] = {"max_articles": 3, "follow_depth": 0}
CHALLENGE = b"<html><head><title>Just a moment...</title></head><body></body></html>"


def bad(status: int, body: bytes = b"no", **headers: str) -> Response:
    """Return an answer that is no page."""
    told = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Response(status, "other", body, "text/html", None, told)


def once(prefix: str, make: Callable[[], Any]) -> Callable[[str, str], Any]:
    """Return a hook by which the first request for a path that begins so fails."""
    left = [make]
    return lambda _, path: left.pop()() if path.startswith(prefix) and left else None


def holds(data: Path) -> list[tuple[str, int]]:
    """Return reason and count of the hold that a ledger has."""
    database = sqlite3.connect(data / "antara" / "ledger.db")
    try:
        return database.execute("SELECT reason, times FROM holds").fetchall()
    finally:
        database.close()


def dues(data: Path) -> dict[str, int]:
    """Return when each story that was asked for in vain may be asked for again."""
    database = sqlite3.connect(data / "antara" / "ledger.db")
    try:
        return dict(
            database.execute(
                "SELECT address, due FROM stories WHERE outcome = 'failed' AND state = 'pending'"
            )
        )
    finally:
        database.close()


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after_slows_the_whole_run(tmp_path: Path, form: str) -> None:
    """A 429 with Retry-After on one story: nothing at all is asked for before the time is over."""
    until: list[float] = []

    def refuse() -> Response:
        until.append(time.time() + 1 if form == "seconds" else int(time.time()) + 2)
        value = "1" if form == "seconds" else formatdate(until[0], usegmt=True)
        return bad(429, Retry_After=value, Date=formatdate(time.time(), usegmt=True))

    with Replica() as site:
        site.hook = once("/berita/", refuse)
        one = ("-s", "CONCURRENT_REQUESTS=1")
        crawl(site.origin, tmp_path, *one, **FEW)
        requests = list(site.requests)
    refused = next(n for n, request in enumerate(requests) if request.status == 429)
    assert all(request.at >= until[0] - 0.05 for request in requests[refused + 1 :])
    assert len(records(tmp_path)) == 3


def test_403_everywhere(tmp_path: Path) -> None:
    """A site that refuses all is asked little, and nothing by the next run, unless it is told to."""
    with Replica() as site:
        site.faults["/"] = 403
        done = crawl(site.origin, tmp_path)
        assert done.returncode == 4, done.stderr
        assert report(tmp_path)["finish_reason"] == "refused"
        assert 0 < len(site.requests) <= 5
        assert holds(tmp_path) == [("refused", 1)]
        site.reset()
        site.faults.clear()
        held = crawl(site.origin, tmp_path)
        assert len(site.requests) == 0
        assert report(tmp_path)["finish_reason"] == "held"
        assert held.returncode == 4
        assert crawl(site.origin, tmp_path, "-s", "NEWSCRAWL_IGNORE_HOLD=1", **FEW).returncode == 0
    assert len(records(tmp_path)) == 3
    assert holds(tmp_path) == []


@pytest.mark.parametrize("status", [403, 200])
def test_stories_behind_a_challenge(tmp_path: Path, status: int) -> None:
    """Challenge pages end the run with 4; no page is dropped for good because of them.

    Listing pages that are answered well in between begin the count anew.
    """
    with Replica() as site:
        site.faults["/berita/"] = bad(status, CHALLENGE)
        done = crawl(site.origin, tmp_path, "-s", "CONCURRENT_REQUESTS=1", follow_depth=0)
        assert done.returncode == 4, done.stderr
        told = report(tmp_path)
        assert told["finish_reason"] == "refused"
        assert "dropped" not in told["outcomes"]
        assert set(told["outcomes"]["refused"]) == {"challenge"}
        assert 5 <= told["outcomes"]["refused"]["challenge"] <= 30
        assert told["outcomes"]["deferred"]["refused"] > 20


def test_a_day_of_503(tmp_path: Path) -> None:
    """A site in trouble ends the run with 3 after some requests; the next run asks nothing."""
    with Replica() as site:
        crawl(site.origin, tmp_path, **FEW)  # it knows robots.txt, and left stories to be fetched
        site.reset()
        site.faults["/"] = 503
        assert crawl(site.origin, tmp_path).returncode == 3
        assert report(tmp_path)["finish_reason"] == "site_in_trouble"
        assert 5 <= len(site.requests) <= 16  # those that were out together with the fifth
        assert holds(tmp_path) == [("site_in_trouble", 1)]
        site.reset()
        site.faults.clear()
        assert crawl(site.origin, tmp_path).returncode == 3
        assert len(site.requests) == 0


def test_a_503_that_asks_for_hours(tmp_path: Path) -> None:
    """A Retry-After beyond our patience ends the run at the first answer, until that very time."""
    with Replica() as site:
        site.faults["/rss/"] = bad(503, Retry_After="7200")
        assert crawl(site.origin, tmp_path).returncode == 3
        assert [request.path for request in site.requests] == ["/robots.txt", "/rss/dunia.xml"]
    database = sqlite3.connect(tmp_path / "antara" / "ledger.db")
    ((until,),) = database.execute("SELECT until FROM holds").fetchall()
    database.close()
    assert 7200 - LONGEST < until - time.time() <= 7200


def test_robots_that_fail(tmp_path: Path) -> None:
    """A robots.txt that answers 500 means to stay away: nothing else is asked for."""
    with Replica() as site:
        site.faults["/robots.txt"] = 500
        assert crawl(site.origin, tmp_path).returncode == 4
        assert {request.path for request in site.requests} == {"/robots.txt"}
        site.reset()
        site.faults.clear()  # and is not remembered
        assert crawl(site.origin, tmp_path, **FEW).returncode == 0


@pytest.mark.parametrize("status", [200, 404])
def test_robots_are_asked_once_a_day(tmp_path: Path, status: int) -> None:
    """The next run knows the answer, a "not there" too."""
    with Replica() as site:
        if status != 200:
            site.faults["/robots.txt"] = status
        for expected in (1, 0):
            site.reset()
            assert crawl(site.origin, tmp_path, **FEW).returncode == 0
            assert site.counts.get("robots", {}).get(str(status), 0) == expected


def test_crawl_delay(tmp_path: Path) -> None:
    """What robots.txt asks for lies between any two requests, in the next run as well."""
    rules = b"User-agent: *\nCrawl-delay: 0.5\n"
    with Replica() as site:
        site.faults["/robots.txt"] = Response(200, "robots", rules, "text/plain", None)
        for _ in range(2):
            site.reset()
            crawl(site.origin, tmp_path, **FEW)
            at = [request.at for request in site.requests]
            assert len(at) > 2
            assert at[-1] - at[0] >= (len(at) - 1) * 0.5 - 0.2


@pytest.mark.parametrize("asked_for", ["/berita/", "/robots.txt"])
@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_in_the_middle_of_a_pause(
    tmp_path: Path, signum: signal.Signals, times: int, asked_for: str
) -> None:
    """A run that was to wait for nearly two minutes ends at once, and forgets no story."""
    with Replica() as site:
        site.hook = once(asked_for, lambda: bad(429, Retry_After="110"))

        def interrupt(pid: int) -> None:
            warm.wait(pid, lambda: any(request.status == 429 for request in [*site.requests]))
            time.sleep(0.5)
            warm.tell(pid, *[signum] * times)

        two = ("-s", "CONCURRENT_REQUESTS=2")
        began = time.monotonic()
        done = crawl_while(interrupt, site.origin, tmp_path, *two)
        assert time.monotonic() - began < 60
        asked = len(site.requests)
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    assert "never retrieved" not in done.stderr
    assert "was destroyed" not in done.stderr
    told = report(tmp_path)
    assert told["finish_reason"] in ("shutdown", "interrupted")
    assert set(told["outcomes"]) <= {"deferred", "new"}
    assert asked < 10


def test_a_time_budget_ends_a_pause(tmp_path: Path) -> None:
    """A run whose time is spent does not wait for the end of a pause."""
    with Replica() as site:
        site.hook = once("/berita/", lambda: bad(429, Retry_After="110"))
        crawl(site.origin, tmp_path, "-s", "CLOSESPIDER_TIMEOUT=2", follow_depth=0)
    told = report(tmp_path)
    assert told["finish_reason"] == "closespider_timeout"
    assert told["seconds"] < 100


def test_a_contact(tmp_path: Path) -> None:
    """A contact that is none keeps a run from starting; no contact is nothing to speak of here."""
    with Replica() as site:
        done = crawl(site.origin, tmp_path, "-s", "NEWSCRAWL_CONTACT=nobody")
        assert done.returncode == 2
        assert "NEWSCRAWL_CONTACT" in done.stderr
        assert len(done.stderr.splitlines()) == 1
        assert len(site.requests) == 0
        given = (
            "doctor",
            "antara",
            "-a",
            f"origin={site.origin}",
            "-s",
            "NEWSCRAWL_CONTACT=nobody",
        )
        doctor = subprocess.run(
            [sys.executable, "-m", "scrapy", *given],
            cwd=PROJECT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert (doctor.returncode, len(doctor.stderr.splitlines())) == (2, 1)
        assert len(site.requests) == 0
        assert "NEWSCRAWL_CONTACT" not in crawl(site.origin, tmp_path, **FEW).stderr


def test_a_live_run_without_a_contact(tmp_path: Path) -> None:
    """It says in one line how to set one, asks nothing of the user, and goes on."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-n", "true"], check=False).returncode:
        pytest.skip("no way here to run a process without a network (unshare -n)")
    done = subprocess.run(
        [unshare, "-n", *command(None, "-s", "NEWSCRAWL_BACKOFF=0.01")],
        cwd=PROJECT,
        env=environment(tmp_path, NEWSCRAWL_CONTACT=""),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    told, *others = done.stderr.splitlines()
    assert "NEWSCRAWL_CONTACT" in told
    assert "NEWSCRAWL_CONTACT" not in "".join(others)
    assert "could not be reached" in "".join(others)


def test_a_site_in_trouble_says_nothing_of_its_pages(tmp_path: Path) -> None:
    """Pages that brought nothing while the whole site was down are asked for once it is well."""
    with Replica() as site:
        stories = [story for story in site.stories() if story.kind == "article"][:2]
        site.faults = {story.head.path: 500 for story in stories}
        named = ",".join(story.url for story in stories)
        crawl(site.origin, tmp_path, urls=named)
        assert all(due > 0 for due in dues(tmp_path).values())
        site.faults = {"/": 503}
        crawl(site.origin, tmp_path, "-s", "NEWSCRAWL_IGNORE_HOLD=1", urls=named)
    assert report(tmp_path)["finish_reason"] == "site_in_trouble"
    in_vain = dues(tmp_path)  # the run may end before the second of them has failed
    assert in_vain
    assert in_vain.keys() <= {story.url for story in stories}
    assert set(in_vain.values()) == {0}
