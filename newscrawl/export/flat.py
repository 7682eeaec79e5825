"""CSV as RFC 4180 has it: one row a story, all that is nested in columns of its own."""

import csv
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from newscrawl.export.selected import Story
from newscrawl.kept.stories import Record

Cell = str | int | None


def _part(field: str, key: str) -> Callable[[Record], Cell]:
    def cell(record: Record) -> Cell:
        value: Cell = (record[field] or {}).get(key)
        return value

    return cell


def _each(field: str, key: str) -> Callable[[Record], Cell]:
    return lambda record: joined(entry[key] for entry in record[field])


def _list(field: str) -> Callable[[Record], Cell]:
    return lambda record: joined(record[field])


def _sources(record: Record) -> Cell:
    return joined(f"{field}={source}" for field, source in record["fallbacks"].items())


_PARTS = {
    "dateline": ("place", "text"),
    "discovered": ("via", "from", "depth"),
    "http": ("status", "etag", "last_modified"),
    "warc": ("file", "offset"),
}
_ENTRIES = {
    "images": ("image", ("url", "caption", "credit")),
    "related": ("related", ("article_id", "url", "title", "kind", "after_paragraph")),
}
_LISTS = ("breadcrumbs", "tags", "reporters", "translators", "editors", "agencies")
_FIELDS = (
    "id", "article_id", "edition", "url", "headline", "description", "section", "breadcrumbs",
    "tags", "language", "date_published", "date_modified", "dateline", "body", "word_count",
    "reporters", "translators", "editors", "agencies", "images", "related", "copyright_notice",
    "rights_notice", "kind", "template", "fallbacks", "extractor_version", "discovered",
    "fetched_at", "http", "run_id", "body_sha256", "near_duplicate_of", "revision", "first_seen",
    "warc", "schema_version",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet may take for a formula (OWASP, CSV Injection)."""


def _columns() -> dict[str, Callable[[Record], Cell]]:
    columns: dict[str, Callable[[Record], Cell]] = {}
    for field in _FIELDS:
        if field in _PARTS:
            columns |= {f"{field}_{key}": _part(field, key) for key in _PARTS[field]}
        elif field in _ENTRIES:
            name, keys = _ENTRIES[field]
            columns |= {f"{name}_{key}s": _each(field, key) for key in keys}
        elif field in _LISTS:
            columns[field] = _list(field)
        elif field == "fallbacks":
            columns[field] = _sources
        else:
            columns[field] = lambda record, field=field: record[field]  # type: ignore[misc]
    return columns


COLUMNS = _columns()
"""How each column is made of a record; ``gone_since`` stands behind them."""
HEAD = (*COLUMNS, "gone_since")


def write(path: Path, stories: Iterable[Story], about: dict[str, str]) -> None:  # noqa: ARG001 - CSV has no place for what a file is to say of itself
    """Write stories to a file, each value as it is.

    Raises:
        OSError: there is no room.
    """
    _write(path, stories, "utf-8", lambda cell: cell)


def write_for_spreadsheets(path: Path, stories: Iterable[Story], about: dict[str, str]) -> None:  # noqa: ARG001 - as above
    """Write stories to a file that Excel opens with its letters right and no formula in it.

    Raises:
        OSError: there is no room.
    """
    _write(path, stories, "utf-8-sig", _harmless)


def _write(
    path: Path, stories: Iterable[Story], encoding: str, treat: Callable[[Cell], Cell]
) -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEAD)
        for story in stories:
            cells = [make(story.record) for make in COLUMNS.values()]
            rows.writerow(map(treat, [*cells, story.gone_since]))


def joined(values: Iterable[Any]) -> str:
    r"""Return the values of a list in one cell, with ``|`` between them; null is nothing.

    A ``|`` or a backslash of a value stands behind a backslash.
    """
    texts = ("" if value is None else str(value) for value in values)
    return "|".join(text.replace("\\", r"\\").replace("|", r"\|") for text in texts)


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
