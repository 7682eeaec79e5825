"""Editions: names, hosts, and the addresses of their sections."""

import pytest

from newscrawl.antara.editions import EDITIONS, REGIONAL_HOSTS, edition


def test_the_national_edition_reads_dunia() -> None:
    """The default edition's world section is Dunia, its feed and listing on www."""
    national = edition("id")
    assert national.origin == "https://www.antaranews.com"
    assert national.feed_url(national.world_section) == "https://www.antaranews.com/rss/dunia.xml"
    assert national.listing_url("dunia") == "https://www.antaranews.com/dunia"


def test_a_subsection_has_one_feed_and_its_own_listing() -> None:
    """The slash of a subsection's path is a hyphen in its feed's name."""
    national = edition("id")
    assert national.feed_url("/dunia/asean/") == "https://www.antaranews.com/rss/dunia-asean.xml"
    assert national.listing_url("/dunia/asean/") == "https://www.antaranews.com/dunia/asean"


def test_english_and_regional_editions_have_hosts_of_their_own() -> None:
    """Each edition lives on its host, in its language."""
    assert (edition("en").host, edition("en").language) == ("en.antaranews.com", "en")
    for name in REGIONAL_HOSTS:
        assert (edition(name).host, edition(name).language) == (f"{name}.antaranews.com", "id")


@pytest.mark.parametrize(
    "name", ["", "www", "m", "pemilu", "Jatim", "jatim.antaranews.com", "../x"]
)
def test_an_unknown_name_is_refused_with_those_there_are(name: str) -> None:
    """A wrong name is an error that lists what is taken."""
    with pytest.raises(ValueError, match=r"id, en, aceh, .*sumut"):
        edition(name)


def test_every_listed_name_is_taken() -> None:
    """What the message lists works."""
    assert [edition(name).name for name in EDITIONS] == list(EDITIONS)
