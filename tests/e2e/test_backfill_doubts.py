"""Years back on a site that is not as it should be: nothing is taken for done that is not."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from newscrawl import clock
from newscrawl.replica.offers import Offers
from tests.e2e.crawling import crawl, records, report
from tests.e2e.pages import (
    FEED,
    LISTING,
    MONTHS,
    ROBOTS,
    WWW,
    feed,
    listing,
    path,
    published,
    site,
    story,
)
from tests.e2e.serving import Answer, PageServer
from tests.e2e.test_backfill import WORLD, Backfill, Make, make
from tests.making import NOON

__all__ = ["make"]  # the fixture

DAY = NOON.date()
LATER = published(400) + timedelta(hours=1)
"""Twelve days after the tests' noon, when story 400 has just come out."""


class Site:
    """A site whose feed and listing have nothing old, and a crawler of it."""

    def __init__(self, server: PageServer, directory: Path) -> None:
        """Crawl into a directory."""
        self.server, self.data, self.time = server, directory / "data", directory / "clock"

    def lists(self, day: date, *numbers: int, page: int = 1, **more: Any) -> None:
        """List stories for a day."""
        address = f"/indeks/{day:%d-%m-%Y}" + (f"/{page}" if page > 1 else "")
        further = f"/indeks/{day:%d-%m-%Y}/{page + 1}" if more.pop("goes_on", False) else None
        self.server.pages[WWW, address] = listing(*numbers, next_page=further)
        self.server.pages |= {(WWW, path(number)): story(number) for number in numbers}

    def run(self, since: date = DAY, until: date = DAY, at: datetime = LATER, **more: Any) -> int:
        """Run once; return the exit code."""
        clock.write(self.time, at)
        more |= {"since": since, "until": until}
        return crawl(self.server.origin, self.data, clock=self.time, **more).returncode

    @property
    def kept(self) -> list[int]:
        """The stories that were kept."""
        return sorted(record["article_id"] for record in records(self.data))


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Site]:
    """Return a site without lists of days."""
    pages = site() | {FEED: feed(400), LISTING: listing(400, next_page="/dunia/2")}
    with PageServer(pages) as server:
        yield Site(server, tmp_path)


def undated(*numbers: int) -> Answer:
    """Return a listing page whose cards have no dates."""
    body = listing(*numbers).body
    for time in map(published, numbers):
        body = body.replace(f"{time.day} {MONTHS[time.month - 1]} {time.year}".encode(), b"")
    return Answer(body)


def wanted(backfill: Backfill, first: date, last: date) -> set[str]:
    """Return the world's stories of some days."""
    stories = [s for s in backfill.site.stories() if first <= s.published.date() <= last]
    return {s.id for s in stories if s.section in WORLD}


def kept(backfill: Backfill) -> set[str]:
    """Return the stories that were kept."""
    return {record["id"] for record in records(backfill.data)}


def test_a_range_after_one_that_nothing_leads_to(make: Make) -> None:
    """That no way led to some days says nothing of others: there each is tried again."""
    backfill = make(Offers(search=None, listing_pages=2), start=date(2026, 10, 18))
    assert backfill.run(since=date(2026, 7, 1), until=date(2026, 10, 10)).returncode == 3
    assert backfill.run().returncode == 0
    assert backfill.missing() == set()


def test_days_that_the_listing_reaches_and_no_list_does(make: Make) -> None:
    """Where the ways that work for other days fail all of the range, the listing is walked."""
    backfill = make(Offers(search=None), start=date(2026, 11, 1))
    assert backfill.run(since=date(2026, 11, 1), until=date(2026, 11, 2)).returncode == 0
    backfill.site.faults["/indeks"] = 404
    first, last = date(2026, 11, 14), date(2026, 11, 17)
    assert [backfill.run(since=first, until=last).returncode for _ in range(2)] == [0, 0]
    assert wanted(backfill, first, last) <= kept(backfill)


def test_a_range_without_any_list_is_never_done(make: Make) -> None:
    """However often all days of a range were empty, nothing is known of it, and that is told."""
    backfill = make(Offers(search=None, tags=False, listing_pages=2))
    assert backfill.run(since=date(2026, 10, 14), until=date(2026, 10, 15)).returncode == 0
    backfill.site.faults["/indeks"] = 404
    assert [backfill.run().returncode for _ in range(3)] == [3, 3, 3]
    told = backfill.report["range"]
    assert (told["done"], told["left"], told["not_offered"]) == (0, 0, 4)


def test_a_way_that_robots_forbid_later(old: Site) -> None:
    """Days are not empty because robots.txt has come to forbid their lists."""
    before = DAY - timedelta(days=2)
    old.lists(DAY, 100, 99)
    assert old.run() == 0
    old.lists(before + timedelta(days=1), 87, 86)
    old.lists(before, 60, 59)
    allowed = old.server.pages[ROBOTS]
    old.server.pages[ROBOTS] = Answer(b"User-agent: *\nDisallow: /indeks\n", "text/plain")
    for days in (2, 4, 6):
        assert old.run(before, at=LATER + timedelta(days=days)) == 3
    old.server.pages[ROBOTS] = allowed
    old.run(before, at=LATER + timedelta(days=8))
    assert old.kept == [59, 60, 86, 87, 99, 100]


def test_a_list_that_goes_on_into_the_day_before(old: Site) -> None:
    """The page on which a day ends has stories of both; those of the day are not lost."""
    old.lists(DAY, 100, 99, 98, goes_on=True)
    old.lists(DAY, 97, 96, 87, 86, 85, page=2, goes_on=True)
    old.lists(DAY, 84, 83, 82, page=3)
    assert old.run() == 0
    assert old.kept == [96, 97, 98, 99, 100]


