"""What the documents name is there: settings with their defaults, fields, files, make targets."""

import ast
import dataclasses
import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newscrawl.items import Article
from tests.docs.blocks import PROJECT, documents, name_of, parts

_SETTINGS = PROJECT / "newscrawl" / "settings.py"
_NAME = re.compile(r"NEWSCRAWL_[A-Z]+(?:_[A-Z]+)*")
_ROW = re.compile(r"\| (?P<names>`.*?`) \| (?P<second>.*?) \|")
_TO_BE_MADE = re.compile(r".*/(era_e\.py|e-plain/.*)")
"""What the example of a new era has the reader make."""
_ELSEWHERE = ("newscrawl", "deploy", "tests", "benchmarks", ".ci")
"""Where a name that is no setting may be read: by the clock, by ``deploy/render``, by a test."""


def _defaults() -> dict[str, Any]:
    """Return each setting of ours with its default, read from the file: the environment may differ."""
    found: dict[str, Any] = {}
    for node in ast.parse(_SETTINGS.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name.startswith("NEWSCRAWL_"):
                is_plain = isinstance(node.value, ast.Constant)
                found[name] = node.value.value if is_plain else "data"  # type: ignore[attr-defined]  # is_plain
    return found


def _rows(document: str) -> Iterator[tuple[list[str], str]]:
    """Yield the names in the first column of each table row, and the second column."""
    for line in parts(PROJECT / document)[1]:
        row = _ROW.match(line)
        if row:
            yield re.findall(r"`([^`]+)`", row["names"]), row["second"]


@functools.cache
def _names_elsewhere() -> set[str]:
    found: set[str] = set()
    for directory in _ELSEWHERE:
        for path in (PROJECT / directory).rglob("*"):
            if path.is_file() and path.suffix in {".py", "", ".crontab", ".service", ".sh"}:
                found |= set(_NAME.findall(path.read_text(encoding="utf-8", errors="replace")))
    return found


def test_every_setting_is_in_the_table_with_its_default() -> None:
    """``docs/crawling.md`` has each setting but the one that an argument sets, with its default."""
    defaults = _defaults()
    told = {name: second for names, second in _rows("docs/crawling.md") for name in names}
    missing = set(defaults) - set(told) - {"NEWSCRAWL_ORIGIN"}
    assert not missing
    for name in set(defaults) & set(told):
        said, default = told[name].strip("`"), defaults[name]
        shown = "none" if default in (None, "") else str(default)
        assert said.lower().startswith(shown.lower()), f"{name} is {shown}, told as {said}"


@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_no_setting_is_named_that_does_not_exist(document: Path) -> None:
    """Each ``NEWSCRAWL_…`` in a document is a setting, or read somewhere in the project."""
    named = set(_NAME.findall(document.read_text(encoding="utf-8")))
    assert not named - set(_defaults()) - _names_elsewhere()


def test_the_short_field_table_has_every_field() -> None:
    """The front page names each field of the record, in its order, and none besides."""
    fields = [field.name for field in dataclasses.fields(Article)]
    told = [name for names, _ in _rows("README.md") for name in names]
    begin = told.index("schema_version")
    assert told[begin : begin + len(fields)] == fields


@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_files_of_the_project_are_there(document: Path) -> None:
    """A path that a document names in ``newscrawl/``, ``tests/``, ``deploy/`` or ``docs/`` exists."""
    text = "\n".join(parts(document)[1])
    paths = re.findall(r"`((?:newscrawl|tests|deploy|docs|benchmarks)/[\w./-]*)`", text)
    assert not [
        path for path in paths if not (PROJECT / path).exists() and not _TO_BE_MADE.fullmatch(path)
    ]
