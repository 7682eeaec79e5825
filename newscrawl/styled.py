"""The summary's lines for a terminal, and the newest headlines of what was kept."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import wrap

from rich.text import Text

from newscrawl.clock import WIB
from newscrawl.exits import ExitCode
from newscrawl.report import Report
from newscrawl.summary import Headline, laid_out, title
from newscrawl.terminal import MOST_COLUMNS, cut, inert

_STYLES = {ExitCode.HEALTHY: "bold green", ExitCode.INCOMPLETE: "bold yellow"}
_REFUSED = "bold red"
_ROWS = {"new": "green", "changed": "green", "failed": "yellow", "dropped": "yellow"}
_ROWS |= {"refused": "red"}
_LEAST_COLUMNS = 40
"""A narrower terminal folds the lines itself."""
_WHEN = "%d/%m %H:%M"
_DATE_COLUMNS = len("22/11 19:12")


def lines(report: Report, runs: Path, newest: Sequence[Headline], width: int) -> Iterator[Text]:
    """Yield the lines for a terminal so wide."""
    columns = max(_LEAST_COLUMNS, min(MOST_COLUMNS, width))
    verdict = _STYLES.get(ExitCode(report.exit_code), _REFUSED)
    for line in wrap(inert(title(report)), min(columns, width), break_long_words=False):
        yield Text(line, style=verdict)
    told = list(_headlines(newest, columns))
    for row, texts in laid_out(report, runs, columns):
        if row.is_path:  # where to read on comes last
            yield from told
            told = []
        for line in texts:
            yield Text(inert(line), style=_ROWS.get(row.name, ""))
    yield from told


def _headlines(newest: Sequence[Headline], columns: int) -> Iterator[Text]:
    """Yield a line for each headline: when it was published, in Asia/Jakarta, and its words."""
    for number, headline in enumerate(newest):
        published = headline.published
        when = f"{published.astimezone(WIB):{_WHEN}}" if published else ""
        head = f"  {'' if number else 'newest':<10} {when:<{_DATE_COLUMNS}}  "
        yield Text(head + cut(inert(headline.text), columns - len(head)))
