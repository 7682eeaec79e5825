"""Listing pages: the cards of a section, newest first, and the page that follows."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from urllib.parse import parse_qs, urlsplit

from lxml import etree

from newscrawl.antara.dates import card_time, stated_time
from newscrawl.antara.decoding import decode
from newscrawl.antara.markup import content, tree
from newscrawl.antara.sections import is_part, section_path
from newscrawl.antara.templates.base import NOWHERE
from newscrawl.antara.text import fold, fold_or_none
from newscrawl.antara.urls import StoryUrl, canonical, site_url, story_url
from newscrawl.antara.xpaths import has_class
from newscrawl.clock import WIB

_STATED = etree.XPath("descendant-or-self::time/@datetime")
_VAGUE = timedelta(days=7)
"""How much earlier a story can be than a card's "1 minggu lalu" says."""
_NEXT = re.compile(r"next|selanjutnya|berikutnya|›|»", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Card:
    """One story as a listing shows it."""

    story: StoryUrl
    title: str | None
    published: datetime | None
    """In WIB; of a relative time, as exact as its unit."""
    exact: bool
    """False when the card gives the day alone; ``published`` is then its midnight."""
    section: str | None = None
    """Path of the section that the card names by a link, such as ``dunia/asean``."""

    def is_in(self, section: str) -> bool | None:
        """Tell whether the story is in a section or below it; None when the card names none."""
        return None if self.section is None else is_part(self.section, section)

    @property
    def earliest(self) -> datetime | None:
        """The earliest moment that the date can mean: "1 jam lalu" is up to two hours ago."""
        if self.published is None:
            return None
        is_rounded = not self.exact and self.published.astimezone(WIB).time() != time()
        return self.published - (_VAGUE if is_rounded else timedelta(hours=1))

    @property
    def latest(self) -> datetime | None:
        """The latest moment that the date can mean: of a day alone, its end."""
        if self.published is None or self.exact:
            return self.published
        return self.published + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a listing."""

    cards: tuple[Card, ...]
    """In page order, each story once."""
    next_url: str | None
    """Canonical address of the page that follows; None on the last."""


@dataclass(frozen=True, slots=True)
class ListingTemplate:
    """Where the cards of one era's listing pages stand."""

    card: etree.XPath
    title: etree.XPath
    """The link to the story, seen from its card."""
    date: etree.XPath
    """Elements that may hold the date, seen from the card."""
    section: etree.XPath = NOWHERE
    """Links to the story's section, seen from the card."""


ERA_D = ListingTemplate(
    # The sidebar's cards have the same classes, but no row, and stand in another column. An
    # <aside> holds the lists of both columns.
    card=etree.XPath(
        f"//*[{has_class('card__post-list')}][.//*[{has_class('row')}]]"
        f"[not(ancestor::*[{has_class('col-md-4')}"
        f" or {has_class('wrapper__list__article-small')}])]"
        f"[ancestor::*[{has_class('col-md-8')}] or not(ancestor::aside)]"
    ),
    title=etree.XPath(f".//*[{has_class('card__post__title')}]//*[self::h2 or self::h5]//a[@href]"),
    date=etree.XPath(f".//*[{has_class('card__post__author-info')}]//span"),
    section=etree.XPath(
        f".//a[@href][ancestor::*[{has_class('card__post__author-info')}"
        f" or {has_class('card__post__category')}]]"
    ),
)
ERA_C = ListingTemplate(
    card=etree.XPath(
        f"//article[{has_class('simple-post')}]"
        f"[not(ancestor::aside or ancestor::*[{has_class('col-md-4')} or {has_class('widget')}])]"
    ),
    title=etree.XPath("./header/h3/a[@href] | .//h3/a[@href]"),
    date=etree.XPath(f".//p[{has_class('simple-share')}]//span"),
    section=etree.XPath(f".//p[{has_class('simple-share')}]//a[@href]"),
)
ERA_B = ListingTemplate(
    card=etree.XPath(f"//ul[{has_class('ul_rubrik')}]/li"),
    title=etree.XPath(".//h3/a[@href]"),
    date=etree.XPath(f".//*[{has_class('date')}]"),
)
ERA_B_INDEX = ListingTemplate(
    # What holds one card is not known: its parts stand side by side, or each in a box.
    card=etree.XPath(f"//a[{has_class('box_link2')}][@href]"),
    title=etree.XPath("self::a"),
    date=etree.XPath(
        f"following-sibling::*[1][{has_class('date')}]"
        f" | preceding-sibling::*[1][{has_class('date')}]"
        f" | ../following-sibling::*[1][{has_class('date')}]"
    ),
)
TEMPLATES = (ERA_D, ERA_C, ERA_B, ERA_B_INDEX)
"""One for each era whose listings are read; the first that finds cards reads the page."""

_PAGES = etree.XPath(f"//*[{has_class('pagination')}]//a[@href]")
_CURRENT = etree.XPath(
    f"//*[{has_class('pagination')}]//*[{has_class('active')} or @aria-current='page']"
)


def read_listing(
    body: bytes, url: str, fetched_at: datetime, content_type: str | None = None
) -> Listing:
    """Read one page of a listing.

    A page without cards, such as one behind the last, is a listing without any.

    Args:
        body: the page as it came, with status 200: the site's page for 404 is full of links.
        url: its address.
        fetched_at: when it came; the cards' ``35 menit lalu`` counts from there.
        content_type: the ``Content-Type`` header, if known.

    Raises:
        MarkupError: the markup is empty, or cannot be parsed within bounds.
    """
    root = tree(decode(body, content_type))
    cards: dict[str, Card] = {}
    for template in TEMPLATES:
        for element in template.card(root):
            card = _card(template, element, url, fetched_at)
            if card is not None:
                cards.setdefault(card.story.id, card)
        if cards:
            break
    return Listing(tuple(cards.values()), _next_url(root, url))


def _card(
    template: ListingTemplate, element: etree._Element, url: str, now: datetime
) -> Card | None:
    for link in template.title(element):
        story = story_url(link.get("href"), url)
        if story is not None:
            title = fold_or_none(content(link)) or fold_or_none(link.get("title"))
            times = (_time(span, now) for span in template.date(element))
            moment, exact = next((found for found in times if found), (None, False))
            paths = (section_path(place.get("href"), url) for place in template.section(element))
            return Card(story, title, moment, exact, next(filter(None, paths), None))
    return None


def _time(element: etree._Element, now: datetime) -> tuple[datetime, bool] | None:
    """Return the time that an element states in its markup, or else prints."""
    stated = next(filter(None, map(stated_time, _STATED(element))), None)
    return (stated, True) if stated else card_time(fold(content(element)), now)


def _next_url(root: etree._Element, url: str) -> str | None:
    """Return where the pagination leads: by its "Next", or by the number after the current one."""
    links = _PAGES(root)
    following = str(_page_number(root, url) + 1)
    named = [link for link in links if _NEXT.search(_name(link))]
    numbered = [link for link in links if fold(content(link)) == following]
    for link in (*named, *numbered):
        address = site_url(link.get("href", ""), url)
        if address is not None and address != canonical(url):
            return address
    return None


def _name(link: etree._Element) -> str:
    return " ".join((link.get("aria-label") or "", link.get("rel") or "", content(link)))


def _page_number(root: etree._Element, url: str) -> int:
    """Return the number of this page: as marked, else as its address says, else 1."""
    parts = urlsplit(url)
    said = [fold(content(element)) for element in _CURRENT(root)]
    said += [*parse_qs(parts.query).get("page", []), parts.path.rpartition("/")[2]]
    return next((int(text) for text in said if re.fullmatch(r"[0-9]{1,6}", text)), 1)
