"""A story as rows of the tables."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from newscrawl.antara.urls import story_url
from newscrawl.clock import WIB
from newscrawl.export.database.names import Names
from newscrawl.export.database.tables import TABLES
from newscrawl.export.selected import Story

_ROLES = {"reporter": "reporters", "translator": "translators", "editor": "editors"}
_PARTS = {
    "dateline": ("place", "text"),
    "discovered": ("via", "from", "depth"),
    "http": ("status", "etag", "last_modified"),
    "warc": ("file", "offset"),
}
"""Objects of the record whose fields are columns: ``http_status``."""
_MADE_LATER = {"repeats": None}


def insert(table: str, *, or_what: str = "FAIL") -> str:
    """Return the statement that adds a row to a table, by the names of its columns."""
    columns = TABLES[table].columns
    values = ", ".join(f":{name}" for name in columns)
    return f"INSERT OR {or_what} INTO {table} VALUES ({values})"  # noqa: S608 - names of ours


class Rows:
    """Writes stories into the tables, but for their words and their earlier revisions."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Write to a database that has the tables."""
        self._database = database
        self._people, self._agencies, self._tags = (
            Names(database, table) for table in ("people", "agencies", "tags")
        )
        self._insert = {name: insert(name) for name in TABLES}

    def add(self, number: int, story: Story) -> None:
        """Write one story and all that it names."""
        record = story.record
        own = record["id"]
        self._add("articles", [_article(number, story)])
        self._add("article_people", [
            {"article": own, "person": self._people.number(name), "role": role, "position": at}
            for role, field in _ROLES.items()
            for at, name in enumerate(record[field], 1)
        ])  # fmt: skip
        self._add("article_agencies", [
            {"article": own, "agency": self._agencies.number(name), "position": at}
            for at, name in enumerate(record["agencies"], 1)
        ])  # fmt: skip
        self._add("article_tags", [
            {"article": own, "tag": self._tags.number(name), "position": at}
            for at, name in enumerate(record["tags"], 1)
        ])  # fmt: skip
        self._add("links", _links(record))
        self._add("images", [
            image | {"id": None, "article": own, "position": at}
            for at, image in enumerate(record["images"], 1)
        ])  # fmt: skip

    def _add(self, table: str, rows: Iterable[dict[str, Any]]) -> None:
        self._database.executemany(self._insert[table], rows)


def _article(number: int, story: Story) -> dict[str, Any]:
    record, published = story.record, story.times["date_published"]
    row = record | _MADE_LATER | {
        "number": number,
        "published_at": _utc(published),
        "day": f"{published.astimezone(WIB):%Y-%m-%d}" if published else None,
        "breadcrumbs": json.dumps(record["breadcrumbs"], ensure_ascii=False),
        "fallbacks": json.dumps(record["fallbacks"], ensure_ascii=False),
        "gone_since": story.gone_since,
    }  # fmt: skip
    for part, names in _PARTS.items():
        values = record[part] or {}
        row |= {f"{part}_{name}": values.get(name) for name in names}
    return {name: row[name] for name in TABLES["articles"].columns}


def _links(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        link | {
            "id": None,
            "source": record["id"],
            "position": at,
            "target": None,
            "target_id": _target(link["url"]),
        }
        for at, link in enumerate(record["related"], 1)
    ]  # fmt: skip


def _target(url: str) -> str | None:
    story = story_url(url)
    return story.id if story else None


def _utc(time: datetime | None) -> str | None:
    return f"{time.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if time else None
