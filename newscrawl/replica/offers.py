"""What the site offers beside feeds, sections and stories: the ways into its past.

Which of them the real site has is not known for certain, so tests choose.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Index = Literal["dmy", "ymd", "path", "section"]
"""Addresses of a day's list: ``/indeks/02-01-2019``, ``/indeks/2019-01-02``,
``/indeks/2019/01/02``, ``/indeks/terkini/2019-01-02``."""
Search = Literal["path", "query"]
"""Addresses of a search: ``/search/%20/02-01-2019/02-01-2019``, and
``/search?q=%20&startDate=02-01-2019&endDate=02-01-2019``."""
Sitemap = Literal["plain", "gzip"]
"""Whether the sitemaps of the months are files that are compressed themselves."""
Cards = Literal["C", "D"]
"""Templates in which lists show their cards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """The ways into the past that a replica has; what is not offered answers with the 404 page."""

    index: Index | None = "dmy"
    """The form of the dated lists."""
    search: Search | None = "query"
    """The form of the search by date."""
    tags: bool = True
    """Whether tags have lists: ``/tag/gempa-bumi``."""
    sitemap: Sitemap | None = None
    """The form of the sitemaps; robots.txt names them where there are any."""
    parted: float = 0.0
    """Share of the long national stories that are served in two to four pages: ``?page=2``."""
    whole: bool = False
    """Whether these lead to a page with the whole story: ``?page=all``."""
    ignores_date: bool = False
    """Whether dated lists and searches show the newest stories whatever day they are asked for."""
    listed: Mapping[date, int] = field(default_factory=dict)
    """How many stories at most the dated lists and searches have of a day, where some are lost."""
    index_cards: int = 10
    """Cards on a page of a dated list or of a tag's."""
    search_cards: int = 20
    """Cards on a page of found stories."""
    listing_pages: int = 100
    """Number of the last page of any list."""
    cards: Cards = "D"
    """The template of the cards, those of the sections' lists included."""
    categories: bool = True
    """Whether cards name the category, but on the sections' own lists."""
    card_dates: bool = True
    """Whether cards of the dated lists say when a story came out."""
