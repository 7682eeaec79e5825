"""On which days a tag's stories came out."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from threading import Lock
from urllib.parse import unquote

from newscrawl.replica.corpus import Corpus
from newscrawl.replica.ids import Edition

_NO_SLUG = re.compile(r"[\W_]+")


def slug(tag: str) -> str:
    """Return a tag as its list's address has it, escaped or not."""
    return _NO_SLUG.sub("-", unquote(tag).lower()).strip("-")


class Tags:
    """The days of all tags; they are looked through once, when a first tag is asked for."""

    def __init__(self, corpus: Corpus, start: date) -> None:
        """Nothing is looked through yet."""
        self._corpus = corpus
        self._lock = Lock()
        self._days: dict[tuple[Edition, str], list[date]] = {}
        self._next: dict[Edition, date] = dict.fromkeys(("id", "jatim", "en"), start)

    def days(self, edition: Edition, tag: str, today: date) -> Iterator[date]:
        """Return the days up to today that have stories of a tag, newest first."""
        with self._lock:
            while (day := self._next[edition]) <= today:
                self._take(edition, day)
                self._next[edition] = day + timedelta(days=1)
            days = self._days.get((edition, slug(tag)), [])
            return iter([day for day in reversed(days) if day <= today])

    def _take(self, edition: Edition, day: date) -> None:
        heads = self._corpus.heads_of_day(day, edition)
        for found in {slug(tag) for head in heads for tag in head.tags}:
            self._days.setdefault((edition, found), []).append(day)
