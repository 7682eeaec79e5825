"""The table of hazards tells the truth about its tests."""

import ast
import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
TABLE = PROJECT / "docs" / "hazards.md"
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", TABLE.read_text(encoding="utf-8"))


def _requirements(file: Path) -> dict[str, str]:
    """Return the docstrings of a module's tests, by their names."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {
        node.name: ast.get_docstring(node) or ""
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_every_test_in_the_table_is_there(file: str, test: str) -> None:
    """A row names a test that exists and states its requirement."""
    assert _requirements(PROJECT / file)[test]


def test_every_row_has_a_test() -> None:
    """No row of the table stands there without a test."""
    rows = [
        line
        for line in TABLE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| ") and not line.startswith("| hazard")
    ]
    assert rows
    assert [row for row in rows if not re.search(r"`tests/[\w/]+\.py::\w+` \|$", row)] == []
    assert len(rows) == len(NAMED)
