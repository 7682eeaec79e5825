"""The English edition: ids, addresses, copy, feed and lists of its own."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from lxml import etree, html

from newscrawl.replica import Replica
from newscrawl.replica.dates import relative
from newscrawl.replica.ids import FIRST_DAY, LAST_DAY, ids_of_day
from tests.replica.looking import pages, stories, texts

Ask = Callable[..., Any]
_HOST = "en.antaranews.com"
_INDONESIAN = re.compile(r"\b(yang|dan|dengan|untuk|dari|pada|Baca juga|Sumber)\b")


def test_ids_rise_and_none_is_given_out_twice() -> None:
    """Old and new addresses share one id space."""
    old, new = ids_of_day(date(2016, 12, 31), "en"), ids_of_day(date(2017, 1, 1), "en")
    assert old.stop <= new.start
    assert ids_of_day(FIRST_DAY, "en").start < 20_000
    assert ids_of_day(LAST_DAY, "en").stop < 1_100_000
    assert 93_254 in ids_of_day(date(2014, 3, 19), "en")


def test_addresses() -> None:
    """Today's stories have a host of their own, those before 2017 stand on the national one."""
    for story in stories(3, "en"):
        assert story.url == f"https://en.antaranews.com/news/{story.article_id}/{story.head.slug}"
        assert (story.id, story.era) == (f"antara-en:{story.article_id}", "D")
    for story in stories(3, "en", first=date(2016, 6, 1)):
        assert story.url.startswith(f"https://www.antaranews.com/en/news/{story.article_id}/")
        assert (story.id, story.era) == (f"antara-en:{story.article_id}", "A")


def test_copy_is_english() -> None:
    """No Indonesian word and nothing of the grammar reaches the reader."""
    for story in (*stories(20, "en"), *stories(20, "en", first=date(2015, 1, 1))):
        assert story.expected()["language"] == "en"
        for text in (story.headline, story.body, *(i.printed for i in story.images)):
            assert not _INDONESIAN.search(text), text
            assert not re.search(r"[\[\]{}|]|  | [,.]|,,|\.\.", text), text
        for block in story.blocks:
            if block.kind == "paragraph":
                assert re.match(r'["“]?[A-Z0-9]', block.text), block.text
                assert re.search(r'[.]["”]?$', block.text), block.text
        day = story.published
        assert f"{day:%A} ({day:%B} {day.day})" in story.blocks[0].text


def test_bodies_differ() -> None:
    """A modest set of topics gives stories that are not each other's copy."""
    bodies = [story.body for story in stories(20, "en") if not story.copy_of]
    assert len(set(bodies)) == len(bodies)


def test_todays_pages() -> None:
    """Translator and editor, "Related news" in the text, entities in the description."""
    found = pages(6, lambda _: True, edition="en")
    for story, page in found:
        assert page.getroottree().getroot().get("lang") == "en"
        (printed,) = texts(page, "//*[contains(@class,'article-detail-info')]//span")
        assert re.fullmatch(r"\d{1,2}(st|nd|rd|th) [A-Z]\w+ 2026 \d\d:\d\d WIB", printed)
        links = texts(page, "//span[@class='baca-juga']")
        inside = [link for link in story.links if link.after_paragraph is not None]
        assert links == [f"Related news: {link.title}" for link in inside]
        assert all(link.kind == "related_news" for link in story.links)
        (credit,) = texts(page, "//p[@class='text-muted mt-2 small']")
        assert re.search(r"(Reporting by|Translator) ?: ", credit)
        assert "Pewarta" not in credit
    assert any("’" in story.summary for story, _ in found)
    assert any("/en/news/" in link.url for story, _ in found for link in story.links)


def test_feed_and_list(site: Replica, ask: Ask) -> None:
    """``latest-news`` has the newest stories; the list's times are English too."""
    english = site.stories("en")
    feed = etree.fromstring(ask("/rss/latest-news.xml", host=_HOST).body)
    assert feed.findtext("channel/language") == "en"
    links = [item.findtext("link") for item in feed.iter("item")]
    assert links == [story.url for story in english][:20]
    listing = html.document_fromstring(ask("/latest-news", host=_HOST).body)
    cards = listing.xpath("//*[contains(@class,'col-md-8')]//h2/a/@href")
    assert cards == [story.url for story in english][:10]
    assert b"hours ago" in ask("/latest-news", host=_HOST).body
    assert b"yesterday" in ask("/latest-news", host=_HOST).body
    assert ask("/", host=_HOST).status == 200
    assert ask("/dunia", host=_HOST).status == 404
    assert ask("/rss/latest-news.xml").status == 404


def test_stories_are_served_in_both_forms(site: Replica, ask: Ask) -> None:
    """The host decides about the id; old addresses are the English edition on any host."""
    story = site.stories("en")[0]
    assert ask(story.path, host=_HOST).status == 200
    assert ask(f"/amp{story.path}", host=_HOST).status == 200
    assert ask(story.path).status == 404
    old = next(stories(1, "en", first=date(2014, 3, 19), seed=7))
    page = ask(old.path)
    assert page.status == 200
    assert f'<h1 class="news-title">{old.headline}' in page.body.decode()
    assert ask(f"/berita/{old.article_id}").status == 404


def test_times_of_cards(clock: Any) -> None:
    """Minutes, hours, yesterday, the plain day."""
    now = clock.time
    printed = [
        relative(now.replace(**change), now, "en")
        for change in ({"minute": 0, "hour": 11}, {"day": 20}, {"day": 3}, {"day": 11})
    ]
    assert printed == ["1 hour ago", "yesterday", "3rd October 2026", "11th October 2026"]
