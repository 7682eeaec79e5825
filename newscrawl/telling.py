"""The summary where it is read: in colours on a terminal, and as plain text anywhere else."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import wrap
from typing import TextIO

from rich.console import Console
from rich.text import Text

from newscrawl.clock import WIB
from newscrawl.exits import ExitCode
from newscrawl.report import Report
from newscrawl.summary import Headline, laid_out, summary, title
from newscrawl.terminal import MOST_COLUMNS, cut, inert, is_plain, let_go, size

_STYLES = {ExitCode.HEALTHY: "bold green", ExitCode.INCOMPLETE: "bold yellow"}
_REFUSED = "bold red"
_ROWS = {"new": "green", "changed": "green", "failed": "yellow", "dropped": "yellow"}
_ROWS |= {"refused": "red"}
_LEAST_COLUMNS = 40
"""A narrower terminal folds the lines itself."""
_WHEN = "%d/%m %H:%M"
_DATE_COLUMNS = len("22/11 19:12")


def tell(report: Report, runs: Path, newest: Sequence[Headline], stream: TextIO) -> None:
    """Write the summary, and on a terminal the newest headlines of what was kept.

    The exit code stands whatever becomes of the words: who reads only their beginning has enough.
    """
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    if isinstance(stream, io.TextIOWrapper):  # a path, or a name, that its encoding does not have
        stream.reconfigure(errors="replace" if console.is_terminal else "backslashreplace")
    try:
        if not console.is_terminal:
            stream.write(summary(report, runs) + "\n")
        else:
            plain = is_plain(console)
            for line in _lines(report, runs, newest, size(stream)[0]):
                stream.write(f"{line.plain}\n") if plain else console.print(line, soft_wrap=True)
        stream.flush()
    except OSError:
        let_go(stream)


def _lines(report: Report, runs: Path, newest: Sequence[Headline], width: int) -> Iterator[Text]:
    """Yield the lines for a terminal so wide."""
    columns = max(_LEAST_COLUMNS, min(MOST_COLUMNS, width))
    verdict = _STYLES.get(ExitCode(report.exit_code), _REFUSED)
    for line in wrap(inert(title(report)), min(columns, width), break_long_words=False):
        yield Text(line, style=verdict)
    told = list(_headlines(newest, columns))
    for row, lines in laid_out(report, runs, columns):
        if row.is_path:  # where to read on comes last
            yield from told
            told = []
        for line in lines:
            yield Text(inert(line), style=_ROWS.get(row.name, ""))
    yield from told


def _headlines(newest: Sequence[Headline], columns: int) -> Iterator[Text]:
    """Yield a line for each headline: when it was published, in Asia/Jakarta, and its words."""
    for number, headline in enumerate(newest):
        published = headline.published
        when = f"{published.astimezone(WIB):{_WHEN}}" if published else ""
        head = f"  {'' if number else 'newest':<10} {when:<{_DATE_COLUMNS}}  "
        yield Text(head + cut(inert(headline.text), columns - len(head)))
