"""What a run counts while it goes on, beside the outcomes that are in the ledger."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from newscrawl.coverage import READABLE, Tally, add, filled, on_page, tells_of_today
from newscrawl.items import Article
from newscrawl.ledger.rules import seconds

UNANSWERED = "none"
"""In place of a status: the request was sent, and nothing came."""


@dataclass(slots=True)
class Measured:
    """Counts of one run, all of them still zero at its start."""

    requests: dict[str, Counter[str]] = field(default_factory=dict)
    """By what was asked for (robots, feed, listing, archive, article), then by status."""
    bytes: Counter[str] = field(default_factory=Counter)
    """Bytes of bodies as they were sent, by what was asked for."""
    coverage: dict[str, Tally] = field(default_factory=dict)
    """Of all records kept, by kind."""
    today: dict[str, Tally] = field(default_factory=dict)
    """Of the pages that tell how the site looks now, by kind; ``page`` counts those that could be
    read at all."""
    templates: Counter[str] = field(default_factory=Counter)
    fallbacks: Counter[str] = field(default_factory=Counter)
    """Records by ``field: source``, for each entry of their ``fallbacks``."""
    near_duplicates: int = 0
    appeared: list[tuple[int, int]] = field(default_factory=list)
    """Of new stories that a feed or a listing named: publication, and seconds until the fetch."""

    def count_request(self, what: str) -> None:
        """Count a request that is sent, as long as no answer to it is counted."""
        self.requests.setdefault(what, Counter())[UNANSWERED] += 1

    def count_response(self, what: str, status: int, size: int) -> None:
        """Count the answer to it."""
        counts = self.requests.setdefault(what, Counter())
        counts[UNANSWERED] -= 1
        counts[str(status)] += 1
        self.bytes[what] += size

    def count_record(self, article: Article) -> list[str]:
        """Count a record that was kept, and return the fields that it lacks.

        Only a record that tells how the site looks now lacks any.
        """
        self.templates[article.template] += 1
        for name, source in article.fallbacks.items():
            self.fallbacks[f"{name}: {source}"] += 1
        self.near_duplicates += article.near_duplicate_of is not None
        counts_today = tells_of_today(article)
        if counts_today:
            self._count_appearance(article)
            self.count_page(is_readable=True)
        return list(self._count_fields(article, counts_today=counts_today))

    def _count_fields(self, article: Article, *, counts_today: bool) -> Iterator[str]:
        kind = "feed" if article.template == "feed" else article.kind
        for name, is_filled in filled(article):
            add(self.coverage.setdefault(kind, {}), name, is_filled=is_filled)
        for name, is_filled in on_page(article) if counts_today else ():
            add(self.today.setdefault(kind, {}), name, is_filled=is_filled)
            if not is_filled:
                yield name

    def count_page(self, *, is_readable: bool) -> None:
        """Count a story's page that was read, or could not be."""
        add(self.today.setdefault("page", {}), READABLE, is_filled=is_readable)

    def _count_appearance(self, article: Article) -> None:
        if article.date_published is None:
            return
        published = seconds(datetime.fromisoformat(article.date_published))
        fetched = seconds(datetime.fromisoformat(article.fetched_at))
        if 0 < published <= fetched:
            self.appeared.append((published, fetched - published))
