"""How far it is, in one line that moves, on a terminal; nothing where nobody looks."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newscrawl.extraction.sources import Files
from newscrawl.showing import one_line
from newscrawl.summary import amount, counted

if TYPE_CHECKING:
    from newscrawl.extraction.reading import Tally


@contextmanager
def progress(files: Files, tally: "Tally", *, is_printing: bool) -> Iterator[Callable[[], None]]:
    """Show a line while the block lasts; call what it yields whenever something was done.

    Where the records themselves go over the terminal they are the progress.
    """
    if not sys.stderr.isatty() or (is_printing and sys.stdout.isatty()):
        yield lambda: None
        return
    total = files.total()  # it takes a look at every file

    def text() -> str:
        return (
            f"extract  {amount(files.position)} of {amount(total)}"
            f" · {counted(tally.records, 'record')}"
            f" · {tally.unread + tally.damages} unreadable"
        )

    with one_line() as show:
        yield lambda: show(text)
