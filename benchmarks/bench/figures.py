"""What the bench says of what it measured: a number, its spread, and the goal it is held to."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

_WHOLE_FROM = 100


def number(value: float) -> str:
    """Return a number with three figures, or with all of its whole part."""
    return f"{value:,.0f}" if abs(value) >= _WHOLE_FROM else f"{value:.3g}"


@dataclass(frozen=True, slots=True)
class Goal:
    """A bound that a figure is to keep."""

    bound: float
    at_most: bool = True

    def is_met(self, value: float) -> bool:
        """Tell whether a value keeps the bound; the bound itself does."""
        return value <= self.bound if self.at_most else value >= self.bound

    def __str__(self) -> str:
        """Return it in words."""
        return f"at {'most' if self.at_most else 'least'} {self.bound:,g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    part: str
    """The part of the bench, a letter."""
    name: str
    """What is measured, or what is held against what."""
    value: float
    """The median: of the pairs' ratios, where it is a ratio."""
    low: float
    """The smallest."""
    high: float
    """The largest."""
    unit: str = "×"
    rounds: int = 1
    """How many pairs, or measurements."""
    goal: Goal | None = None
    note: str = ""

    @property
    def is_missed(self) -> bool:
        """Whether there is a goal and the median does not keep it."""
        return self.goal is not None and not self.goal.is_met(self.value)


@dataclass(frozen=True, slots=True)
class Absence:
    """What could not be measured: a line of the table too, never a zero."""

    part: str
    name: str
    reason: str
    is_fault: bool = False
    """Whether it should have been measured, and something went wrong."""


def spread(values: Sequence[float]) -> tuple[float, float, float]:
    """Return the median, the smallest and the largest."""
    return median(values), min(values), max(values)


def paired(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, float, float]:
    """Return the median of the pairs' ratios, ours to theirs, the smallest and the largest."""
    return spread([one / other for one, other in zip(ours, theirs, strict=True)])
