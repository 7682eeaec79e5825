"""What happens when: the runs of cron, and what goes wrong with site and machine."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from newscrawl.clock import WIB

BEGIN = datetime(2026, 9, 1, tzinfo=WIB)
"""Midnight: the first day's stories are all still to come."""
Phase = Literal["quiet", "outage", "errors", "recovery"]

_WHOLE_DAYS = 14
"""In a shorter simulation whatever lasts a day is shorter too."""
_SHORT = timedelta(hours=5)
_OUTAGE = timedelta(hours=1)
_LONGEST_HOLD = timedelta(minutes=30)
"""How long a crawler leaves the site alone at most after trouble of its own finding."""
RETRY_AFTER = timedelta(minutes=30)
"""What the site asks for in the second half of its day of errors."""


@dataclass(frozen=True, slots=True)
class Span:
    """From a moment on, up to another one."""

    begin: datetime
    end: datetime

    def __contains__(self, moment: datetime) -> bool:
        """Tell whether a moment is in it."""
        return self.begin <= moment < self.end


@dataclass(frozen=True, slots=True)
class Plan:
    """The course of a simulation."""

    days: int
    every: timedelta
    """The poll interval."""

    @property
    def end(self) -> datetime:
        """When it is over."""
        return BEGIN + timedelta(days=self.days)

    @property
    def outage(self) -> Span:
        """When connections are closed without an answer: an hour of an afternoon."""
        begin = self._morning(0.22) + timedelta(hours=6)
        return Span(begin, begin + _OUTAGE)

    @property
    def errors(self) -> Span:
        """When all that the site answers is 503; in the second half it says when to come back."""
        begin = self._morning(0.42)
        return Span(begin, begin + self._a_day)

    @property
    def switch(self) -> datetime:
        """When all article pages change to another template."""
        return self._morning(0.62) + timedelta(hours=1)

    @property
    def pause(self) -> Span:
        """When cron does not run."""
        begin = self._morning(0.82)
        return Span(begin, begin + self._a_day)

    @property
    def _a_day(self) -> timedelta:
        return timedelta(days=1) if self.days >= _WHOLE_DAYS else _SHORT

    def _morning(self, share: float) -> datetime:
        return BEGIN + timedelta(days=int(self.days * share), hours=9)

    def runs(self) -> Iterator[datetime]:
        """Yield when cron starts a run."""
        moment = BEGIN
        while moment <= self.end:
            if moment not in self.pause:
                yield moment
            moment += self.every

    def phase(self, moment: datetime) -> Phase:
        """Return what a run meets at a moment."""
        if moment in self.outage:
            return "outage"
        if moment in self.errors:
            return "errors"
        after = any(moment in self._recovery(span) for span in (self.outage, self.errors))
        return "recovery" if after else "quiet"

    def _recovery(self, trouble: Span) -> Span:
        return Span(trouble.end, trouble.end + _LONGEST_HOLD + self.every)

    def is_disturbed(self, begin: datetime, end: datetime) -> bool:
        """Tell whether trouble, or a day without cron, has a part in a span of time."""
        spans = [
            Span(self.outage.begin, self._recovery(self.outage).end),
            Span(self.errors.begin, self._recovery(self.errors).end),
            self.pause,
        ]
        return any(begin < span.end and end > span.begin for span in spans)
