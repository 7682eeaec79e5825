"""A diagnosis as text, 80 columns wide; plain where nobody looks at a terminal."""

from collections import Counter
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newscrawl.doctor.diagnosis import Diagnosis, Reading, Row, Visit
from newscrawl.doctor.selectors import lines
from newscrawl.doctor.values import printable
from newscrawl.terminal import is_plain

WIDTH = 80
_LEAST = 40
_INDENT = (0, 0, 0, 2)
_STYLES = {"missing": "bold red", "none": "dim", "template": "green", "default": "dim"}
_FALLBACK = "yellow"
_FIELD, _GAPS = 16, 4
_VALUE = 25 / 60
"""Share of the value, beside the rule, of what the field leaves."""
_MOST_LINES = 5


def write(diagnosis: Diagnosis, file: TextIO) -> None:
    """Print a diagnosis, without colours where the file is no terminal or NO_COLOR is set."""
    console = Console(file=file, highlight=False, markup=False, emoji=False)
    width = max(_LEAST, min(WIDTH, console.width))
    if is_plain(console):
        console = Console(
            file=file,
            highlight=False,
            markup=False,
            emoji=False,
            no_color=True,
            force_terminal=False,
        )
    console.width = width
    with console.capture() as captured:
        console.print(report(diagnosis, width))
    file.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def report(diagnosis: Diagnosis, width: int = WIDTH) -> RenderableType:
    """Return, for so many columns, the requests, a table for each story, and what is wrong."""
    head = f"ANTARA {diagnosis.edition}, section {diagnosis.section}, asked at {diagnosis.origin}"
    parts: list[RenderableType] = [_line(head, "bold"), "", _requests(diagnosis.visits), ""]
    for reading in diagnosis.readings:
        parts += [*_story(reading, width), ""]
    return Group(*parts, *_summary(diagnosis))


def _requests(visits: list[Visit]) -> Table:
    table = _table()
    table.add_column("request", no_wrap=True)
    table.add_column("status", justify="right")
    table.add_column("bytes", justify="right")
    table.add_column("verdict", overflow="fold", ratio=1)
    for visit in visits:
        style = "red" if visit.findings else ""
        status = visit.answer.status
        size = f"{len(visit.answer.body):,}" if status is not None else "-"
        what = printable(visit.answer.what)
        table.add_row(what, str(status or "-"), size, _line(visit.verdict, style))
    return table


def _story(reading: Reading, width: int) -> list[RenderableType]:
    value = int((width - _FIELD - _GAPS) * _VALUE)
    rule = width - _FIELD - _GAPS - value
    table = _table()
    table.add_column("field", width=_FIELD)
    table.add_column("value", overflow="fold", width=value)
    table.add_column("found by", overflow="fold", width=rule)
    for row in reading.rows:
        table.add_row(row.field, printable(row.value or "-"), _rule(row, rule))
    counts = _counted(reading.rows)
    return [
        _line(f"{reading.kind}, template {reading.template}: {counts}", "bold"),
        Padding(_line(reading.url), _INDENT),
        table,
    ]


def _rule(row: Row, width: int) -> Text:
    text = lines(printable(row.rule), width)
    if len(text) > _MOST_LINES:
        text[_MOST_LINES - 1 :] = ["…"]
    return Text("\n".join(text), style=_STYLES.get(row.source, _FALLBACK))


def _counted(rows: tuple[Row, ...]) -> str:
    """Return how many fields come from where: ``14 template, 1 meta, 3 none``."""
    counts = Counter(row.source for row in rows)
    none = counts.pop("none", 0)
    told = [f"{number} {source}" for source, number in counts.items()]
    return ", ".join([*told, f"{none} none"] if none else told)


def _summary(diagnosis: Diagnosis) -> list[RenderableType]:
    findings, remarks = diagnosis.findings(), diagnosis.remarks()
    parts: list[RenderableType] = []
    if remarks:
        parts += [_line("Worth a look", "bold"), *map(_bullet, remarks), ""]
    if findings:
        number = f"{len(findings)} finding{'s' * (len(findings) > 1)}"
        parts += [_line("What is missing", "bold"), *map(_bullet, findings), ""]
        return [*parts, _line(f"antara: {number}: not all is read well (exit code 1)", "bold red")]
    return [*parts, _line("antara: nothing is missing, all is read well (exit code 0)", "green")]


def _bullet(text: str) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column()
    grid.add_column(overflow="fold")
    grid.add_row(" -", _line(text))
    return grid


def _line(text: str, style: str = "") -> Text:
    return Text(printable(text), style=style, overflow="fold")


def _table() -> Table:
    return Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold", expand=True)
