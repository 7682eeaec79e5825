"""What would change in the records of a data directory if their pages were read now."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC
from typing import ClassVar

from newscrawl.antara.urls import story_url
from newscrawl.archive.captures import Capture
from newscrawl.extraction.pages import Unread
from newscrawl.extraction.places import place
from newscrawl.extraction.sources import Item, Saved, Story
from newscrawl.extraction.values import around
from newscrawl.items import Article
from newscrawl.ledger.reading import KeptLines
from newscrawl.pipelines.carried import carry_over
from newscrawl.records import to_dict
from newscrawl.summary import counted

NOT_READ = frozenset(
    {
        "discovered",
        "extractor_version",
        "fetched_at",
        "first_seen",
        "http",
        "near_duplicate_of",
        "revision",
        "run_id",
        "schema_version",
        "warc",
    }
)
"""Fields of a record that do not come from reading its page."""
MOST_EXAMPLES = 3


@dataclass(slots=True)
class _Changes:
    """What would change in one respect."""

    count: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, example: str) -> None:
        self.count += 1
        if len(self.examples) < MOST_EXAMPLES:
            self.examples.append(example)


class Comparison:
    """Compares records with the lines that came of the same pages."""

    prints: ClassVar = False
    """All is told in the end."""

    def __init__(self, lines: KeptLines) -> None:
        """Compare with the lines of a data directory."""
        self._lines = lines
        self._fields: dict[str, _Changes] = {}
        self._lost = _Changes()
        self._without = _Changes()
        self._compared = self._changed = self._visits = 0

    @property
    def is_same(self) -> bool:
        """Whether no record would change."""
        return not self._changed and not self._lost.count

    @staticmethod
    def prepare(article: Article) -> Article:
        """Return the record itself."""
        return article

    def take(self, page: Capture | Saved | Story, prepared: Article) -> None:
        """Compare a record."""
        kept = self._lines.line(prepared.id, prepared.fetched_at)
        if kept is not None:
            self._compare(kept, prepared, f"{prepared.id}  {place(page)}")
        elif self._lines.has(prepared.id):
            self._visits += 1
        else:
            self._without.add(f"{prepared.id}  {place(page)}")

    def miss(self, page: Item, why: Unread) -> None:
        """Note a page of which there was a record."""
        capture = page.first if isinstance(page, Story) else page
        story = story_url(capture.url) if isinstance(capture, Capture) else None
        if story is None or not isinstance(capture, Capture):
            return
        fetched_at = f"{capture.fetched_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        if self._lines.line(story.id, fetched_at) is not None:
            self._lost.add(f"{story.id}  {place(page)}  {why.reason}")

    def told(self) -> str:
        """Return the result, for a person."""
        return "\n".join(self._rows())

    def _compare(self, kept: Article, article: Article, where: str) -> None:
        self._compared += 1
        if kept.revision > 1:  # of a first record all came from its own page
            carry_over(article, kept)
        before, after = to_dict(kept), to_dict(article)
        changed = [name for name in before if name not in NOT_READ and before[name] != after[name]]
        self._changed += bool(changed)
        for name in changed:
            values = "  ".join(around(before[name], after[name]))
            self._fields.setdefault(name, _Changes()).add(f"{where}  {values}")

    def _rows(self) -> Iterator[str]:
        would = counted(self._changed, "record") + " would change"
        yield f"{counted(self._compared, 'page')} compared with their records: {would}"
        for name, changes in sorted(self._fields.items(), key=lambda entry: -entry[1].count):
            yield from _told(name, changes)
        if self._lost.count:
            yield from _told("could not be read any more", self._lost)
        if self._without.count:
            yield from _told("would be records of stories that have none", self._without)
        if self._visits:
            yield f"{self._visits:>6}  visits that found a story as it was have no record"


def _told(what: str, changes: _Changes) -> Iterator[str]:
    yield f"{changes.count:>6}  {what}"
    yield from (f"        {example}" for example in changes.examples)
