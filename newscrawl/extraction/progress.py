"""How far it is, in one line that moves, on a terminal; nothing where nobody looks."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from newscrawl.extraction.sources import Files
from newscrawl.summary import amount, counted

if TYPE_CHECKING:
    from newscrawl.extraction.reading import Tally

_EVERY_SECONDS = 0.25


@contextmanager
def progress(files: Files, tally: "Tally", *, is_printing: bool) -> Iterator[Callable[[], None]]:
    """Show a line while the block lasts; call what it yields whenever something was done.

    Where the records themselves go over the terminal they are the progress.
    """
    if not sys.stderr.isatty() or (is_printing and sys.stdout.isatty()):
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - only a person needs it
    from rich.live import Live  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    total, shown = files.total(), 0.0
    with Live(console=Console(stderr=True), auto_refresh=False, transient=True) as live:

        def show() -> None:
            nonlocal shown
            now = monotonic()
            if now - shown >= _EVERY_SECONDS:
                shown = now
                text = (
                    f"extract  {amount(files.position)} of {amount(total)}"
                    f" · {counted(tally.records, 'record')}"
                    f" · {tally.unread + tally.damages} unreadable"
                )
                live.update(Text(text, no_wrap=True, overflow="ellipsis"), refresh=True)

        yield show
