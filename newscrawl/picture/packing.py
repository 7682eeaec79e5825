"""Series in fewer characters: years of days are most of the page.

A series, ``[[3, 5], [4, 2]]``, becomes ``[true, 3, 5, 1, 2]``: after the sign the days, each but
the first as its distance from the one before, and their counts. Nothing else in the data begins
with ``true``. Any list of such pairs may be packed: reading it gives it back as it was.
"""

from typing import Any

_PAIR = 2


def packed(value: Any) -> Any:
    """Return data with all its series packed; ``data.js`` undoes it."""
    if isinstance(value, dict):
        return {name: packed(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return _flat(value) if _is_series(value) else [packed(part) for part in value]
    return value


def _is_series(value: list[Any] | tuple[Any, ...]) -> bool:
    return bool(value) and all(
        isinstance(pair, list | tuple)
        and len(pair) == _PAIR
        and type(pair[0]) is type(pair[1]) is int
        for pair in value
    )


def _flat(series: list[Any] | tuple[Any, ...]) -> list[Any]:
    flat: list[Any] = [True]
    before = 0
    for day, count in series:
        flat += [day - before, count]
        before = day
    return flat
