"""To which countries stories belong."""

from pathlib import Path

from newscrawl.items import Dateline
from tests.making import article
from tests.picture.directory import keep, published, told


def test_dateline_and_names_are_told_apart(tmp_path: Path) -> None:
    """A story filed from Jakarta about Japan is Indonesia's by the one, Japan's by the other."""
    story = article(headline="Gempa guncang Jepang", dateline=Dateline(place="Jakarta"))
    places = told(keep(tmp_path, story))["places"]
    assert places["dateline"]["countries"] == {"ID": [(0, 1)]}
    assert places["named"]["countries"] == {"JP": [(0, 1)]}
    assert places["names"] == {"ID": "Indonesia", "JP": "Japan"}


def test_a_country_once_a_story(tmp_path: Path) -> None:
    """However often headline and tags name it."""
    story = article(headline="Gempa guncang Jepang", tags=["Jepang", "Tokyo", "Mesir"])
    named = told(keep(tmp_path, story))["places"]["named"]
    assert named["countries"] == {"EG": [(0, 1)], "JP": [(0, 1)]}
    assert named["placed"] == [(0, 1)]


def test_what_cannot_be_placed_is_counted_and_listed(tmp_path: Path) -> None:
    """Of a dateline of two places one may be known; undated stories count in the list too."""
    places = told(
        keep(
            tmp_path,
            article(1, dateline=Dateline(place="Baku/Qwxyzia")),
            article(2, dateline=Dateline(place="Qwxyzia")),
            article(3, dateline=Dateline(place="Qwxyzia"), date_published=None),
            article(4, dateline=Dateline(text="(ANTARA) - ")),
            article(5),
        )
    )["places"]["dateline"]
    assert (places["stories"], places["undated"]) == ([(0, 2)], 1)
    assert (places["placed"], places["countries"]) == ([(0, 1)], {"AZ": [(0, 1)]})
    assert (places["unplaced"], places["unplaced_names"]) == ([("Qwxyzia", 3)], 1)
    assert places["unplaced_stories"] == [(0, 2)]


def test_the_newest_stories_of_a_country(tmp_path: Path) -> None:
    """Five of them, newest first, whichever way they belong to it; an undated one is never new."""
    stories = [
        article(n, headline=f"Kabar {n} dari Jepang", date_published=published(n / 24))
        for n in range(1, 8)
    ]
    stories[0].date_published = None
    stories[6].dateline, stories[6].headline = Dateline(place="Tokyo"), None
    latest = told(keep(tmp_path, *stories[::-1]))["places"]["latest"]["JP"]
    assert [entry[2].split("/")[4] for entry in latest] == ["7", "6", "5", "4", "3"]
    assert latest[0] == (0, None, stories[6].url)


def test_stories_with_neither_headline_nor_tags(tmp_path: Path) -> None:
    """They could not tell, and do not count among those that could."""
    named = told(keep(tmp_path, article(headline=None)))["places"]["named"]
    assert (named["stories"], named["undated"]) == ([], 0)
