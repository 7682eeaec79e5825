"""The record's form for others: its JSON Schema, its field table, and the validator.

All three are made from :mod:`newscrawl.items`. ``python -m newscrawl.schema`` writes
``docs/article.schema.json`` and ``docs/fields.md``; with ``--check`` it only says whether they are
current.
"""

import argparse
import functools
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import fastjsonschema
from itemadapter import ItemAdapter

from newscrawl.items import SCHEMA_VERSION, Article

Schema = dict[str, Any]
Validator = Callable[[Mapping[str, Any]], None]

DOCS = Path(__file__).parents[1] / "docs"

_NAMES_IN_THE_FILE = {"from_": "from"}
_TYPES = {"string": "text", "integer": "whole number", "object": "object", "array": "list"}
_DOCUMENT_HEAD = """\
# The record

One JSON object a line, UTF-8, schema version {version}. The fields stand in this order and are
always there: `null` or an empty list when the page has none, never an invented value. The same as
JSON Schema: [article.schema.json](article.schema.json).

Made from `newscrawl/items.py` by `make docs`; changes go there.
"""


def article_schema() -> Schema:
    """Return the JSON Schema (draft-07) of one line, every field required and no other allowed."""
    schema = _strict(_read_items())
    schema["properties"]["schema_version"]["const"] = SCHEMA_VERSION
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"newscrawl article, schema version {SCHEMA_VERSION}",
        "description": _fold(Article.__doc__ or ""),
        **schema,
    }


@functools.cache
def validator() -> Validator:
    """Return the compiled check of one record, as :func:`newscrawl.records.to_dict` gives it.

    It raises ``fastjsonschema.JsonSchemaValueException`` for a record that is not of the schema;
    the message and the exception's ``name`` say which field (``data.images[0].url``), never what
    stands in it.
    """
    check: Callable[[Mapping[str, Any]], object] = fastjsonschema.compile(
        _written_schema() or article_schema(), use_default=False
    )

    def validate(record: Mapping[str, Any]) -> None:
        check(record)

    return validate


def _written_schema() -> Schema | None:
    """Return the schema from ``docs/``, which a test keeps current: it is read in no time.

    Making it takes a quarter of a second, for the docstrings' sake. Where only the package is
    installed, it is not there.
    """
    try:
        schema: Schema = json.loads((DOCS / "article.schema.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return schema


def fields_markdown() -> str:
    """Return ``docs/fields.md``: a table of the fields, and one for each nested object."""
    properties = article_schema()["properties"]
    parts = [_DOCUMENT_HEAD.format(version=SCHEMA_VERSION), _table(properties)]
    for name, schema in properties.items():
        nested = _nested(schema)
        if nested:
            place = "each entry" if "items" in schema else "unless it is null"
            parts.append(f"## {name}\n\nWhat stands in `{name}`, {place}.\n")
            parts.append(_table(nested))
    return "\n".join(parts)


def documents() -> dict[str, str]:
    """Return the text of each generated document by its file name under ``docs/``."""
    schema = json.dumps(article_schema(), ensure_ascii=False, indent=2)
    return {"article.schema.json": schema + "\n", "fields.md": fields_markdown()}


def stale(docs: Path = DOCS) -> list[Path]:
    """Return the generated documents that are missing or no longer what the items say."""
    return [docs / name for name, text in documents().items() if _read(docs / name) != text]


def write(docs: Path = DOCS) -> list[Path]:
    """Write the documents that are not current, and return their paths."""
    docs.mkdir(parents=True, exist_ok=True)
    changed = stale(docs)
    for path in changed:
        path.write_text(documents()[path.name], encoding="utf-8")
    return changed


def main(arguments: Sequence[str] | None = None, docs: Path = DOCS) -> int:
    """Write the documents, or with ``--check`` name the stale ones; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m newscrawl.schema", description=write.__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if one is stale")
    if parser.parse_args(arguments).check:
        found = stale(docs)
        for path in found:
            sys.stderr.write(f"{_shown(path)} is not what newscrawl/items.py says: run make docs\n")
        return 1 if found else 0
    for path in write(docs):
        sys.stdout.write(f"wrote {_shown(path)}\n")
    return 0


@functools.cache
def _read_items() -> Schema:
    """Return the items' own schema, made once: its descriptions are read from their source."""
    return ItemAdapter.get_json_schema(Article)


def _strict(schema: Schema) -> Schema:
    """Return a schema with all its fields required, without defaults, null beside the type."""
    schema = _merge_null(schema)
    tidy: Schema = {"description": _fold(schema["description"])} if "description" in schema else {}
    tidy |= {key: value for key, value in schema.items() if key not in {"default", "description"}}
    if isinstance(tidy.get("type"), list):
        tidy["type"] = sorted(tidy["type"], key="null".__eq__)
    if "items" in tidy:
        tidy["items"] = _strict(tidy["items"])
    if "properties" in tidy:
        fields = tidy["properties"].items()
        tidy["properties"] = {
            _NAMES_IN_THE_FILE.get(key, key): _strict(part) for key, part in fields
        }
        tidy["required"] = list(tidy["properties"])
    return tidy


def _merge_null(schema: Schema) -> Schema:
    """Return ``anyOf`` null and one object as one schema, whose errors name the inner field."""
    if "anyOf" not in schema:
        return schema
    outer = {key: value for key, value in schema.items() if key != "anyOf"}
    (inner,) = (option for option in schema["anyOf"] if option != {"type": "null"})
    return {**inner, "type": [inner["type"], "null"], **outer}


def _fold(text: str) -> str:
    """Return a docstring as one line, with its literals in single backticks."""
    return " ".join(text.replace("``", "`").split())


def _table(properties: Mapping[str, Schema]) -> str:
    """Return a Markdown table of fields."""
    rows = ["| field | type | meaning |", "|---|---|---|", *_rows(properties)]
    return "\n".join(rows) + "\n"


def _rows(properties: Mapping[str, Schema]) -> Iterator[str]:
    for name, schema in properties.items():
        meaning = schema.get("description", "").replace("|", r"\|")
        shown = f"[`{name}`](#{name})" if _nested(schema) else f"`{name}`"
        yield f"| {shown} | {_words(schema)} | {meaning} |"


def _nested(schema: Schema) -> Mapping[str, Schema]:
    """Return the fields of a nested object, or of a list's objects; empty for plain values."""
    inner: Mapping[str, Schema] = schema.get("items", schema).get("properties", {})
    return inner


def _words(schema: Schema) -> str:
    """Return a field's type in plain words."""
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    words = _TYPES[types[0]]
    if "const" in schema:
        words = f"always {schema['const']}"
    elif "enum" in schema:
        words = "one of " + ", ".join(f"`{value}`" for value in schema["enum"] if value is not None)
    elif "minimum" in schema:
        words += f" ≥ {schema['minimum']}"
    elif "items" in schema:
        words += f" of {_words(schema['items'])}s"
    elif isinstance(schema.get("additionalProperties"), dict):
        words += f" of {_words(schema['additionalProperties'])}s"
    return words + (" or null" if "null" in types else "")


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def _shown(path: Path) -> str:
    """Return a path as a person reads it: from the project's directory where it lies there."""
    root = DOCS.parent
    return str(path.relative_to(root) if path.is_relative_to(root) else path)


if __name__ == "__main__":
    sys.exit(main())
