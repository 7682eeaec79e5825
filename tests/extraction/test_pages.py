"""An archived page gives the record that the crawl made of it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from newscrawl.antara.urls import StoryUrl, story_url
from newscrawl.archive.captures import Capture
from newscrawl.archive.damage import Damage
from newscrawl.archive.told import Told
from newscrawl.extraction.pages import Unread, read
from newscrawl.extraction.sources import Saved, Unusable
from newscrawl.items import Article, Discovered, Http, Warc
from tests.e2e.pages import story

_WAY = Discovered(via="feed", from_="https://www.antaranews.com/rss/dunia.xml")


def named(url: str) -> StoryUrl:
    """Return the story of an address."""
    found = story_url(url)
    assert found is not None
    return found


def capture(number: int = 1, told: Told | None = None, *headers: tuple[str, str]) -> Capture:
    """Return an archived page of an invented story."""
    return Capture(
        url=f"https://www.antaranews.com/berita/{number}/kabar-{number}",
        fetched_at=datetime(2026, 11, 20, 5, tzinfo=UTC),
        status=200,
        headers=(("Content-Type", "text/html; charset=utf-8"), *headers),
        body=story(number).body,
        path=Path("warc/antara-20261120T050000Z-00001.warc.gz.open"),
        offset=4711,
        beginning=4000,
        told=told,
    )


def record(page: Capture) -> Article:
    """Return the record of a page that can be read."""
    article = read(page)
    assert isinstance(article, Article)
    return article


def test_what_the_archive_says() -> None:
    """Time, status, validators and place are the archive's; its file has the name of a whole one."""
    headers = (("ETag", '"a"'), ("etag", '"b"'), ("Last-Modified", "yesterday"))
    article = record(capture(1, None, *headers))
    assert article.fetched_at == "2026-11-20T05:00:00Z"
    assert article.http == Http(status=200, etag='"b"', last_modified="yesterday")
    assert article.warc == Warc(file="antara-20261120T050000Z-00001.warc.gz", offset=4711)
    assert (article.discovered, article.run_id) == (None, None)


def test_what_the_crawl_knew() -> None:
    """How it was found, the slug first seen and the run are in the record as the crawl had them."""
    first_seen = named("https://www.antaranews.com/berita/1/nama-lama")
    article = record(capture(1, Told("20261120T050000Z", first_seen, _WAY)))
    assert article.discovered == _WAY
    assert article.url == first_seen.url
    assert article.run_id == "20261120T050000Z"


def test_a_page_to_which_another_address_led() -> None:
    """What was known of the other story is not known of this one; how it was found is."""
    other = named("https://www.antaranews.com/berita/99/yang-lain")
    article = record(capture(1, Told("20261120T050000Z", other, _WAY)))
    assert article.id == "antara:1"
    assert article.url == capture(1).url
    assert article.discovered == _WAY


def test_what_cannot_be_read() -> None:
    """Each has a reason in a word where the message does not say it all."""
    path, at = Path("a"), datetime(2026, 11, 20, tzinfo=UTC)
    assert read(Damage(path, 7, "truncated", "cut")) == Unread("truncated", "cut")
    assert read(Unusable(path, "Permission denied")) == Unread(None, "Permission denied")
    nothing = read(replace(capture(), body=b""))
    assert isinstance(nothing, Unread)
    assert nothing.reason == "empty"
    nowhere = read(Saved(path, None, at, b"<html><body><p>x</p></body></html>"))
    assert isinstance(nowhere, Unread)
    assert nowhere.reason == "no_story_url"
