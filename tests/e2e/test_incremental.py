"""Runs from cron: they cost the site next to nothing, and notice what changes."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from newscrawl import clock
from newscrawl.replica import Replica
from newscrawl.replica.story import Story
from tests.e2e.crawling import crawl, records, report
from tests.e2e.pages import FEED, WWW, feed, path, printed, published, site, url
from tests.e2e.pages import story as page_of
from tests.e2e.serving import Answer, PageServer
from tests.making import NOON

IDLE_BYTES = 2_000


class Cron:
    """A site, a crawler, and the time that both live in."""

    def __init__(self, site: Replica, directory: Path, time: Path) -> None:
        """Crawl into a directory."""
        self.site, self.data, self._time = site, directory / "data", time

    def at(self, moment: datetime, **arguments: object) -> dict[str, Any]:
        """Run once at a moment; return the run's report."""
        clock.write(self._time, moment)
        self.site.reset()
        done = crawl(self.site.origin, self.data, clock=self._time, **arguments)
        assert done.stderr == ""
        return report(self.data)

    def revisions(self, story: Story) -> list[dict[str, Any]]:
        """Return the records of a story, in the order of the files."""
        return [record for record in records(self.data) if record["id"] == story.id]


@pytest.fixture
def cron(tmp_path: Path) -> Iterator[Cron]:
    """Return a crawler of a site with its clock at noon."""
    time = tmp_path / "clock"
    clock.write(time, NOON)
    with Replica(seed=38, clock=time, per_day=30, start=(NOON - timedelta(days=1)).date()) as site:
        yield Cron(site, tmp_path, time)


def corrected(site: Replica) -> Story:
    """Return a story of the world that is corrected between one and six hours after it is out."""
    world = [story for story in site.stories() if story.head.in_world and not story.head.taken_down]
    for story in world:
        firsts = [c.at - story.published for c in story.corrections][:1]
        if firsts and timedelta(hours=1) < firsts[0] < timedelta(hours=6):
            return story
    raise AssertionError("no such story; take another seed")


def test_an_idle_run_asks_for_the_feed_and_gets_nothing(cron: Cron) -> None:
    """Two runs at one moment: the second is one conditional request, answered by a 304."""
    cron.at(NOON)
    idle = cron.at(NOON)
    assert idle["exit_code"] == 0
    assert [(entry.path, entry.status) for entry in cron.site.requests] == [("/rss/dunia.xml", 304)]
    assert idle["requests"] <= 2
    assert idle["bytes_received"] < IDLE_BYTES


def test_a_feed_that_does_not_reach_back_is_asked_for_in_full_until_the_gap_is_closed(
    cron: Cron,
) -> None:
    """A feed is not taken for known while its walk over the listing failed."""
    cron.at(NOON - timedelta(days=1))
    cron.site.faults["/dunia"] = 404
    broken = cron.at(NOON)
    assert broken["exit_code"] == 3
    cron.site.faults.clear()
    mended = cron.at(NOON)
    feeds = [entry.status for entry in cron.site.requests if entry.kind == "feed"]
    assert feeds == [200]
    assert mended["exit_code"] == 0
    kept = {record["article_id"] for record in records(cron.data)}
    out = [story for story in cron.site.stories() if story.head.in_world]
    assert {story.article_id for story in out} <= kept


def test_a_correction_becomes_a_revision(cron: Cron) -> None:
    """A story that is corrected is written again by the visit after it, once."""
    clock.write(cron._time, NOON + timedelta(hours=12))
    story = corrected(cron.site)
    out, changed = story.published, story.corrections[0].at
    cron.at(out + timedelta(minutes=1))
    first = cron.revisions(story)
    assert [record["revision"] for record in first] == [1]
    cron.at(changed - timedelta(minutes=1))
    cron.at(out + timedelta(hours=6, minutes=1))
    cron.at(out + timedelta(hours=6, minutes=30))
    one, two = cron.revisions(story)
    assert (two["revision"], two["first_seen"]) == (2, one["first_seen"])
    assert two["discovered"]["via"] == "revisit"
    assert two["discovered"]["depth"] == one["discovered"]["depth"]
    assert two["headline"] == story.corrections[0].headline
    assert two["url"] == one["url"]


def test_what_has_not_changed_costs_a_304_and_no_line(cron: Cron) -> None:
    """Visits that are due are conditional; nothing is written for them."""
    cron.at(NOON)
    before = records(cron.data)
    later = cron.at(NOON + timedelta(hours=1, minutes=1))
    visited = [
        entry for entry in cron.site.requests if entry.status == 304 and entry.kind == "article"
    ]
    unchanged = later["outcomes"]["unchanged"]["not_modified"]
    assert len(visited) == unchanged > 0
    fresh = later["outcomes"].get("new", {}).get("", 0)
    changed = later["outcomes"].get("changed", {}).get("", 0)
    assert len(records(cron.data)) == len(before) + fresh + changed


