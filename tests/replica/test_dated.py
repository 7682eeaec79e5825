"""The lists of a day and the search by date, in every form."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest

from newscrawl.antara.listings import Listing, read_listing
from newscrawl.clock import WIB
from newscrawl.replica import Offers, Replica, Story
from newscrawl.replica.offers import Index, Search

HOST = "www.antaranews.com"
SEED = 5
"""What the stories are drawn from: the day has stories that the world section lacks."""
START, DAY, NOON = date(2026, 10, 1), date(2026, 10, 5), datetime(2026, 10, 9, 12, tzinfo=WIB)
INDEXES: dict[Index, str] = {
    "dmy": "/indeks/05-10-2026",
    "ymd": "/indeks/2026-10-05",
    "path": "/indeks/2026/10/05",
    "section": "/indeks/terkini/2026-10-05",
}
SEARCHES: dict[Search, str] = {
    "path": "/search/%20/05-10-2026/05-10-2026",
    "query": "/search?q=%20&startDate=05-10-2026&endDate=05-10-2026",
}


def site(now: datetime = NOON, **offers: Any) -> Replica:
    """Return a replica that offers what a test names."""
    return Replica(seed=SEED, start=START, clock=lambda: now, per_day=24, offers=Offers(**offers))


def pages(replica: Replica, target: str, host: str = HOST) -> list[Listing]:
    """Return a list's pages, each found by the link on the one before."""
    found = []
    while target:
        answer = replica.site.respond(host, target)
        assert (answer.status, answer.kind) == (200, "archive")
        url = f"https://{host}{target}"
        found.append(read_listing(answer.body, url, NOON.astimezone(UTC)))
        parts = urlsplit(found[-1].next_url or "")
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return found


def ids(listings: list[Listing]) -> list[int]:
    """Return the ids on the cards, in order."""
    return [card.story.article_id for listing in listings for card in listing.cards]


def of_day(stories: list[Story], day: date) -> list[int]:
    """Return the ids of a day's stories."""
    return [story.article_id for story in stories if story.published.date() == day]


@pytest.mark.parametrize(("index", "target"), INDEXES.items())
def test_a_days_list_has_all_its_stories(index: Index, target: str) -> None:
    """A dated list has the day's stories of all sections once, newest first, ten a page."""
    replica = site(index=index)
    found = pages(replica, target)
    assert [len(listing.cards) for listing in found[:-1]] == [10] * (len(found) - 1)
    assert ids(found) == of_day(replica.stories(), DAY)
    assert any(not story.in_world for story in replica.stories() if story.published.date() == DAY)


@pytest.mark.parametrize(("search", "target"), SEARCHES.items())
def test_a_search_by_date_finds_the_days_stories(search: Search, target: str) -> None:
    """A search for a blank from a day to the same day finds all of the day, twenty a page."""
    replica = site(search=search)
    found = pages(replica, target)
    assert [len(listing.cards) for listing in found] == [20, len(ids(found)) - 20]
    assert ids(found) == of_day(replica.stories(), DAY)


def test_nothing_else_is_offered() -> None:
    """A form that is not offered is not found, whatever day it names."""
    nothing = site(index=None, search=None)
    for target in (*INDEXES.values(), *SEARCHES.values(), "/indeks"):
        answer = nothing.site.respond(HOST, target)
        assert (answer.status, answer.kind) == (404, "archive")
    for index in INDEXES:
        replica = site(index=index, search=None)
        answers = [replica.site.respond(HOST, target).status for target in INDEXES.values()]
        assert answers.count(200) == 1


def test_pages_and_days_that_there_are_not() -> None:
    """A page past the end, a day before the first or after today, and no day at all are 404."""
    replica = site()
    for target in (
        "/indeks/05-10-2026/4",
        "/indeks/05-10-2026/0",
        "/indeks/30-09-2026",
        "/indeks/10-10-2026",
        "/indeks/31-02-2026",
        "/search?q=%20&startDate=05-10-2026&endDate=05-10-2026&page=3",
        "/search?q=%20&startDate=morgen&endDate=05-10-2026",
    ):
        assert replica.site.respond(HOST, target).status == 404


def test_index_of_today_has_what_is_out() -> None:
    """The list without a day is today's, and has no story that is not out yet."""
    replica = site()
    assert ids(pages(replica, "/indeks")) == of_day(replica.stories(), NOON.date())


def test_a_bureau_lists_its_own() -> None:
    """Each host lists the stories of its own edition."""
    replica = site()
    host = "jatim.antaranews.com"
    assert ids(pages(replica, INDEXES["dmy"], host)) == of_day(replica.stories("jatim"), DAY)


def test_a_site_can_ignore_the_date() -> None:
    """A site that ignores the date shows today's list for every day."""
    replica = site(ignores_date=True)
    today = of_day(replica.stories(), NOON.date())
    assert ids(pages(replica, INDEXES["dmy"])) == today
    assert ids(pages(replica, SEARCHES["query"])) == today


def test_a_day_can_have_lost_stories() -> None:
    """A list can be short of stories, and without any it is a page without cards."""
    short, empty, whole = DAY, DAY - timedelta(days=1), DAY - timedelta(days=2)
    replica = site(listed={short: 3, empty: 0})
    assert len(ids(pages(replica, INDEXES["dmy"]))) == 3
    assert ids(pages(replica, "/indeks/04-10-2026")) == []
    assert ids(pages(replica, "/indeks/03-10-2026")) == of_day(replica.stories(), whole)


def test_a_list_ends_at_its_last_page() -> None:
    """No list goes on past the last page that the site has."""
    replica = site(listing_pages=2)
    assert len(pages(replica, INDEXES["dmy"])) == 2
    assert replica.site.respond(HOST, "/dunia/2").status == 200
    assert replica.site.respond(HOST, "/dunia/3").status == 404


def test_a_search_for_words() -> None:
    """A search for words finds the headlines that have all of them, over all days."""
    replica = site()
    story = replica.stories()[-1]
    word = max(story.headline.split(), key=len)
    found = ids(pages(replica, f"/search?q={word}"))
    assert story.article_id in found
    assert len(found) < len(replica.stories())


@pytest.mark.parametrize("cards", ["C", "D"])
def test_cards_of_both_templates(cards: str) -> None:
    """Cards say when a story came out and, on dated lists, name its category, or do not."""
    replica = site(cards=cards)
    (card, *_) = pages(replica, INDEXES["dmy"])[0].cards
    assert card.published
    assert card.published.date() == DAY
    body = replica.site.respond(HOST, INDEXES["dmy"]).body
    assert b'href="https://www.antaranews.com/dunia/internasional"' in body
    assert b"/dunia/internasional" not in replica.site.respond(HOST, "/dunia").body
    bare = site(cards=cards, categories=False, card_dates=False)
    body = bare.site.respond(HOST, INDEXES["dmy"]).body
    assert b"/dunia/internasional" not in body
    assert {card.published for card in pages(bare, INDEXES["dmy"])[0].cards} == {None}
