"""RSS feeds: the site's shapes, and damaged ones."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.antara.feeds import FeedError, dump_item, feed_article, load_item, read_feed

_BASE = "https://www.antaranews.com/rss/dunia.xml"
_ITEM = """<item><title>Judul satu</title>
<link>https://www.antaranews.com/berita/11/judul-satu?utm_source=rss</link>
<pubDate>Sun, 04 Oct 2026 04:10:09 +0700</pubDate>
<description><![CDATA[<img src="https://cdn.antaranews.com/cache/800x533/a.jpg" />Teras&nbsp;R&D ...]]></description>
<guid>https://www.antaranews.com/berita/11/judul-satu</guid>
<media:content url="https://cdn.antaranews.com/cache/800x533/a.jpg" medium="image">
<media:description>Keterangan. ( ANTARA/ HO- Panitia).</media:description></media:content>
<enclosure length="0" type="image/jpeg" url="https://cdn.antaranews.com/cache/800x533/b.jpg"/></item>"""


def rss(items: str, *, before: str = "", after: str = "</channel></rss>") -> bytes:
    """Return a feed around some items."""
    return (
        f'{before}<?xml version="1.0" encoding="UTF-8"?>'
        '<rss xmlns:media="http://search.yahoo.com/mrss/" version="2.0"><channel>'
        f"<title>Dunia - ANTARA News</title>{items}{after}"
    ).encode()


def test_an_item_of_2026() -> None:
    """Everything that an item says is read, caption and credit apart."""
    feed = read_feed(rss(_ITEM), _BASE)
    assert feed.title == "Dunia - ANTARA News"
    (item,) = feed.items
    assert (item.story.id, item.title) == ("antara:11", "Judul satu")
    assert item.description == "Teras R&D ..."
    assert item.published == datetime(2026, 10, 3, 21, 10, 9, tzinfo=UTC)
    assert item.published.isoformat() == "2026-10-04T04:10:09+07:00"
    assert item.image is not None
    assert item.image.url == "https://cdn.antaranews.com/cache/800x533/a.jpg"
    assert (item.image.caption, item.image.credit) == ("Keterangan.", "ANTARA/ HO- Panitia")


@pytest.mark.parametrize(
    ("description", "teaser", "picture"),
    [
        ("&lt;img src=&quot;http://img.antaranews.com/new/a/thumb/x.jpg&quot;&gt;Teras &amp;nbsp;x.&#13;\n  y ...", "Teras x. y ...", "http://img.antaranews.com/new/a/thumb/x.jpg"),
        ("Tanpa gambar ...", "Tanpa gambar ...", None),
        ('<![CDATA[<img src="http://img.antaranews.com/new">Teras]]>', "Teras", None),
        ("", None, None),
    ],
)  # fmt: skip
def test_older_descriptions(description: str, teaser: str | None, picture: str | None) -> None:
    """Escaped markup and CDATA are both read; a picture that is none is none."""
    markup = f"<item><title>T</title><link>/berita/1/x</link><description>{description}</description></item>"
    (item,) = read_feed(rss(markup), _BASE).items
    assert item.description == teaser
    assert (item.image.url if item.image else None) == picture


@pytest.mark.parametrize(
    "body",
    [
        rss(_ITEM, before="\n"),
        rss(_ITEM, before="\ufeff"),
        rss(_ITEM, before="\n\n <!-- x -->"),
        rss(_ITEM).replace(b"Judul", b"Judul\x00\x0b"),
        rss(_ITEM, after=""),
        rss(_ITEM + "<item><title>Terpotong</title><link>https://www.antaranews.com/ber", after=""),
        rss(_ITEM + "<item><title>Rusak &nbsp; & &#0; </title></item>"),
        rss("<item><title>A & B &foo; &copy;</title><link>/x</link></item>" + _ITEM),
        rss(_ITEM + _ITEM),
        rss(_ITEM).replace(b"UTF-8", b"utf-16"),
    ],
)
def test_damaged_feeds_give_what_is_whole(body: bytes) -> None:
    """Blank lines, NUL, broken entities, a cut tail and repetitions cost nothing that is whole."""
    feed = read_feed(body, _BASE)
    assert [(item.story.id, item.title) for item in feed.items] == [("antara:11", "Judul satu")]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!DOCTYPE html><html><body>404</body></html>",
        b'{"rss": 1}',
        b"\x00\xff\xfe",
        b'<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel/></rss>',
        b'<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss><channel/></rss>',
    ],
)
def test_what_is_no_feed(body: bytes) -> None:
    """Other documents, and any that bring entities of their own, are refused."""
    with pytest.raises(FeedError):
        read_feed(body, _BASE)


@pytest.mark.parametrize("piece", [b"<![CDATA[", b"<item>", b"&", b"<a>", b"<item><title>", b"]]>"])
def test_long_nonsense_takes_no_time(piece: bytes) -> None:
    """A feed of one piece repeated is read or refused at once."""
    started = time.perf_counter()
    assert read_feed(b"<rss><channel>" + piece * 50_000, _BASE).items == ()
    assert time.perf_counter() - started < 2


def test_entities_of_others_are_never_fetched() -> None:
    """A document type inside the feed expands to nothing."""
    body = rss('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + _ITEM)
    body = body.replace(b"Judul satu", b"Judul &e;satu")
    titles = [item.title for item in read_feed(body, _BASE).items]
    assert all("root:" not in title for title in titles)


def test_items_that_are_no_stories_are_left_out() -> None:
    """Links to other hosts or to sections are no items; the guid stands in for a missing link."""
    items = (
        "<item><title>A</title><link>https://evil.example/berita/1/x</link></item>"
        "<item><title>B</title><link>https://www.antaranews.com/dunia</link></item>"
        "<item><title>C</title><guid>https://www.antaranews.com/foto/3/c</guid></item>"
    )
    found = read_feed(rss(items), _BASE).items
    assert [(item.title, item.story.kind) for item in found] == [("C", "photo")]


@pytest.mark.parametrize(
    ("date", "wanted"),
    [
        ("Thu, 05 Nov 2015 14:56:43 +0700", "2015-11-05T14:56:43+07:00"),
        ("Thu, 05 Nov 2015 14:56:43 -0000", "2015-11-05T14:56:43+00:00"),
        ("Thu, 05 Nov 2015 14:56:43 GMT", "2015-11-05T14:56:43+00:00"),
        ("kemarin", None),
        ("Thu, 99 Nov 2015 14:56:43 +0700", None),
        ("", None),
    ],
)
def test_dates(date: str, wanted: str | None) -> None:
    """RFC 5322 dates keep their offset; anything else is none."""
    markup = f"<item><title>T</title><link>/berita/1/x</link><pubDate>{date}</pubDate></item>"
    (item,) = read_feed(rss(markup), _BASE).items
    assert (item.published.isoformat() if item.published else None) == wanted


def test_items_come_back_from_json() -> None:
    """What is stored of an item is the item."""
    bare = "<item><title>T</title><link>/video/2/x</link></item>"
    for item in read_feed(rss(_ITEM + bare), _BASE).items:
        assert load_item(dump_item(item)) == item


_STORED = '{"url": "https://www.antaranews.com/berita/1/x", "description": null, "published": null,'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        '{"url": "x"}',
        "null",
        '{"url": 1}',
        "[" * 100_000,
        _STORED + '"title": 5, "image": null}',
        _STORED + '"title": "\\ud800", "image": null}',
        _STORED + '"title": "", "image": {"url": ["x"]}}',
    ],
)
def test_other_json_is_refused(text: str) -> None:
    """What was not stored by us is a ValueError."""
    with pytest.raises(ValueError, match=r"."):
        load_item(text)


def test_the_record_of_a_feed_item() -> None:
    """A feed alone gives headline, teaser, date and picture, and says that it is a feed's."""
    (item,) = read_feed(rss(_ITEM), _BASE).items
    article = feed_article(item, datetime(2026, 10, 4, 1, tzinfo=UTC))
    assert (article.template, article.fallbacks, article.section) == ("feed", {}, None)
    assert (article.id, article.headline, article.language) == ("antara:11", "Judul satu", "id")
    assert (article.body, article.word_count, article.body_sha256) == (None, None, None)
    assert article.date_published == "2026-10-04T04:10:09+07:00"
    assert article.fetched_at == "2026-10-04T01:00:00Z"


