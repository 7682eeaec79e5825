"""Markup that is made to stop a parser, and links that are made to lead a crawler astray."""

from itertools import count

import pytest

from tests.e2e.pages import FEED, LISTING, WWW, listing, path, site, story, url
from tests.e2e.serving import Answer
from tests.hazards.conftest import Crawl
from tests.hazards.raw import RawServer

STORY = (WWW, path(100))
MOST = 500
"""More stories than any page of the site leads to."""


def with_markup(markup: str) -> Answer:
    """Return the page of a story with something in front of its text."""
    return Answer(story(100).body.replace(b"<p>Jakarta", markup.encode() + b"<p>Jakarta"))


@pytest.mark.parametrize("levels", [2_050, 20_000, 200_000])
def test_nested_divs(crawl: Crawl, levels: int) -> None:
    """Elements in elements without end drop the page by name, and the next is read.

    Plain Scrapy loses what is deeper than 2,048 levels without a word.
    """
    with RawServer(site(100, 99) | {STORY: with_markup("<div>" * levels)}) as server:
        done = crawl(server.origin)
    assert done.outcomes == {"new": {"": 1}, "dropped": {"too_deep": 1}}


def test_200_000_attributes(crawl: Crawl) -> None:
    """A tag with endless attributes is refused before a parser sees it.

    Plain Scrapy stands still for minutes, and hears no signal meanwhile.
    """
    tag = "<div " + " ".join(f"a{number}=1" for number in range(200_000)) + ">"
    with RawServer(site(100, 99) | {STORY: with_markup(tag)}) as server:
        done = crawl(server.origin)
    assert done.outcomes == {"new": {"": 1}, "dropped": {"too_many_attributes": 1}}


@pytest.mark.parametrize("many", [200_000, 25_000])
def test_200_000_links_of_a_story(crawl: Crawl, many: int) -> None:
    """A page of nothing but links leads to few of them, or to none.

    Plain Scrapy queues them all before it fetches anything.
    """
    links = "".join(f"<a href=/berita/{number}/x>y</a> " for number in range(1, many))
    page = with_markup(f"<p>Baca juga: {links}</p>")
    with RawServer(site(100) | {STORY: page}) as server:
        done = crawl(server.origin, urls=url(100), max_articles=1)
    assert done.report["found"] <= MOST + 1


@pytest.mark.parametrize("place", [FEED, LISTING])
def test_200_000_links_of_a_list(crawl: Crawl, place: tuple[str, str]) -> None:
    """Of a feed or listing that names thousands of stories the first ones are taken."""
    items = "".join(
        f"<item><title>a</title><link>https://{WWW}/berita/{number}/x</link></item>"
        for number in range(1, 60_000)
    )
    pages = site(100)
    pages[FEED] = Answer(f'<rss version="2.0"><channel>{items}</channel></rss>'.encode())
    if place == LISTING:
        pages[FEED] = Answer(b"", status=404)
        pages[LISTING] = listing(*range(10_000, 11_000))
    with RawServer(pages) as server:
        done = crawl(server.origin, max_articles=1)
    assert 0 < done.report["found"] <= MOST + 1


def test_calendar_trap(crawl: Crawl) -> None:
    """Listing pages that always have a next one are left after a bounded number.

    Plain Scrapy follows them for as long as there are any.
    """
    pages = site(100)
    hops = 60
    pages[LISTING] = listing(100, next_page="/dunia/2")
    for page, number in zip(range(2, hops), count(5_000, -1), strict=False):
        pages[WWW, f"/dunia/{page}"] = listing(number, next_page=f"/dunia/{page + 1}")
    with RawServer(pages) as server:
        crawl(server.origin, {"NEWSCRAWL_LISTING_PAGES": 10})
        assert sum(path.startswith("/dunia") for _, path in server.asked) == 10


def test_a_trap_that_repeats_itself(crawl: Crawl) -> None:
    """A walk ends at a page that names nothing new, however far back it has to go, and says so."""
    pages = site(100)
    pages[LISTING] = listing(100, next_page="/dunia/2")
    for page in range(2, 60):
        pages[WWW, f"/dunia/{page}"] = listing(100, next_page=f"/dunia/{page + 1}")
    with RawServer(pages) as server:
        done = crawl(server.origin, since="2020-01-01")
        assert sum(path.startswith("/dunia") for _, path in server.asked) == 2
    assert done.exit_code == 3


BAD_LINKS = (
    "javascript:void(0)",
    "JaVaScRiPt://www.antaranews.com/berita/1/%0aalert(1)",
    "mailto:redaksi@antaranews.com",
    "tel:+62",
    "data:text/html,<a href=/berita/2/x>",
    "file:///etc/hostname",
    "file://www.antaranews.com/berita/3/x",
    "ftp://127.0.0.1/berita/4/x",
    "ftp://www.antaranews.com/berita/5/x",
    "https://user:pw@www.antaranews.com/berita/6/x",
    "https://evil.example/berita/7/x",
    "https://www.antaranews.com.evil.example/berita/8/x",
    "//evil.example/berita/9/x",
    "https://www.аntaranews.com/berita/10/x",
    "https://www.antaranews.com:8443/berita/11/x",
    "http://[::1/berita/12/x",
    "http://127.0.0.1/berita/13/x",
    "https://www.antaranews.com:port/berita/14/x",
    "\\\\evil.example\\berita\\15\\x",
    "",
    "#",
    "/berita//x",
    "/berita/99999999999999999999/x",
    "/berita/16/" + "x" * 5_000,
)


def test_hrefs(crawl: Crawl) -> None:
    """Links of no use are passed over one by one, and the good one behind them is followed.

    Plain Scrapy's ``follow_all`` dies of the first, and all later links with it.
    """
    pages = site(100) | {STORY: story(100, [*BAD_LINKS, url(50)]), (WWW, path(50)): story(50)}
    with RawServer(pages) as server:
        done = crawl(server.origin)
        assert sorted(server.stories()) == [50, 100]
    assert done.outcomes == {"new": {"": 2}}
