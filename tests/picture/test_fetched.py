"""Health by day of the fetch."""

from pathlib import Path

from tests.making import article
from tests.picture.directory import keep, told


def test_all_lines_count_and_feeds_lack_nothing(tmp_path: Path) -> None:
    """A feed has no body to be found: what pages had is told of pages alone."""
    feed = article(1, template="feed", body=None, fallbacks={"headline": "feed"})
    page = article(1, revision=2, fetched_at="2026-11-21T17:00:00Z")
    fetched = told(keep(tmp_path, feed, page))["fetched"]
    assert fetched["days"] == {"first": "2026-11-20", "count": 3}
    assert (fetched["lines"], fetched["pages"]) == ([(0, 1), (2, 1)], [(2, 1)])
    assert (fetched["fields"]["body"], fetched["fields"]["tags"]) == ([(2, 1)], [])
    assert fetched["by_template"] == {"D": [(2, 1)], "feed": [(0, 1)]}
    assert fetched["fallbacks"] == {"headline: feed": [(0, 1)]}


def test_a_fetch_at_no_time(tmp_path: Path) -> None:
    """Only damage makes one; the line is counted apart."""
    data = told(keep(tmp_path, article(1, fetched_at="kemarin"), article(2)))
    assert (data["lines"], data["fetched"]["lines"], data["fetched"]["undated"]) == (2, [(0, 1)], 1)
