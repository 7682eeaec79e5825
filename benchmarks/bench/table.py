"""The table of what was measured: on a terminal, and between the marks of a document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.table import Table
from rich.text import Text

from benchmarks.bench.figures import Absence, Figure, number

Row = Figure | Absence
_BEGIN, _END = "<!-- bench {}: begin -->", "<!-- bench {}: end -->"
_HEADS = ("", "what", "median", "smallest to largest", "rounds", "goal", "remarks")


@dataclass(frozen=True, slots=True)
class Setting:
    """How and on what was measured."""

    day: date
    command: str
    versions: str
    machine: str


def cells(row: Row) -> tuple[str, ...]:
    """Return what a row says under each head."""
    if isinstance(row, Absence):
        return (row.part, row.name, "not measured", "", "", "", row.reason)
    value = f"{number(row.value)} {row.unit}"
    spread = f"{number(row.low)} to {number(row.high)}" if row.rounds > 1 else ""
    verdict = "MISSED" if row.is_missed else "met"
    goal = f"{row.goal}: {verdict}" if row.goal else ""
    return (row.part, row.name, value, spread, str(row.rounds), goal, row.note)


def terminal(rows: Iterable[Row]) -> Table:
    """Return the table for a terminal."""
    table = Table(box=None, pad_edge=False)
    for head in _HEADS[:-1]:
        table.add_column(head, no_wrap=head != "what")
    for row in rows:
        part, name, *middle, remarks = cells(row)
        style = "bold red" if isinstance(row, Absence) or row.is_missed else ""
        table.add_row(part, Text.assemble(name, (f"\n{remarks}", "dim")), *middle, style=style)
    return table


def markdown(rows: Sequence[Row], setting: Setting) -> str:
    """Return what stands between the marks of a part."""
    lines = [
        _line(_HEADS[1:]),
        "|" + "---|" * len(_HEADS[1:]),
        *(_line([_bold(cell) for cell in cells(row)[1:]]) for row in rows),
        "",
        f"`{setting.command}`, {setting.day}. {setting.machine}. {setting.versions}.",
    ]
    return "\n".join(lines)


def write(document: Path, part: str, text: str) -> None:
    """Put a text between the marks of a part, in the place of what stands there.

    Raises:
        ValueError: the document has not each mark once.
    """
    first, last = _BEGIN.format(part), _END.format(part)
    before, begin, rest = document.read_text(encoding="utf-8").partition(first)
    _, end, after = rest.partition(last)
    if not begin or not end or first in rest or last in after:
        raise ValueError(f"{document.name} does not have {first} and {last}, each once")
    document.write_text(f"{before}{first}\n\n{text}\n\n{last}{after}", encoding="utf-8")


def _line(parts: Sequence[str]) -> str:
    return f"| {' | '.join(part.replace('|', '/') for part in parts)} |"


def _bold(cell: str) -> str:
    return cell.replace("MISSED", "**MISSED**").replace("not measured", "**not measured**")
