"""Years back: whatever way the site lists a day, each story of the range is kept once."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newscrawl import clock
from newscrawl.replica import Replica
from newscrawl.replica.corpus import Corpus
from newscrawl.replica.offers import Offers, Sitemap
from tests.e2e.crawling import crawl, killed_crawl, records, report
from tests.e2e.pages import FEED, LISTING, ROBOTS, WWW, feed, listing, path, published, site, story
from tests.e2e.serving import Answer, PageServer
from tests.making import NOON

if TYPE_CHECKING:
    import subprocess

START = date(2026, 10, 1)
FIRST, LAST = date(2026, 10, 20), date(2026, 10, 23)
WORLD = ("Dunia", "Internasional")
"""Sections of which a list's cards may name no other; the world's own list has stray ones, too."""
RANGE: dict[str, Any] = {"since": FIRST, "until": LAST, "follow_depth": 0}


class Backfill:
    """A replica, and a crawler that walks its past."""

    def __init__(self, site: Replica, directory: Path) -> None:
        """Crawl into a directory."""
        self.site, self.data, self.time = site, directory / "data", directory / "clock"

    def run(self, *more: str, **arguments: Any) -> "subprocess.CompletedProcess[str]":
        """Run once."""
        self.site.requests.clear()
        return crawl(self.site.origin, self.data, *more, clock=self.time, **RANGE | arguments)

    def asked(self, *kinds: str) -> list[str]:
        """Return which pages the last run asked for, of some kinds."""
        return [request.path for request in self.site.requests if request.kind in kinds]

    def missing(self, first: date = FIRST, last: date = LAST) -> set[str]:
        """Return the world's stories of some days that are not kept; none is kept twice."""
        kept = Counter(record["id"] for record in records(self.data))
        assert set(kept.values()) <= {1}
        stories = {s.id: s for s in self.site.stories() if first <= s.published.date() <= last}
        assert set(kept) <= set(stories)
        return {id_ for id_, s in stories.items() if s.section in WORLD} - set(kept)

    @property
    def report(self) -> dict[str, Any]:
        """What the last run reported."""
        return report(self.data)


Make = Callable[..., Backfill]

_corpus = cache(Corpus)
"""The stories of all these sites, written once: they depend on the arguments alone."""


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Return what makes a replica with some ways into its past."""
    monkeypatch.setattr("newscrawl.replica.replica.Corpus", _corpus)
    running: list[Replica] = []

    def of(offers: Offers, start: date = START, per_day: int = 12) -> Backfill:
        moved = tmp_path / "clock"
        clock.write(moved, NOON)
        replica = Replica(clock=moved, offers=offers, start=start, per_day=per_day)
        running.append(replica)
        replica.__enter__()
        return Backfill(replica, tmp_path)

    yield of
    for one in running:
        one.__exit__(None, None, None)


@pytest.mark.parametrize(
    ("offers", "way"),
    [
        (Offers(index="dmy", search=None), "index-dmy"),
        (Offers(index="ymd", search=None), "index-ymd"),
        (Offers(index="path", search=None), "index-path"),
        (Offers(index="section", search=None), "index-section"),
        (Offers(index=None, search="path"), "search-path"),
        (Offers(index=None, search="query"), "search-query"),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_each_way_leads_to_the_days(make: Make, offers: Offers, way: str) -> None:
    """Whichever of the ways works, the days are read by it, and no other is tried twice."""
    backfill = make(offers)
    done = backfill.run()
    assert (done.returncode, done.stderr) == (0, "")
    assert backfill.missing() == set()
    days = backfill.report["days"]
    assert [(day["way"], day["done"]) for day in days] == [(way, True)] * 4
    assert all(day["kept"] == day["discovered"] == day["listed"] for day in days)
    misses = [r for r in backfill.site.requests if r.kind != "article" and r.status == 404]
    assert len(misses) <= 5


def test_a_range_that_is_done_is_not_asked_for_again(make: Make) -> None:
    """The second run over a range that is past asks for nothing at all, unless it is told to."""
    backfill = make(Offers())
    backfill.run()
    assert backfill.report["outcomes"]["skipped"].get("other_section", 0) > 0
    assert {record["discovered"]["via"] for record in records(backfill.data)} == {"archive"}
    assert backfill.run().returncode == 0
    assert list(backfill.site.requests) == []
    assert backfill.report["range"]["done"] == 4
    backfill.run("-s", "NEWSCRAWL_REREAD_DAYS=1")
    assert backfill.asked("article") == []
    assert backfill.report["requests_by_kind"]["archive"]["200"] >= 4


def test_a_site_without_any_way(make: Make) -> None:
    """Where nothing leads to the days, the listing is walked, and days it does not reach are told."""
    backfill = make(Offers(index=None, search=None, tags=False, listing_pages=3))
    done = backfill.run()
    assert done.returncode == 3
    assert "4 days from 2026-10-20 to 2026-10-23" in done.stdout
    assert backfill.report["range"]["not_offered"] == 4
    assert len(backfill.asked("listing")) >= 3


@pytest.mark.parametrize("sitemap", ["plain", "gzip"])
def test_sitemaps_that_robots_txt_names(make: Make, sitemap: Sitemap) -> None:
    """Where nothing lists a day, the sitemaps' stories of the range are found, and no others."""
    backfill = make(Offers(index=None, search=None, sitemap=sitemap, listing_pages=2))
    assert backfill.run().returncode == 0
    assert backfill.missing() == set()
    assert {day["way"] for day in backfill.report["days"]} == {"sitemap"}
    assert backfill.run().returncode == 0
    assert list(backfill.site.requests) == []


