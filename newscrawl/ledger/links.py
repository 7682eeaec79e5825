"""Where kept stories link to: asked when a shorter way to one comes up."""

from collections.abc import Sequence

from newscrawl.items import Article
from newscrawl.ledger.lines import Lines

_MOST_REMEMBERED = 1000
"""Stories whose links are kept in mind, the last that were written: a shorter way to a story mostly
comes up soon, and the file need not be read for it."""


class Links:
    """The related links of stories, from memory or from their lines."""

    def __init__(self, lines: Lines) -> None:
        """Take what finds a story's line."""
        self._lines = lines
        self._written: dict[str, list[str]] = {}

    def remember(self, article: Article) -> None:
        """Keep in mind where a story links to whose line was written."""
        if len(self._written) >= _MOST_REMEMBERED:
            del self._written[next(iter(self._written))]
        self._written[article.id] = [link.url for link in article.related]

    def of(self, story_id: str) -> Sequence[str]:
        """Return the addresses that a kept story links to."""
        if story_id in self._written:
            return self._written[story_id]
        kept = self._lines.record(story_id)
        return [link.url for link in kept.related] if kept else []
