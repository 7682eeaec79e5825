"""Where the site lists the stories of a day, or of a tag, however far back.

How it does today is not known: each form below was seen working at some time, some were seen
missing later (docs/site.md). So they are tried in order, and the first that works stays.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from urllib.parse import quote

from newscrawl.antara.editions import Edition
from newscrawl.antara.listings import Card, Listing
from newscrawl.clock import WIB

_NO_SLUG = re.compile(r"[^\w]+|_+")


@dataclass(frozen=True, slots=True)
class Way:
    """One form of the address under which the site lists a day, page 1.

    Where that list goes on, its pagination says (``Listing.next_url``).
    """

    name: str
    """What the ledger and the report call it."""
    path: Callable[[date], str]

    def address(self, edition: Edition, day: date) -> str:
        """Return where an edition lists a day."""
        return edition.origin + self.path(day)


def _search(day: date) -> str:
    return f"/search?q=%20&startDate={day:%d-%m-%Y}&endDate={day:%d-%m-%Y}"


WAYS = (
    # The index of 2019 to 2022, the only one whose stories and further pages were seen.
    Way("index-dmy", lambda day: f"/indeks/{day:%d-%m-%Y}"),
    # The search form of 2019 to 2024; with ?q= it still answers.
    Way("search-query", _search),
    # Where that form led to before, and where its further pages are.
    Way("search-path", lambda day: f"/search/%20/{day:%d-%m-%Y}/{day:%d-%m-%Y}"),
    # Only ever named, never seen with stories.
    Way("index-path", lambda day: f"/indeks/{day:%Y/%m/%d}"),
    # Answered 404 in October 2026, and by then were named only by guessing.
    Way("index-ymd", lambda day: f"/indeks/{day:%Y-%m-%d}"),
    Way("index-section", lambda day: f"/indeks/terkini/{day:%Y-%m-%d}"),
)
"""The ways to a day's list, the likeliest first."""


def belongs(listing: Listing, day: date) -> bool | None:
    """Tell whether a list is a day's, or None where its cards print no date.

    A site that does not understand the day shows today's stories, or its newest. A few of a
    day's list may be others': one that is pinned, those at midnight.
    """
    votes = [can_be_of(card, day) for card in listing.cards if card.published is not None]
    return 2 * sum(votes) > len(votes) if votes else None


def tag_address(edition: Edition, tag: str) -> str:
    """Return where an edition lists the stories of a tag, as a record or a link names it."""
    plain = unicodedata.normalize("NFKC", tag).lower()
    return f"{edition.origin}/tag/{quote(_NO_SLUG.sub('-', plain).strip('-'))}"


def can_be_of(card: Card, day: date) -> bool:
    """Tell whether a card's date can mean a day; days and weeks that count back are rounded."""
    if card.published is None or card.earliest is None:
        return False
    moment = card.published.astimezone(WIB)
    earliest = moment if card.exact or moment.time() == time() else card.earliest.astimezone(WIB)
    return earliest.date() <= day <= moment.date()