def test_cards_that_are_a_week_vague(old: Site) -> None:
    """A card's "1 minggu lalu" leaves no story out that may be of the range."""
    old.lists(DAY, 100, 99)
    index = (WWW, f"/indeks/{DAY:%d-%m-%Y}")
    body = old.server.pages[index].body
    old.server.pages[index] = Answer(body.replace(b"20 November 2026", b"1 minggu lalu"))
    assert old.run() == 0
    assert old.kept == [99, 100]


def test_a_page_with_a_whole_day(old: Site) -> None:
    """A day's list may have all of it on one page, however many stories that are."""
    head, card = listing(100).body.split(b'<div class="card__post ', 1)
    card, tail = card.split(b'</div><ul class="pagination">', 1)
    cards = [card.replace(b"/berita/100/", b"/berita/%d/" % n) for n in range(5000, 5600)]
    body = head + b"".join(b'<div class="card__post ' + each for each in cards)
    body += b'</div><ul class="pagination">' + tail
    old.server.pages[WWW, f"/indeks/{DAY:%d-%m-%Y}"] = Answer(body)
    old.run(max_articles=1)
    assert report(old.data)["found"] >= len(cards)


def test_the_newest_stories_in_the_place_of_each_day(old: Site) -> None:
    """A list without dates is no day's where most of it stood on another's, and a few are new."""
    for days in range(3):
        numbers = range(403 - days, 393 - days, -1)
        index = f"/indeks/{DAY - timedelta(days=days):%d-%m-%Y}"
        old.server.pages[WWW, index] = undated(*numbers)
        old.server.pages |= {(WWW, path(number)): story(number) for number in numbers}
    assert old.run(DAY - timedelta(days=2), at=LATER + timedelta(hours=5)) == 3
    assert report(old.data)["range"]["not_offered"] == 3


def test_a_day_that_leads_elsewhere(old: Site) -> None:
    """A redirect in the place of a list without dates disproves no other day's."""
    for days in (0, 1):
        old.lists(DAY - timedelta(days=days), 100 - 24 * days)
        old.server.pages[WWW, f"/indeks/{DAY - timedelta(days=days):%d-%m-%Y}"] = undated(
            100 - 24 * days
        )
    index = f"/indeks/{DAY - timedelta(days=2):%d-%m-%Y}"
    old.server.pages[WWW, index] = Answer(b"", status=302, headers={"Location": "/front"})
    old.server.pages[WWW, "/front"] = undated(400)
    old.run(DAY - timedelta(days=2))
    ways = [(day["way"], day["done"]) for day in report(old.data)["days"]]
    assert ways == [(None, False), ("index-dmy", True), ("index-dmy", True)]


def test_a_search_that_is_always_refused(old: Site) -> None:
    """A way that never worked and is refused is left alone by and by, like one that is not there."""
    old.lists(DAY, 100, 99)
    old.lists(DAY - timedelta(days=2), 60, 59)
    day = f"{DAY - timedelta(days=1):%d-%m-%Y}"
    search = f"/search?q=%20&startDate={day}&endDate={day}"
    old.server.pages[WWW, search] = Answer(b"no", status=403)
    times = [LATER + timedelta(days=days) for days in range(6)]
    codes = [old.run(DAY - timedelta(days=2), at=time) for time in times]
    assert (codes[0], codes[-1]) == (4, 0)


def test_a_tag_whose_pages_are_all_the_same(tmp_path: Path) -> None:
    """A tag's list that names nothing new is over."""
    tags = b'</div><div class="blog-tags"><ul><li><a href="/tag/rusia">rusia</a></li></ul></div>'
    pages = site(200)
    body = pages[WWW, path(200)].body
    pages[WWW, path(200)] = Answer(body.replace(b"</div></div></body>", tags + b"</div></body>"))
    for page in range(1, 10):
        here = "/tag/rusia" if page == 1 else f"/tag/rusia/{page}"
        pages[WWW, here] = listing(200, next_page=f"/tag/rusia/{page + 1}")
    with PageServer(pages) as server:
        Site(server, tmp_path).run(date(2026, 11, 1), date(2026, 11, 25))
        assert [asked for asked in server.asked if "/tag/rusia" in asked[1]] == [
            (WWW, "/tag/rusia"),
            (WWW, "/tag/rusia/2"),
        ]


def test_sitemaps_that_name_each_other(tmp_path: Path) -> None:
    """Each sitemap is read once in a run, however often it is named."""
    rules = b"User-agent: *\nAllow: /\nSitemap: https://www.antaranews.com/a.xml\n"
    pages = site(200) | {ROBOTS: Answer(rules, "text/plain")}
    names = ("a", "b", "c")
    for name in names:
        others = "".join(f"<sitemap><loc>/{n}.xml</loc></sitemap>" for n in names if n != name)
        index = f"<sitemapindex>{others}</sitemapindex>"
        pages[WWW, f"/{name}.xml"] = Answer(index.encode(), "text/xml")
    with PageServer(pages) as server:
        Site(server, tmp_path).run(date(2026, 10, 1), date(2026, 10, 1))
        assert [server.asked[WWW, f"/{name}.xml"] for name in names] == [1, 1, 1]


def test_today_is_not_done_by_a_sitemap(make: Make) -> None:
    """What comes out after the sitemap was read is found by the next run."""
    offers = Offers(index=None, search=None, tags=False, sitemap="plain", listing_pages=1)
    backfill = make(offers, start=DAY - timedelta(days=2), per_day=60)
    arguments = {"since": DAY - timedelta(days=1), "until": DAY}
    backfill.run(**arguments)
    clock.write(backfill.time, NOON + timedelta(days=1))
    assert backfill.run(**arguments).returncode == 0
    assert wanted(backfill, DAY, DAY) <= kept(backfill)
