"""Crawls of the replica: every record is what the site states, and nothing slips by as time goes."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from newscrawl import clock
from newscrawl.replica import Replica
from newscrawl.schema import validator
from tests.e2e.crawling import crawl, records, report
from tests.making import NOON

PER_DAY = 30
HOURS = 7


class Crawled:
    """A site, and what two crawls of it kept, some hours apart."""

    def __init__(self, site: Replica, data: Path, time: Path) -> None:
        """Crawl, move the clock of site and crawler together, and crawl again."""
        self.site, self.data = site, data
        clock.write(time, NOON)
        first = crawl(site.origin, data, clock=time)
        assert first.returncode == 0, first.stderr
        self.first = records(data)
        clock.write(time, NOON + timedelta(hours=HOURS))
        site.reset()
        second = crawl(site.origin, data, clock=time)
        assert second.returncode == 0, second.stderr
        self.second = records(data)[len(self.first) :]
        self.requests = {kind: sum(by.values()) for kind, by in site.counts.items()}


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    """Return the two crawls."""
    directory = tmp_path_factory.mktemp("replica")
    time = directory / "clock"
    clock.write(time, NOON)
    with Replica(seed=3, clock=time, per_day=PER_DAY) as site:
        yield Crawled(site, directory / "data", time)


def test_every_record_is_what_the_site_states(crawled: Crawled) -> None:
    """Each field that a page determines is, in each record, what the page's maker says."""
    wrong = []
    for record in crawled.first:
        story = crawled.site.story(record["article_id"], regional=record["edition"] != "id")
        assert story is not None
        as_it_was = story.state_at(NOON)
        assert as_it_was is not None
        for name, value in as_it_was.expected().items():
            if record[name] != value:
                wrong.append((record["id"], name, record[name], value))
    assert len(crawled.first) > 150
    assert wrong == []


def test_every_record_is_valid_and_there_once(crawled: Crawled) -> None:
    """All records keep to the schema, and no revision of a story stands twice."""
    lines = crawled.first + crawled.second
    for record in lines:
        validator()(record)
    assert max(Counter((record["id"], record["revision"]) for record in lines).values()) == 1


def test_copies_are_marked(crawled: Crawled) -> None:
    """Stories with one body name the one that was seen first, and only they."""
    first: dict[str, str] = {}
    for record in crawled.first + crawled.second:
        body = record["body_sha256"]
        assert record["near_duplicate_of"] == first.get(body), record["id"]
        first.setdefault(body, record["id"])
    assert any(record["near_duplicate_of"] for record in crawled.first + crawled.second)


def test_nothing_slips_by(crawled: Crawled) -> None:
    """Every world story that appeared between the runs is kept, whatever the feed could hold."""
    since = NOON
    appeared = {s.id for s in crawled.site.stories() if s.in_world and s.published > since}
    kept = {record["id"] for record in crawled.second}
    assert appeared
    assert appeared <= kept


def test_the_second_run_asks_for_little(crawled: Crawled) -> None:
    """A run after some hours gets of the articles that are known only those that were corrected."""
    known = {record["id"] for record in crawled.first}
    again = {record["id"] for record in crawled.second if record["revision"] > 1}
    full = [r for r in crawled.site.requests if r.kind == "article" and r.status == 200]
    assert len(full) == len(crawled.second)
    assert {record["id"] for record in crawled.second} & known == again
    assert all(r.conditional for r in crawled.site.requests if r.status == 304)
    assert crawled.requests["feed"] == 1
    assert crawled.requests.get("listing", 0) <= 3


def test_the_report_adds_up(crawled: Crawled) -> None:
    """The numbers of the run report are those of the files."""
    counted: dict[str, Any] = report(crawled.data)
    written = [counted["outcomes"].get(name, {}).get("", 0) for name in ("new", "changed")]
    assert sum(written) == len(crawled.second)
    assert counted["found"] == sum(sum(r.values()) for r in counted["outcomes"].values())
