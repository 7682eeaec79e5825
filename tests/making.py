"""Records, findings and runs for tests: valid ones, in which a test changes what it is about."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from newscrawl.antara.urls import story_url
from newscrawl.clock import WIB
from newscrawl.found import Found
from newscrawl.items import Article, Discovered, Via
from newscrawl.places import Places
from newscrawl.run import Run

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=WIB)


def article(number: int = 1, **changes: Any) -> Article:
    """Return a valid record of an invented story."""
    body = changes.pop("body", f"Menteri itu mengatakan hal nomor {number} kepada wartawan.")
    parts: dict[str, Any] = {
        "id": f"antara:{number}",
        "article_id": number,
        "edition": "id",
        "url": f"https://www.antaranews.com/berita/{number}/kabar",
        "headline": f"Kabar nomor {number}",
        "date_published": "2026-11-20T09:00:00+07:00",
        "body": body,
        "word_count": len(body.split()) if body else None,
        "body_sha256": hashlib.sha256(body.encode()).hexdigest() if body else None,
        "template": "D",
        "discovered": Discovered(via="feed", from_="https://www.antaranews.com/rss/dunia.xml"),
        "fetched_at": "2026-11-20T05:00:00Z",
        "run_id": "20261120T050000Z",
        "first_seen": "2026-11-20T05:00:00Z",
    }
    return Article(**(parts | changes))


def found(
    number: int = 1, via: Via = "feed", depth: int = 0, published: datetime | None = None
) -> Found:
    """Return the finding of an invented story."""
    story = story_url(f"https://www.antaranews.com/berita/{number}/kabar")
    assert story is not None
    return Found(story, Discovered(via=via, depth=depth), published)


@dataclass(frozen=True)
class Take:
    """Rules of a run, as the ledger sees them."""

    follow_depth: int = 2
    is_local: bool = True
    main_hosts: frozenset[str] = frozenset({"www.antaranews.com"})
    feed_only: bool = False
    max_articles: int | None = None
    earliest: datetime | None = None
    latest: datetime | None = None

    def skip_reason(self, depth: int, published: datetime | None) -> str | None:
        """Judge as the spider's arguments do."""
        if depth > self.follow_depth:
            return "too_deep"
        if published and self.earliest and published < self.earliest:
            return "out_of_range"
        if published and self.latest and published >= self.latest:
            return "out_of_range"
        return None


def open_run(data: Path, **rules: Any) -> Run:
    """Open a run on a data directory; the test closes it."""
    return Run.open(Places.under(data), Take(**rules))


def hours_ago(hours: float) -> datetime:
    """Return a time before the tests' noon."""
    return NOON - timedelta(hours=hours)