def test_lists_of_tags(make: Make) -> None:
    """Tags of what is kept lead back where nothing else does; the days stay untold, all the same."""
    backfill = make(Offers(index=None, search=None, listing_pages=30))
    last = NOON.date()
    done = backfill.run(since=START, until=last)
    assert done.returncode == 3
    assert backfill.asked("tag", "listing", "other")
    ways = Counter(record["discovered"]["via"] for record in records(backfill.data))
    assert ways["archive"] > 10
    assert backfill.report["range"]["not_offered"] > 0


def test_a_site_that_ignores_the_date(make: Make) -> None:
    """Today's stories in the place of a day's are no list of the day; the listing is read instead."""
    backfill = make(Offers(ignores_date=True))
    assert backfill.run().returncode == 0
    assert backfill.missing() == set()
    assert [day["way"] for day in backfill.report["days"]] == ["listing"] * 4


def test_a_site_that_ignores_the_date_and_prints_none(make: Make) -> None:
    """Without dates on the cards, it shows in that two days are alike; then neither was read."""
    offers = Offers(ignores_date=True, card_dates=False, search=None, listing_pages=2)
    backfill = make(offers)
    assert backfill.run().returncode == 3
    assert backfill.report["range"]["not_offered"] == 4
    assert len(backfill.asked("listing")) == 2


def test_cards_without_dates(make: Make) -> None:
    """A list of the day whose cards print no date is one all the same."""
    backfill = make(Offers(card_dates=False))
    assert backfill.run().returncode == 0
    assert backfill.missing() == set()


def test_farther_back_than_the_listing_reaches(make: Make) -> None:
    """The listing is read as far as it goes, then the days; later runs go on as every run does."""
    backfill = make(Offers(listing_pages=3), start=date(2026, 11, 1))
    arguments = {"since": date(2026, 11, 10), "until": NOON.date()}
    assert backfill.run(**arguments).returncode == 0
    assert backfill.missing(date(2026, 11, 10), NOON.date()) == set()
    ways = [day["way"] for day in backfill.report["days"]]
    assert set(ways[:5]) == {"index-dmy"}
    assert ways[-1] == "listing"
    backfill.run(**arguments)
    assert len(backfill.site.requests) == 1


