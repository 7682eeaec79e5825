"""Values that no crawl writes: a check and a repair never stumble over them."""

import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from newscrawl.exits import CannotRun
from tests.verify.keeping import FIRST, SECOND, edit, findings, lines, sql, write
from tests.verify.mending import mend

_PLACE = f"articles/{FIRST}:1"


def _with(**changes: Any) -> Callable[[Path], None]:
    """Return a damage: other values in the first line, those of nested fields by ``a__b``."""

    def damage(root: Path) -> None:
        first, *rest = lines(root, FIRST)
        record = json.loads(first)
        for name, value in changes.items():
            outer, _, inner = name.partition("__")
            if inner:
                record[outer][inner] = value
            else:
                record[outer] = value
        write(root, FIRST, [json.dumps(record).encode() + b"\n", *rest])

    return damage


def _in_encoding(name: str) -> Callable[[Path], None]:
    def damage(root: Path) -> None:
        path = root / "articles" / FIRST
        path.write_bytes(path.read_text().encode(name))

    return damage


@pytest.mark.parametrize("has_ledger", [True, False])
@pytest.mark.parametrize(
    "damage",
    [
        _with(discovered__depth=2**70),
        _with(discovered__from="\ud800"),
        _with(http={"status": 200, "etag": [1], "last_modified": None}),
        _with(run_id="\udfff"),
        _with(url="https://www.antaranews.com/berita/1/\ud800"),
        _with(near_duplicate_of="\ud800"),
        _in_encoding("utf-8-sig"),
    ],
    ids=["depth", "from", "etag", "run", "url", "near", "byte order mark"],
)
def test_what_no_ledger_can_hold_is_no_record(
    root: Path, damage: Callable[[Path], None], *, has_ledger: bool
) -> None:
    """The line is named and moved out; a lost ledger can be made again of the others."""
    damage(root)
    before = set(lines(root, FIRST))
    if not has_ledger:
        (root / "ledger.db").unlink()
    assert {code for code, place in findings(root) if place == _PLACE} <= {"not_record", "not_json"}
    mend(root)
    assert findings(root) == [("revision_missing", f"articles/{SECOND}:1")]
    (moved,) = (root / "quarantine" / "lines").iterdir()
    assert {*lines(root, FIRST), moved.read_bytes()} == before


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_a_file_in_another_encoding_is_no_day_file(root: Path, name: str) -> None:
    """What an editor saved in UTF-16 is found line by line, though Python's json would read it."""
    _in_encoding(name)(root)
    assert [place for code, place in findings(root) if code == "not_json"][:4] == [
        f"articles/{FIRST}:{number}" for number in range(1, 5)
    ]


def test_a_pointer_farther_than_any_file(root: Path) -> None:
    """A place that no file can have is one where no record begins."""
    _with(warc__offset=2**62)(root)
    assert ("warc_offset", _PLACE) in findings(root)
    mend(root)
    assert findings(root) == []


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("DROP TABLE captures", "ledger_corrupt"),
        ("DROP TABLE records", "ledger_corrupt"),
        ("DROP TABLE files", "ledger_corrupt"),
        ("ALTER TABLE records DROP COLUMN story_sha256", "ledger_corrupt"),
        ("PRAGMA user_version=0", "ledger_version"),
        ("PRAGMA user_version=1", "ledger_version"),
        ("PRAGMA user_version=-5", "ledger_version"),
    ],
)
def test_a_ledger_without_its_tables_is_made_again(root: Path, damage: str, code: str) -> None:
    """One that lacks a table or a column, or says a version that it is not of, is no sound one."""
    sql(damage)(root)
    assert findings(root) == [(code, "ledger.db")]
    mend(root)
    assert findings(root) == []
    assert len(list(root.glob("ledger.db.broken-*"))) == 1


