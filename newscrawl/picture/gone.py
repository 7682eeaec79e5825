"""Stories that the site has no more, as far as the ledger knows."""

import sqlite3
from heapq import nlargest

from newscrawl.ledger.gone import gone_since
from newscrawl.picture.days import PerDay
from newscrawl.picture.form_bonds import Gone, GoneStory
from newscrawl.places import Places

_SHOWN = 100
_STORY = "SELECT headline, url, day FROM stories WHERE id = ? AND selected"


def gone(database: sqlite3.Connection, places: Places, first: int) -> Gone:
    """Return the selected stories that are gone, when all are noted."""
    ledger, since = _told(places)
    days = PerDay()
    found: list[GoneStory] = []
    for name, time in since.items():
        row = database.execute(_STORY, (name,)).fetchone()
        if row is not None:
            days.add(row[2])
            day = None if row[2] is None else row[2] - first
            found.append({"id": name, "headline": row[0], "url": row[1], "day": day, "since": time})
    return {
        "ledger": ledger,
        "count": len(found),
        "series": days.series(first),
        "undated": days.undated,
        "list": nlargest(_SHOWN, found, key=lambda story: (story["since"], story["id"])),
    }


def _told(places: Places) -> tuple[str, dict[str, str]]:
    """Return how it is with the ledger, and what it says."""
    if not places.ledger.is_file():
        return "absent", {}
    try:
        return "read", gone_since(places)
    except sqlite3.Error as error:
        return f"{places.ledger}: {error}", {}