def test_the_oldest_day_first(make: Make) -> None:
    """With order=oldest the days are walked from the first on."""
    backfill = make(Offers(search=None, index_cards=50))
    backfill.run(order="oldest")
    asked = [path for path in backfill.asked("archive", "listing", "other") if "indeks" in path]
    assert asked == [f"/indeks/{FIRST + timedelta(days=at):%d-%m-%Y}" for at in range(4)]


def test_a_budget_of_time_is_no_failure(make: Make) -> None:
    """A run whose time is up ends well; the next one goes on where it was, and asks nothing twice."""
    backfill = make(Offers())
    slow = ("-s", "CLOSESPIDER_TIMEOUT=3", "-s", "DOWNLOAD_DELAY=0.15")
    seen: Counter[str] = Counter()
    for _ in range(20):
        done = backfill.run(*slow)
        assert done.returncode == 0
        seen.update(backfill.asked("article"))
        if not backfill.report["range"]["left"] and "deferred" not in backfill.report["outcomes"]:
            break
    assert backfill.missing() == set()


def test_max_articles_leaves_the_rest_for_the_next_run(make: Make) -> None:
    """A run that keeps as many stories as it may asks for no further day."""
    backfill = make(Offers())
    done = backfill.run(max_articles=5)
    assert done.returncode == 0
    assert len(records(backfill.data)) == 5
    assert backfill.report["range"]["left"] == 3
    assert backfill.run().returncode == 0
    assert backfill.missing() == set()


@pytest.mark.parametrize("requests", [6, 14, 23, 34])
def test_a_run_that_is_killed_goes_on_at_its_page(make: Make, requests: int) -> None:
    """Killed with -9 anywhere: every story once, and no page of a list that was read is asked for again."""
    backfill = make(Offers())
    killed_crawl(
        backfill.site.origin,
        backfill.data,
        when=lambda: len(backfill.site.requests) >= requests,
        clock=backfill.time,
        **RANGE,
    )
    before = [asked.path for asked in backfill.site.requests if "indeks" in asked.path]
    assert backfill.run().returncode == 0
    assert backfill.missing() == set()
    again = [r.path for r in backfill.site.requests if r.path in before]
    assert len(again) <= 1, again  # the one that was on its way


def test_an_archive_that_begins_in_the_middle(make: Make) -> None:
    """Behind a fortnight of empty days the course takes strides; what is left out is told."""
    backfill = make(Offers(search=None), start=date(2026, 10, 21))
    done = backfill.run(since=date(2026, 7, 1))
    assert done.returncode == 3
    assert "no list of the site reaches" in done.stdout
    assert backfill.missing() == set()
    told = backfill.report["range"]
    assert (told["done"], told["first_not_offered"]) == (3, "2026-07-01")
    assert sum(r.status == 404 for r in backfill.site.requests) < 50


def test_a_list_that_fails_is_read_by_the_next_run(make: Make) -> None:
    """A list page that the site cannot bring is told of; the other days are read meanwhile."""
    backfill = make(Offers())
    backfill.site.faults["/indeks/22-10-2026"] = 500
    assert backfill.run().returncode == 3
    assert backfill.report["range"]["left"] == 1
    backfill.site.faults.clear()
    assert backfill.run().returncode == 0
    assert backfill.missing() == set()


def test_a_day_that_is_not_there_for_once(make: Make) -> None:
    """A day to which no way leads is looked at again by the next run before it is believed."""
    backfill = make(Offers(search=None))
    gone = f"/indeks/{LAST - timedelta(days=1):%d-%m-%Y}"
    backfill.site.faults[gone] = 404
    assert backfill.run().returncode == 0
    assert backfill.report["range"]["left"] == 1
    backfill.site.faults.clear()
    assert backfill.run().returncode == 0
    assert backfill.missing() == set()