def test_a_ledger_that_somebody_has_locked_is_not_put_aside(root: Path) -> None:
    """What cannot be upgraded this moment is not broken for that."""
    sql("PRAGMA user_version=2")(root)
    with closing(sqlite3.connect(root / "ledger.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            mend(root)
    assert not list(root.glob("ledger.db.broken-*"))


def _without_rights(root: Path, name: str) -> int:
    """Check and repair where something may not be read; return 3 when that was said."""
    child = os.fork()
    if not child:
        code = 9
        try:
            (root / name).chmod(0)
            os.setresuid(65534, 65534, 65534) if os.getuid() == 0 else None
            mend(root)
            code = 0
        except (CannotRun, PermissionError):
            code = 3
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("name", ["ledger.db", "articles", "warc", "runs", "run.lock"])
def test_what_may_not_be_read_is_not_lost(root: Path, name: str) -> None:
    """A sound ledger is not put aside for that, and a directory is not empty."""
    with tempfile.TemporaryDirectory() as place:  # pytest's own nobody else may enter
        own = Path(place, "antara")
        shutil.copytree(root, own)
        if name == "runs":
            (own / "ledger.db").unlink()
        for path in (own.parent, own, *own.rglob("*")):
            path.chmod(0o777 if path.is_dir() else 0o666)
        assert _without_rights(own, name) == (0 if name == "run.lock" else 3)
        left = [path.name for path in own.glob("ledger.db.broken*")]
        assert not left


def test_a_ledger_that_somebody_uses_is_not_put_aside(root: Path) -> None:
    """It may be sound: the check says that it cannot be read."""
    sql("PRAGMA journal_mode=DELETE")(root)
    with closing(sqlite3.connect(root / "ledger.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        (root / "ledger.db-wal").write_bytes(b"x")
        with pytest.raises((CannotRun, sqlite3.OperationalError), match="locked"):
            mend(root)
    assert not list(root.glob("ledger.db.broken-*"))


def test_a_run_report_with_anything_in_it(root: Path) -> None:
    """A ledger is made again whatever the reports say."""
    (root / "ledger.db").unlink()
    told = {"scope": 5, "falls": 3, "finished_at": 7, "is_local": "x", "exit_code": {"a": 1}}
    (root / "runs" / "20261119T000001Z.json").write_text(json.dumps(told))
    (root / "runs" / "20261119T000002Z.json").write_text("[1,2")
    mend(root)
    assert findings(root) == []


def test_a_size_that_is_no_number(root: Path) -> None:
    """It is found, and set right."""
    sql("UPDATE files SET size = 'many'")(root)
    assert {code for code, _ in findings(root)} == {"ledger_size"}
    mend(root)
    assert findings(root) == []


def test_a_name_that_is_no_text(root: Path) -> None:
    """One line says which it is; nothing can be asked of a database by it."""
    path = str(root / "articles" / "2026-11-\udcff.jsonl")
    Path(path).touch()
    with pytest.raises(CannotRun, match="2026-11-"):
        findings(root)


def test_a_directory_with_a_temporary_name_is_nobodys(root: Path) -> None:
    """It does not keep a repair from going on."""
    (root / "articles" / "old.new").mkdir()
    edit(FIRST, 2, ('"warc":{', '"warc": {'))(root)
    mend(root)
    assert findings(root) == []


def test_what_a_later_newscrawl_wrote_stays_where_it_is(root: Path) -> None:
    """An earlier one that somebody went back to does not clear the directory of it.

    Without a ledger it can make none of such lines, and says so.
    """
    old, new = b'"schema_version":1', b'"schema_version":2'
    later = [line.replace(old, new) for line in lines(root, FIRST)]
    write(root, FIRST, later)
    assert {code for code, _ in findings(root)} == {"later_version"}
    mend(root)
    assert lines(root, FIRST) == later
    (root / "ledger.db").unlink()
    with pytest.raises(CannotRun, match="no records of this version"):
        mend(root)
    assert lines(root, FIRST) == later
