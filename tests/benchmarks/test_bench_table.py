"""The table of the bench: what it says, and what it never says of the machine."""

import getpass
import platform
import re
import sys
import tempfile
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from benchmarks.bench.__main__ import PARTS
from benchmarks.bench.figures import Absence, Figure, Goal
from benchmarks.bench.machine import machine, versions
from benchmarks.bench.table import Row, Setting, markdown, terminal, write

ROWS: list[Row] = [
    Figure("a", "one to other", 2.514, 2.1, 3.0, rounds=5, goal=Goal(2), note="5 | 2 ms"),
    Figure("d", "peak", 180.0, 170.0, 190.0, "MB", 3, Goal(200)),
    Figure("c", "requests", 1, 1, 1, "requests"),
    Absence("a", "peer to one", "peer is not installed"),
]
SETTING = Setting(date(2026, 11, 20), "make bench", "Python 3", "a machine")


def test_the_table_of_the_document() -> None:
    """A row has the median, its spread, whether its goal is met, and what could not be measured."""
    text = markdown(ROWS, SETTING)
    assert text.splitlines()[2:] == [
        "| one to other | 2.51 × | 2.1 to 3 | 5 | at most 2: **MISSED** | 5 / 2 ms |",
        "| peak | 180 MB | 170 to 190 | 3 | at most 200: met |  |",
        "| requests | 1 requests |  | 1 |  |  |",
        "| peer to one | **not measured** |  |  |  | peer is not installed |",
        "",
        "`make bench`, 2026-11-20. a machine. Python 3.",
    ]
    assert len({line.count("|") for line in text.splitlines() if line.startswith("|")}) == 1


def test_the_table_of_the_terminal() -> None:
    """The same is said on a terminal of the usual width, nothing of it cut off."""
    console = Console(width=100, record=True, file=StringIO())
    console.print(terminal(ROWS))
    said = console.export_text()
    for part in ("2.51 ×", "MISSED", "at most 200: met", "not measured", "peer is not installed"):
        assert part in said


def test_only_what_is_between_the_marks_is_written(tmp_path: Path) -> None:
    """Writing twice leaves one table, and all that stands around it, other parts' too."""
    document = tmp_path / "benchmarks.md"
    other = "<!-- bench b: begin -->\nb\n<!-- bench b: end -->"
    document.write_text(f"before\n{_marked('old')}\nbetween\n{other}\nafter\n")
    for text in ("new", "newest"):
        write(document, "a", text)
    assert document.read_text() == f"before\n{_marked('newest')}\nbetween\n{other}\nafter\n"


@pytest.mark.parametrize(
    "text", ["", "<!-- bench a: begin -->", "<!-- bench a: end -->", 2 * "<!-- bench a: begin -->"]
)
def test_a_document_without_marks_is_left_alone(tmp_path: Path, text: str) -> None:
    """Where the table would go is never guessed."""
    document = tmp_path / "benchmarks.md"
    document.write_text(text)
    with pytest.raises(ValueError, match=r"benchmarks\.md does not have"):
        write(document, "a", "new")
    assert document.read_text() == text


def test_the_documents_own_marks_are_there() -> None:
    """The document has a place for the table of each part."""
    text = (Path(__file__).parents[2] / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    for part in PARTS:
        begin, end = f"<!-- bench {part}: begin -->", f"<!-- bench {part}: end -->"
        assert text.count(begin) == text.count(end) == 1
        assert text.index(begin) < text.index(end)


def _marked(text: str) -> str:
    return f"<!-- bench a: begin -->\n\n{text}\n\n<!-- bench a: end -->"


def test_machine_and_versions_name_no_one() -> None:
    """What is published of a machine has its kind and size; no name of host or user, no path."""
    said = f"{machine()}\n{versions()}"
    words = set(re.split(r"[\s,()]+", said))
    assert not words & {platform.node(), getpass.getuser()}
    for path in (Path.cwd(), Path.home(), Path(sys.prefix), Path(tempfile.gettempdir())):
        assert str(path) not in said
    assert "cores" in said
    for name in ("newscrawl", "Python", "Scrapy", "lxml", "trafilatura", "news-please"):
        assert name in said
