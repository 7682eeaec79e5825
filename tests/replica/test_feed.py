"""The feeds, in their shape of 2026."""

from collections.abc import Callable
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
from lxml import etree

from newscrawl.replica import Replica

Ask = Callable[..., Any]
_MEDIA = "{http://search.yahoo.com/mrss/}"


def _items(body: bytes) -> list[Any]:
    return list(etree.fromstring(body).iter("item"))


def test_world_feed_has_the_newest_twenty(site: Replica, ask: Ask) -> None:
    """Twenty items, newest first, of what the world section has at this moment."""
    answer = ask("/rss/dunia.xml")
    assert answer.headers["Content-Type"] == "text/xml; charset=utf-8"
    links = [item.findtext("link") for item in _items(answer.body)]
    assert links == [story.url for story in site.stories() if story.in_world][:20]


def test_item_shape(site: Replica, ask: Ask) -> None:
    """An item has the fields of 2026, a cut teaser, and the caption with its credit."""
    stories = {story.url: story for story in site.stories()}
    teasers = []
    for item in _items(ask("/rss/dunia.xml").body):
        story = stories[item.findtext("link")]
        assert item.findtext("title") == story.headline
        assert item.findtext("guid") == story.url
        assert not item.find("guid").attrib
        assert parsedate_to_datetime(item.findtext("pubDate")) == story.published
        assert item.findtext("pubDate").endswith("+0700")
        teaser = item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded")
        assert item.findtext("description").endswith(teaser)
        teasers.append(teaser)
        if story.images:
            media = item.find(f"{_MEDIA}content")
            assert media.findtext(f"{_MEDIA}description") == story.images[0].printed
            assert item.find("enclosure").get("url") == media.get("url")
            assert item.findtext("description").startswith("<img src=")
    assert any(teaser.endswith(" ...") for teaser in teasers)


def test_world_feed_carries_other_kinds_and_sections(site: Replica, ask: Ask, clock: Any) -> None:
    """Over some days it has photo and video pages and stories of other sections."""
    sections, links = set(), set()
    for _ in range(8):
        for item in _items(ask("/rss/dunia.xml").body):
            links.add(item.findtext("link"))
            story = site.story(int(item.findtext("link").split("/")[4]))
            assert story is not None
            sections.add(story.head.scenario.section)
        clock.advance(timedelta(hours=9))
    assert sections > {"Dunia"}
    assert any("/foto/" in link for link in links)
    assert any("/video/" in link for link in links)


@pytest.mark.parametrize(
    ("name", "size"),
    [("terkini", 50), ("ekonomi", 20), ("olahraga", 20), ("otomotif", 20), ("humaniora", 20)],
)
def test_other_feeds(ask: Ask, name: str, size: int) -> None:
    """Every section has a feed; the one of all sections has fifty items."""
    items = _items(ask(f"/rss/{name}.xml").body)
    assert 0 < len(items) <= size
    assert name != "terkini" or len(items) == size


def test_unknown_feed_is_not_found(ask: Ask) -> None:
    """A feed that nobody has is a page that is not there."""
    assert ask("/rss/internasional.xml").status == 404


def test_regional_feed_has_regional_stories(site: Replica, ask: Ask) -> None:
    """The regional host's feed leads to its own host."""
    items = _items(ask("/rss/terkini.xml", host="jatim.antaranews.com").body)
    links = [item.findtext("link") for item in items]
    assert links == [story.url for story in site.stories("jatim")][:50]
    assert links[0].startswith("https://jatim.antaranews.com/")


def test_validators_change_only_with_the_content(ask: Ask, clock: Any) -> None:
    """The entity tag is nginx's, agrees with the date and the size, and is stable in between."""
    before = ask("/rss/dunia.xml")
    clock.advance(timedelta(seconds=1))
    again = ask("/rss/dunia.xml")
    assert (again.headers["ETag"], again.body) == (before.headers["ETag"], before.body)
    time, size = before.headers["ETag"].strip('"').split("-")
    assert int(size, 16) == len(before.body)
    modified = parsedate_to_datetime(before.headers["Last-Modified"])
    assert int(time, 16) == modified.timestamp()
    built = etree.fromstring(before.body).findtext("channel/lastBuildDate")
    assert built is not None
    assert parsedate_to_datetime(built) == modified
    tags = {before.headers["ETag"]: before.body}
    for _ in range(48):
        clock.advance(timedelta(minutes=30))
        answer = ask("/rss/dunia.xml")
        assert tags.setdefault(answer.headers["ETag"], answer.body) == answer.body
    assert len(tags) > 10
