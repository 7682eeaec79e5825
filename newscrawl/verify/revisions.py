"""What lines say of one another: revisions, first sights, copies."""

from collections.abc import Iterator
from typing import Any

from newscrawl.verify.findings import Findings
from newscrawl.verify.index import Index

_TWICE = """
SELECT file, number, id, revision, (SELECT file || ':' || number FROM lines AS first
    WHERE (first.id, first.revision) = (lines.id, lines.revision)
    ORDER BY first.file, first.offset LIMIT 1)
FROM lines WHERE EXISTS (SELECT 1 FROM lines AS first
    WHERE (first.id, first.revision) = (lines.id, lines.revision)
    AND (first.file, first.offset) < (lines.file, lines.offset)) ORDER BY file, offset
"""
# A revision whose line is known to be gone, with its file or at its end, is told with that.
_MISSING = """
WITH known AS (SELECT id, revision FROM lines {rows}), later AS (
    SELECT id, revision, coalesce(lag(revision) OVER (PARTITION BY id ORDER BY revision), 0)
    AS before FROM known)
SELECT file, min(number), id, revision, before FROM later JOIN lines USING (id, revision)
WHERE revision > before + 1 GROUP BY id, revision ORDER BY file, 2
"""
_ROWS = "UNION SELECT id, revision FROM ledger.records"
_ORDER = """
SELECT line.file, line.number, line.id, line.revision, before.file || ':' || before.number
FROM lines AS line JOIN lines AS before ON before.id = line.id
    AND before.revision = line.revision - 1
WHERE (before.fetched_at > line.fetched_at
    OR (before.file, before.offset) > (line.file, line.offset)) ORDER BY line.file, line.offset
"""
_FIRST_SEEN = """
SELECT line.file, line.number, line.id, line.first_seen, first.fetched_at
FROM lines AS line JOIN lines AS first ON first.id = line.id AND first.revision = 1
WHERE line.first_seen IS NOT first.fetched_at ORDER BY line.file, line.offset
"""
_COPIES = """
SELECT file, number, lines.id, near, near = lines.id, EXISTS (SELECT 1 FROM lines AS first
    WHERE first.id = lines.near AND first.first_seen <= lines.fetched_at) OR {clustered}
FROM lines WHERE near IS NOT NULL AND (near = lines.id OR NOT EXISTS (SELECT 1 FROM lines AS first
    WHERE first.id = lines.near AND first.first_seen <= lines.fetched_at)) ORDER BY file, offset
"""
# What is copied from other archives comes in any order: then the ledger tells who was first.
_CLUSTERED = """
EXISTS (SELECT 1 FROM ledger.signatures AS own JOIN ledger.signatures AS other USING (number)
    WHERE own.id = lines.id AND other.id = lines.near AND own.id <> other.id)
"""


def check_revisions(index: Index, findings: Findings, *, has_ledger: bool) -> None:
    """Compare lines with one another.

    Args:
        index: of all lines.
        findings: are added to.
        has_ledger: whether a ledger that can be asked is attached to the index as ``ledger``.
    """
    for file, number, id_, revision, first in _rows(index, _TWICE):
        text = f"{id_} revision {revision} stands at {first} already"
        findings.add("revision_twice", _place(file, number), text)
    missing = _MISSING.format(rows=_ROWS if has_ledger else "")
    for file, number, id_, revision, before in _rows(index, missing):
        text = f"{id_}: no line of revision {_span(before + 1, revision - 1)} before {revision}"
        findings.add("revision_missing", _place(file, number), text)
    for file, number, id_, revision, before in _rows(index, _ORDER):
        text = f"{id_} revision {revision} is earlier than {revision - 1}, at {before}"
        findings.add("revision_order", _place(file, number), text)
    for file, number, id_, told, first in _rows(index, _FIRST_SEEN):
        text = f"{id_}: first_seen is {told or 'null'}, revision 1 was fetched at {first}"
        findings.add("first_seen", _place(file, number), text)
    _check_copies(index, findings, has_ledger=has_ledger)


def _check_copies(index: Index, findings: Findings, *, has_ledger: bool) -> None:
    known = "SELECT 1 FROM lines WHERE id = ?1"
    if has_ledger:
        known += " UNION ALL SELECT 1 FROM ledger.records WHERE id = ?1"
    copies = _COPIES.format(clustered=_CLUSTERED if has_ledger else "0")
    for file, number, id_, near, is_own, is_earlier in _rows(index, copies):
        if is_own:
            why = "names itself"
        elif is_earlier or not (why := _why(index, known, near)):
            continue
        findings.add("near_duplicate_of", _place(file, number), f"{id_} {why}")


def _why(index: Index, known: str, near: str) -> str:
    """Say what is wrong with a copy of a story; nothing where its line alone is gone."""
    if index.database.execute(known, (near,)).fetchone() is None:
        return f"repeats {near}, of which there is no record"
    here = index.database.execute("SELECT 1 FROM lines WHERE id = ? LIMIT 1", (near,)).fetchone()
    return f"repeats {near}, which was first seen later" if here else ""


def _rows(index: Index, query: str) -> Iterator[tuple[Any, ...]]:
    return iter(index.database.execute(query))


def _place(file: str, number: int) -> str:
    return f"articles/{file}:{number}"


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"
