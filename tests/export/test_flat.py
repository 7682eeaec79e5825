"""CSV: read by the standard library, by pandas and by DuckDB."""

import csv
import dataclasses
from pathlib import Path

import pytest

from newscrawl.export.exporting import export
from newscrawl.export.flat import HEAD, joined
from newscrawl.items import Article
from newscrawl.kept.selection import Selection
from newscrawl.places import Places
from tests.export.documented import table
from tests.export.sample import GONE, STRANGE, exported, keep, sample, with_tools
from tests.making import article

_READERS = """
import json, sys
import duckdb, pandas
path = sys.argv[1]
frame = pandas.read_csv(path, parse_dates=["fetched_at"])
rows = duckdb.sql(f"SELECT * FROM read_csv('{path}')")
columns = ["headline", "body", "tags", "image_captions", "article_id", "http_etag"]
plain = frame[columns].astype(object).where(frame[columns].notna(), None)
print(json.dumps({
    "columns": [list(frame.columns), rows.columns],
    "values": [plain.values.tolist(), rows.project(",".join(columns)).fetchall()],
    "moments": [frame.fetched_at.dt.tz is not None, str(rows.fetched_at.types[0])],
    "numbers": [str(frame.word_count.dtype), str(rows.word_count.types[0])],
}, default=str))
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as CSV."""
    directory = tmp_path_factory.mktemp("flat")
    assert exported(sample(directory / "data"), directory / "a.csv").count == 5
    return directory / "a.csv"


def rows(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    """Return the rows of a file."""
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_each_cell(path: Path) -> None:
    """Lists are joined, nested parts are columns, and what is null is empty."""
    first, _, third, fourth, _ = rows(path)
    assert first["headline"] == STRANGE
    assert first["tags"] == r"a\|b|c\\d|pesawat nirawak"
    assert first["translators"] == "Bayu Wiratama|Ayu Lestari"
    assert first["image_captions"] == "Satu,\ndua|"
    assert first["related_article_ids"] == "2|900|3"
    assert first["related_after_paragraphs"] == "1|3|"
    assert (first["dateline_place"], first["warc_offset"]) == ("Baku/Yerevan", str(2**40))
    assert first["fallbacks"] == "language=meta|tags=json-ld"
    assert first["date_published"] == "2026-11-19T23:30:00+08:00"
    assert third["gone_since"] == GONE
    assert (fourth["body"], fourth["discovered_depth"], fourth["http_status"]) == ("", "", "")


def test_the_form_is_that_of_rfc_4180(path: Path) -> None:
    """UTF-8 without a byte order mark, lines that end in CR LF, quotes doubled."""
    data = path.read_bytes()
    assert data.startswith(b"id,article_id,")
    assert data.endswith(b"\r\n")
    assert b'""kutip""' in data


def test_the_readers_agree(path: Path) -> None:
    """Pandas and DuckDB read each value as it was, with types where CSV lets them see any."""
    told = with_tools(_READERS, path)
    assert told["columns"] == [list(HEAD), list(HEAD)]
    in_pandas, in_duckdb = told["values"]
    assert in_pandas == in_duckdb
    assert [row[0] for row in in_pandas][:2] == [STRANGE, "Kabar nomor 2"]
    assert told["moments"] == [True, "TIMESTAMP WITH TIME ZONE"]
    assert told["numbers"] == ["float64", "BIGINT"]


def test_for_spreadsheets(tmp_path: Path) -> None:
    """With the option no text begins as a formula, and Excel is told that it is UTF-8."""
    keep(tmp_path / "data", article(1, headline="=1+1", section="-1", tags=["@x"], body="a=b"))
    places, out = Places.under(tmp_path / "data"), tmp_path / "a.csv"
    export(places, Selection(), out, lambda *_: None, for_spreadsheets=True)
    assert out.read_bytes().startswith(b"\xef\xbb\xbfid,")
    (row,) = rows(out, "utf-8-sig")
    told = (row["headline"], row["section"], row["tags"], row["body"], row["article_id"])
    assert told == ("'=1+1", "'-1", "'@x", "a=b", "1")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_every_beginning_of_a_formula(tmp_path: Path, sign: str) -> None:
    """Also those in full width, which Excel takes for the others, and an end of a line."""
    keep(tmp_path / "data", article(1, headline=f"{sign}1"))
    places, out = Places.under(tmp_path / "data"), tmp_path / "a.csv"
    export(places, Selection(), out, lambda *_: None, for_spreadsheets=True)
    assert rows(out, "utf-8-sig")[0]["headline"] == f"'{sign}1"


def test_lists_come_back() -> None:
    """What is joined can be parted again, whatever stands in it."""
    values = ["a|b", "c\\", "", "\\|", "d"]
    parted, text = [""], iter(joined(values))
    for sign in text:
        if sign == "|":
            parted.append("")
        else:
            parted[-1] += next(text) if sign == "\\" else sign
    assert parted == values


def test_no_field_is_left_out() -> None:
    """Every field of the record has a column, or columns that begin with its name."""
    for field in dataclasses.fields(Article):
        name = field.name.removesuffix("s") if field.name == "images" else field.name
        assert any(column == name or column.startswith(f"{name}_") for column in HEAD), name


def test_the_documented_columns() -> None:
    """docs/exports.md has each column."""
    assert [row[0] for row in table("## CSV")] == list(HEAD)
