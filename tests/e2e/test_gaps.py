"""No gap between two runs is taken for known, whatever servers and caches answer meanwhile."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from newscrawl import clock
from tests.e2e.crawling import crawl, records, report
from tests.e2e.pages import FEED, LISTING, WWW, Pages, feed, listing, path, published, site, story
from tests.e2e.serving import Answer, PageServer
from tests.making import NOON

OLD = list(range(30, 10, -1))
NEW = list(range(100, 40, -1))
PER_PAGE = 20


def page(number: int) -> tuple[str, str]:
    """Return where a page of the listing is."""
    return LISTING if number == 1 else (WWW, f"/dunia?page={number}")


def listed(*numbers: int) -> Pages:
    """Return a feed with the newest stories, and the pages of the listing with all of them."""
    chunks = [numbers[at : at + PER_PAGE] for at in range(0, len(numbers), PER_PAGE)]
    pages = {FEED: feed(*numbers[:PER_PAGE])}
    for at, chunk in enumerate(chunks, 1):
        after = page(at + 1)[1] if at < len(chunks) else None
        pages[page(at)] = listing(*chunk, next_page=after)
    return pages


class Cron:
    """A site with entity tags, and a crawler that is run at times."""

    def __init__(self, server: PageServer, directory: Path) -> None:
        """Crawl into a directory."""
        self.server, self.data, self._time = server, directory / "data", directory / "clock"

    def after(self, hours: float = 0, *more: str, **arguments: object) -> dict[str, Any]:
        """Run once, so many hours after noon; return the report."""
        clock.write(self._time, NOON + timedelta(hours=hours))
        self.server.asked.clear()
        crawl(self.server.origin, self.data, *more, clock=self._time, **arguments)
        return report(self.data)

    def pages_asked(self) -> list[str]:
        """Return which pages of the listing the last run asked for."""
        return [path for _, path in self.server.asked if path.startswith("/dunia")]

    def missing(self) -> set[int]:
        """Return which stories are not kept."""
        return {*OLD, *NEW} - {record["article_id"] for record in records(self.data)}


@pytest.fixture
def cron(tmp_path: Path) -> Iterator[Cron]:
    """Return a crawler that knows the old stories; the new ones are out since, all within a day."""
    pages = site(*OLD) | {(WWW, path(n)): story(n) for n in (*OLD, *NEW)}
    with PageServer(pages, tagged=True) as server:
        cron = Cron(server, tmp_path)
        cron.after(-69)
        server.pages |= listed(*NEW, *OLD)
        yield cron


@pytest.mark.parametrize("missing", [Answer(b"gone for a minute", status=404), listing()])
def test_a_listing_page_that_is_missing_for_once(cron: Cron, missing: Answer) -> None:
    """A walk that comes to an end too soon is not over; it is told of, and the next run goes on."""
    whole = cron.server.pages[page(2)]
    cron.server.pages[page(2)] = missing
    assert cron.after(0)["exit_code"] == 3
    cron.server.pages[page(2)] = whole
    assert cron.after(0.5)["exit_code"] == 0
    assert cron.missing() == set()


def test_a_listing_without_a_next_page_for_once(cron: Cron) -> None:
    """The same for a page that leads no further, where nothing known was met."""
    whole = cron.server.pages[page(2)]
    cron.server.pages[page(2)] = listing(*NEW[PER_PAGE : 2 * PER_PAGE])
    assert cron.after(0)["exit_code"] == 3
    cron.server.pages[page(2)] = whole
    assert cron.after(0.5)["exit_code"] == 0
    assert cron.missing() == set()


def test_a_listing_that_is_really_over_is_believed_in_the_end(cron: Cron) -> None:
    """A site that does not reach back to what was known is told of three times, not for ever."""
    cron.server.pages[page(2)] = listing(*NEW[PER_PAGE : 2 * PER_PAGE])
    codes = [cron.after(hours)["exit_code"] for hours in (0, 0.5, 0.9, 1.1)]
    assert codes[:3] == [3, 3, 3]
    assert codes[3] == 0
    assert cron.pages_asked() == []


def test_a_feed_from_a_cache_that_is_behind(cron: Cron) -> None:
    """An old feed, answered by a 304 while a gap is open, does not close the gap."""
    pages = cron.server.pages
    first, good = pages[FEED], pages[LISTING]
    pages[LISTING] = Answer(b"x", status=404)
    assert cron.after(0)["exit_code"] == 3
    pages |= {FEED: feed(*OLD), LISTING: good}
    cron.after(0.2)
    pages[FEED] = first
    assert cron.after(0.4)["exit_code"] == 0
    assert cron.missing() == set()


def test_since_reaches_behind_what_a_304_says(cron: Cron) -> None:
    """A run that is to go further back than the last walk reads the feed and the listing in full."""
    cron.after(0, since=published(90).date())
    assert cron.missing() != set()
    cron.after(0.2, since=published(1).date())
    assert cron.missing() == set()


def test_a_walk_that_was_cut_off_goes_on_where_it_ended(cron: Cron) -> None:
    """The pages that were read are not read again, but for the last; new stories are not lost."""
    numbers = list(range(300, 100, -1))
    cron.server.pages |= listed(*numbers, *NEW, *OLD)
    cron.server.pages |= {(WWW, path(n)): story(n) for n in numbers}
    whole = cron.server.pages[page(8)]
    cron.server.pages[page(8)] = Answer(b"", status=500)
    assert cron.after(0, follow_depth=0)["exit_code"] == 3
    cron.server.pages |= listed(301, *numbers, *NEW, *OLD) | {(WWW, path(301)): story(301)}
    assert cron.server.pages[page(8)] != whole
    assert cron.after(0.5)["exit_code"] == 0
    asked = cron.pages_asked()
    assert asked[:3] == [page(1)[1], page(2)[1], page(7)[1]]
    assert cron.missing() == set()
    kept = {record["article_id"] for record in records(cron.data)}
    assert kept >= {*numbers, 301}


def test_a_page_under_repair_is_not_the_story(cron: Cron) -> None:
    """A notice with status 200 in a story's place loses the story for an hour, not for good."""
    notice = b"<html><title>Perbaikan</title><body><h1>Situs dalam perbaikan</h1></body></html>"
    cron.server.pages[(WWW, path(100))] = Answer(notice)
    cron.after(0)
    assert cron.missing() == {100}
    cron.server.pages[(WWW, path(100))] = story(100)
    cron.after(1.1)
    assert cron.missing() == set()


def test_a_304_that_nobody_asked_for_is_no_page(cron: Cron) -> None:
    """A story of which nothing is known cannot be unchanged."""
    cron.server.pages[(WWW, path(100))] = Answer(b"", status=304)
    assert cron.after(0)["outcomes"]["failed"] == {"empty": 1}
    cron.server.pages[(WWW, path(100))] = story(100)
    cron.after(0.2)
    assert cron.missing() == set()
