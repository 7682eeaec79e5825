"""Small data directories for the tests of the picture, and what it tells of them."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from newscrawl.clock import WIB
from newscrawl.items import Article, Related
from newscrawl.kept.selection import Selection
from newscrawl.picture.data import picture
from newscrawl.picture.form import Picture
from newscrawl.picture.form_health import Series
from newscrawl.places import Places
from newscrawl.records import to_line

EVERYTHING = Selection()


def keep(data: Path, *articles: Article, day: str = "2026-11-20") -> Places:
    """Append records to a day file."""
    places = Places.under(data)
    places.articles.mkdir(parents=True, exist_ok=True)
    with (places.articles / f"{day}.jsonl").open("a", encoding="utf-8") as file:
        file.writelines(to_line(article) + "\n" for article in articles)
    return places


def write(data: Path, text: str, day: str = "2026-11-20") -> Places:
    """Append anything to a day file."""
    places = keep(data, day=day)
    with (places.articles / f"{day}.jsonl").open("a", encoding="utf-8") as file:
        file.write(text)
    return places


def told(places: Places, chosen: Selection = EVERYTHING) -> Picture:
    """Return the picture of a directory, which can be written as JSON."""
    data = picture(places, chosen, lambda *_: None)
    json.dumps(data, ensure_ascii=False, allow_nan=False).encode()
    return data


def link(number: int, kind: Any = "baca_juga", title: str | None = None) -> Related:
    """Return a link to an invented story."""
    url = f"https://www.antaranews.com/berita/{number}/kabar"
    return Related(article_id=number, url=url, title=title, kind=kind)


def published(days: float) -> str:
    """Return a time of publication, so many days after the noon of 2026-11-01."""
    return (datetime(2026, 11, 1, 12, tzinfo=WIB) + timedelta(days=days)).isoformat()


def lines(places: Places) -> Iterator[dict[str, Any]]:
    """Yield the records of the plain day files, as anybody would read them."""
    for path in sorted(places.articles.glob("*.jsonl")):
        yield from map(json.loads, path.read_text("utf-8").splitlines())


def newest(places: Places) -> list[dict[str, Any]]:
    """Return the newest revision of each story."""
    found: dict[str, dict[str, Any]] = {}
    for record in lines(places):
        if record["id"] not in found or record["revision"] >= found[record["id"]]["revision"]:
            found[record["id"]] = record
    return list(found.values())


def day_of(time: str) -> date:
    """Return the day of a time in Asia/Jakarta."""
    return datetime.fromisoformat(time).astimezone(WIB).date()


def plain(times: Iterable[str | None], first: str) -> Series:
    """Count times by day, as the picture tells it."""
    days = Counter(day_of(time) - date.fromisoformat(first) for time in times if time)
    return [(day.days, number) for day, number in sorted(days.items())]


def total(counts: Series) -> int:
    """Return the sum of a series."""
    return sum(number for _, number in counts)


def know_gone(places: Places, **stories: str) -> None:
    """Write a ledger that knows since when stories are gone: ``n1`` is the one with number 1."""
    with closing(sqlite3.connect(places.ledger)) as database, database:
        database.execute("CREATE TABLE stories (id TEXT, gone_since TEXT)")
        rows = ((f"antara:{name[1:]}", time) for name, time in stories.items())
        database.executemany("INSERT INTO stories VALUES (?, ?)", rows)


def report(places: Places, name: str, **changes: Any) -> None:
    """Write a run report with what is counted of it."""
    parts = {
        "started_at": "2026-11-20T02:00:00+00:00",
        "exit_code": 0,
        "requests": 5,
        "not_modified": 1,
        "bytes_received": 1000,
        "statuses": {"200": 4, "304": 1},
        "outcomes": {"new": {"": 3}, "failed": {"timeout": 1}},
    }
    places.runs.mkdir(parents=True, exist_ok=True)
    (places.runs / f"{name}.json").write_text(json.dumps(parts | changes), "utf-8")
