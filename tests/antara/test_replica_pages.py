"""Pages of the replica, field by field against what its stories say of themselves."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from newscrawl.antara.articles import extract
from newscrawl.antara.feeds import feed_article, read_feed
from newscrawl.antara.listings import read_listing
from newscrawl.records import to_dict
from newscrawl.replica.corpus import Corpus
from newscrawl.replica.site import Site

_NOW = datetime(2026, 9, 5, 14, 7, 11, tzinfo=UTC)
_START = date(2026, 9, 1)


@pytest.fixture(scope="module")
def site() -> Site:
    """Five days of the replica."""
    return Site(Corpus(seed=11, per_day=35), _START, lambda: _NOW)


def test_every_story_is_read_as_it_is(site: Site) -> None:
    """Of every page, every field is the story's own, in both templates and on all hosts."""
    wrong: list[str] = []
    seen: Counter[tuple[str, str]] = Counter()
    for story in (*site.stories(), *site.stories(regional=True)):
        response = site.respond(story.host, story.path)
        record = to_dict(extract(response.body, story.url, _NOW))
        expected = story.expected()
        wrong += [
            f"{story.url} {sorted(story.traits)}: {name} is {record[name]!r}, should be {wanted!r}"
            for name, wanted in expected.items()
            if record[name] != wanted
        ]
        seen[story.era, story.kind] += 1
    assert not wrong, "\n".join(wrong)
    assert seen["D", "article"] > 100
    assert min(seen["B", "article"], seen["D", "photo"], seen["D", "video"]) >= 2


def test_fallbacks_are_only_what_the_page_does_not_print(site: Site) -> None:
    """On whole pages only the summary and the time of change come from elsewhere."""
    for story in site.stories()[:40]:
        article = extract(site.respond(story.host, story.path).body, story.url, _NOW)
        assert article.template == story.era
        if story.era == "D":  # the earlier ones print neither tags nor a section everywhere
            assert set(article.fallbacks) <= {"description", "date_modified"}


def test_the_feed(site: Site) -> None:
    """Feed items name the newest stories with title, exact time and the picture's credit."""
    body = site.respond("www.antaranews.com", "/rss/dunia.xml").body
    feed = read_feed(body, "https://www.antaranews.com/rss/dunia.xml")
    stories = {story.id: story for story in site.stories()}
    assert len(feed.items) == 20
    for item in feed.items:
        story = stories[item.story.id]
        assert (item.title, item.published) == (story.headline, story.published)
        article = feed_article(item, _NOW)
        assert (article.template, article.body, article.kind) == ("feed", None, story.kind)
        if story.images:
            assert article.images[0].credit == story.images[0].credit


def test_listing_pages(site: Site) -> None:
    """Pages of a listing name each story once, newest first, with times as exact as printed."""
    url: str | None = "https://www.antaranews.com/dunia"
    stories = {story.id: story for story in site.stories()}
    found: list[str] = []
    for number in range(1, 8):
        assert url is not None
        path = url.removeprefix("https://www.antaranews.com")
        listing = read_listing(site.respond("www.antaranews.com", path).body, url, _NOW)
        assert len(listing.cards) == 10
        for card in listing.cards:
            story = stories[card.story.id]
            assert card.published is not None
            tolerance = timedelta(hours=1) if card.exact else timedelta(days=1)
            assert abs(card.published - story.published) < tolerance
            assert card.title == story.headline
        found += [card.story.id for card in listing.cards]
        url = listing.next_url
        assert url == f"https://www.antaranews.com/dunia/{number + 1}"
    assert len(set(found)) == len(found)
