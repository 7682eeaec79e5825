"""Series in fewer characters, without a loss."""

from typing import Any

import pytest

from newscrawl.picture.packing import packed


@pytest.mark.parametrize(
    ("value", "short"),
    [
        ([[3, 5], [4, 2], [9, 1]], [True, 3, 5, 1, 2, 5, 1]),
        ([(3, 5)], [True, 3, 5]),
        ({"a": {"b": [[0, 1]]}}, {"a": {"b": [True, 0, 1]}}),
        ([], []),
        ([[1, 2, 3]], [[1, 2, 3]]),
        ([["Kota", 3]], [["Kota", 3]]),
        ([[None, 3]], [[None, 3]]),
        ([[True, 3]], [[True, 3]]),
        ([[4, 0], [2, 1]], [True, 4, 0, -2, 1]),
        ("text", "text"),
    ],
)
def test_only_series_are_packed(value: Any, short: Any) -> None:
    """Lists of pairs of whole numbers become one list; all else stays as it is."""
    assert packed(value) == short