def test_a_story_that_is_taken_down_keeps_its_record(cron: Cron) -> None:
    """The ledger and the report say that it is gone; the line stays as it was."""
    cron.at(NOON)
    recent = NOON - timedelta(minutes=50)
    story = next(s for s in cron.site.stories() if s.head.in_world and s.published < recent)
    kept = cron.revisions(story)
    cron.site.faults[story.head.path] = 410
    gone = cron.at(story.published + timedelta(hours=6, minutes=1))
    assert gone["outcomes"]["gone"] == {"http_410": 1}
    assert gone["exit_code"] == 0
    assert cron.revisions(story) == kept != []


def test_a_named_story_is_looked_at_again(cron: Cron) -> None:
    """``urls`` asks for a story that is kept, conditionally."""
    cron.at(NOON)
    url = records(cron.data)[0]["url"]
    again = cron.at(NOON + timedelta(minutes=1), urls=url)
    assert again["outcomes"] == {"unchanged": {"not_modified": 1}}


def test_a_failing_page_rests_before_it_is_asked_for_again(cron: Cron) -> None:
    """One page in trouble is asked for after 5 minutes, then after 10; the rest is kept."""
    story = next(s for s in cron.site.stories() if s.head.in_world and s.kind == "article")
    cron.site.faults[story.head.path] = 500
    asked = []
    for minute in (0, 3, 6, 9, 12, 17):
        cron.at(NOON + timedelta(minutes=minute))
        asked += [minute] * any(entry.path == story.head.path for entry in cron.site.requests)
    assert asked == [0, 6, 17]
    cron.site.faults.clear()
    cron.at(NOON + timedelta(minutes=38))
    assert len(cron.revisions(story)) == 1


def test_a_visit_without_the_feed_is_no_correction(tmp_path: Path) -> None:
    """A description that only the feed gave does not get lost, nor make a revision, by a visit."""
    time = tmp_path / "clock"
    clock.write(time, NOON)
    with PageServer(site(101, 100)) as server:
        first = crawl(server.origin, tmp_path / "data", clock=time)
        clock.write(time, NOON + timedelta(days=35))
        again = crawl(server.origin, tmp_path / "data", "-s", "NEWSCRAWL_REVISITS=30d", clock=time)
    assert (first.returncode, again.returncode) == (0, 0)
    assert {record["revision"] for record in records(tmp_path / "data")} == {1}


def test_a_time_that_is_counted_back_stays_as_the_first_visit_found_it(tmp_path: Path) -> None:
    """A page that says "2 jam lalu" at each visit is not corrected by the passing of time."""
    time = tmp_path / "clock"
    clock.write(time, NOON)
    pages = site(101, 100)
    exact = printed(published(100)).encode()
    pages[WWW, path(100)] = Answer(page_of(100).body.replace(exact, b"2 jam lalu"))
    pages[FEED] = feed(101)
    with PageServer(pages) as server:
        crawl(server.origin, tmp_path / "data", clock=time)
        clock.write(time, NOON + timedelta(hours=5))
        again = crawl(server.origin, tmp_path / "data", clock=time)
    assert again.returncode == 0, again.stdout
    kept = [r for r in records(tmp_path / "data") if r["article_id"] == 100]
    assert [r["revision"] for r in kept] == [1]


def test_an_older_capture_leaves_what_is_known_of_the_page(tmp_path: Path) -> None:
    """A clock that was set back: the newer visit's validators stand."""
    time = tmp_path / "clock"
    clock.write(time, NOON)
    pages = site(101)
    with PageServer(pages, tagged=True) as server:
        crawl(server.origin, tmp_path / "data", clock=time)
        before = _etag(tmp_path / "data")
        pages[WWW, path(101)] = page_of(101, body="Lain sama sekali dari yang pertama.")
        server.pages |= pages
        clock.write(time, NOON - timedelta(hours=1))
        crawl(server.origin, tmp_path / "data", clock=time, urls=url(101))
    assert report(tmp_path / "data")["outcomes"] == {"unchanged": {"older": 1}}
    assert _etag(tmp_path / "data") == before is not None


def _etag(data: Path) -> str | None:
    database = sqlite3.connect(data / "antara" / "ledger.db")
    try:
        (etag,) = database.execute("SELECT etag FROM stories").fetchone()
    finally:
        database.close()
    return None if etag is None else str(etag)


def test_walks_of_this_machine_and_of_the_site_are_told_apart(tmp_path: Path) -> None:
    """What a replica listed says nothing of how far the site's own listing is known."""
    with PageServer(site(101, 100)) as server:
        crawl(server.origin, tmp_path)
    database = sqlite3.connect(tmp_path / "antara" / "ledger.db")
    walks = database.execute("SELECT section FROM walks").fetchall()
    database.close()
    assert walks == [("local id/dunia",)]
