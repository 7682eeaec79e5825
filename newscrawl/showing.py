"""How far a command is, in one line that moves, on a terminal; nothing where nobody looks."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from newscrawl.summary import amount

_EVERY_SECONDS = 0.25

Show = Callable[[str, int, int], None]
"""Takes what is being done, and how many bytes (or whatever ``unit`` names) of how many."""


@contextmanager
def one_line() -> Iterator[Callable[[Callable[[], str]], None]]:
    """Show a line on standard error while the block lasts; what others write there stands above.

    Call what it yields as often as wished: it asks for the text four times a second at most.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - only a person needs it
    from rich.live import Live  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    shown = 0.0
    with Live(console=Console(stderr=True), auto_refresh=False, transient=True) as live:

        def show(text: Callable[[], str]) -> None:
            nonlocal shown
            now = monotonic()
            if now - shown >= _EVERY_SECONDS:
                shown = now
                live.update(Text(text(), no_wrap=True, overflow="ellipsis"), refresh=True)

        yield show


@contextmanager
def showing(name: str, unit: Callable[[int], str] = amount) -> Iterator[Show]:
    """Show how much of the whole is behind while the block lasts.

    Args:
        name: of the command, at the line's beginning.
        unit: how the two numbers are written.
    """
    with one_line() as show:

        def tell(doing: str, behind: int, total: int) -> None:
            percent = f" ({behind * 100 // total} %)" if total else ""
            show(lambda: f"{name}  {doing}  {unit(behind)} of {unit(total)}{percent}")

        yield tell
