"""Reading the kept records back."""

import dataclasses
import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from newscrawl.kept.lines import lines_of
from newscrawl.kept.selection import Selection
from newscrawl.kept.stories import Stories
from newscrawl.packed import pack, unpack
from newscrawl.records import to_line
from tests.making import article


def _write(directory: Path, day: str, *lines: str) -> Path:
    path = directory / f"{day}.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def _line(number: int, revision: int = 1, **changes: object) -> str:
    return to_line(article(number, revision=revision, **changes))


def _told(stories: Stories) -> list[tuple[int, int]]:
    return [(record["article_id"], record["revision"]) for record in stories]


def test_each_story_in_its_newest_revision(tmp_path: Path) -> None:
    """The newest revision of an id is the current one, wherever its line stands."""
    _write(tmp_path, "2026-11-19", _line(1), _line(2), _line(3, 2), _line(3))
    _write(tmp_path, "2026-11-20", _line(1, 2), _line(4))
    assert _told(Stories(tmp_path)) == [(2, 1), (3, 2), (1, 2), (4, 1)]
    everything = Stories(tmp_path, Selection(all_revisions=True))
    assert _told(everything) == [(1, 1), (2, 1), (3, 2), (3, 1), (1, 2), (4, 1)]


def test_compressed_files_are_read_too_and_none_twice(tmp_path: Path) -> None:
    """A day that is there in both forms, as a compression that was killed leaves it, counts once."""
    pack(_write(tmp_path, "2026-11-19", _line(1)))
    plain = _write(tmp_path, "2026-11-20", _line(2))
    (tmp_path / "2026-11-20.jsonl.gz").write_bytes(gzip.compress(plain.read_bytes()))
    assert _told(Stories(tmp_path, Selection(all_revisions=True))) == [(1, 1), (2, 1)]


def test_a_run_may_compress_files_meanwhile(tmp_path: Path) -> None:
    """A file whose other form was put in its place while others were read is read all the same."""
    days = [_write(tmp_path, f"2026-11-1{day}", _line(day)) for day in range(4)]
    pack(days[3])
    reading = iter(Stories(tmp_path, Selection(all_revisions=True)))
    told = [next(reading)["article_id"]]
    pack(days[0])
    pack(days[2])
    unpack(days[3])
    assert told + [record["article_id"] for record in reading] == [0, 1, 2, 3]


def test_what_is_no_record_is_passed_over_and_named(tmp_path: Path) -> None:
    """Each line that is no record is told with file, line and reason; the rest is read."""
    path = _write(tmp_path, "2026-11-20", _line(1), "{", "[]", '{"schema_version":2}', _line(2))
    with path.open("a") as file:
        file.write('{"schema_version":1,"id":"antara:3"')  # being written
    stories = Stories(tmp_path)
    assert _told(stories) == [(1, 1), (2, 1)]
    assert stories.passed.count == 3
    assert [told.split(": ")[0] for told in stories.passed.examples] == [
        f"{path}:{number}" for number in (2, 3, 4)
    ]


def test_a_damaged_compressed_file_is_named(tmp_path: Path) -> None:
    """What stands before the damage is read."""
    whole = gzip.compress("".join(_line(n) + "\n" for n in range(1, 400)).encode())
    (tmp_path / "2026-11-19.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    _write(tmp_path, "2026-11-20", _line(500))
    stories = Stories(tmp_path)
    told = _told(stories)
    assert (told[0], told[-1], stories.passed.count) == ((1, 1), (500, 1), 1)
    assert "2026-11-19.jsonl.gz: cannot be read behind line" in stories.passed.examples[0]


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        (Selection(since=date(2026, 11, 20)), [2, 3, 4]),
        (Selection(until=date(2026, 11, 19)), [1, 3]),
        (Selection(sections=frozenset({"dunia"})), [1, 4]),
    ],
)
def test_a_selection(tmp_path: Path, chosen: Selection, numbers: list[int]) -> None:
    """Days are those of Asia/Jakarta and included; undated stories are in every range."""
    _write(
        tmp_path,
        "2026-11-20",
        _line(1, date_published="2026-11-19T23:59:00+07:00", section="Dunia"),
        _line(2, date_published="2026-11-19T17:00:00Z", section="Ekonomi"),
        _line(3, date_published=None),
        _line(4, section="Internasional", breadcrumbs=["Home", "Dunia"]),
    )
    assert [record["article_id"] for record in Stories(tmp_path, chosen)] == numbers


