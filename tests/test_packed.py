"""Day files of long ago, compressed."""

import gzip
from pathlib import Path

import pytest

from newscrawl.dayfiles import DayFiles
from newscrawl.packed import open_lines, pack, packed_form
from newscrawl.records import to_line
from tests.making import article, found, open_run

NAME = "2026-11-20.jsonl"


@pytest.fixture
def day_file(tmp_path: Path) -> Path:
    """Return a day file with two records, which the ledger of the directory knows."""
    path = tmp_path / "antara" / "articles" / NAME
    path.parent.mkdir(parents=True)
    path.write_text("".join(f"{to_line(article(number))}\n" for number in (1, 2)), "utf-8")
    open_run(tmp_path).close(0)
    return path


def test_the_lines_stay_the_same(day_file: Path) -> None:
    """The compressed file takes the other's place, and has its bytes."""
    content = day_file.read_bytes()
    pack(day_file)
    assert [path.name for path in day_file.parent.iterdir()] == [f"{NAME}.gz"]
    assert gzip.decompress(packed_form(day_file).read_bytes()) == content
    with open_lines(day_file) as lines:
        assert lines.read() == content


def test_a_line_is_found_where_it_was(day_file: Path) -> None:
    """Offsets are those of the uncompressed file; a broken file has no lines."""
    second = day_file.read_bytes().splitlines(keepends=True)[1]
    offset = day_file.stat().st_size - len(second)
    pack(day_file)
    files = DayFiles(day_file.parent)
    assert files.line(NAME, offset) == second
    packed_form(day_file).write_bytes(b"no gzip")
    assert files.line(NAME, offset) is None
    assert files.line("2026-11-19.jsonl", 0) is None


def test_the_ledger_misses_nothing(
    tmp_path: Path, day_file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Compressed or not, nobody takes the file for lost, and no line is taken in twice."""
    content = day_file.read_bytes()
    pack(day_file)
    run = open_run(tmp_path)
    assert (run.reconciled.taken_in, caplog.text) == (0, "")
    kept = run.lines.record("antara:2")
    assert kept is not None
    assert kept.headline == "Kabar nomor 2"
    run.close(0)
    packed_form(day_file).unlink()
    day_file.write_bytes(content)
    run = open_run(tmp_path)
    assert (run.reconciled.taken_in, caplog.text) == (0, "")
    run.close(0)


def test_a_lost_ledger_is_made_again_from_compressed_files(tmp_path: Path, day_file: Path) -> None:
    """What only a compressed file has is taken in too."""
    pack(day_file)
    for path in (tmp_path / "antara").glob("ledger.db*"):
        path.unlink()
    for _ in range(2):
        run = open_run(tmp_path)
        run.finding.record([found(1), found(2)])
        assert not run.frontier.has_next()
        run.close(0)
    assert run.reconciled.taken_in == 0


def test_a_death_in_between_leaves_one_whole(day_file: Path) -> None:
    """Where both forms are there, the next call makes them one again."""
    content = day_file.read_bytes()
    packed_form(day_file).write_bytes(b"whatever")
    pack(day_file)
    with open_lines(day_file) as lines:
        assert lines.read() == content
