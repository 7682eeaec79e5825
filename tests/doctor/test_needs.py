"""What a page of each kind should have."""

from typing import Any, get_args

from newscrawl.antara.feeds import FeedItem
from newscrawl.antara.urls import story_url
from newscrawl.doctor.needs import NEEDS, stand_ins, unmet
from newscrawl.items import Article, Image, Kind
from tests.making import NOON, article

_PICTURE = Image(url="https://cdn.antaranews.com/1.jpg")


def whole(**changes: Any) -> Article:
    """Return a record that lacks nothing an article has."""
    parts: dict[str, Any] = {
        "section": "Dunia",
        "editors": ["Budi"],
        "copyright_notice": "© ANTARA",
    } | changes
    return article(**parts)


def item(image: Image | None) -> FeedItem:
    """Return a feed's item of the same story."""
    story = story_url("https://www.antaranews.com/berita/1/kabar")
    assert story is not None
    return FeedItem(story, "Kabar nomor 1", None, NOON, image)


def names(record: Article, of: FeedItem | None = None) -> list[str]:
    """Return what a record lacks, by name."""
    return [need.name for need, _ in unmet(record, of)]


def test_every_kind_has_needs() -> None:
    """A headline and a date are on every page."""
    assert set(NEEDS) == set(get_args(Kind))
    for needs in NEEDS.values():
        assert {"headline", "date_published"} <= {need.name for need in needs}


def test_a_whole_article_lacks_nothing() -> None:
    """Any of the people will do; tags, teaser and dateline may be absent."""
    assert names(whole()) == []
    assert names(whole(editors=[], translators=["Sari"])) == []


def test_what_an_article_lacks() -> None:
    """Each thing is named."""
    empty = whole(headline=None, section=None, body=None, editors=[], copyright_notice=None)
    assert names(empty) == [
        "headline",
        "section",
        "body",
        "reporters, translators or editors",
        "copyright_notice",
    ]


def test_other_kinds() -> None:
    """A photo page is there for its pictures; a press release needs neither editor nor section."""
    bare: dict[str, Any] = {"section": None, "editors": [], "copyright_notice": None}
    assert names(whole(kind="photo", **bare)) == ["images"]
    assert names(whole(kind="infographic", images=[_PICTURE], **bare)) == []
    assert names(whole(kind="press_release", **bare)) == []
    assert names(whole(kind="video", body=None, **bare)) == []


def test_a_section_where_no_path_is_printed() -> None:
    """Sub-portals and AMP pages name none."""
    assert names(whole(template="B", section=None)) == []


def test_what_only_the_feed_has_is_lacking() -> None:
    """A picture that the feed shows should be on the page; the feed's own word is no proof."""
    assert names(whole(), item(None)) == []
    assert names(whole(), item(_PICTURE)) == ["images"]
    filled = whole(images=[_PICTURE], fallbacks={"images": "feed"})
    assert [(need.name, source) for need, source in unmet(filled, item(_PICTURE))] == [
        ("images", "feed")
    ]
    assert names(whole(images=[_PICTURE]), item(_PICTURE)) == []


def test_stand_ins_are_told() -> None:
    """Where the template has a rule and metadata spoke, that is worth a look."""
    record = whole(fallbacks={"date_published": "json-ld", "section": "meta"})
    told = list(stand_ins(record, None, lambda field: field == "date_published"))
    assert told == ["date_published: the template's own rule found nothing, json-ld did"]