def test_it_says_how_far_it_is(tmp_path: Path) -> None:
    """Also within one file: a backfill puts years into the file of a day."""
    _write(tmp_path, "2026-11-20", *(_line(n) for n in range(1, 1200)))
    told: list[tuple[str, int, int]] = []
    list(Stories(tmp_path, show=lambda *what: told.append(what)))
    assert [what[0] for what in told] == ["looking"] * 3 + ["reading"] * 3
    assert told[-1][1] == told[-1][2] == (tmp_path / "2026-11-20.jsonl").stat().st_size


def test_a_directory_that_is_not_there(tmp_path: Path) -> None:
    """It has no records; whether that is an error is for the command to say."""
    assert not list(Stories(tmp_path / "none"))
    assert not Stories(tmp_path / "none").files


def test_records_are_those_of_the_lines(tmp_path: Path) -> None:
    """A record is a dictionary of the line's own fields."""
    _write(tmp_path, "2026-11-20", _line(1))
    (record,) = Stories(tmp_path)
    assert list(record) == [field.name for field in dataclasses.fields(article())]
    assert record == json.loads(_line(1))


@pytest.mark.parametrize(
    "changes",
    [
        {"date_published": 5}, {"breadcrumbs": None}, {"breadcrumbs": [1]}, {"section": 5},
        {"revision": 2**70}, {"id": "antara:\ud800"},
    ],
    ids=lambda changes: ascii(changes)[:30],
)  # fmt: skip
def test_a_field_of_another_type_ends_no_selection(
    tmp_path: Path, changes: dict[str, object]
) -> None:
    """What is selected by is judged as far as it can be read; what is sorted by is passed over."""
    damaged = json.dumps(json.loads(_line(1)) | changes)
    path = _write(tmp_path, "2026-11-20", damaged, _line(2, section="Dunia"))
    stories = Stories(tmp_path, Selection(since=date(2026, 1, 1), sections=frozenset({"dunia"})))
    assert _told(stories) == [(2, 1)]
    is_named = changes.keys() <= {"revision", "id"}
    assert [told.split(": ")[0] for told in stories.passed.examples] == [f"{path}:1"] * is_named


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16-be", "utf-16-le"])
def test_lines_are_utf_8_and_nothing_else(tmp_path: Path, encoding: str) -> None:
    """A file that an editor saved in another encoding is not the JSON Lines that other tools read.

    Python's ``json`` would take it, and a byte order mark in the middle of an export with it.
    """
    text = f"{_line(1)}\n{_line(2)}\n{_line(3)}\n"
    (tmp_path / "2026-11-20.jsonl").write_bytes(text.encode(encoding))
    stories = Stories(tmp_path)
    assert _told(stories) == ([(2, 1), (3, 1)] if encoding == "utf-8-sig" else [])
    assert stories.passed.count == (1 if encoding == "utf-8-sig" else 3)


def test_a_day_may_change_its_form_meanwhile(tmp_path: Path) -> None:
    """A crawl that compresses an old day, or unpacks it to write to it, does not end a reading."""
    first = _write(tmp_path, "2026-11-19", _line(1))
    second = _write(tmp_path, "2026-11-20", _line(2))
    pack(second)
    stories = Stories(tmp_path, Selection(all_revisions=True))
    told = iter(stories)
    assert next(told)["id"] == "antara:1"
    pack(first)
    unpack(second)
    assert [record["id"] for record in told] == ["antara:2"]


def test_the_end_of_a_line_that_was_being_written_is_no_line(tmp_path: Path) -> None:
    """What is appended behind half a line, after that was read, belongs to the half."""
    path = _write(tmp_path, "2026-11-20", _line(1))
    whole = f"{_line(2)}\n".encode()
    with path.open("ab") as file:
        file.write(whole[:100])
    lines = lines_of(path)
    assert [next(lines).is_whole, next(lines).is_whole] == [True, False]
    with path.open("ab") as file:
        file.write(whole[100:])
    assert list(lines) == []
