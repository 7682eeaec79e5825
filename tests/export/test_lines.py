"""JSON Lines, compressed: the lines as they are kept."""

from pathlib import Path

import pyarrow as pa

from newscrawl.kept.selection import Selection
from newscrawl.places import Places
from newscrawl.records import to_line
from tests.export.sample import exported, keep, sample, with_tools
from tests.making import article

_READER = """
import json, sys
import duckdb
print(json.dumps(duckdb.sql(f"SELECT count(*), sum(article_id) FROM '{sys.argv[1]}'").fetchall()))
"""


def _unpacked(path: Path) -> bytes:
    with pa.input_stream(str(path), compression="zstd") as file:
        data: bytes = file.read()
    return data


def test_the_lines_are_those_of_the_day_files(tmp_path: Path) -> None:
    """Byte for byte, whatever blanks or escapes somebody wrote; in the order of the files."""
    data = sample(tmp_path / "data")
    keep(data, to_line(article(6)).replace('":', '" : ').replace("Kabar", "\\u004babar"))
    kept = (Places.under(data).articles / "2026-11-20.jsonl").read_bytes()
    exported(data, tmp_path / "all.jsonl.zst", Selection(all_revisions=True))
    assert _unpacked(tmp_path / "all.jsonl.zst") == kept
    assert exported(data, tmp_path / "newest.jsonl.zst").count == 6
    assert _unpacked(tmp_path / "newest.jsonl.zst") == kept[kept.index(b"\n") + 1 :]


def test_duckdb_reads_it(tmp_path: Path) -> None:
    """By its ending alone."""
    exported(keep(tmp_path, *(article(n) for n in range(1, 2001))), tmp_path / "a.jsonl.zst")
    assert with_tools(_READER, tmp_path / "a.jsonl.zst") == [[2000, 2001000]]