@given(st.binary() | st.text(alphabet="<>/rsitem&;![]CDAT-\n\x00 x").map(str.encode))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    """No bytes make it fail in another way."""
    for document in (body, rss(body.decode("latin-1")), rss(_ITEM)[: len(body) * 7]):
        try:
            read_feed(document, _BASE)
        except FeedError:
            continue


@pytest.mark.parametrize(
    ("file", "title", "count", "newest"),
    [
        ("antara-rss-news-2015-11-05.xml", "ANTARA News - Berita Terkini", 20, (527615, "2015-11-05T14:56:43+07:00")),
        ("fragment-rss-terkini-2020-03-15-texts-dummied.xml", "ANTARA News - Berita Terkini", 3, (1357722, "2020-03-15T15:51:04+07:00")),
        ("antara-rss-ekonomi-bisnis-2026-10-04.xml", "Bisnis - ANTARA News", 3, (5770305, "2026-10-04T04:10:09+07:00")),
    ],
)  # fmt: skip
def test_captured_feeds(
    real_pages: Path, file: str, title: str, count: int, newest: tuple[int, str]
) -> None:
    """The site's own feeds of three eras are read whole."""
    feed = read_feed((real_pages / file).read_bytes(), _BASE)
    assert (feed.title, len(feed.items)) == (title, count)
    published = feed.items[0].published
    assert published is not None
    assert (feed.items[0].story.article_id, published.isoformat()) == newest
    assert all(item.title and item.description and item.published for item in feed.items)


def test_captured_pictures(real_pages: Path) -> None:
    """Twelve of the twenty items of 2015 have a picture; those of 2026 have credits."""
    old = read_feed((real_pages / "antara-rss-news-2015-11-05.xml").read_bytes(), _BASE)
    assert sum(item.image is not None for item in old.items) == 12
    new = read_feed((real_pages / "antara-rss-ekonomi-bisnis-2026-10-04.xml").read_bytes(), _BASE)
    credits_ = [item.image.credit for item in new.items if item.image]
    assert credits_ == [
        "ANTARA/HO-Humas Pemkot Bogor",
        "ANTARA/ HO- Adpim Pemprov Kaltim",
        "ANTARA/HO-PGE",
    ]
