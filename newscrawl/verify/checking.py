"""The whole check of a data directory."""

import sqlite3
from dataclasses import dataclass

from newscrawl.places import Places
from newscrawl.showing import Show
from newscrawl.verify.archive import Archive, check_open
from newscrawl.verify.attached import attached
from newscrawl.verify.findings import Findings
from newscrawl.verify.index import Index
from newscrawl.verify.ledger import check_ledger
from newscrawl.verify.leftovers import check_leftovers
from newscrawl.verify.pointers import Pointers
from newscrawl.verify.reading import Reading
from newscrawl.verify.revisions import check_revisions


@dataclass(slots=True)
class Checked:
    """What was checked, so that "nothing is wrong" has some weight, and what was found."""

    findings: Findings
    files: int = 0
    bytes: int = 0
    """Of the day files, as they are."""
    lines: int = 0
    records: int = 0
    """Lines that are records."""
    stories: int = 0
    acknowledged: int | None = None
    """Records of the ledger; None where it cannot be asked."""
    known: int = 0
    """Stories of the ledger."""
    pointers: int = 0
    archive_files: int = 0
    archive_records: int | None = None
    """None where the archive was not read to its end."""
    archive_bytes: int = 0


def check(
    places: Places,
    show: Show,
    *,
    most: int | None = 5,
    is_fast: bool = False,
) -> Checked:
    """Check everything; nothing is written but a temporary index.

    Args:
        places: where everything is.
        show: told now and then how far it is.
        most: how many findings of each kind are remembered; None for all.
        is_fast: whether the archive is only looked into where records point to.

    Raises:
        OSError: a file cannot be read, or there is no room for the index.
    """
    findings = Findings(most)
    checked = Checked(findings)
    check_leftovers(places, findings)
    with Index() as index:
        _check_lines(places, index, checked, show)
        _check_archive(places, index, checked, show, is_fast=is_fast)
    return checked


def _check_lines(places: Places, index: Index, checked: Checked, show: Show) -> None:
    reading = Reading(places, index, checked.findings, show)
    reading.read()
    checked.files, checked.bytes = len(reading.files), reading.size
    checked.records = index.count("SELECT count(*) FROM lines")
    checked.lines = checked.records + index.count("SELECT count(*) FROM bad")
    checked.stories = index.count("SELECT count(DISTINCT id) FROM lines")
    with attached(places, index, checked.findings) as has_ledger:
        check_revisions(index, checked.findings, has_ledger=has_ledger)
        if has_ledger:
            try:
                check_ledger(index, checked.findings)
                checked.acknowledged = index.count("SELECT count(*) FROM ledger.records")
                checked.known = index.count("SELECT count(*) FROM ledger.stories")
            except sqlite3.DatabaseError as error:
                checked.findings.add("ledger_corrupt", "ledger.db", str(error))


def _check_archive(
    places: Places, index: Index, checked: Checked, show: Show, *, is_fast: bool
) -> None:
    check_open(places.warc, checked.findings)
    pointers = Pointers(places.warc, index, checked.findings, show)
    pointers.check()
    checked.pointers = pointers.checked
    archive = Archive(places.warc, checked.findings, show)
    checked.archive_files, checked.archive_bytes = len(archive.files), archive.size
    if not is_fast:
        archive.read()
        checked.archive_records = archive.records
