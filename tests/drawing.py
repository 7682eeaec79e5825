"""How many examples the tests make up that make up their own."""

from hypothesis import settings

_USUAL = 100
"""What Hypothesis draws where nothing else is said."""


def draws(count: int) -> int:
    """Return how many examples a test draws that draws ``count`` where others draw a hundred."""
    return count * settings().max_examples // _USUAL
