"""Since when stories are gone from the site, for somebody who only looks."""

import sqlite3
from contextlib import closing

from newscrawl.ledger.reading import quiet_address
from newscrawl.places import Places


def gone_since(places: Places) -> dict[str, str]:
    """Return, for each story that the site has no more, since when: UTC, as the ledger has it.

    Nothing is written and no lock is taken. Without a ledger nothing is known.

    Raises:
        sqlite3.Error: the ledger cannot be read.
    """
    if not places.ledger.is_file():
        return {}
    with closing(sqlite3.connect(quiet_address(places.ledger), uri=True)) as database:
        return dict(
            database.execute("SELECT id, gone_since FROM stories WHERE gone_since IS NOT NULL")
        )
