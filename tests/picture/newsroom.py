"""The directory that the page's tests draw: invented stories of three months, nasty ones among them."""

import random
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from newscrawl.clock import WIB
from newscrawl.items import Article, Dateline
from newscrawl.places import Places
from tests.making import article
from tests.picture import directory

NASTY = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
"""A headline that would run if anything took it for markup."""
FIRST = datetime(2026, 8, 20, tzinfo=WIB)
DAYS, GAP = 95, range(40, 46)
_LATE = (FIRST + timedelta(days=DAYS, minutes=-1)).isoformat()
_PLACES = {
    "Tokyo": "jepang",
    "Jenewa": "swiss",
    "Jakarta": "asean",
    "Moskow": "rusia",
    "Kota Entah": "x",
}
_PEOPLE = [f"Nama Rekaan {letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]


def newsroom(data: Path) -> Places:
    """Fill a data directory, always with the same stories."""
    drawn = random.Random(7)
    numbers = iter(range(1, 10_000))
    for day in range(DAYS):
        if day in GAP:
            continue
        stories = [_story(next(numbers), day, drawn) for _ in range(drawn.randint(1, 5))]
        fetched = (FIRST + timedelta(days=day + 1)).date().isoformat()
        directory.keep(data, *stories, day=fetched)
    return _odd_ones(data, numbers)


def _story(number: int, day: int, drawn: random.Random, **changes: Any) -> Article:
    place, tag = drawn.choice(list(_PLACES.items()))
    at = FIRST + timedelta(days=day, minutes=drawn.randrange(1440))
    parts: dict[str, Any] = {
        "headline": f"Kabar rekaan nomor {number}",
        "date_published": at.isoformat(),
        "first_seen": f"{at + timedelta(minutes=drawn.choice([5, 50, 500])):%Y-%m-%dT%H:%M:%SZ}",
        "fetched_at": f"{FIRST + timedelta(days=day + 1):%Y-%m-%dT%H:%M:%SZ}",
        "dateline": Dateline(place=place, text=f"{place} (ANTARA) - "),
        "tags": [tag, "dunia"],
        "section": "Dunia",
        "translators": [drawn.choice(_PEOPLE)] if number % 3 else [],
        "editors": [drawn.choice(_PEOPLE[:4])],
        "agencies": [drawn.choice(["Reuters", "Xinhua", "AFP"])],
        "related": [directory.link(max(1, number - step)) for step in (1, 2) if number > step],
        "near_duplicate_of": f"antara:{number - 1}" if number % 40 == 0 else None,
    }
    return article(number, **(parts | changes))


def _odd_ones(data: Path, numbers: Any) -> Places:
    """Add corrections, a story without a date, one of another zone's midnight, and nasty ones."""
    drawn = random.Random(8)
    last = DAYS - 1
    corrected = [_story(number, 1, drawn, revision=2, body=f"Lain {number}.") for number in (3, 4)]
    nasty = _story(
        next(numbers), last, drawn, headline=NASTY, tags=["jepang", NASTY], translators=[NASTY],
        section=NASTY, date_published=_LATE, agencies=[NASTY], dateline=Dateline(place=NASTY, text=NASTY),
    )  # fmt: skip
    urls = [
        "javascript:alert(1)",
        "https://antaranews.com.evil.example/a",
        "https://x@www.antaranews.com/",
    ]
    foreign = [
        _story(
            next(numbers),
            last,
            drawn,
            url=url,
            date_published=_LATE,
            headline="Swiss dan Jepang",
            tags=["jepang"],
        )
        for url in urls
    ]
    witness = _story(next(numbers), 0, drawn, date_published="2026-09-01T00:30:00+09:00")
    undated = _story(next(numbers), 0, drawn, date_published=None)
    places = directory.keep(data, *corrected, nasty, *foreign, witness, undated, day="2026-11-23")
    directory.report(
        places, "20261101T020000Z", started_at="2026-11-01T02:00:00+00:00", exit_code=3
    )
    directory.report(places, "20261120T020000Z")
    return places
