"""What a crawl knew of a page, in a metadata record and back."""

from datetime import UTC, datetime

import pytest

from newscrawl.antara.feeds import FeedItem
from newscrawl.antara.urls import StoryUrl, story_url
from newscrawl.archive.told import Told, dump_told, load_told
from newscrawl.items import Discovered, Image


def _story() -> StoryUrl:
    story = story_url("https://otomotif.antaranews.com/berita/7/kabar-tujuh")
    assert story is not None
    return story


@pytest.mark.parametrize(
    "told",
    [
        Told("20261120T050000Z", _story(), Discovered(via="url")),
        Told(
            "20261120T050000Z-2",
            _story(),
            Discovered(via="related", from_="https://www.antaranews.com/berita/6/x", depth=2),
            published=datetime(2026, 11, 20, 5, tzinfo=UTC),
        ),
        Told(
            "20261120T050000Z",
            _story(),
            Discovered(via="feed", from_="https://www.antaranews.com/rss/dunia.xml"),
            FeedItem(
                _story(),
                "Judul: “kutipan”\r\nlain",
                "Teras …",
                datetime(2026, 11, 20, 5, tzinfo=UTC),
                Image(url="https://img.antaranews.com/a.jpg", caption="Ket", credit="X"),
            ),
        ),
    ],
)
def test_all_that_was_known_comes_back(told: Told) -> None:
    """Nothing that a record needs is lost on the way through the archive."""
    back = load_told(dump_told(told))
    assert back is not None
    assert (back.run_id, back.discovered, back.published) == (
        told.run_id,
        told.discovered,
        told.published,
    )
    assert back.story == told.story
    assert (back.feed_item is None) == (told.feed_item is None)
    if told.feed_item and back.feed_item:
        assert back.feed_item.title == told.feed_item.title
        assert back.feed_item.image == told.feed_item.image


@pytest.mark.parametrize(
    "block", [b"", b"via: x\r\n", b"\xff\xfe", b"newscrawl-discovered: 3\r\nnewscrawl-run: x\r\n"]
)
def test_a_metadata_record_of_others_tells_nothing(block: bytes) -> None:
    """Archives made elsewhere have metadata records of their own."""
    assert load_told(block) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("discovered", '["guess", null, 0]'),
        ("discovered", '[["feed"], null, 0]'),
        ("discovered", '["feed", 5, 0]'),
        ("discovered", '["feed", "\\ud800", 0]'),
        ("discovered", '["feed", null, -1]'),
        ("discovered", '["feed", null, 1.0]'),
        ("discovered", '["feed", null, true]'),
        ("discovered", f'["feed", null, {10**30}]'),
        ("discovered", "[" * 100_000),
        ("feed-item", "[" * 100_000),
        ("story", "https://example.org/berita/7/x"),
        ("published", "kemarin"),
    ],
)
def test_what_no_crawl_can_have_known_is_not_believed(name: str, value: str) -> None:
    """An archive that lies makes no record that breaks the schema, and ends no run."""
    fields = {
        "run": "20261120T050000Z",
        "story": _story().address,
        "discovered": '["feed", null, 0]',
    }
    assert load_told(_block(fields)) is not None
    assert load_told(_block(fields | {name: value})) is None


def _block(fields: dict[str, str]) -> bytes:
    return "".join(f"newscrawl-{name}: {value}\r\n" for name, value in fields.items()).encode()
