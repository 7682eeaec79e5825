"""Article to line and back: the one place that knows how a record stands in a JSON Lines file."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from newscrawl.items import (
    SCHEMA_VERSION,
    Article,
    Dateline,
    Discovered,
    Http,
    Image,
    Related,
    Warc,
)

_NESTED: dict[str, type[Any]] = {
    "dateline": Dateline,
    "discovered": Discovered,
    "http": Http,
    "warc": Warc,
    "images": Image,
    "related": Related,
}
STORY_FIELDS = (
    "headline",
    "description",
    "dateline",
    "body",
    "date_published",
    "date_modified",
    "reporters",
    "translators",
    "editors",
    "agencies",
    "images",
)
"""What makes a later visit a change: headline, description, dateline, body, credits, dates and
captions (the pictures' addresses are left out: the site moves them between hosts; times count to
the minute)."""


_NAMES_IN_THE_FILE = {"from_": "from"}
_KINDS: tuple[type[Any], ...] = (Article, *_NESTED.values())
_FIELDS = {
    kind: [(field.name, _NAMES_IN_THE_FILE.get(field.name, field.name)) for field in fields(kind)]
    for kind in _KINDS
}
"""Of each class of the record: its fields, and what they are called in the file."""


def to_dict(article: Article) -> dict[str, Any]:
    """Return the record as it stands in the file: every field, in order, nested parts as dicts."""
    return {written: _plain(getattr(article, name)) for name, written in _FIELDS[Article]}


def _plain(value: Any) -> Any:
    """Return a field's value as JSON has it; lists are new ones.

    ``dataclasses.asdict`` does the same for any dataclass, at ten times the cost.
    """
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    if isinstance(value, dict):
        return dict(value)
    named = _FIELDS.get(type(value))
    return {written: getattr(value, name) for name, written in named} if named else value


def to_line(article: Article) -> str:
    """Return the record as one line of JSON, in the file's own characters, without a newline."""
    return json.dumps(to_dict(article), ensure_ascii=False, separators=(",", ":"))


def from_dict(record: dict[str, Any]) -> Article:
    """Return the Article of a record.

    Raises:
        TypeError: the record is of another schema version, has a field that this one does not
            know, or is no record at all.
    """
    if record.get("schema_version") != SCHEMA_VERSION or "id" not in record:
        raise TypeError(f"no record of schema version {SCHEMA_VERSION}")
    parts = dict(record)
    for name, part in _NESTED.items():
        value = parts.get(name)
        if isinstance(value, list):
            parts[name] = [part(**entry) for entry in value]
        elif isinstance(value, dict):
            parts[name] = part(
                **{("from_" if key == "from" else key): v for key, v in value.items()}
            )
    return Article(**parts)


def from_line(line: str | bytes) -> Article:
    """Return the Article of a line.

    Raises:
        ValueError: the line is no JSON in UTF-8 (``json.JSONDecodeError`` is one).
        TypeError: it is, but no record of this schema version.
    """
    # Of bytes, json would take UTF-16 and a byte order mark too, which other tools would not.
    record = json.loads(line.decode() if isinstance(line, bytes) else line)
    if not isinstance(record, dict):
        raise TypeError("a record is a JSON object")
    return from_dict(record)


def _to_the_minute(time: str | None) -> str | None:
    """Return a time without its seconds, which one template prints and another does not."""
    return f"{time[:16]}{time[19:]}" if time else None


def story_parts(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return, for each of ``STORY_FIELDS``, what of a record is compared."""
    parts = {name: record[name] for name in STORY_FIELDS}
    parts["images"] = [[image["caption"], image["credit"]] for image in record["images"]]
    for name in ("date_published", "date_modified"):
        parts[name] = _to_the_minute(record[name])
    return parts


def story_sha256(article: Article) -> str:
    """Return a digest of what a reader would call the story; it differs where the story changed."""
    story = story_parts({name: _plain(getattr(article, name)) for name in STORY_FIELDS})
    text = json.dumps(story, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
