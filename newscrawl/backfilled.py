"""What a run knows of its range of days, beside what the ledger does."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from newscrawl.clock import WIB
from newscrawl.ledger.walks import Walks


@dataclass(slots=True)
class Backfilled:
    """The days of a run with a range; none of them for any other run."""

    walks: Walks
    days: tuple[date, ...] = ()
    """In the order in which they are walked."""
    scopes: tuple[str, ...] = ()
    """The names of the sections' walks."""
    prefix: str = ""
    """What stands before the colon of its stories' identities."""
    settled: dict[str, datetime | None] = field(default_factory=dict)
    """Sections whose walk is over in this run, and how far back it went by itself; None where it
    met an earlier one."""
    not_offered: frozenset[date] = frozenset()
    """Days to which nothing leads, as far as the run has come to its end."""

    def is_walked(self, scope: str, day: date) -> bool:
        """Tell whether a section's own listing was walked over a day, by now."""
        start = datetime.combine(day, time(), WIB)
        span = self.walks.span(scope)
        if scope in self.settled:
            back = self.settled[scope] or (span[0] if span else None)
            if back is not None and start >= back:
                return True
        return span is not None and start >= span[0] and start + timedelta(days=1) <= span[1]

    def begin(self, days: Iterable[date], scopes: tuple[str, ...], prefix: str) -> None:
        """Take the range of the run."""
        self.days, self.scopes, self.prefix = tuple(days), scopes, prefix
