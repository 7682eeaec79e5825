"""Nothing slips by, whatever runs with ranges, cuts and outages came between."""

from datetime import timedelta
from pathlib import Path

import pytest

from newscrawl import clock
from tests.e2e.crawling import crawl, records, report
from tests.e2e.pages import FEED, LISTING, WWW, Pages, feed, listing, path, published, site, story
from tests.e2e.serving import Answer, PageServer
from tests.making import NOON

PER_PAGE = 10


@pytest.fixture
def at_noon(tmp_path: Path) -> Path:
    """Return a clock that stands at the tests' noon."""
    path = tmp_path / "clock"
    clock.write(path, NOON)
    return path


def ids(data: Path) -> list[int]:
    """Return the article ids of the records, sorted."""
    return sorted(record["article_id"] for record in records(data))


def paged(newest: int, oldest: int = 1) -> Pages:
    """Return a site whose feed has the newest four stories and whose listing has them all."""
    numbers = list(range(newest, oldest - 1, -1))
    pages = site(*numbers) | {FEED: feed(*numbers[:4])}
    chunks = [numbers[at : at + PER_PAGE] for at in range(0, len(numbers), PER_PAGE)]
    for page, chunk in enumerate(chunks, 1):
        after = f"/dunia/{page + 1}" if page < len(chunks) else None
        address = LISTING if page == 1 else (WWW, f"/dunia/{page}")
        pages[address] = listing(*chunk, next_page=after)
    return pages


def listing_pages(server: PageServer) -> int:
    """Return how many listing pages were asked for."""
    return sum(path.startswith("/dunia") for _, path in server.asked)


def test_adjacent_slices_make_a_whole(tmp_path: Path, at_noon: Path) -> None:
    """Two runs over two days, one after the other, keep both days, in either order."""
    day, next_day = published(50).date(), published(50).date() + timedelta(days=1)
    wanted = [n for n in range(1, 101) if published(n).date() in (day, next_day)]
    with PageServer(paged(100)) as server:
        for name, days in (("up", (day, next_day)), ("down", (next_day, day))):
            for one in days:
                done = crawl(server.origin, tmp_path / name, clock=at_noon, since=one, until=one)
                assert done.returncode == 0
            assert ids(tmp_path / name) == wanted


def test_a_range_after_an_outage_does_not_hide_the_gap(tmp_path: Path, at_noon: Path) -> None:
    """A run that read only today does not make the run after it believe that all is known."""
    with PageServer(paged(4)) as server:
        crawl(server.origin, tmp_path, clock=at_noon)
        server.pages |= paged(100)
        today = published(100).date()
        crawl(server.origin, tmp_path, clock=at_noon, since=today)
        crawl(server.origin, tmp_path, clock=at_noon)
    assert ids(tmp_path) == list(range(1, 101))


def test_a_fixed_since_walks_its_archive_once(tmp_path: Path, at_noon: Path) -> None:
    """A cron line with a fixed since reads the listing back once, and then only what is new."""
    since = published(30).date()
    with PageServer(paged(100)) as server:
        crawl(server.origin, tmp_path, clock=at_noon, since=since)
        assert listing_pages(server) > 5
        for newest in (101, 102, 103):
            server.pages |= paged(newest)
            server.asked.clear()
            crawl(server.origin, tmp_path, clock=at_noon, since=since)
            assert listing_pages(server) <= 1
    assert ids(tmp_path)[-3:] == [101, 102, 103]


def test_a_first_run_reads_only_so_many_pages(tmp_path: Path, at_noon: Path) -> None:
    """Without a range and without a past a run stops at NEWSCRAWL_LISTING_PAGES."""
    with PageServer(paged(100)) as server:
        crawl(server.origin, tmp_path, "-s", "NEWSCRAWL_LISTING_PAGES=3", clock=at_noon)
        assert listing_pages(server) == 3
    assert ids(tmp_path) == list(range(71, 101))


