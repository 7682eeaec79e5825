"""What Datasette is told of an exported file: ``metadata.json`` beside it."""

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from newscrawl.exits import ArgumentError
from newscrawl.export.database.columns import Table
from newscrawl.export.database.queries import QUERIES
from newscrawl.export.database.tables import TABLES

_NAME = "metadata.json"
_OURS = "newscrawl_exports"
"""Key by which a metadata file is known as one of ours; Datasette passes over it."""
_UNITS = {"word": "word = [text] = words"}
"""Units that Datasette does not know of itself, as its library Pint defines them."""
_FORM = 1

Document = dict[str, Any]


def metadata_path(out: Path) -> Path:
    """Return where the metadata of an exported file go: never into somebody else's file.

    ``metadata.json`` beside it, if there is none or it is ours; else ``<name>.metadata.json``.

    Raises:
        ArgumentError: both are there, and neither is ours.
        OSError: one that is there cannot be read.
    """
    candidates = (out.with_name(_NAME), out.with_name(f"{out.stem}.{_NAME}"))
    for path in candidates:
        if not os.path.lexists(path) or (path.is_file() and _read(path) is not None):
            return path
    raise ArgumentError(
        f"{candidates[0]} and {candidates[1].name} are there, and no export made them:"
        " move one away, or name another directory"
    )


def write_metadata(path: Path, out: Path, about: dict[str, str]) -> None:
    """Write the metadata of an exported file; what is told of others in the same file stays.

    Raises:
        OSError: there is no room.
    """
    document = (_read(path) if path.exists() else None) or {_OURS: _FORM}
    document["custom_units"] = list(_UNITS.values())
    databases = document.setdefault("databases", {})
    databases[out.stem] = _database(about)
    _replace(path, json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def _read(path: Path) -> Document | None:
    """Return what a metadata file holds, or None for one that is not ours, or was broken since."""
    try:
        document = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict) or _OURS not in document:
        return None
    return document if isinstance(document.get("databases", {}), dict) else None


def _replace(path: Path, text: str) -> None:
    path = path.resolve()  # a link to one of ours stays a link
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _database(about: dict[str, str]) -> Document:
    return {
        "title": "ANTARA's world news",
        "description": f"Kept by newscrawl: {about['selection']}; exported {about['made_at']}.",
        "source": about["source"],
        "source_url": "https://www.antaranews.com/",
        "license": about["rights"],
        "tables": {name: _table(table) for name, table in TABLES.items()},
        "queries": {
            name: {
                "title": query.title,
                "description": query.meaning,
                "sql": query.sql.strip(),
                "params": list(query.params),
            }
            for name, query in QUERIES.items()
        },
    }


def _table(table: Table) -> Document:
    told: Document = {
        "description": table.meaning,
        "columns": {
            name: column.meaning.replace("`", "") for name, column in table.columns.items()
        },
    }
    units = {name: column.unit for name, column in table.columns.items() if column.unit}
    optional = {
        "units": units,
        "label_column": table.label,
        "facets": list(table.facets),
        "sort_desc": table.newest_first,
        "hidden": table.hidden,
    }
    return told | {key: value for key, value in optional.items() if value} | table.extra
