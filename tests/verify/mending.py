"""A repair as the command does it, on a directory of a test."""

from pathlib import Path

from newscrawl.ledger.calendar import Calendar
from newscrawl.places import Places
from newscrawl.verify.checking import check
from newscrawl.verify.repairing import Repair

CALENDAR = Calendar()


def mend(root: Path) -> list[str]:
    """Check and repair; return what was done."""
    done: list[str] = []
    places = Places(root)
    found = check(places, lambda *_: None).findings.counts
    Repair(places, CALENDAR, lambda *_: None, done.append).repair(found)
    return done
