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
    assert text.startswith("Measured on 2026-11-20 by `make bench`.\n\n- Machine: a machine\n")
    assert text.splitlines()[-4:] == [
        "| a | one to other | 2.51 × | 2.1 to 3 | 5 | at most 2: **MISSED** | 5 / 2 ms |",
        "| d | peak | 180 MB | 170 to 190 | 3 | at most 200: met |  |",
        "| c | requests | 1 requests |  | 1 |  |  |",
        "| a | peer to one | **not measured** |  |  |  | peer is not installed |",
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
    """Writing twice leaves one table, and all that stands around it."""
    document = tmp_path / "benchmarks.md"
    document.write_text("before\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nafter\n")
    for text in ("new", "newest"):
        write(document, text)
    marked = "before\n<!-- bench: begin -->\nnewest\n<!-- bench: end -->\nafter\n"
    assert document.read_text() == marked


@pytest.mark.parametrize("text", ["", "<!-- bench: begin -->", "<!-- bench: end -->"])
def test_a_document_without_marks_is_left_alone(tmp_path: Path, text: str) -> None:
    """Where the table would go is never guessed."""
    document = tmp_path / "benchmarks.md"
    document.write_text(text)
    with pytest.raises(ValueError, match=r"benchmarks\.md does not have"):
        write(document, "new")
    assert document.read_text() == text


def test_the_documents_own_marks_are_there() -> None:
    """The document has a place for the table."""
    text = (Path(__file__).parents[2] / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert text.count("<!-- bench: begin -->") == text.count("<!-- bench: end -->") == 1


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
