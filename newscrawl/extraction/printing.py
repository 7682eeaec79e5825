"""Records as lines on standard output."""

import sys
from typing import ClassVar

from newscrawl.archive.captures import Capture
from newscrawl.extraction.pages import Unread
from newscrawl.extraction.sources import Item, Saved, Story
from newscrawl.items import Article
from newscrawl.records import to_line


class Printing:
    """Prints a line for each page."""

    prints: ClassVar = True

    @staticmethod
    def prepare(article: Article) -> bytes:
        """Return the line."""
        return to_line(article).encode() + b"\n"

    def take(self, page: Capture | Saved | Story, prepared: bytes) -> None:
        """Print it."""
        del page
        sys.stdout.buffer.write(prepared)

    def miss(self, page: Item, why: Unread) -> None:
        """Print nothing."""