def test_a_thin_day_is_named(make: Make) -> None:
    """A day with far fewer stories than those around it is told, and is no failure."""
    day = FIRST + timedelta(days=1)
    backfill = make(Offers(listed={day: 1}, search=None), per_day=30)
    done = backfill.run()
    assert done.returncode == 0
    assert backfill.report["range"]["thin"] == [day.isoformat()]
    assert f"thin days  {day}" in done.stdout


@pytest.mark.parametrize(("edition", "section"), [("en", "world"), ("jatim", "terkini")])
def test_the_lists_of_an_edition_s_own_host(make: Make, edition: str, section: str) -> None:
    """English and regional days are read on their own host."""
    backfill = make(Offers())
    assert backfill.run(edition=edition, section=section).returncode == 0
    hosts = {request.host for request in backfill.site.requests if "indeks" in request.path}
    assert hosts == {f"{edition}.antaranews.com"}
    assert records(backfill.data)


def test_a_way_that_robots_forbid(tmp_path: Path) -> None:
    """A way that robots.txt forbids is none; the next one is taken, and nothing was refused."""
    search = "/search?q=%20&startDate=20-11-2026&endDate=20-11-2026"
    pages = site() | {
        ROBOTS: Answer(b"User-agent: *\nDisallow: /indeks\n", "text/plain"),
        LISTING: listing(200, 199),
        (WWW, search): listing(100, 99),
    }
    pages |= {(WWW, path(n)): story(n) for n in (99, 100, 199, 200)}
    time = tmp_path / "clock"
    clock.write(time, NOON + timedelta(days=6))
    with PageServer(pages) as server:
        day = NOON.date()
        done = crawl(server.origin, tmp_path, clock=time, since=day, until=day)
        assert not any("indeks" in path for _, path in server.asked)
    assert (done.returncode, sorted(r["article_id"] for r in records(tmp_path))) == (3, [99, 100])
    assert {t["reason"] for t in report(tmp_path)["troubles"]} == {"no_items"}


def test_a_list_that_leads_in_a_circle(tmp_path: Path) -> None:
    """A list whose next page names the same stories is over."""
    index = "/indeks/20-11-2026"
    pages = site(200) | {
        (WWW, index): listing(100, 99, next_page=f"{index}/2"),
        (WWW, f"{index}/2"): listing(100, 99, next_page=f"{index}/3"),
        (WWW, f"{index}/3"): listing(100, 99, next_page=f"{index}/4"),
    }
    pages |= {(WWW, path(n)): story(n) for n in (99, 100)}
    time = tmp_path / "clock"
    clock.write(time, NOON + timedelta(days=6))
    with PageServer(pages | {LISTING: listing(200, next_page="/dunia/2")}) as server:
        day = NOON.date()
        done = crawl(server.origin, tmp_path, clock=time, since=day, until=day)
        assert (WWW, f"{index}/3") not in server.asked
    assert (done.returncode, report(tmp_path)["range"]["done"]) == (0, 1)


def test_a_list_without_an_end(tmp_path: Path) -> None:
    """A list that always leads to one more page with one more story is left after 200, and told."""
    index = "/indeks/20-11-2026"
    newest = listing(1000, next_page="/dunia/2")
    pages = site() | {FEED: feed(1000), LISTING: newest}
    for number in range(1, 206):
        here = index if number == 1 else f"{index}/{number}"
        card = listing(100, next_page=f"{index}/{number + 1}").body
        other = card.replace(b"/berita/100/", f"/berita/{5000 + number}/".encode())
        pages[(WWW, here)] = Answer(other)
    time = tmp_path / "clock"
    clock.write(time, published(1000) + timedelta(hours=1))
    with PageServer(pages) as server:
        day = NOON.date()
        more = {"since": day, "until": day, "max_articles": 1}
        done = crawl(server.origin, tmp_path, clock=time, **more)
        assert sum("indeks" in path for _, path in server.asked) == 200
    assert done.returncode == 3
    assert [t["reason"] for t in report(tmp_path)["troubles"]] == ["endless_list"]
