"""In which order the days of a range are looked at, and how much of an empty past is."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum, auto

_MOST_EMPTY = 14
"""Empty days in a row that are looked at one by one."""
_STRIDE = 30
"""Days from one look to the next behind them: an archive that begins later costs twelve looks a
year, not 365."""


class Known(Enum):
    """What is known of a day."""

    OPEN = auto()
    """It is still to be read in this run."""
    LISTS = auto()
    """It was read, and lists stories."""
    EMPTY = auto()
    """Nothing is listed for it."""
    PASSED = auto()
    """It could not be read in this run."""


class Course:
    """Goes over the days one by one; over those that nothing is listed for in strides.

    Where a stride leads to a day with stories again, it goes back to the days that it left out.
    """

    def __init__(self, days: Sequence[date]) -> None:
        """Begin with the first of the days."""
        self._days = days
        self._at = 0
        self._before = -1
        """The day looked at before, by its place."""
        self._met = -1
        """The day to which a stride led, and from which the course went back."""
        self._empty = 0

    def next(self, known: Callable[[date], Known]) -> date | None:
        """Return the next day that is open, or None when there is none."""
        while self._at < len(self._days):
            what = known(self._days[self._at])
            if what is Known.OPEN:
                return self._days[self._at]
            self._step(what)
        return None

    def _step(self, what: Known) -> None:
        if what is Known.LISTS and self._at - self._before > 1:
            self._met, self._at, self._empty = self._at, self._before + 1, 0
            return
        if what is not Known.PASSED:
            self._empty = self._empty + 1 if what is Known.EMPTY else 0
        self._before = self._at
        if self._empty < _MOST_EMPTY:
            self._at += 1
        elif self._at < self._met:
            self._at = min(self._at + _STRIDE, self._met)
        else:
            self._at += _STRIDE
