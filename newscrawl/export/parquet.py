"""Parquet: typed and nested, in row groups, compressed with Zstandard."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from newscrawl.export.descriptions import descriptions
from newscrawl.export.selected import TIMES, Story

_LOCAL = pa.timestamp("us", tz="Asia/Jakarta")
_UTC = pa.timestamp("us", tz="UTC")
_TEXTS = pa.list_(pa.string())
_OFFSET = "The offset from UTC that the page gives in {}, such as +08:00."
_OFFSETS = ("date_published", "date_modified")

_TYPES: dict[str, pa.DataType] = {
    "schema_version": pa.int64(),
    "article_id": pa.int64(),
    "breadcrumbs": _TEXTS,
    "tags": _TEXTS,
    "date_published": _LOCAL,
    "date_modified": _LOCAL,
    "dateline": pa.struct([("place", pa.string()), ("text", pa.string())]),
    "word_count": pa.int64(),
    "reporters": _TEXTS,
    "translators": _TEXTS,
    "editors": _TEXTS,
    "agencies": _TEXTS,
    "images": pa.list_(
        pa.struct([("url", pa.string()), ("caption", pa.string()), ("credit", pa.string())])
    ),
    "related": pa.list_(
        pa.struct(
            [
                ("article_id", pa.int64()),
                ("url", pa.string()),
                ("title", pa.string()),
                ("kind", pa.string()),
                ("after_paragraph", pa.int64()),
            ]
        )
    ),
    # A map would be the type for it, but Hugging Face datasets load none.
    "fallbacks": pa.list_(pa.struct([("field", pa.string()), ("source", pa.string())])),
    "extractor_version": pa.int64(),
    "discovered": pa.struct([("via", pa.string()), ("from", pa.string()), ("depth", pa.int64())]),
    "fetched_at": _UTC,
    "http": pa.struct(
        [("status", pa.int64()), ("etag", pa.string()), ("last_modified", pa.string())]
    ),
    "revision": pa.int64(),
    "first_seen": _UTC,
    "warc": pa.struct([("file", pa.string()), ("offset", pa.int64())]),
    "gone_since": _UTC,
}
"""Types of the fields that are no plain text."""
_EACH_ITS_OWN = frozenset(
    {"id", "url", "headline", "description", "body", "body_sha256", "near_duplicate_of", "title",
     "caption", "text", "etag", "last_modified"}
)  # fmt: skip
"""Texts that hardly come twice: neither a dictionary of them nor their smallest and greatest (a
whole body, in the file's footer) would help a reader."""

_BATCH = 500
"""Stories that are turned into columns at once."""
_GROUP_BYTES = 32_000_000
_GROUP_ROWS = 50_000


def schema() -> pa.Schema:
    """Return the columns, each with its description."""
    told = descriptions()
    fields = []
    for name in (*(key for key in told if "." not in key and key != "gone_since"), "gone_since"):
        about = {"description": told[name]}
        fields.append(pa.field(name, _TYPES.get(name, pa.string()), metadata=about))
        if name in _OFFSETS:
            about = {"description": _OFFSET.format(name)}
            fields.append(pa.field(f"{name}_offset", pa.string(), metadata=about))
    return pa.schema(fields)


def write(path: Path, stories: Iterable[Story], about: dict[str, str]) -> None:
    """Write stories to a file; ``about`` goes into its metadata.

    Raises:
        OSError: there is no room.
    """
    columns = schema().with_metadata({f"newscrawl.{name}": text for name, text in about.items()})
    plain = _columns_without(columns, _EACH_ITS_OWN)
    with pq.ParquetWriter(
        path, columns, compression="zstd", use_dictionary=plain, write_statistics=plain
    ) as writer:
        group: list[pa.RecordBatch] = []
        for batch in _batches(stories, columns):
            group.append(batch)
            size = sum(part.nbytes for part in group)
            if size >= _GROUP_BYTES or len(group) * _BATCH >= _GROUP_ROWS:
                writer.write_table(pa.Table.from_batches(group))
                group = []
        if group:
            writer.write_table(pa.Table.from_batches(group))


def _batches(stories: Iterable[Story], columns: pa.Schema) -> Iterable[pa.RecordBatch]:
    rows: list[dict[str, Any]] = []
    for story in stories:
        rows.append(_row(story))
        if len(rows) == _BATCH:
            yield pa.RecordBatch.from_pylist(rows, schema=columns)
            rows = []
    if rows:
        yield pa.RecordBatch.from_pylist(rows, schema=columns)


def _row(story: Story) -> dict[str, Any]:
    record = story.record
    row = record | {name: story.times[name] for name in TIMES}
    row |= {f"{name}_offset": _offset(record[name]) for name in _OFFSETS}
    row["fallbacks"] = [
        {"field": field, "source": source} for field, source in record["fallbacks"].items()
    ]
    row["gone_since"] = datetime.fromisoformat(story.gone_since) if story.gone_since else None
    return row


def _offset(time: str | None) -> str | None:
    """Return the end of a time as the schema has it: ``+07:00``, or ``Z``."""
    if time is None:
        return None
    return "+00:00" if time.endswith("Z") else time[-6:]


def _columns_without(columns: pa.Schema, names: frozenset[str]) -> list[str]:
    """Return the paths of the columns as Parquet counts them, without those of some names."""
    empty = pa.BufferOutputStream()
    pq.write_table(columns.empty_table(), empty)
    written = pq.ParquetFile(pa.BufferReader(empty.getvalue())).schema
    paths = [written.column(index).path for index in range(len(written))]
    return [path for path in paths if path.rpartition(".")[2] not in names]
