"""What feed, listing and robots.txt are judged by."""

from datetime import timedelta

import pytest

from newscrawl.doctor.diagnosis import Answer, Lead
from newscrawl.doctor.discovery import (
    check_feed,
    check_listing,
    check_robots,
    check_together,
    not_read,
)
from tests.e2e import pages
from tests.making import NOON


def came(what: str, body: bytes, status: int = 200) -> Answer:
    """Return an answer."""
    return Answer(what, f"https://www.antaranews.com/{what}", status, body, "text/html")


def test_a_good_feed() -> None:
    """Items are counted and the newest is dated."""
    visit, leads = check_feed(came("feed", pages.feed(100, 99).body), NOON + timedelta(minutes=12))
    assert (visit.verdict, visit.findings) == ("2 items, newest 12 minutes old", ())
    assert [lead.story.article_id for lead in leads] == [100, 99]
    assert leads[0].item is not None


@pytest.mark.parametrize(
    ("later", "finding"),
    [
        (timedelta(days=8), "nothing new for 8 days: is the section still this one?"),
        (timedelta(hours=-7), "its newest item is 7 hours in the future"),
    ],
)
def test_times_that_cannot_be(later: timedelta, finding: str) -> None:
    """An old feed, and one of which the zone was misread."""
    visit, _ = check_feed(came("feed", pages.feed(100).body), NOON + later)
    assert visit.findings == (finding,)


def test_feeds_without_anything() -> None:
    """A page that is no feed, one without items, and items without dates or titles."""
    assert "is no RSS" in check_feed(came("feed", b"<html></html>"), NOON)[0].verdict
    empty = b"<rss><channel></channel></rss>"
    assert "names no story" in check_feed(came("feed", empty), NOON)[0].findings[0]
    link = "<link>https://www.antaranews.com/berita/1/x</link>"
    bare = f"<rss><channel><item>{link}</item></channel></rss>".encode()
    assert check_feed(came("feed", bare), NOON)[0].findings == (
        "no item has a date that is understood",
        "no item has a title",
        "no item has a teaser",
    )


def test_listings() -> None:
    """Cards are counted, the next page is named, and what is missing is a finding."""
    good, leads = check_listing(came("dunia", pages.listing(2, 1, next_page="/dunia/2").body), NOON)
    assert (good.verdict, good.findings, len(leads)) == ("2 cards, next page /dunia/2", (), 2)
    last, _ = check_listing(came("dunia", pages.listing(2, 1).body), NOON, leads)
    assert (last.verdict, last.findings) == ("2 cards, no next page", ())
    short, _ = check_listing(came("dunia", pages.listing(2).body), NOON, leads)
    assert short.findings == (
        "no link to a next page is found, though the feed names further stories",
    )
    undated = pages.listing(2, next_page="/dunia?page=2").body.replace(b"list-inline-item", b"x")
    dull, _ = check_listing(came("dunia", undated.replace(b"card__post__author", b"y")), NOON)
    assert dull.verdict == "1 cards, next page /dunia?page=2"
    assert dull.findings == ("no card has a date that is understood",)
    assert (
        check_listing(came("dunia", b"<html><p>x"), NOON)[0]
        .findings[0]
        .startswith("no template finds a card")
    )
    assert "cannot be read" in check_listing(came("dunia", b""), NOON)[0].verdict


def test_robots() -> None:
    """What it forbids is named; none at all allows all, a server's error nothing."""
    url = "https://www.antaranews.com/dunia"
    assert check_robots(came("robots.txt", b"x"), []).findings == ()
    assert check_robots(came("robots.txt", b"x", 404), []).findings == ()
    assert check_robots(came("robots.txt", b"x"), [url]).findings == (f"forbids {url}",)
    assert "503" in check_robots(came("robots.txt", b"x", 503), [url]).findings[0]


def test_what_is_not_there() -> None:
    """A status or a failure is a finding; what robots.txt forbids is told there."""
    assert "the site answers 404" in not_read(came("feed", b"", 404)).findings[0]
    failed = Answer("feed", "https://www.antaranews.com/", failure="took too long")
    assert not_read(failed).verdict == "took too long"
    forbidden = Answer("feed", "https://www.antaranews.com/", failure="x", is_forbidden=True)
    assert not_read(forbidden).findings == ()


def test_feed_and_listing_together() -> None:
    """Lists of one section share stories."""
    one = check_feed(came("feed", pages.feed(3, 2).body), NOON)[1]
    other: tuple[Lead, ...] = check_listing(came("dunia", pages.listing(9, 8).body), NOON)[1]
    assert check_together(one, one, "dunia") == check_together(one, (), "dunia") == []
    assert "no story in common" in check_together(one, other, "dunia")[0]
    assert "no story is named" in check_together((), (), "dunia")[0]
