"""The benchmark of reading again reads what it says."""

from pathlib import Path

from benchmarks.archive.measure import ratio
from benchmarks.archive.pages import pages, write
from newscrawl.antara.urls import story_url
from newscrawl.archive.captures import Capture
from newscrawl.archive.payload import page
from newscrawl.extraction.sources import Files


def test_an_archive_of_the_replica_s_pages(tmp_path: Path) -> None:
    """The archive has the pages, each once, in their order."""
    some = list(pages(30))
    write(tmp_path, some)
    (tmp_path / "warc").rename(tmp_path / "only")
    found = list(Files([tmp_path / "only"]).items())
    captures = [one for one in found if isinstance(one, Capture)]
    assert len(found) == len({one.url for one in some}) == 30
    assert [page(capture) for capture in captures] == [one.body for one in some]
    assert all(story_url(capture.url) and capture.told for capture in captures)


def test_ratios_of_pairs() -> None:
    """The median is that of the pairs' ratios, not the ratio of medians."""
    assert ratio([2.0, 9.0, 4.0], [1.0, 3.0, 4.0]) == (2.0, 1.0, 3.0)
