"""The forms of an export, by the ending of its file."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from newscrawl.exits import ArgumentError

if TYPE_CHECKING:  # the command's help needs the endings alone
    from newscrawl.export.selected import Selected

Write = Callable[[Path, "Selected", dict[str, str]], None]
"""Writes the stories to a file that is there, with what the file is to say of itself."""

ENDINGS = {
    ".parquet": "typed and nested columns: DuckDB, pandas, Polars, Hugging Face datasets",
    ".csv": "one flat table: spreadsheets, R, and all that reads tables",
    ".jsonl.zst": "the lines as they are kept, compressed",
    ".db": "SQLite with full-text search, made for Datasette",
    ".graphml": "stories and the links between them: Gephi, networkx",
}
"""What each is, for a person."""


_MODULES = {
    ".parquet": "parquet",
    ".csv": "flat",
    ".jsonl.zst": "lines",
    ".db": "database.writing",
    ".graphml": "graph",
}


def writer(ending: str, *, for_spreadsheets: bool = False) -> Write:
    """Return what writes a form; it takes a while to load, and the others are not needed.

    Raises:
        ArgumentError: the form is none for spreadsheets.
    """
    if for_spreadsheets and ending != ".csv":
        raise ArgumentError(f"--spreadsheet is for .csv, not for {ending}")
    name = "write_for_spreadsheets" if for_spreadsheets else "write"
    write: Write = getattr(import_module(f"newscrawl.export.{_MODULES[ending]}"), name)
    return write


def ending_of(out: Path) -> str:
    """Return the ending that says the form of a file, in small letters.

    Raises:
        ArgumentError: there is no such form; the message says which there are.
    """
    name = out.name.lower()
    for ending in ENDINGS:
        if name.endswith(ending) and name != ending:
            return ending
    if name.endswith((".jsonl", ".json", ".ndjson", ".jsonl.gz")):
        raise ArgumentError(
            f"{out}: the lines stand in the data directory as they are;"
            " take .jsonl.zst for those of a selection in one file"
        )
    raise ArgumentError(f"{out}: its ending says the form; there are {', '.join(ENDINGS)}")