@pytest.mark.parametrize("end", [Answer(b"", status=404), listing()])
def test_a_listing_may_end_in_a_page_that_is_not_there(
    tmp_path: Path, at_noon: Path, end: Answer
) -> None:
    """A 404 or an empty page behind the last one is the end of the listing, and no failure."""
    pages = paged(20) | {(WWW, "/dunia/2"): listing(*range(10, 0, -1), next_page="/dunia/3")}
    with PageServer(pages | {(WWW, "/dunia/3"): end}) as server:
        assert crawl(server.origin, tmp_path, clock=at_noon).returncode == 0
        server.asked.clear()
        crawl(server.origin, tmp_path, clock=at_noon)
        assert listing_pages(server) == 0
    assert ids(tmp_path) == list(range(1, 21))


@pytest.mark.parametrize("status", [404, 503])
def test_a_feed_that_fails_does_not_stop_the_listing(tmp_path: Path, status: int) -> None:
    """Where the feed is not to be had and the site answers, the listing is read all the same."""
    with PageServer(site(100, 99) | {FEED: Answer(b"", status=status)}) as server:
        assert crawl(server.origin, tmp_path).returncode == 3
    assert ids(tmp_path) == [99, 100]


def test_a_feed_s_impossible_date_is_no_date(tmp_path: Path) -> None:
    """A date that no calendar in UTC has does not keep the story from being fetched, ever."""
    broken = feed(100).body.replace(b"Fri, 20 Nov 2026", b"Fri, 31 Dec 9999")
    broken = broken.replace(b"+0700", b"-0700").replace(b"12:00:00", b"23:59:59")
    assert b"9999 23:59:59 -0700" in broken
    with PageServer(site(100, 99) | {FEED: Answer(broken, "text/xml")}) as server:
        done = crawl(server.origin, tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
    assert ids(tmp_path) == [99, 100]


def test_feed_only_leaves_what_waits_to_be_fetched(tmp_path: Path) -> None:
    """A page that failed is still fetched when a feed_only run has kept its metadata meanwhile."""
    time = tmp_path / "clock"
    clock.write(time, NOON)
    with PageServer(site(100) | {(WWW, path(100)): Answer(b"", status=503)}) as server:
        crawl(server.origin, tmp_path, clock=time)
        crawl(server.origin, tmp_path, clock=time, feed_only=1)
        assert report(tmp_path)["outcomes"] == {"new": {"": 1}}
        server.pages |= {(WWW, path(100)): story(100), FEED: feed(), LISTING: listing(101)}
        clock.write(time, NOON + timedelta(minutes=6))
        crawl(server.origin, tmp_path, clock=time)
    lines = [(r["article_id"], r["template"]) for r in records(tmp_path)]
    assert lines[:2] == [(100, "feed"), (100, "D")]


def test_feed_only_keeps_to_max_articles(tmp_path: Path) -> None:
    """The limit counts the feed's records, too."""
    with PageServer(site(100, 99, 98)) as server:
        done = crawl(server.origin, tmp_path, feed_only=1, max_articles=2)
    assert done.returncode == 0
    assert len(records(tmp_path)) == 2
    assert report(tmp_path)["outcomes"]["deferred"] == {"max_articles": 1}


def test_a_title_that_the_feed_changes_is_a_revision(tmp_path: Path) -> None:
    """Of a story known by the feed alone, a changed feed entry is revision 2, and told as changed."""
    with PageServer(site(100)) as server:
        crawl(server.origin, tmp_path, feed_only=1)
        changed = feed(100).body.replace(b"Kabar 100", b"Kabar baru")
        server.pages[FEED] = Answer(changed, "text/xml")
        crawl(server.origin, tmp_path, feed_only=1)
        assert report(tmp_path)["outcomes"] == {"changed": {"": 1}}
        crawl(server.origin, tmp_path, feed_only=1)
        assert report(tmp_path)["outcomes"] == {"unchanged": {"same": 1}}
    assert [(r["revision"], r["headline"]) for r in records(tmp_path)] == [
        (1, "Kabar 100"),
        (2, "Kabar baru"),
    ]
