"""Listing pages."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from lxml import html

from newscrawl.clock import WIB
from newscrawl.replica import Replica
from newscrawl.replica.dates import long, relative

Ask = Callable[..., Any]
_CARD = (
    "//*[contains(@class,'col-md-8')]//*[contains(@class,'wrapper__list__article')]"
    "//*[contains(@class,'card__post__transition')][contains(@class,'card__post-list')]"
)


def _cards(body: bytes) -> list[tuple[str, str]]:
    page = html.document_fromstring(body)
    return [
        (
            card.xpath(".//h2/a/@href")[0],
            card.xpath("string(.//li[@class='list-inline-item']/span)"),
        )
        for card in page.xpath(_CARD)
    ]


def _next(body: bytes) -> list[str]:
    return [
        str(href)
        for href in html.document_fromstring(body).xpath(
            "//ul[@class='pagination']//a[@aria-label='Next']/@href"
        )
    ]


def test_pages_hold_every_story_once(site: Replica, ask: Ask) -> None:
    """Following the next links from the first page gives the section's stories, newest first."""
    path, found = "/dunia", []
    while path:
        answer = ask(path)
        assert answer.status == 200
        found += [url for url, _ in _cards(answer.body)]
        following = _next(answer.body)
        path = following[0].removeprefix("https://www.antaranews.com") if following else ""
    assert found == [story.url for story in site.stories() if story.in_world]


def test_ten_cards_a_page_and_numbers_in_the_path(ask: Ask) -> None:
    """The second page is ``/dunia/2``."""
    first = ask("/dunia")
    assert len(_cards(first.body)) == 10
    assert _next(first.body) == ["https://www.antaranews.com/dunia/2"]
    assert _cards(ask("/dunia/1").body) == _cards(first.body)


def test_past_the_last_page_is_not_found(site: Replica, ask: Ask) -> None:
    """A page number past the end is a 404, and the last page has no next link."""
    last = -(-sum(story.in_world for story in site.stories()) // 10)
    assert _next(ask(f"/dunia/{last}").body) == []
    assert ask(f"/dunia/{last + 1}").status == 404
    assert ask("/dunia/0").status == 404
    assert ask("/bukan-rubrik").status == 404


def test_dates_are_seen_from_the_clock(site: Replica, ask: Ask) -> None:
    """Minutes and hours today, ``Kemarin`` with the time yesterday, the plain day before that."""
    now = site.site.now()
    times = {story.url: story.published for story in site.stories()}
    shapes = set()
    for number in range(1, 20):
        for url, printed in _cards(ask(f"/dunia/{number}").body):
            days = (now.date() - times[url].date()).days
            pattern = {0: r"\d+ (menit|jam) lalu", 1: r"Kemarin \d\d:\d\d"}.get(
                days, r"\d{1,2} \w+ 2026"
            )
            assert re.fullmatch(pattern, printed)
            shapes.add(pattern)
            if days == 1:
                assert printed == f"Kemarin {times[url]:%H:%M}"
            if days > 1:
                assert printed == long(times[url])
    assert len(shapes) == 3


def test_relative_times(clock: Any) -> None:
    """A card's time ages with the clock; the day is that of western Indonesia."""
    noon = clock.time
    assert relative(noon, noon + timedelta(seconds=20)) == "20 detik lalu"
    assert relative(noon, noon + timedelta(minutes=35)) == "35 menit lalu"
    assert relative(noon, noon + timedelta(minutes=125)) == "2 jam lalu"
    assert relative(noon, noon + timedelta(hours=13)) == "Kemarin 12:00"
    assert relative(noon, noon + timedelta(days=2)) == "21 Oktober 2026"
    assert noon.tzinfo == WIB


def test_sidebar_cards_are_no_part_of_the_list(ask: Ask) -> None:
    """The sidebar has cards of the same class whose titles are ``h6`` and tracked."""
    page = html.document_fromstring(ask("/dunia").body)
    beside = page.xpath("//*[contains(@class,'col-md-4')]//*[contains(@class,'card__post-list')]")
    assert beside
    assert all(
        card.xpath(".//h6/a[contains(@href,'utm_campaign=popular_right')]") for card in beside
    )


def test_list_of_everything(site: Replica, ask: Ask) -> None:
    """``/terkini`` has the other sections too."""
    urls = [url for number in range(1, 9) for url, _ in _cards(ask(f"/terkini/{number}").body)]
    assert urls == [story.url for story in site.stories()][:80]
