"""Links between stories."""

from datetime import date
from pathlib import Path

import pytest

from newscrawl.antara.urls import story_url
from newscrawl.items import Related
from newscrawl.kept.selection import Selection
from tests.making import article
from tests.picture.directory import keep, link, published, told

_REGIONAL = Related(
    article_id=7, url="https://jatim.antaranews.com/berita/7/kabar", title="Dari Jatim"
)


def test_links_are_counted_by_the_day_of_the_story_that_has_them(tmp_path: Path) -> None:
    """All of them, to whatever they lead: what is not kept, too, and the story itself."""
    one = article(1, related=[link(2), link(1), link(9), link(3, "related_news")])
    links = told(keep(tmp_path, one, article(2), article(3, related=[])))["links"]
    assert (links["stories"], links["all"]) == ([(0, 1)], [(0, 4)])
    assert (links["baca_juga"], links["related_news"]) == ([(0, 3)], [(0, 1)])
    assert links["kept"] == [(0, 3)]


def test_kept_is_what_the_directory_has(tmp_path: Path) -> None:
    """Also where the selection does not take the story that a link leads to."""
    old, new = article(1, date_published=published(0)), article(2, related=[link(1)])
    links = told(keep(tmp_path, old, new), Selection(since=date(2026, 11, 10)))["links"]
    assert links["kept"] == [(0, 1)]
    assert links["most_linked"] == [(1, "antara:1", old.headline, old.url, -19)]


def test_links_of_stories_outside_the_selection_do_not_count(tmp_path: Path) -> None:
    """Figures are of the selected stories."""
    old = article(1, date_published=published(0), related=[link(2)])
    links = told(keep(tmp_path, old, article(2)), Selection(since=date(2026, 11, 10)))["links"]
    assert (links["all"], links["most_linked"]) == ([], [])


def test_the_most_linked(tmp_path: Path) -> None:
    """By stories that point to it, itself not; what is not kept has the headline of a link."""
    places = keep(
        tmp_path,
        article(1, related=[link(9, title="Berita sembilan"), link(2)]),
        article(2, related=[link(9), link(2)]),
        article(3, related=[link(9), link(1), _REGIONAL]),
        article(4, related=[link(1)], date_published=None),
    )
    nine = "https://www.antaranews.com/berita/9/kabar"
    assert told(places)["links"]["most_linked"] == [
        (3, "antara:9", "Berita sembilan", nine, None),
        (2, "antara:1", "Kabar nomor 1", article(1).url, 0),
        (1, "antara-jatim:7", "Dari Jatim", _REGIONAL.url, None),
        (1, "antara:2", "Kabar nomor 2", article(2).url, 0),
    ]


def test_regional_hosts_have_ids_of_their_own(tmp_path: Path) -> None:
    """The same number on another host is another story."""
    one = article(1, related=[_REGIONAL])
    national = told(keep(tmp_path / "a", one, article(7)))
    regional = told(keep(tmp_path / "b", one, article(7, id="antara-jatim:7", url=_REGIONAL.url)))
    assert (national["links"]["kept"], regional["links"]["kept"]) == ([], [(0, 1)])


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.antaranews.com/berita/5/5-hal", "antara:5"),
        ("https://www.antaranews.com/foto/5", "antara:5"),
        ("https://en.antaranews.com/news/5/five", "antara-en:5"),
        ("https://www.antaranews.com/en/news/5/five", "antara-en:5"),
        ("https://jatim.antaranews.com/rilis-pers/5/kabar", "antara:5"),
        ("https://5kota.antaranews.com/berita/5/kabar", "antara-5kota:5"),
        ("https://elsewhere.example/5/kabar", "antara:5"),
        ("https://elsewhere.example/", "antara:5"),
    ],
)
def test_whose_id_a_link_names(tmp_path: Path, url: str, name: str) -> None:
    """Of the site's addresses what the crawl says; of others, which damage makes, the number."""
    one = article(1, related=[Related(article_id=5, url=url)])
    assert told(keep(tmp_path, one))["links"]["most_linked"][0][1] == name
    story = story_url(url)
    assert story is None or story.id == name


def test_undated_stories_with_links(tmp_path: Path) -> None:
    """They are counted apart."""
    links = told(keep(tmp_path, article(1, related=[link(2)], date_published=None)))["links"]
    assert (links["stories"], links["undated"], links["all"]) == ([], 1, [])
