"""robots.txt: one request, for which everything waits; its rules, and what stands in for them."""

import threading
from typing import Any

import pytest

from tests.middlewares.asking import ask
from tests.middlewares.serving import Reply, ScriptedServer

RULES = b"User-agent: *\nDisallow: /secret\n"
LIVE = {"CONCURRENT_REQUESTS": 16, "CONCURRENT_REQUESTS_PER_DOMAIN": 1, "DOWNLOAD_DELAY": 0.02}
LOCAL = {"CONCURRENT_REQUESTS": 16, "CONCURRENT_REQUESTS_PER_DOMAIN": 16, "DOWNLOAD_DELAY": 0}


@pytest.mark.parametrize("settings", [LIVE, LOCAL])
def test_sixteen_requests_wait_for_it(settings: dict[str, Any]) -> None:
    """While robots.txt is on its way nothing else is asked for, and nothing it forbids ever is."""
    paths = [f"/{'secret' if number % 2 else 'open'}/{number}" for number in range(16)]
    may_answer = threading.Event()

    def answer(path: str, _: int) -> Reply:
        if path == "/robots.txt":
            threading.Timer(1, may_answer.set).start()  # time for the others to run ahead
            may_answer.wait()
            return Reply(200, RULES)
        assert may_answer.is_set()
        return Reply()

    with ScriptedServer(answer) as server:
        results = ask(server.origin, *paths, **settings)
    assert server.paths[0] == "/robots.txt"
    assert sorted(server.paths[1:]) == sorted(path for path in paths if "open" in path)
    for path in paths:
        assert results[path][0] == (200 if "open" in path else "RobotsForbidden")


@pytest.mark.parametrize("settings", [LIVE, LOCAL])
def test_sixteen_requests_for_what_may_not_be_asked(settings: dict[str, Any]) -> None:
    """Sixteen waiting requests for forbidden pages are sixteen refusals."""
    paths = [f"/secret/{number}" for number in range(16)]
    with ScriptedServer(lambda *_: Reply(200, RULES)) as server:
        results = ask(server.origin, *paths, **settings)
    assert server.paths == ["/robots.txt"]
    assert {result[0] for result in results.values()} == {"RobotsForbidden"}


def page_after(*robots: Reply) -> tuple[str | int, list[str]]:
    """Return what becomes of a page after these answers to robots.txt, and what was asked for."""

    def answer(path: str, count: int) -> Reply:
        if path == "/page":
            return Reply()
        return robots[min(count, len(robots)) - 1] if path == "/robots.txt" else Reply(404)

    with ScriptedServer(answer) as server:
        return ask(server.origin, "/page")["/page"][0], server.paths


FORBID_ALL = b"User-agent: *\nDisallow: /\n"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_4xx_allows_all_whatever_its_body_says(status: int) -> None:
    """A file that is not there has no rules, not even those in the error page (RFC, 2.3.1.3)."""
    assert page_after(Reply(status, FORBID_ALL)) == (200, ["/robots.txt", "/page"])


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_5xx_forbids_all_whatever_its_body_says(status: int) -> None:
    """A server in trouble is asked for nothing, after two more attempts (RFC, 2.3.1.4)."""
    assert page_after(Reply(status, b"User-agent: *\nAllow: /\n")) == (
        "RobotsInTrouble",
        ["/robots.txt"] * 3,
    )


def test_no_answer_forbids_all() -> None:
    """Where nobody answers, nothing else is asked for."""
    assert page_after(Reply(None)) == ("RobotsUnreachable", ["/robots.txt"] * 3)


def test_a_challenge_forbids_all() -> None:
    """A 403 that is a challenge page is no "there is no such file"."""
    challenge = Reply(403, b"<html>", {"cf-mitigated": "challenge"})
    assert page_after(challenge) == ("RobotsForbidden", ["/robots.txt"])


def test_trouble_that_passes() -> None:
    """The rules that come the second time are the rules."""
    got, paths = page_after(Reply(503), Reply(200, FORBID_ALL))
    assert (got, paths) == ("RobotsForbidden", ["/robots.txt"] * 2)


def redirected(target: str, times: int) -> Any:
    """Return a server's answers: robots.txt leads so often on, and at last to a target."""
    fixed = {"/page": Reply(), "/rules": Reply(200, b"User-agent: *\nDisallow: /page\n")}

    def answer(path: str, _: int) -> Reply:
        if path in fixed:
            return fixed[path]
        step = 1 if path == "/robots.txt" else int(path.removeprefix("/step/"))
        return Reply(301, b"", {"Location": target if step == times else f"/step/{step + 1}"})

    return answer


@pytest.mark.parametrize("target", ["/rules", "https://en.antaranews.com/rules"])
def test_five_redirects_are_followed(target: str) -> None:
    """Rules behind the fifth redirect, on another host of the site too, are the host's own."""
    with ScriptedServer(redirected(target, 5)) as server:
        assert ask(server.origin, "/page")["/page"][0] == "RobotsForbidden"
    assert server.paths[-1] == "/rules"
    assert len(server.paths) == 6


@pytest.mark.parametrize(
    ("target", "times"), [("/rules", 6), ("https://evil.example/rules", 1), ("file:///etc/x", 1)]
)
def test_redirects_that_lead_away_forbid_all(target: str, times: int) -> None:
    """Where the rules are not to be had, because they are too far or off the site, we stay away."""
    with ScriptedServer(redirected(target, times)) as server:
        got = ask(server.origin, "/page")["/page"][0]
    if target.startswith("file:"):  # no redirect for Scrapy: an answer without rules
        assert got == 200
    else:
        assert got == "RobotsUnreachable"
        assert "/page" not in server.paths


def test_rules_behind_500_kib_are_not_read() -> None:
    """The file counts as far as half a megabyte, and reading it takes no time."""
    filler = b"# nothing\n" * 60_000
    assert page_after(Reply(200, filler + FORBID_ALL))[0] == 200
    assert page_after(Reply(200, FORBID_ALL + filler))[0] == "RobotsForbidden"
