"""Pages with the weight of the site's own."""

from datetime import UTC, datetime

from lxml import html

from benchmarks.archive.pages import pages
from benchmarks.bench.pages import heavy_pages
from newscrawl.antara.articles import extract
from newscrawl.records import to_dict

_NOW = datetime(2026, 11, 20, 5, tzinfo=UTC)


def test_they_weigh_what_the_sites_own_do() -> None:
    """A page has some 50 KB and 600 elements, more than a hundred of them links."""
    for page in heavy_pages(20):
        root = html.document_fromstring(page.body)
        assert 35_000 < len(page.body) < 70_000
        assert 500 < len(root.xpath("//*")) < 900
        assert 100 < len(root.xpath("//a[@href]")) < 250


def test_what_is_put_around_a_story_changes_nothing_in_its_record() -> None:
    """Menus, cards, scripts and a footer are no part of any field."""
    for light, heavy in zip(pages(60), heavy_pages(60), strict=True):
        assert light.url == heavy.url
        records = [to_dict(extract(page.body, page.url, _NOW)) for page in (light, heavy)]
        assert records[0] == records[1]
