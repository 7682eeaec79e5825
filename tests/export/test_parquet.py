"""Parquet: read by pyarrow, and by what people open it with."""

import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newscrawl.export import parquet
from newscrawl.kept.selection import Selection
from tests.export.documented import table
from tests.export.sample import GONE, STRANGE, exported, keep, sample, with_tools
from tests.making import article

_READERS = """
import json, sys
import duckdb, pandas
from datasets import load_dataset
path, cache = sys.argv[1:]
frame = pandas.read_parquet(path)
loaded = load_dataset("parquet", data_files=path, split="train", cache_dir=cache)
rows = duckdb.sql(f"SELECT * FROM '{path}'")
count = lambda what: duckdb.sql(f"SELECT {what} FROM '{path}'").fetchall()[0][0]
print(json.dumps({
    "columns": [list(frame.columns), loaded.column_names, rows.columns],
    "counts": [len(frame), len(loaded), count("count(*)")],
    "ids": [frame.article_id.tolist(), loaded["article_id"][:], count("list(article_id)")],
    "moments": [
        str(frame.date_published.dt.tz_convert("UTC")[0]),
        str(loaded[0]["date_published"].astimezone(__import__("datetime").UTC)),
        count("epoch_us(date_published)"),
    ],
    "pictures": [
        frame.images[0][0]["caption"], loaded[0]["images"][0]["caption"], count("images[1].caption")
    ],
    "links": [
        int(frame.related.map(len).sum()),
        sum(map(len, loaded["related"])),
        count("sum(len(related))"),
    ],
    "types": [
        {name: str(kind) for name, kind in frame.dtypes.items()},
        {name: str(kind) for name, kind in loaded.features.items()},
        {name: str(kind) for name, kind in zip(rows.columns, rows.types)},
    ],
}))
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as Parquet."""
    directory = tmp_path_factory.mktemp("parquet")
    assert exported(sample(directory / "data"), directory / "a.parquet").count == 5
    return directory / "a.parquet"


def test_the_readers_agree(path: Path, tmp_path: Path) -> None:
    """DuckDB, pandas and Hugging Face datasets find the same columns, counts and values."""
    home = str(tmp_path / "hf")
    told = with_tools(_READERS, path, home, HF_HUB_OFFLINE="1", HF_HOME=home, HOME=home)
    for name in ("columns", "counts", "ids", "pictures", "links"):
        assert told[name] == [told[name][0]] * 3, name
    assert told["counts"][0] == 5
    assert told["pictures"][0] == "Satu,\ndua"
    assert told["links"][0] == 4
    moment = datetime(2026, 11, 19, 15, 30, tzinfo=UTC)
    assert told["moments"] == [str(moment), str(moment), int(moment.timestamp()) * 1_000_000]
    in_pandas, in_datasets, in_duckdb = told["types"]
    for name in ("date_published", "fetched_at", "gone_since"):
        assert in_duckdb[name] == "TIMESTAMP WITH TIME ZONE"
        assert in_pandas[name].startswith("datetime64[us, ")
        assert "timestamp[us, tz=" in in_datasets[name]
    assert (in_duckdb["word_count"], in_duckdb["tags"]) == ("BIGINT", "VARCHAR[]")
    assert "int64" in in_datasets["word_count"]


def test_each_value(path: Path) -> None:
    """Every field of the record comes back as it was, times as moments beside their offset."""
    first, second, third, fourth, fifth = pq.read_table(path).to_pylist()
    wita = timezone(timedelta(hours=8))
    assert first["headline"] == STRANGE
    assert first["date_published"] == datetime(2026, 11, 19, 23, 30, tzinfo=wita)
    assert (first["date_published_offset"], first["date_modified_offset"]) == ("+08:00", "+09:00")
    assert first["date_modified"].microsecond == 250_000
    assert first["fallbacks"] == [
        {"field": "language", "source": "meta"},
        {"field": "tags", "source": "json-ld"},
    ]
    assert first["warc"] == {"file": "x.warc.gz", "offset": 2**40}
    assert first["related"][1]["after_paragraph"] == 3
    assert first["related"][2]["after_paragraph"] is None
    assert (first["gone_since"], second["gone_since"]) == (None, None)
    assert third["gone_since"] == datetime.fromisoformat(GONE)
    assert (fourth["date_published"], fourth["dateline"], fourth["discovered"]) == (None,) * 3
    assert fifth["discovered"] == {"via": "listing", "from": None, "depth": 1}


def test_the_file_explains_itself(path: Path) -> None:
    """Each column has its description, and the file its source, selection and schema version."""
    columns = pq.read_schema(path)
    assert all(field.metadata[b"description"] for field in columns)
    assert columns.metadata[b"newscrawl.schema_version"] == b"1"
    assert columns.metadata[b"newscrawl.selection"] == b"everything"
    assert b"ANTARA" in columns.metadata[b"newscrawl.rights"]


def test_what_repeats_is_kept_once_and_bodies_not_in_the_footer(path: Path) -> None:
    """Sections are dictionary-encoded; of bodies there is no dictionary and no statistics."""
    group = pq.ParquetFile(path).metadata.row_group(0)
    columns: dict[str, Any] = {}
    for index in range(group.num_columns):
        column = group.column(index)
        columns[column.path_in_schema] = column
    assert "RLE_DICTIONARY" in columns["section"].encodings
    assert columns["section"].compression == "ZSTD"
    assert not columns["body"].has_dictionary_page
    assert not columns["body"].is_stats_set
    assert columns["date_published"].is_stats_set


def test_many_stories_are_many_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Row groups are written as they fill, so that the memory is that of one."""
    monkeypatch.setattr(parquet, "_GROUP_ROWS", 1000)
    exported(keep(tmp_path, *(article(n) for n in range(1, 2701))), tmp_path / "a.parquet")
    told = pq.ParquetFile(tmp_path / "a.parquet").metadata
    assert [told.row_group(n).num_rows for n in range(told.num_row_groups)] == [1000, 1000, 700]


def test_all_revisions(tmp_path: Path) -> None:
    """With all revisions each is a row."""
    chosen = Selection(all_revisions=True)
    assert exported(sample(tmp_path), tmp_path / "a.parquet", chosen).count == 6
    assert pq.read_table(tmp_path / "a.parquet")["revision"].to_pylist() == [1, 2, 1, 1, 1, 1]


def test_types_are_declared_for_all_that_is_no_text() -> None:
    """A field that is added to the record as a number or a list is not taken for a text."""
    names = {"integer": pa.types.is_integer, "array": pa.types.is_list, "object": _is_nested}
    for name, kind in _json_types().items():
        found = parquet.schema().field(name).type
        assert names.get(kind, lambda what: not _is_nested(what))(found), name


def _is_nested(kind: pa.DataType) -> bool:
    return bool(pa.types.is_struct(kind) or pa.types.is_list(kind))


def _json_types() -> dict[str, str]:
    from newscrawl.schema import article_schema  # noqa: PLC0415 - of this check alone

    types = {name: part["type"] for name, part in article_schema()["properties"].items()}
    return {name: kind if isinstance(kind, str) else kind[0] for name, kind in types.items()}


def test_the_documented_columns() -> None:
    """docs/exports.md has each column with its type."""
    told = [
        (field.name, re.sub("element: |item: ", "", str(field.type))) for field in parquet.schema()
    ]
    assert table("## Parquet") == told
