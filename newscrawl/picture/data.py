"""The data of the report: everything that it shows, counted from what is kept."""

import sqlite3
import tempfile
from dataclasses import replace

from newscrawl import __version__, clock
from newscrawl.kept.selection import Selection
from newscrawl.kept.stories import Passed
from newscrawl.picture.days import PerDay, main_part, span
from newscrawl.picture.form import FORM, Days, Picture, Stray
from newscrawl.picture.gone import gone
from newscrawl.picture.notes import Notes
from newscrawl.picture.reading import Counts, read
from newscrawl.picture.runs import runs
from newscrawl.picture.threads import threads
from newscrawl.places import Places
from newscrawl.showing import Show

_STRAYS = """
SELECT id, headline, url, day FROM stories
WHERE selected AND (day < ? OR day > ?) ORDER BY day, id LIMIT 20
"""


def picture(places: Places, chosen: Selection, show: Show) -> Picture:
    """Return the data of the report, see :mod:`newscrawl.picture.form`.

    The files are read twice, and what is noted of them stands in a temporary file meanwhile (some
    hundred megabytes for a million stories), so that memory does not grow with the stories. A run
    may go on meanwhile; no lock is taken.

    Args:
        places: the data directory.
        chosen: of which stories; always their newest revisions.
        show: is called now and then with what is being done, see ``kept.stories.Stories``.

    Raises:
        OSError: a file cannot be read, or there is no room for the temporary file.
    """
    try:
        with Notes() as notes:
            counts = Counts(notes.database, chosen)
            lines = read(places, counts, show)
            show("counting", lines.size, lines.size)
            notes.index()
            return _picture(places, chosen, notes.database, counts, lines.passed)
    except sqlite3.OperationalError as error:
        raise OSError(f"{tempfile.gettempdir()}: {error}") from error


def _picture(
    places: Places,
    chosen: Selection,
    database: sqlite3.Connection,
    counts: Counts,
    passed: Passed,
) -> Picture:
    stories = counts.stories
    records = stories.total + stories.undated
    first, _ = span(stories.by_day)
    return {
        "form": FORM,
        "made_at": f"{clock.now():%Y-%m-%dT%H:%M:%SZ}",
        "newscrawl": __version__,
        "selection": str(replace(chosen, all_revisions=False)),
        "kept": {"stories": counts.kept, "lines": counts.lines},
        "extractor_versions": {str(v): n for v, n in sorted(counts.versions.items())},
        "records": records,
        "lines": counts.health.lines,
        "undated": stories.undated,
        "passed": {"count": passed.count, "examples": passed.examples},
        "days": _days(database, stories),
        "stories": stories.series(first),
        "groups": counts.groups.told(first),
        "places": counts.countries.told(first),
        "links": counts.links.told(first),
        "threads": threads(database, records, first),
        "clusters": counts.repeats.told(database, first),
        "corrections": counts.revised.told(database, first),
        "gone": gone(database, places, first),
        "delay": counts.delays.told(first),
        "words": counts.lengths.told(first),
        "fetched": counts.health.told(),
        "runs": runs(places.runs),
    }


def _days(database: sqlite3.Connection, stories: PerDay) -> Days | None:
    """Return the days of the series, and which stories lie far from the others."""
    first, days = span(stories.by_day)
    if days is None:
        return None
    begin, end = main_part(stories.by_day)
    strays = sum(number for day, number in stories.by_day.items() if not begin <= day <= end)
    examples: list[Stray] = [
        {"id": name, "headline": headline, "url": url, "day": day - first}
        for name, headline, url, day in database.execute(_STRAYS, (begin, end))
    ]
    return {
        "first": days["first"],
        "count": days["count"],
        "main": (begin - first, end - first),
        "strays": strays,
        "examples": examples,
    }
