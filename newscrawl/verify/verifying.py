"""``scrapy verify``: the check, the repair if it is asked for, and the check that proves it."""

import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from textwrap import fill

from scrapy.settings import BaseSettings

from newscrawl.exits import CannotRun, is_storage_failure
from newscrawl.ledger.calendar import Calendar, parse_ages
from newscrawl.places import Places
from newscrawl.showing import Show, showing
from newscrawl.verify.checking import check
from newscrawl.verify.locking import holding
from newscrawl.verify.repairing import Repair
from newscrawl.verify.telling import told, verdict

_COLUMNS = 80
_MOST = 5
"""Findings of each kind that are named."""


def verify(settings: BaseSettings, *, repairs: bool, is_fast: bool, names_all: bool) -> int:
    """Check the data directory of the settings, and mend it where that is asked for.

    Returns:
        The exit code: 0 when all is right now, else 1.

    Raises:
        CannotRun: a run holds the lock, there is nothing to check, or the disk is full.
        OSError: a file cannot be read.
    """
    places = Places.under(settings["NEWSCRAWL_DATA"])
    most = None if names_all else _MOST
    with (
        holding(places, writes=repairs),
        showing("verify", lambda count: f"{count:,}") as show,
        _one_line(places),
    ):
        checked = check(places, show, most=most, is_fast=is_fast)
        if repairs and checked.findings:
            _tell(f"{told(checked)}\n\nrepair")
            _repair(settings, places, checked.findings.counts, show)
            _tell("\nchecked again")
            checked = check(places, show, most=most, is_fast=is_fast)
    _tell(f"{told(checked)}\n\n{verdict(checked, places, has_repaired=repairs)}")
    return 1 if checked.findings else 0


@contextmanager
def _one_line(places: Places) -> Iterator[None]:
    """Say in one line that the disk gave out."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        if isinstance(error, OSError) and not is_storage_failure(error):
            raise
        raise CannotRun(
            f"storage failed, of {places.root} or of temporary files: {error};"
            " nothing is lost: make room, and run it again"
        ) from error


def _repair(settings: BaseSettings, places: Places, found: Counter[str], show: Show) -> None:
    try:
        calendar = Calendar(parse_ages(settings["NEWSCRAWL_REVISITS"]))
    except ValueError as error:
        raise CannotRun(f"NEWSCRAWL_REVISITS: {error}") from error
    Repair(places, calendar, show, _tell_done).repair(found)


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _tell_done(text: str) -> None:
    _tell(
        fill(text, _COLUMNS, initial_indent="  ", subsequent_indent="    ", break_long_words=False)
    )
