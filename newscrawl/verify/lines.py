"""One line by itself: whether it is a record, and whether the record agrees with itself."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from fastjsonschema import JsonSchemaValueException

from newscrawl.antara.text import sha256, word_count
from newscrawl.antara.urls import story_url
from newscrawl.items import SCHEMA_VERSION, Article, Discovered, Http, Warc
from newscrawl.ledger.visits import visit_of
from newscrawl.places import day_file_name
from newscrawl.records import from_dict, story_sha256
from newscrawl.schema import validator

_MOST = 2**63
"""What a column of SQLite holds is less."""
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_FIELDS = tuple(field.name for field in fields(Article))


class NoRecord(Exception):  # noqa: N818 - named as what it says
    """A line that is no record."""

    def __init__(self, code: str, why: str) -> None:
        """Keep the kind of finding apart from the reason."""
        super().__init__(why)
        self.code = code


@dataclass(frozen=True, slots=True)
class Parsed:
    """A record."""

    article: Article
    record: dict[str, Any]
    """The same as it stands in its line."""
    story: str
    """Digest of what a reader would call the story."""


def parse(data: bytes) -> Parsed:
    """Return the record of a line.

    Raises:
        NoRecord: it is none, or none of this version.
    """
    try:
        record = json.loads(data.decode())  # json itself would take UTF-16 too
    except json.JSONDecodeError as error:
        raise NoRecord("not_json", f"{error.msg}, at character {error.pos + 1:,}") from error
    except (ValueError, RecursionError) as error:
        raise NoRecord("not_json", str(error)) from error
    if not isinstance(record, dict):
        raise NoRecord("not_json", "it is no object")
    version = record.get("schema_version")
    if type(version) is int and version > SCHEMA_VERSION:
        why = f"it is of version {version}, this newscrawl knows version {SCHEMA_VERSION}"
        raise NoRecord("later_version", why)
    try:
        article = from_dict(record)
    except (TypeError, ValueError) as error:
        raise NoRecord("not_record", _without_signature(error)) from error
    story = _story(article)
    if story is None:
        raise NoRecord("not_record", "what a ledger keeps of it is missing or of another type")
    return Parsed(article, record, story)


def _story(article: Article) -> str | None:
    """Return the digest of a story; None where the line cannot be entered into a ledger at all."""
    if not _is_typed(article):
        return None
    try:
        day_file_name(datetime.fromisoformat(article.fetched_at))
        visit_of(article)
        for link in article.related:
            story_url(link.url)
        return story_sha256(article)
    except (TypeError, AttributeError, ValueError, KeyError, OverflowError):
        return None


def _is_typed(article: Article) -> bool:
    numbers = (article.revision, article.extractor_version, article.article_id)
    texts = (article.id, article.template, article.fetched_at)
    parts = ((article.discovered, Discovered), (article.warc, Warc), (article.http, Http))
    if not all(type(number) is int and 0 < number < _MOST for number in numbers):
        return False
    if not all(isinstance(text, str) and text.isascii() and text for text in texts):
        return False
    if not all(part is None or isinstance(part, type_) for part, type_ in parts):
        return False
    if not (isinstance(article.body, str | None) and isinstance(article.url, str)):
        return False
    return all(map(_is_storable, _entered(article)))


def _entered(article: Article) -> Iterator[object]:
    """Yield the other values of a line that go into the ledger as they are."""
    yield from (article.url, article.run_id, article.body_sha256, article.near_duplicate_of)
    if article.discovered is not None:
        yield from (article.discovered.via, article.discovered.from_, article.discovered.depth)
    if article.http is not None:
        yield from (article.http.etag, article.http.last_modified)
    for link in article.related:
        yield link.url


def _is_storable(value: object) -> bool:
    """Tell whether a column of SQLite holds a value; half of a surrogate pair is no text to it."""
    if isinstance(value, str):
        return not _HALF_PAIR.search(value)
    return value is None or (type(value) is int and -_MOST < value < _MOST)


def _without_signature(error: Exception) -> str:
    """Return what an error says of a field, without the name of our own function."""
    text = str(error).replace("Article.__init__() ", "")
    return text or f"no record of schema version {SCHEMA_VERSION}"


def flaws(parsed: Parsed, file: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a record by itself: kind of finding, and words.

    Args:
        parsed: the record.
        file: name of the day file that it is in.
    """
    article = parsed.article
    if (wrong := _breaks_schema(parsed.record)) is not None:
        yield "schema", wrong
        return  # what follows reads fields of the types that the schema has
    if flaw := article.flaw():
        yield "incomplete", flaw.replace("_", " ")
    yield from _identity(article)
    own = day_file_name(datetime.fromisoformat(article.fetched_at))
    if own != file:
        yield "wrong_day_file", f"fetched at {article.fetched_at}, it belongs into {own}"
    yield from _body(article)


def _breaks_schema(record: dict[str, Any]) -> str | None:
    try:
        validator()(record)
    except JsonSchemaValueException as error:
        return str(error.message).removeprefix("data.")
    for name in ("date_published", "date_modified", "first_seen"):
        if record[name] is not None and not _is_time(record[name]):
            return f"{name} is no time that there was"
    return None if tuple(record) == _FIELDS else "its fields are not in their order"


def _is_time(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _identity(article: Article) -> Iterator[tuple[str, str]]:
    story = story_url(article.url)
    if story is None:
        yield "id_of_url", f"{article.id}: its address is no story's: {article.url}"
    elif (story.id, story.article_id, story.edition) != (
        article.id, article.article_id, article.edition,
    ):  # fmt: skip
        yield "id_of_url", f"{article.id}: its address is that of {story.id}: {article.url}"
    elif story.url != article.url:
        yield "id_of_url", f"{article.id}: its address is kept as {story.url}"


def _body(article: Article) -> Iterator[tuple[str, str]]:
    body = article.body
    words = None if body is None else word_count(body)
    if words != article.word_count:
        yield "word_count", f"{article.id}: {words} words, and the line says {article.word_count}"
    if (None if body is None else sha256(body)) != article.body_sha256:
        yield "body_sha256", f"{article.id}: the body was changed, or its digest"
