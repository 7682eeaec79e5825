"""When a tool's answer is right: one comparison for each field, white space never counting."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from benchmarks.evaluation.protocol import Answer
from benchmarks.evaluation.truth import Truth, digest, normal


def same_digest(truth: str, found: str) -> bool:
    """Whether a text has the digest."""
    return digest(found) == truth


def same_text(truth: str, found: str) -> bool:
    """Whether two texts are equal."""
    return normal(truth) == normal(found)


def same_set(truth: Sequence[str], found: Sequence[str]) -> bool:
    """Whether two lists have the same members; a tool's order may be its own."""
    return {normal(name) for name in truth} == {normal(name) for name in found}


def one_of(truth: Sequence[str], found: str) -> bool:
    """Whether a text is equal to one of those that count as right."""
    return any(same_text(text, found) for text in truth)


def same_day(truth: str, found: str) -> bool:
    """Whether a time is on the day that the page prints."""
    return _local(truth, found).date() == datetime.fromisoformat(truth).date()


def same_minute(truth: str, found: str) -> bool:
    """Whether a time is the page's to the minute; without a zone, as the page's clock shows it."""
    if _is_day(found):
        return False
    minutes = [time.strftime("%Y-%m-%d %H:%M") for time in (_local(truth, found), _time(truth))]
    return minutes[0] == minutes[1]


def same_instant(truth: str, found: str) -> bool:
    """Whether a time is the page's to the second, zone and all."""
    return _time(found).tzinfo is not None and _time(found) == _time(truth)


def same_file(truth: str, found: str) -> bool:
    """Whether two addresses are of one picture, in whatever size or format."""
    return _stem(truth) == _stem(found)


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _local(truth: str, found: str) -> datetime:
    time = _time(found)
    return time if time.tzinfo is None else time.astimezone(_time(truth).tzinfo)


def _is_day(text: str) -> bool:
    return len(text) == len("2020-10-09")


def _stem(url: str) -> str:
    return PurePosixPath(urlsplit(url).path).name.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the table of fields."""

    name: str
    field: str
    """Of the answer."""
    compare: Callable[[Any, Any], bool]
    truth: str = ""
    """Of the truth, where it goes by another name."""

    def stated(self, truth: Truth) -> Any:
        """Return what the page says; nothing where it says nothing."""
        return getattr(truth, self.truth or self.field)

    def right(self, truth: Truth, answer: Answer) -> bool:
        """Whether the answer has what the page says."""
        found = answer.get(self.field)
        try:
            return bool(found) and self.compare(self.stated(truth), found)
        except ValueError:  # a date that is none
            return False

    def invented(self, truth: Truth, answer: Answer) -> bool:
        """Whether the answer says something where the page says nothing."""
        return not self.stated(truth) and bool(answer.get(self.field))


MEASURES = (
    Measure("headline", "headline", same_digest),
    Measure("description", "description", same_digest),
    Measure("body, every word", "body", one_of, "bodies"),
    Measure("published: day", "date_published", same_day),
    Measure("published: minute", "date_published", same_minute),
    Measure("published: second and zone", "date_published", same_instant),
    Measure("modified: minute", "date_modified", same_minute),
    Measure("modified: second and zone", "date_modified", same_instant),
    Measure("authors", "authors", same_set),
    Measure("reporters", "reporters", same_set),
    Measure("translators", "translators", same_set),
    Measure("editors", "editors", same_set),
    Measure("section", "section", same_text),
    Measure("tags", "tags", same_set),
    Measure("language", "language", same_text),
    Measure("main image: address", "image", same_text),
    Measure("main image: file", "image", same_file),
)
