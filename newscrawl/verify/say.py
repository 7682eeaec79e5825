"""How a repair tells what it does."""

from collections.abc import Callable

Say = Callable[[str], None]
"""Takes one thing that was done, in a line."""
