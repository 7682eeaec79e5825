"""The pace of the whole site, seen from the server: when requests arrive."""

import email.utils
import math
import os
import signal
import subprocess
import time
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from newscrawl.middlewares.pace import pace_of
from tests.middlewares.asking import PROJECT, ask, command
from tests.middlewares.serving import Reply, ScriptedServer

MANY = [f"/page/{number}" for number in range(6)]
QUEUED = {
    "CONCURRENT_REQUESTS": 8,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY": 0.05,  # without any, Scrapy lets more go at once than it is told to
    "DOWNLOAD_DELAY_JITTER": 0,
}
"""All are taken out of the scheduler at once, and wait in the downloader's slot."""
LATE = 0.1
"""Seconds by which a request may reach the server later than it was sent, and the next one not."""


def refuse_first(path: str, status: int, **headers: str) -> Any:
    """Return a server's answers: the first request for a path fails, all else is well."""
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda asked, count: (
        Reply(status, b"no", told) if (asked, count) == (path, 1) else Reply()
    )


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_in_seconds_holds_everything_back(status: int) -> None:
    """No request of any kind goes out before the time is over, not what was in the slot already."""
    with ScriptedServer(refuse_first("/page/0", status, Retry_After="1")) as server:
        results = ask(server.origin, *MANY, **QUEUED)
    assert {result[0] for result in results.values()} == {200}
    at = [asked.at for asked in server.asked]
    assert server.paths[1] == "/page/0"
    assert all(later - at[1] >= 1 for later in at[2:])


def test_retry_after_as_a_date() -> None:
    """The second form says the same: nothing goes out before that moment."""
    moments: list[float] = []
    until: list[int] = []

    def answer(path: str, count: int) -> Reply:
        moments.append(time.time())
        if (path, count) != ("/page/0", 1):
            return Reply()
        until.append(math.ceil(moments[-1] + 1))
        date = email.utils.formatdate(until[0], usegmt=True)
        return Reply(503, b"", {"Retry-After": date})

    with ScriptedServer(answer) as server:
        ask(server.origin, *MANY, **QUEUED)
    assert all(moment >= until[0] for moment in moments[2:])


def test_retry_after_on_a_redirect_and_on_robots() -> None:
    """Any answer may ask for time: a redirect, and robots.txt itself."""

    def answer(path: str, count: int) -> Reply:
        if (path, count) == ("/robots.txt", 1):
            return Reply(503, b"", {"Retry-After": "1"})
        if path == "/old":
            return Reply(301, b"", {"Location": "/new", "Retry-After": "1"})
        return Reply(404 if path == "/robots.txt" else 200)

    with ScriptedServer(answer) as server:
        assert ask(server.origin, "/old")["/old"][0] == 200
    assert server.paths == ["/robots.txt", "/robots.txt", "/old", "/new"]
    first, _, last = server.gaps()
    assert first >= 1
    assert last >= 1


def test_a_rest_is_told_with_its_reason() -> None:
    """Whoever looks at the run learns how long nothing is asked, and who wants it so."""
    crawler = get_crawler(settings_dict={"NEWSCRAWL_BACKOFF": 30, "NEWSCRAWL_PATIENCE": 120})
    pace, request = pace_of(crawler), Request("https://www.antaranews.com/dunia")
    assert pace.rest()[0] == 0
    pace.crawl_delay(20)
    seconds, why = pace.rest()
    assert (round(seconds), why) == (20, "as robots.txt asks")
    pace.trouble(request)
    seconds, why = pace.rest()
    assert 29 < seconds <= 45
    assert why == "after trouble"
    pace.answered(request, Response(request.url, 429, headers={"Retry-After": "60"}))
    seconds, why = pace.rest()
    assert (round(seconds), why) == (60, "as the site asks")


def test_a_pause_is_no_part_of_the_timeout() -> None:
    """A pause that is longer than DOWNLOAD_TIMEOUT lets no request time out."""
    with ScriptedServer(refuse_first("/page/0", 503, Retry_After="3")) as server:
        results = ask(server.origin, *MANY[:2], DOWNLOAD_TIMEOUT=2, **QUEUED)
    assert {result[0] for result in results.values()} == {200}


def test_trouble_without_a_time_doubles_the_pause() -> None:
    """Each trouble in a row makes the pause twice as long, whatever page it comes with."""
    with ScriptedServer(lambda path, _: Reply(404 if "robots" in path else 503)) as server:
        ask(server.origin, "/a", "/b", NEWSCRAWL_BACKOFF=0.1, **QUEUED)
    assert len(server.asked) == 7
    for gap, least in zip(server.gaps()[1:], (0.1, 0.2, 0.4, 0.8, 1.6), strict=True):
        assert gap >= least


