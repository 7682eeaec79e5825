"""Pointers into the archive that are wrong, set to where the same visit stands, if it does."""

import json
from itertools import groupby

from newscrawl.antara.further import page_number
from newscrawl.antara.urls import story_url
from newscrawl.archive.damage import Damage
from newscrawl.archive.exchange import OK
from newscrawl.archive.files import OPEN
from newscrawl.kept.lines import Line
from newscrawl.places import Places
from newscrawl.showing import Show
from newscrawl.summary import counted
from newscrawl.verify.answers import Record, records_of
from newscrawl.verify.archive import archive_files
from newscrawl.verify.findings import Findings
from newscrawl.verify.index import Index
from newscrawl.verify.pointers import Pointers, date_of
from newscrawl.verify.rewriting import rewrite
from newscrawl.verify.say import Say

_TABLES = """
CREATE TABLE wanted (id TEXT NOT NULL, fetched_at TEXT NOT NULL, file TEXT NOT NULL,
    offset INTEGER NOT NULL, warc_file TEXT, warc_offset INTEGER);
CREATE INDEX wanted_by_visit ON wanted (id, fetched_at)
"""
_WANTED = """
INSERT INTO wanted SELECT id, fetched_at, file, offset, NULL, NULL FROM lines
WHERE template <> 'feed' AND
"""


def mend_pointers(places: Places, index: Index, show: Show, say: Say) -> bool:
    """Set wrong pointers right where the archive has the visit; tell whether any was.

    Args:
        places: where everything is.
        index: of all lines.
        show: told now and then how far it is.
        say: is told each thing that was done.

    Raises:
        OSError: there is no room; a later repair goes on.
    """
    for statement in _TABLES.split(";"):
        index.database.execute(statement)
    pointers = Pointers(places.warc, index, Findings(0), show)
    pointers.check()
    index.database.executemany(f"{_WANTED} file = ? AND number = ?", pointers.wrong)
    missing = ((name,) for name in pointers.missing)
    index.database.executemany(f"{_WANTED} warc_file = ?", missing)
    if not index.count("SELECT count(*) FROM wanted"):
        return False
    for path in archive_files(places.warc):
        for record in records_of(path):
            if not isinstance(record, Damage):
                _match(index, path.name.removesuffix(OPEN), record)
    return _write(places, index, say)


def _match(index: Index, name: str, record: Record) -> None:
    """Note a record that is the visit which a line was made of."""
    head = record.head
    if head.type != "response" or record.status != OK or page_number(head.url) != 1:
        return
    story = story_url(head.url)
    if story is not None:
        index.database.execute(
            "UPDATE wanted SET warc_file = ?, warc_offset = ? WHERE id = ? AND fetched_at = ?",
            (name, head.place.offset, story.id, date_of(head.fields)),
        )


def _write(places: Places, index: Index, say: Say) -> bool:
    rows = index.database.execute(
        "SELECT file, offset, warc_file, warc_offset FROM wanted WHERE warc_file IS NOT NULL"
        " ORDER BY file"
    ).fetchall()
    for name, group in groupby(rows, key=lambda row: str(row[0])):
        right = {offset: (file, place) for _, offset, file, place in group}
        rewrite(places.articles, name, lambda line, right=right: _pointed(line, right))  # type: ignore[misc]
        say(f"articles/{name}: {counted(len(right), 'pointer')} into the archive set right")
    return bool(rows)


def _pointed(line: Line, right: dict[int, tuple[str, int]]) -> bytes:
    """Return a line with its pointer; everything else in it stays as it is."""
    if line.offset not in right:
        return line.data
    record = json.loads(line.data)
    file, offset = right[line.offset]
    record["warc"] = {"file": file, "offset": offset}
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode() + b"\n"
    except (
        UnicodeEncodeError
    ):  # half of a surrogate pair, which only somebody else can have written
        return line.data
