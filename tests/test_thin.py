"""A day is thin when it has far fewer stories than the days around it."""

import pytest

from newscrawl.thin import thin


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ([], []),
        ([50, 52, 3, 49, 51], [2]),
        ([50, 52, 0, 49, 51], [2]),
        ([50, 52, 27, 49, 51], []),  # a quiet day
        ([2, 0, 3, 1, 4, 2], []),  # chance
        ([50, 3], []),  # who knows which of the two is strange
        ([50, None, 3, None, 49, 51, 50], [2]),  # days that are not done are no measure
        ([5] * 20 + [50] * 20, []),  # the desk has grown
        ([0] * 20, []),
    ],
)
def test_far_fewer_than_around(counts: list[int | None], found: list[int]) -> None:
    """Fewer than half of the median of the nearest days, and fewer than chance explains."""
    assert [at for at, is_thin in enumerate(thin(counts)) if is_thin] == found


def test_the_ends_of_a_range_have_neighbours_too() -> None:
    """The first and the last day are compared with the days on their one side."""
    assert thin([3, *[50] * 14])[0]
    assert thin([*[50] * 14, 3])[-1]
