"""What is stored leaves what a crawl knows as it is, but for the stories' own lines."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from scrapy.settings import Settings

from newscrawl.exits import Locked
from newscrawl.extraction.pages import read
from newscrawl.extraction.sources import Saved
from newscrawl.extraction.storing import storing
from newscrawl.items import Article
from newscrawl.run import Run
from tests.e2e.crawling import records
from tests.e2e.pages import story, url
from tests.making import found, open_run

_SETTINGS = Settings({"NEWSCRAWL_REVISITS": "1h, 6h, 1d, 7d", "NEWSCRAWL_WARC_SIZE": 256})


def store(data: Path, *pages: Saved) -> dict[str, int]:
    """Store pages; return what became of them."""
    with storing(data, _SETTINGS) as sink:
        for page in pages:
            article = read(page)
            assert isinstance(article, Article)
            sink.take(page, article)
    return dict(sink.outcomes)


def saved(number: int, day: int = 20, body: str | None = None, *links: int) -> Saved:
    """Return a saved page of an invented story."""
    body_of = story(number, [url(link) for link in links], body).body
    return Saved(Path("a.html"), url(number), datetime(2026, 11, day, 5, tzinfo=UTC), body_of)


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[[], Run]]:
    """Return how a crawl of the same directory begins; it ends with the test."""
    runs: list[Run] = []

    def open_it() -> Run:
        runs.append(open_run(tmp_path, is_local=False))
        return runs[-1]

    yield open_it
    for run in runs:
        run.close(0)


def test_links_are_not_followed(tmp_path: Path, begin: Callable[[], Run]) -> None:
    """What a stored page leads to is nothing that a crawl asks for."""
    assert store(tmp_path, saved(1, 20, None, 2, 3)) == {"new": 1}
    crawl = begin()
    assert crawl.frontier.next() is None
    assert crawl.database.execute("SELECT id, state FROM stories").fetchall() == [
        ("antara:1", "kept")
    ]


def test_links_are_not_followed_where_the_ledger_is_made_anew(
    tmp_path: Path, begin: Callable[[], Run]
) -> None:
    """Nor where a crawl takes in lines that were not acknowledged any more, or all of them."""
    store(tmp_path, saved(1, 20, None, 2, 3))
    for path in (tmp_path / "antara").glob("ledger.db*"):
        path.unlink()
    crawl = begin()
    assert crawl.reconciled.taken_in == 1
    assert crawl.frontier.next() is None


def test_what_waits_still_waits(tmp_path: Path, begin: Callable[[], Run]) -> None:
    """Stories that a crawl found and did not fetch yet are the next crawl's all the same."""
    first = open_run(tmp_path, is_local=False)
    first.finding.record([found(7), found(8)])
    first.frontier.finish("time_budget")
    first.close(0)
    store(tmp_path, saved(8))
    crawl = begin()
    waiting = crawl.frontier.next()
    assert waiting is not None
    assert waiting.story.id == "antara:7"
    assert crawl.frontier.next() is None


def test_captures_in_any_order(tmp_path: Path) -> None:
    """The newest capture counts: an older one that comes later changes nothing, a newer one does."""
    outcomes = store(
        tmp_path,
        saved(1, 10, "Isi yang pertama."),
        saved(1, 12, "Isi yang kedua."),
        saved(1, 11, "Isi di antaranya."),
        saved(1, 13, "Isi yang kedua."),
    )
    assert outcomes == {"new": 1, "changed": 1, "unchanged": 2}
    assert [(r["revision"], r["fetched_at"], r["first_seen"]) for r in records(tmp_path)] == [
        (1, "2026-11-10T05:00:00Z", "2026-11-10T05:00:00Z"),
        (2, "2026-11-12T05:00:00Z", "2026-11-10T05:00:00Z"),
    ]


def test_a_story_that_is_gone_stays_gone(tmp_path: Path, begin: Callable[[], Run]) -> None:
    """A capture of the time when it was there is kept, and does not bring it back."""
    store(tmp_path, saved(1, 10, "Isi yang pertama."))
    run = open_run(tmp_path, is_local=False)
    run.finding.record([found(1, via="url")])
    run.frontier.next()
    run.frontier.settle("antara:1", "gone", "http_410")
    run.close(0)
    assert store(tmp_path, saved(1, 12, "Isi yang kedua.")) == {"changed": 1}
    state = begin().database.execute("SELECT state, gone_since IS NULL FROM stories").fetchall()
    assert state == [("gone", 0)]


def test_old_stories_are_not_visited_again(tmp_path: Path, begin: Callable[[], Run]) -> None:
    """A story published years ago has no visit due."""
    page = saved(1)
    old = page.body.replace(b"2026", b"2019")
    store(tmp_path, Saved(page.path, page.url, page.fetched_at, old))
    assert begin().database.execute("SELECT due FROM stories").fetchone() == (None,)


def test_another_run_holds_the_directory(tmp_path: Path) -> None:
    """Nothing is stored while a run goes on."""
    run = open_run(tmp_path)
    with pytest.raises(Locked, match="another run holds"):
        store(tmp_path, saved(1))
    run.close(0)
    assert records(tmp_path) == []
