"""A record as the picture looks at it: checked, with its day, and without its text."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Self

from newscrawl.antara.urls import story_url
from newscrawl.picture.days import moment

_NONE = type(None)
_TYPES: dict[str, type | tuple[type, ...]] = {
    "url": str, "edition": str, "kind": str, "template": str, "fetched_at": str,
    "headline": (str, _NONE), "section": (str, _NONE), "language": (str, _NONE),
    "description": (str, _NONE), "body": (str, _NONE), "date_published": (str, _NONE),
    "date_modified": (str, _NONE), "near_duplicate_of": (str, _NONE), "word_count": (int, _NONE),
    "dateline": (dict, _NONE), "discovered": (dict, _NONE), "breadcrumbs": list, "tags": list,
    "reporters": list, "translators": list, "editors": list, "agencies": list, "images": list,
    "copyright_notice": (str, _NONE), "rights_notice": (str, _NONE), "related": list,
    "fallbacks": dict, "extractor_version": int,
}  # fmt: skip
_NAMES = ("breadcrumbs", "tags", "reporters", "translators", "editors", "agencies")
_ENTRIES = {
    "related": {"article_id", "url", "title", "kind"},
    "images": {"caption", "credit"},
}
_LINK_TYPES: dict[str, type | tuple[type, ...]] = {"url": str, "kind": str, "title": (str, _NONE)}
_MOST_REVISIONS = 2**31


class NoStory(ValueError):  # noqa: N818 - it says what the record is
    """A record does not have the fields that a story has."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another story."""

    target: str
    """``id`` of that story."""
    url: str
    title: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story, or one revision of it."""

    record: dict[str, Any]
    """Its record, of which the fields that are looked at have their types."""
    published: datetime | None
    """In Asia/Jakarta."""
    day: int | None
    """Day of publication in Asia/Jakarta, an ordinal."""

    @classmethod
    def of(cls, record: dict[str, Any]) -> Self:
        """Return the story of a record that has been checked."""
        published = moment(record["date_published"])
        return cls(record, published, published.toordinal() if published else None)

    @property
    def id(self) -> str:
        """Its identity."""
        return str(self.record["id"])

    @property
    def minute(self) -> int | None:
        """Minutes between midnight in Asia/Jakarta and publication."""
        return self.published.hour * 60 + self.published.minute if self.published else None

    @property
    def from_feed(self) -> bool:
        """Whether it is a feed's metadata alone: no page of it was read."""
        return bool(self.record["template"] == "feed")

    @property
    def has_body(self) -> bool:
        """Whether it has a text."""
        return bool(self.record["body"])

    def names(self, field: str) -> list[str]:
        """Return what a list field names, each once, in order."""
        return list(dict.fromkeys(self.record[field]))

    def links(self) -> Iterator[Link]:
        """Yield its links to other stories, in page order."""
        for link in self.record["related"]:
            number = link["article_id"]
            folder, found, _ = f"{link['url']}/".partition(f"/{number}/")
            ids = _ids_of(folder) if found else "antara"
            yield Link(f"{ids}:{number}", link["url"], link["title"], link["kind"])


@lru_cache(maxsize=1000)
def _ids_of(folder: str) -> str:
    """Return to which ids the stories of a folder belong, such as ``antara-jatim``.

    Addresses in records are canonical, and there are millions of links to a few folders.
    """
    story = story_url(f"{folder}/1")
    return story.id.partition(":")[0] if story else "antara"


def story_of(record: dict[str, Any], data: bytes) -> Story:
    """Return the story of a record that may be damaged.

    Args:
        record: as it was read from its line.
        data: the line.

    Raises:
        NoStory: a field is missing or of another type; says which.
    """
    mistyped = _mistyped(tuple([type(record.get(name, ...)) for name in _TYPES]))
    if mistyped is not None:
        raise NoStory(f"{mistyped} is missing, or not of its type")
    if not 0 < record["revision"] < _MOST_REVISIONS:
        raise NoStory("revision is no such number")
    _check_lists(record)
    if _may_have_half_characters(data):
        _check_characters(record)
    return Story.of(record)


@lru_cache(maxsize=1000)
def _mistyped(found: tuple[type, ...]) -> str | None:
    """Return the first field that is not of its type; millions of records have few such rows."""
    fields = zip(_TYPES.items(), found, strict=True)
    return next((name for (name, types), one in fields if not issubclass(one, types)), None)


def _check_lists(record: dict[str, Any]) -> None:
    for name in _NAMES:
        if not {str}.issuperset(map(type, record[name])):
            raise NoStory(f"{name} holds something that is no text")
    for name, keys in _ENTRIES.items():
        if not all(isinstance(entry, dict) and keys <= entry.keys() for entry in record[name]):
            raise NoStory(f"{name} holds something of another form")
    for name, types in _LINK_TYPES.items():
        if not all(isinstance(link[name], types) for link in record["related"]):
            raise NoStory(f"related holds a link whose {name} is not of its type")


def _may_have_half_characters(data: bytes) -> bool:
    """Tell whether a line may hold lone surrogates: escaped, or encoded as UTF-8 forbids it."""
    return b"\xed" in data or b"\\ud" in data.lower()


def _check_characters(record: dict[str, Any]) -> None:
    try:
        json.dumps(record, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise NoStory("it holds half of a character") from error
