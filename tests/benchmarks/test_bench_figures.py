"""Tests of what the bench says of its measurements."""

import pytest

from benchmarks.bench.figures import Figure, Goal, paired, spread


def test_pairs_are_compared_one_by_one() -> None:
    """A ratio is taken within each pair, so that what slows both measurements down cancels out."""
    assert paired([2.0, 30.0, 4.0], [1.0, 10.0, 1.0]) == (3.0, 2.0, 4.0)


def test_the_middle_of_an_even_number_lies_between_the_two() -> None:
    """The median of four is the mean of the two in the middle."""
    assert spread([4.0, 1.0, 2.0, 3.0]) == (2.5, 1.0, 4.0)


def test_a_measurement_without_its_partner_is_an_error() -> None:
    """Half a pair is never compared."""
    with pytest.raises(ValueError, match="zip"):
        paired([1.0, 2.0], [1.0])


@pytest.mark.parametrize(
    ("goal", "met", "missed", "words"),
    [
        (Goal(2), 2.0, 2.01, "at most 2"),
        (Goal(7, at_most=False), 7.0, 6.99, "at least 7"),
        (Goal(0.5), 0.1, 0.6, "at most 0.5"),
        (Goal(200_000), 1.0, 200_001.0, "at most 200,000"),
    ],
)
def test_a_goal_is_met_up_to_its_bound(goal: Goal, met: float, missed: float, words: str) -> None:
    """A bound is met by itself, missed by the next number beyond, and says which way it goes."""
    assert goal.is_met(met)
    assert not goal.is_met(missed)
    assert str(goal) == words


def test_a_figure_without_a_goal_misses_none() -> None:
    """Only what has a goal can miss it, and the median decides."""
    assert not Figure("a", "name", 9.0, 1.0, 20.0).is_missed
    assert not Figure("a", "name", 2.0, 1.0, 20.0, goal=Goal(2)).is_missed
    assert Figure("a", "name", 3.0, 1.0, 20.0, goal=Goal(2)).is_missed
