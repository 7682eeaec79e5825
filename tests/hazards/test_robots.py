"""robots.txt that cannot be had, or is not one."""

import time

import pytest

from tests.e2e.pages import FEED, ROBOTS, WWW, site
from tests.e2e.serving import Answer
from tests.hazards.conftest import Crawl
from tests.hazards.raw import Page, RawServer, Send
from tests.hazards.test_time_and_size import memory

FORBID = b"User-agent: *\nDisallow: /\n"
ALLOW = b"User-agent: *\nAllow: /\n"
ALL_BUT_STORIES = b"User-agent: *\nDisallow: /berita/\n"


def hang(send: Send) -> None:
    """Leave the client waiting."""
    time.sleep(3)
    send(b"")


@pytest.mark.parametrize(
    "robots",
    [
        Answer(b"", status=500),
        Answer(ALLOW, status=503),
        hang,
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nUser-agent: *",
        Answer(b"", status=302, headers={"Location": "https://evil.example/robots.txt"}),
    ],
    ids=["500", "503 with rules", "timeout", "no answer", "cut", "other host"],
)
def test_robots_that_cannot_be_had(crawl: Crawl, robots: Page) -> None:
    """A server in trouble, silence and a redirect away from the site mean: stay away (RFC 9309).

    Plain Scrapy takes each for permission, and reads the rules of an error page.
    """
    with RawServer(site(100) | {ROBOTS: robots}) as server:
        done = crawl(server.origin, {"DOWNLOAD_TIMEOUT": 0.5, "RETRY_TIMES": 0})
        assert set(server.asked) == {ROBOTS}
    assert done.exit_code in (3, 4)
    assert done.records == []


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_robots_4xx_with_rules(crawl: Crawl, status: int) -> None:
    """Where there is no robots.txt there are no rules, whatever the error page says (RFC 9309).

    Plain Scrapy obeys the body of an error page.
    """
    with RawServer(site(100) | {ROBOTS: Answer(FORBID, status=status)}) as server:
        done = crawl(server.origin)
    assert done.outcomes == {"new": {"": 1}}


@pytest.mark.parametrize("megabytes", [1, 10])
def test_robots_of_10_mb(crawl: Crawl, megabytes: int) -> None:
    """Of a long robots.txt the first 500 KiB count; one over the limit for pages forbids all.

    Plain Scrapy parses all of it, in 850 MB and while nothing else moves.
    """
    long = ALL_BUT_STORIES + b"Disallow: /a-long-line-of-no-use\n" * (megabytes << 15)
    long += b"Disallow: /rss/\n"
    with RawServer(site(100) | {ROBOTS: Answer(long, "text/plain")}) as server:
        before = memory(crawl)
        done = crawl(server.origin)
        assert server.stories() == []
        assert server.asked[FEED] == (1 if megabytes == 1 else 0)
    assert done.exit_code in (3, 4)
    assert done.megabytes < before + 64


def test_robots_is_asked_by_each_host_once(crawl: Crawl) -> None:
    """However many pages wait for it, a host's robots.txt is one request, and it holds for all.

    Plain Scrapy lets all but the first two of them through while the file is on its way.
    """

    def slowly(send: Send) -> None:
        time.sleep(0.3)
        send(b"HTTP/1.1 200 OK\r\nContent-Length: 33\r\n\r\n" + ALL_BUT_STORIES)

    numbers = range(120, 104, -1)
    urls = ",".join(f"https://{WWW}/berita/{number}/x" for number in numbers)
    with RawServer(site(*numbers) | {ROBOTS: slowly}) as server:
        many = {"CONCURRENT_REQUESTS": 16, "CONCURRENT_REQUESTS_PER_DOMAIN": 16}
        done = crawl(server.origin, many, urls=urls)
        assert dict(server.asked) == {ROBOTS: 1}
    assert done.outcomes == {"refused": {"robots": 16}}
