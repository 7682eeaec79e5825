"""What the pages say that lead to stories: robots.txt, the feed, the listing."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from newscrawl.antara.feeds import FeedError, FeedItem, read_feed
from newscrawl.antara.listings import Card, read_listing
from newscrawl.antara.markup import MarkupError
from newscrawl.doctor.diagnosis import OK, Answer, Lead, Visit
from newscrawl.doctor.values import age

STALE = timedelta(days=7)
"""A section in which nothing has appeared for so long is no longer where the news is."""
AHEAD = timedelta(hours=1)
"""Clocks differ, but not by so much."""
_SERVER_ERRORS = range(500, 600)


def check_robots(answer: Answer, forbidden: Sequence[str]) -> Visit:
    """Return what robots.txt came to, given the addresses on its host that it forbade."""
    if answer.status in _SERVER_ERRORS:
        said = f"answers {answer.status}, so that nothing may be fetched"
        return Visit(answer, said, (f"{answer.host} {said}",))
    paths = [urlsplit(url).path for url in forbidden]
    if paths:
        return Visit(answer, f"forbids us {', '.join(paths)}", (f"forbids {', '.join(forbidden)}",))
    if answer.status != OK:
        return Visit(answer, f"{answer.host} has none: all is allowed")
    return Visit(answer, f"{answer.host} allows us what was asked")


def not_read(answer: Answer) -> Visit:
    """Return a visit that brought nothing to read; robots.txt is named with its own line."""
    trouble = answer.trouble or "nothing came"
    if answer.is_forbidden:
        return Visit(answer, "not asked for: robots.txt forbids it")
    return Visit(answer, trouble, (f"{trouble}: {answer.url}",))


def check_feed(answer: Answer, now: datetime) -> tuple[Visit, tuple[Lead, ...]]:
    """Return what a feed is like, and the stories that it names."""
    if answer.trouble is not None:
        return not_read(answer), ()
    try:
        feed = read_feed(answer.body, answer.base)
    except FeedError as error:
        return Visit(answer, f"is no RSS: {error}", (f"is no RSS ({error}): {answer.url}",)), ()
    leads = tuple(Lead(item.story, item.title, item) for item in feed.items)
    if not leads:
        return Visit(answer, "no items", (f"names no story: {answer.url}",)), ()
    times = [item.published for item in feed.items if item.published is not None]
    newest = f", newest {age(now - max(times))} old" if times else ", none with a date"
    findings = [*_times_amiss(times, now), *_items_amiss(feed.items)]
    return Visit(answer, f"{len(leads)} items{newest}", tuple(findings)), leads


def _times_amiss(times: Sequence[datetime], now: datetime) -> list[str]:
    if not times:
        return ["no item has a date that is understood"]
    if now - max(times) > STALE:
        return [f"nothing new for {age(now - max(times))}: is the section still this one?"]
    if max(times) - now > AHEAD:
        return [f"its newest item is {age(max(times) - now)} in the future"]
    return []


def _items_amiss(items: Sequence[FeedItem]) -> list[str]:
    parts = {
        "title": any(item.title for item in items),
        "teaser": any(item.description for item in items),
    }
    return [f"no item has a {name}" for name, is_there in parts.items() if not is_there]


def check_listing(
    answer: Answer, now: datetime, in_feed: Sequence[Lead] = ()
) -> tuple[Visit, tuple[Lead, ...]]:
    """Return what a listing page is like, and the stories that it names.

    A small section has no second page; where the feed knows more stories there must be one.
    """
    if answer.trouble is not None:
        return not_read(answer), ()
    try:
        listing = read_listing(answer.body, answer.base, now, answer.content_type)
    except MarkupError as error:
        said = f"cannot be read: {error.reason}"
        return Visit(answer, said, (f"{said} ({error}): {answer.url}",)), ()
    leads = tuple(Lead(card.story, card.title) for card in listing.cards)
    if not leads:
        return Visit(answer, "no cards", (f"no template finds a card on {answer.url}",)), ()
    following = listing.next_url and urlsplit(listing.next_url)
    page = f"next page {following.path}" if following else "no next page"
    if following and following.query:
        page += f"?{following.query}"
    findings = _cards_amiss(listing.cards)
    if not following and {lead.story.id for lead in in_feed} - {lead.story.id for lead in leads}:
        findings.append("no link to a next page is found, though the feed names further stories")
    return Visit(answer, f"{len(leads)} cards, {page}", tuple(findings)), leads


def _cards_amiss(cards: Sequence[Card]) -> list[str]:
    parts = {
        "date that is understood": any(card.published for card in cards),
        "title": any(card.title for card in cards),
    }
    return [f"no card has a {name}" for name, is_there in parts.items() if not is_there]


def check_together(feed: Sequence[Lead], listing: Sequence[Lead], section: str) -> list[str]:
    """Return what is wrong with feed and listing together."""
    if not feed and not listing:
        return ["no story is named anywhere, so that none could be read"]
    shared = {lead.story.id for lead in feed} & {lead.story.id for lead in listing}
    if feed and listing and not shared:
        return [f"feed and listing of {section} have no story in common: is either another list?"]
    return []
