"""The ledger against the files: every line known at its place, every record with a line."""

from collections.abc import Iterator
from typing import Any

from newscrawl.verify.findings import Findings
from newscrawl.verify.index import Index

_UNKNOWN = """
SELECT file, min(number), max(number), count(*) FROM lines
WHERE NOT EXISTS (SELECT 1 FROM ledger.records AS row
    WHERE (row.id, row.revision) = (lines.id, lines.revision)) GROUP BY file ORDER BY file
"""
# Where two lines have one id and revision, that is a finding of its own.
_ELSEWHERE = """
SELECT lines.file, min(lines.number), max(lines.number), count(*),
    min(row.file || ', byte ' || row.offset)
FROM lines JOIN ledger.records AS row USING (id, revision)
WHERE (row.file, row.offset) <> (lines.file, lines.offset) AND NOT EXISTS (
    SELECT 1 FROM lines AS other WHERE (other.id, other.revision) = (lines.id, lines.revision)
    AND other.rowid <> lines.rowid)
GROUP BY lines.file ORDER BY lines.file
"""
# The version of the extractor is that of the newest reading, which need not be the line's.
_DIFFERS = """
SELECT lines.file, lines.number, id, revision, row.body_sha256 IS NOT lines.body,
    row.fetched_at <> lines.fetched_at OR row.run_id IS NOT lines.run_id
FROM lines JOIN ledger.records AS row USING (id, revision)
WHERE (row.file, row.offset) = (lines.file, lines.offset) AND (
    row.fetched_at <> lines.fetched_at OR row.template <> lines.template
    OR row.run_id IS NOT lines.run_id OR row.body_sha256 IS NOT lines.body
    OR (row.extractor_version = lines.version AND row.story_sha256 <> story))
ORDER BY lines.file, lines.offset
"""
_GONE = """
SELECT file, count(*), EXISTS (SELECT 1 FROM files WHERE name = file), min(id || ' ' || revision)
FROM ledger.records AS row
WHERE NOT EXISTS (SELECT 1 FROM lines WHERE (lines.id, lines.revision) = (row.id, row.revision))
    AND NOT EXISTS (SELECT 1 FROM bad WHERE (bad.file, bad.offset) = (row.file, row.offset))
GROUP BY file ORDER BY file
"""
_SIZES = """
SELECT name, files.size, CAST(known.size AS INTEGER)
FROM files LEFT JOIN ledger.files AS known USING (name)
WHERE known.size IS NOT files.size ORDER BY name
"""
_STORIES = """
SELECT id, 'it has lines, and is not among the stories' FROM ledger.records AS row
WHERE NOT EXISTS (SELECT 1 FROM ledger.stories WHERE stories.id = row.id)
UNION SELECT id, 'it is known as kept, and has no record' FROM ledger.stories
WHERE state = 'kept' AND NOT EXISTS (SELECT 1 FROM ledger.records AS row WHERE row.id = stories.id)
"""
_SIGNATURES = """
SELECT 'signatures', id FROM ledger.signatures AS one
WHERE NOT EXISTS (SELECT 1 FROM ledger.records AS row WHERE row.number = one.number)
UNION SELECT DISTINCT 'bands', id FROM ledger.bands
WHERE NOT EXISTS (SELECT 1 FROM ledger.signatures AS one WHERE one.id = bands.id)
"""


def check_ledger(index: Index, findings: Findings) -> None:
    """Compare the ledger, which is attached to the index, with the lines.

    Raises:
        sqlite3.DatabaseError: the ledger turns out to be no sound database.
    """
    for file, first, last, count in _rows(index, _UNKNOWN):
        text = f"{count:,} of them; a crawl takes in those at the end of a file"
        findings.add("ledger_unknown_line", _lines(file, first, last), text)
    for file, first, last, count, row in _rows(index, _ELSEWHERE):
        text = f"{count:,} of them; the ledger has one at {row}"
        findings.add("ledger_offset", _lines(file, first, last), text)
    for file, number, id_, revision, in_body, in_time in _rows(index, _DIFFERS):
        what = "body" if in_body else "time or run" if in_time else "headline, credits or dates"
        text = f"{id_} revision {revision}: its {what} differ from what was acknowledged"
        findings.add("ledger_differs", f"articles/{file}:{number}", text)
    for file, count, is_there, example in _rows(index, _GONE):
        where = "lines of it are missing" if is_there else "the file is not there"
        text = f"{where}: {count:,} known to the ledger, {example} among them"
        findings.add("ledger_line_gone", f"articles/{file}", text)
    for file, size, known in _rows(index, _SIZES):
        told = "nothing of it" if known is None else f"{known:,} bytes"
        text = f"it has {size:,} bytes, and the ledger knows {told}"
        findings.add("ledger_size", f"articles/{file}", text)
    for id_, what in _rows(index, _STORIES):
        findings.add("ledger_story", f"ledger.db stories {id_}", what)
    for table, id_ in _rows(index, _SIGNATURES):
        findings.add("ledger_signature", f"ledger.db {table} {id_}", "it leads to no record")


def _rows(index: Index, query: str) -> Iterator[tuple[Any, ...]]:
    return iter(index.database.execute(query))


def _lines(file: str, first: int, last: int) -> str:
    place = f"articles/{file}:{first}"
    return place if first == last else f"{place}-{last}"
