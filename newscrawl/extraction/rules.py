"""What a run takes that reads files: every page of the site, and none of its links."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Everything:
    """Rules under which nothing that waits in the ledger is taken up, and no link is followed."""

    follow_depth: int = -1
    is_local: bool = False
    main_hosts: frozenset[str] = frozenset()
    feed_only: bool = False
    max_articles: int | None = None
    earliest: datetime | None = None
    latest: datetime | None = None

    def skip_reason(self, depth: int, published: datetime | None) -> str | None:
        """Skip what a page links to; whenever a story was published, its page is taken."""
        del published
        return "archived" if depth else None
