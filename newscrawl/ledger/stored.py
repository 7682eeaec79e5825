"""Stories whose pages come from files: a run takes them up when it writes a line of them."""

import sqlite3
from collections.abc import Iterable

from newscrawl.items import Article, Discovered
from newscrawl.ledger.database import transaction

# What the site was seen to have no more after that visit is not there again because of it.
_TAKE_UP = """
INSERT INTO stories (id, article_id, address, state, via, from_url, depth, published, found_by, run)
VALUES (:id, :article_id, :url, 'pending', :via, :from_url, :depth, 0, :run, :run)
ON CONFLICT (id) DO UPDATE SET run = excluded.run, outcome = NULL, reason = NULL
WHERE gone_since IS NULL OR gone_since < :fetched_at
"""
_TELL = """
UPDATE stories SET outcome = (
    SELECT iif(min(revision) = 1, 'new', 'changed') FROM records
    WHERE records.id = stories.id AND number > :before)
WHERE run = :run AND outcome IN ('new', 'changed')
"""


class StoredStories:
    """The stories of one run that writes lines without asking the site."""

    def __init__(self, database: sqlite3.Connection, run: int) -> None:
        """Write to the database as the run of that number, which has not written any line yet."""
        self._database = database
        self._run = run
        self._before = database.execute("SELECT coalesce(max(number), 0) FROM records").fetchone()[
            0
        ]

    def take_up(self, articles: Iterable[Article]) -> None:
        """Take stories up, so that they can be settled; also those that this run has settled."""
        with transaction(self._database):
            for article in articles:
                way = article.discovered or Discovered()
                self._database.execute(
                    _TAKE_UP,
                    {
                        "id": article.id,
                        "article_id": article.article_id,
                        "url": article.url,
                        "via": way.via,
                        "from_url": way.from_,
                        "depth": way.depth,
                        "fetched_at": article.fetched_at,
                        "run": self._run,
                    },
                )

    def tell(self) -> None:
        """Let a story of which there are several lines now be a new one, if it was."""
        with transaction(self._database):
            self._database.execute(_TELL, {"before": self._before, "run": self._run})
