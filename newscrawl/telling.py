"""The summary where it is read: in colours on a terminal, and as plain text anywhere else."""

import io
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from newscrawl.report import Report
from newscrawl.summary import Headline, summary
from newscrawl.terminal import is_plain, let_go, size

if TYPE_CHECKING:
    from rich.console import Console

_MAKE_TERMINALS = ("FORCE_COLOR", "TTY_COMPATIBLE")
"""Variables for whose sake rich takes what is no terminal for one."""


def tell(report: Report, runs: Path, newest: Sequence[Headline], stream: TextIO | None) -> None:
    """Write the summary, and on a terminal the newest headlines of what was kept.

    The exit code stands whatever becomes of the words: who reads only their beginning has enough,
    and so has who closed the stream before Python began, for which it has None.
    """
    if stream is None:
        return
    console = _terminal(stream)
    if isinstance(stream, io.TextIOWrapper):  # a path, or a name, that its encoding does not have
        stream.reconfigure(errors="replace" if console else "backslashreplace")
    try:
        if console:
            _show(console, report, runs, newest, stream)
        else:
            stream.write(summary(report, runs) + "\n")
        stream.flush()
    except OSError:
        let_go(stream)


def _terminal(stream: TextIO) -> "Console | None":
    """Return the terminal that a stream leads to, if it does.

    What writes there is loaded for a terminal alone: it takes a twentieth of a run from cron that
    finds nothing new.
    """
    is_terminal = hasattr(stream, "isatty") and stream.isatty()  # Scrapy's LOG_STDOUT has no such
    if not (is_terminal or any(os.environ.get(name) for name in _MAKE_TERMINALS)):
        return None
    from rich.console import Console  # noqa: PLC0415

    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    return console if console.is_terminal else None


def _show(
    console: "Console", report: Report, runs: Path, newest: Sequence[Headline], stream: TextIO
) -> None:
    from newscrawl.styled import lines  # noqa: PLC0415 - rich comes with it

    told = lines(report, runs, newest, size(stream)[0])
    if is_plain(console):
        stream.write("".join(f"{line.plain}\n" for line in told))
        return
    with console.capture() as shown:  # to a pipe that nobody reads it would end the process
        for line in told:
            console.print(line, soft_wrap=True)
    stream.write(shown.get())
