"""Redirects that lead nowhere, and servers that say when to come again."""

import pytest

from newscrawl import settings
from tests.e2e.pages import FEED, ROBOTS, WWW, path, site, story, url
from tests.e2e.serving import Answer
from tests.hazards.conftest import Crawl
from tests.hazards.raw import RawServer

STORY = (WWW, path(100))


def moved(location: str, status: int = 302) -> Answer:
    """Return a redirect."""
    return Answer(b"", status=status, headers={"Location": location})


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect_to_self(crawl: Crawl, status: int) -> None:
    """A page that redirects to itself has an outcome, after at most five redirects.

    Plain Scrapy filters the second request as a duplicate, and tells nobody.
    """
    with RawServer(site(100, 99) | {STORY: moved(url(100), status)}) as server:
        done = crawl(server.origin)
        assert server.asked[STORY] <= 6
    assert done.outcomes == {"new": {"": 1}, "failed": {"redirects": 1}}
    assert done.exit_code == 3


def test_redirect_chain(crawl: Crawl) -> None:
    """A chain of redirects is followed five times, and the story counted as failed.

    Plain Scrapy goes on for twenty.
    """
    assert settings.REDIRECT_MAX_TIMES == 5
    chain = {STORY: moved("/hop/1")}
    chain |= {(WWW, f"/hop/{n}"): moved(f"/hop/{n + 1}") for n in range(1, 30)}
    with RawServer(site(100, 99) | chain) as server:
        done = crawl(server.origin)
        assert sum(p.startswith("/hop/") for _, p in server.asked) == 5
    assert done.outcomes == {"new": {"": 1}, "failed": {"redirects": 1}}


@pytest.mark.parametrize("target", ["", ";url=" + url(100), ";url=" + url(98)])
def test_meta_refresh_loop(crawl: Crawl, target: str) -> None:
    """A page that has a browser load it again, or another page, is read as it is, and asked once.

    Plain Scrapy loads it twenty times, and then loses it.
    """
    page = story(100).body.replace(
        b"<head>", f'<head><meta http-equiv="refresh" content="0{target}">'.encode()
    )
    with RawServer(site(100, 99) | {STORY: Answer(page)}) as server:
        done = crawl(server.origin)
        assert server.asked[STORY] == 1
        assert sorted(server.stories()) == [99, 100]
    assert done.outcomes == {"new": {"": 2}}


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("when", ["3600", "Fri, 20 Nov 2099 05:00:00 GMT"])
def test_retry_after(crawl: Crawl, status: int, when: str) -> None:
    """A page that says when to come again is not asked again before, and neither is the site.

    Plain Scrapy asks three times within milliseconds, and then drops the page.
    """
    busy = Answer(b"", status=status, headers={"Retry-After": when})
    pages = site(*range(120, 100, -1))
    with RawServer(pages | {FEED: busy}) as server:
        done = crawl(server.origin, {"CONCURRENT_REQUESTS": 1})
        assert dict(server.asked) == {ROBOTS: 1, FEED: 1}
        assert done.exit_code == {429: 4, 503: 3}[status]
        again = crawl(server.origin)
        assert dict(server.asked) == {ROBOTS: 1, FEED: 1}
        assert again.exit_code == done.exit_code