def test_trouble_that_is_over_is_forgotten() -> None:
    """After an answer that is well, the next trouble is a first one again."""

    def answer(path: str, count: int) -> Reply:
        return Reply(200 if "robots" in path or count > 1 else 503)

    with ScriptedServer(answer) as server:  # 0.05 s doubled six times in a row would be a second
        results = ask(
            server.origin,
            *MANY,
            CONCURRENT_REQUESTS=1,
            NEWSCRAWL_BACKOFF=10_000,
            NEWSCRAWL_PATIENCE=0.2,
        )
    assert {result[0] for result in results.values()} == {200}
    assert all(server.paths.count(path) == 2 for path in MANY)


def test_a_wait_that_is_too_long_is_not_waited_for() -> None:
    """What the site asks for beyond our patience fails at once, and so does all that would follow."""
    with ScriptedServer(refuse_first("/page/0", 429, Retry_After="3600")) as server:
        results = ask(server.origin, *MANY, NEWSCRAWL_PATIENCE=100, **QUEUED)
    assert server.paths == ["/robots.txt", "/page/0"]
    assert results["/page/0"][0] == 429
    assert {results[path][0] for path in MANY[1:]} == {"NotAsked"}


@pytest.mark.parametrize("value", ["-1", "soon", "Thu, 01 Jan 1970 00:00:00 GMT", "0"])
def test_what_asks_for_nothing_is_trouble_like_any(value: str) -> None:
    """A Retry-After that means nothing leaves the usual pause."""
    with ScriptedServer(refuse_first("/a", 503, Retry_After=value)) as server:
        assert ask(server.origin, "/a", NEWSCRAWL_BACKOFF=0.3)["/a"][0] == 200
    assert server.gaps()[1] >= 0.3


def crawl_delay(value: str, agent: str = "*") -> Any:
    """Return a server's answers, with a Crawl-delay in its robots.txt."""
    rules = f"User-agent: {agent}\nCrawl-delay: {value}\n".encode()
    return lambda path, _: Reply(200, rules if path == "/robots.txt" else b"page")


@pytest.mark.parametrize("agent", ["*", "newscrawl"])
def test_crawl_delay_is_kept(agent: str) -> None:
    """Between any two requests there is what robots.txt asks for, however many could go at once."""
    with ScriptedServer(crawl_delay("0.4", agent)) as server:
        ask(server.origin, *MANY, CONCURRENT_REQUESTS=8, CONCURRENT_REQUESTS_PER_DOMAIN=8)
    assert len(server.asked) == 7
    assert min(server.gaps()) >= 0.4 - LATE
    assert sum(server.gaps()) >= 6 * 0.4 - LATE


@pytest.mark.parametrize("value", ["0.1", "nan", "-3", "x", "0"])
def test_a_smaller_or_senseless_crawl_delay_changes_nothing(value: str) -> None:
    """Our own delay stays where robots.txt asks for less, or for nothing that is a number."""
    with ScriptedServer(crawl_delay(value)) as server:
        ask(server.origin, *MANY[:2], DOWNLOAD_DELAY=0.5, DOWNLOAD_DELAY_JITTER=0)
    assert len(server.asked) == 3
    assert min(server.gaps()) >= 0.5 - LATE


def test_requests_are_apart_by_our_own_delay_after_a_pause() -> None:
    """What has waited for the end of a pause does not go out all at once."""
    with ScriptedServer(refuse_first("/page/0", 503, Retry_After="1")) as server:
        ask(
            server.origin,
            *MANY,
            CONCURRENT_REQUESTS=8,
            CONCURRENT_REQUESTS_PER_DOMAIN=8,
            DOWNLOAD_DELAY=0.3,
            DOWNLOAD_DELAY_JITTER=0,
        )
    assert min(server.gaps()) >= 0.3 - LATE


@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("reason", ["Crawl-delay", "Retry-After"])
def test_a_signal_breaks_any_wait(reason: str, signum: signal.Signals) -> None:
    """A run that waits for a minute and more ends at once when it is told to, without a traceback.

    A Crawl-delay of an hour is one of a minute, and said to be.
    """
    rules = b"User-agent: *\nCrawl-delay: 3600\n" if reason == "Crawl-delay" else b""

    def answer(path: str, _: int) -> Reply:
        if path == "/robots.txt":
            return Reply(200, rules)
        return Reply(503, b"", {"Retry-After": "110"})

    with ScriptedServer(answer) as server:
        process = subprocess.Popen(
            command(server.origin, MANY, {}),
            cwd=PROJECT,
            env=os.environ | {"PYTHONWARNINGS": ""},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        while len(server.asked) < (1 if reason == "Crawl-delay" else 2):
            assert process.poll() is None, process.communicate()
            time.sleep(0.02)
        time.sleep(0.5)
        process.send_signal(signum)
        _, errors = process.communicate(timeout=40)
    assert "Traceback" not in errors
    assert "never retrieved" not in errors
    assert "was destroyed" not in errors
    assert ("60 s are kept" in errors) == (reason == "Crawl-delay")
    assert len(server.asked) <= 2
