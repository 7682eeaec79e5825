"""The order of the tests."""

from tests.order import FIRST, ONE_BY_ONE, TOGETHER
from tests.warm import PROJECT


def test_what_is_named_is_there() -> None:
    """A module that is moved or renamed keeps its place."""
    assert [path for path in FIRST + ONE_BY_ONE + TOGETHER if not (PROJECT / path).exists()] == []
