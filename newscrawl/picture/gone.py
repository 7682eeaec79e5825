"""Stories that the site has no more, as far as the ledger knows."""

import sqlite3
from heapq import nlargest

from newscrawl.ledger.gone import gone_since
from newscrawl.picture.form_bonds import Gone, GoneStory
from newscrawl.places import Places

_SHOWN = 100
_STORY = "SELECT headline, url, day FROM stories WHERE id = ? AND selected"


def gone(database: sqlite3.Connection, places: Places, first: int) -> Gone:
    """Return the selected stories that are gone, when all are noted."""
    if not places.ledger.is_file():
        return {"ledger": "absent", "count": 0, "list": []}
    try:
        since = gone_since(places)
    except sqlite3.Error as error:
        return {"ledger": f"{places.ledger}: {error}", "count": 0, "list": []}
    found: list[GoneStory] = []
    for name, time in since.items():
        row = database.execute(_STORY, (name,)).fetchone()
        if row is not None:
            day = None if row[2] is None else row[2] - first
            found.append({"id": name, "headline": row[0], "url": row[1], "day": day, "since": time})
    newest = nlargest(_SHOWN, found, key=lambda story: (story["since"], story["id"]))
    return {"ledger": "read", "count": len(found), "list": newest}
