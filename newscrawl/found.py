"""What a page leads to: stories that were found, how far a walk or a backfill came, or nothing.

The spider yields these; the frontier middleware takes them to the ledger.
"""

from dataclasses import dataclass
from datetime import date, datetime

from newscrawl.antara.feeds import FeedItem
from newscrawl.antara.urls import StoryUrl
from newscrawl.items import Discovered


@dataclass(frozen=True, slots=True)
class Found:
    """A story that was found, with what is known of it before it is fetched."""

    story: StoryUrl
    discovered: Discovered
    published: datetime | None = None
    """Publication time that the feed or the listing gives; the first moment of the day where a
    listing gives only the day."""
    feed_item: FeedItem | None = None
    elsewhere: bool = False
    """Whether the page says that it belongs to another section than those of the run."""


@dataclass(frozen=True, slots=True)
class WalkDone:
    """The feed and the listing pages of a section were read as far back as needed."""

    section: str
    reached: datetime | None
    """The oldest publication time that the walk saw; null when it saw no dated card."""
    met: bool = False
    """Whether it ended where an earlier walk began, and so reaches as far back as that one."""
    ended: bool = False
    """Whether it came to the listing's end: there is nothing behind it, however far back."""


@dataclass(frozen=True, slots=True)
class WalkOpen:
    """A walk goes on behind a listing page; should the run end, the next one goes on there."""

    section: str
    """The walk's name."""
    url: str
    page: int
    """Number of the listing page, from 1."""


@dataclass(frozen=True, slots=True)
class WalkOver:
    """Nothing of a walk is left to go on with, whether or not it is finished."""

    section: str


@dataclass(frozen=True, slots=True)
class WalkStuck:
    """A walk came to the listing's end and met nothing that was known, as it should have."""

    section: str


Walked = WalkDone | WalkOpen | WalkOver | WalkStuck
"""What the ledger is told of a walk."""


@dataclass(frozen=True, slots=True)
class DayRead:
    """A page of a day's list was read."""

    scopes: tuple[str, ...]
    """The names of the sections' walks that it stands for."""
    day: date
    way: str
    """By which the list is read."""
    page: int
    """Number of the page, from 1."""
    listed: int
    """Stories of the sections that it named, and no page of the list before it."""
    at: datetime
    """When it came."""
    next_url: str | None
    """Where the list goes on; None when it is over."""


@dataclass(frozen=True, slots=True)
class DayEmpty:
    """No way led to a day's list, though some lead to other days'; or not to a page of it."""

    scopes: tuple[str, ...]
    day: date
    page: int
    """Number of the page that is not there."""
    at: datetime


@dataclass(frozen=True, slots=True)
class DaysWalked:
    """The listing was read over some days, though not back to what an earlier walk had seen."""

    scope: str
    days: tuple[date, ...]
    way: str = "listing"
    """What it was that was read over them, if not the listing."""


@dataclass(frozen=True, slots=True)
class WayTried:
    """A way to a day's list was tried."""

    edition: str
    """The edition's name, as in the names of its walks."""
    way: str
    works: bool
    at: datetime
    ignores_day: bool = False
    """Whether it was seen to show the same on two days, and so never led to a day's list."""
    range_: str = ""
    """The run's range: what misses there may reach the days of another."""


DayTold = DayRead | DayEmpty | DaysWalked | WayTried
"""What the ledger is told of a backfill."""


@dataclass(frozen=True, slots=True)
class PageRead:
    """All that a feed or a listing page leads to is known, as far as it is needed."""

    url: str
    etag: str | None
    last_modified: str | None


@dataclass(frozen=True, slots=True)
class NotModified:
    """The site says that a story's page is as it was when it was last read."""

    found: Found


@dataclass(frozen=True, slots=True)
class Unusable:
    """The page arrived, and is nothing that can be read."""

    reason: str
    """A short name, used in statistics and reports."""
    found: Found | None = None
    """The story that it should have been; None for a page of discovery."""
