"""Each damage is found with its place, and nothing else is; a healthy directory has no finding."""

import gzip
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from newscrawl.items import Http
from newscrawl.packed import pack
from newscrawl.places import Places
from newscrawl.verify.checking import check
from tests.making import article, open_run
from tests.verify.keeping import (
    DAY_AFTER,
    FIRST,
    SECOND,
    edit,
    findings,
    keep,
    lines,
    sql,
    the_archive,
    write,
)

Damage = Callable[[Path], None]
_FIRST, _SECOND = f"articles/{FIRST}", f"articles/{SECOND}"


def test_a_healthy_directory_has_no_finding(healthy: Path) -> None:
    """What crawls leave is right in every respect, and what was checked is counted."""
    checked = check(Places(healthy), lambda *_: None)
    assert list(checked.findings) == []
    assert (checked.files, checked.lines, checked.stories, checked.pointers) == (2, 6, 5, 6)
    assert (checked.acknowledged, checked.known, checked.archive_records) == (6, 6, 19)


def test_nothing_is_written(root: Path) -> None:
    """A check leaves every file as it is, and none of its own."""
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    findings(root)
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_compressed_days_are_checked_too(root: Path) -> None:
    """Compressed day files are as right as plain ones; the ledger's offsets are those of lines."""
    pack(root / "articles" / FIRST)
    assert findings(root) == []


def test_a_directory_without_an_archive(tmp_path: Path) -> None:
    """Records without a page in an archive, of a feed alone and of files, are right."""
    stored = article(1, discovered=None, http=None)
    keep(tmp_path, stored, article(2, http=Http(etag='"x"')), archived=False)
    fed = article(3, body=None, template="feed", fetched_at=DAY_AFTER)
    keep(tmp_path, fed, archived=False)
    later = replace(article(3), fetched_at="2026-11-20T09:00:00Z")
    keep(tmp_path, later, archived=False)
    assert findings(tmp_path / "antara") == []


def test_a_copy_that_was_stored_later_than_it_was_fetched(tmp_path: Path) -> None:
    """Of other archives an older page may come later: the ledger tells who was first."""
    keep(tmp_path, article(1, body=LONG_BODY), archived=False)
    old = article(2, body=LONG_BODY, fetched_at="2019-03-01T05:00:00Z")
    keep(tmp_path, old, archived=False)
    assert findings(tmp_path / "antara") == []
    for path in (tmp_path / "antara").glob("ledger.db*"):
        path.unlink()
    open_run(tmp_path).close(0)
    assert findings(tmp_path / "antara") == []


LONG_BODY = " ".join(f"kata{number}" for number in range(80))


def _torn(root: Path) -> None:
    write(root, SECOND, [*lines(root, SECOND), b'{"schema_version":1,"id'])


def _inserted(content: bytes) -> Damage:
    def damage(root: Path) -> None:
        first, *rest = lines(root, FIRST)
        write(root, FIRST, [first, content + b"\n", *rest])

    return damage


def _instead(content: bytes) -> Damage:
    """Put something of the same length into the place of the second line."""

    def damage(root: Path) -> None:
        first, second, *rest = lines(root, FIRST)
        write(root, FIRST, [first, content.ljust(len(second) - 1) + b"\n", *rest])

    return damage


def _doubled(root: Path) -> None:
    content = lines(root, SECOND)
    write(root, SECOND, [*content, content[0]])


def _dropped(root: Path) -> None:
    write(root, FIRST, lines(root, FIRST)[:-1])


def _swapped(root: Path) -> None:
    first, second, *rest = lines(root, FIRST)
    write(root, FIRST, [second, first, *rest])


def _unlink(name: str) -> Damage:
    return lambda root: (root / name).unlink()


def _both_forms(root: Path) -> None:
    path = root / "articles" / FIRST
    path.with_name(f"{FIRST}.gz").write_bytes(gzip.compress(path.read_bytes()))


def _broken_gzip(root: Path) -> None:
    pack(root / "articles" / FIRST)
    path = root / "articles" / f"{FIRST}.gz"
    path.write_bytes(path.read_bytes()[:-20])


def _touch(name: str) -> Damage:
    return lambda root: (root / name).touch()


def _open(root: Path) -> None:
    path = the_archive(root)
    path.rename(path.with_name(path.name + ".open"))


def _in_archive(at: int, content: bytes) -> Damage:
    def damage(root: Path) -> None:
        with the_archive(root).open("r+b") as file:
            file.seek(at, os.SEEK_END if at < 0 else os.SEEK_SET)
            file.write(content)

    return damage


def _not_a_database(root: Path) -> None:
    (root / "ledger.db").write_bytes(b"no database at all\n" * 100)


def _torn_page(root: Path) -> None:
    with (root / "ledger.db").open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096)


_DAMAGES: dict[str, tuple[Damage, list[tuple[str, str]]]] = {
    "a torn last line": (
        _torn,
        [("torn_line", f"{_SECOND}:3"), ("ledger_size", _SECOND)],
    ),
    "no JSON": (_instead(b"{"), [("not_json", f"{_FIRST}:2")]),
    "no object": (_instead(b"[1]"), [("not_json", f"{_FIRST}:2")]),
    "no version": (_instead(b'{"schema_version":0}'), [("not_record", f"{_FIRST}:2")]),
    "a later version": (_instead(b'{"schema_version":2}'), [("later_version", f"{_FIRST}:2")]),
    "a note among the lines": (
        _inserted(b"a note of mine"),
        [
            ("not_json", f"{_FIRST}:2"),
            ("ledger_offset", f"{_FIRST}:3-5"),
            ("ledger_size", _FIRST),
        ],
    ),
    "a broken schema": (
        edit(FIRST, 2, ('"kind":"article"', '"kind":"artikel"')),
        [("schema", f"{_FIRST}:2")],
    ),
    "a date that there was never": (
        edit(FIRST, 2, ("2026-11-20T09:00:00+07:00", "2026-02-30T09:00:00+07:00")),
        [("schema", f"{_FIRST}:2"), ("ledger_differs", f"{_FIRST}:2")],
    ),
    "no headline": (
        edit(FIRST, 2, ('"Kabar nomor 2"', '""             ')),
        [("incomplete", f"{_FIRST}:2"), ("ledger_differs", f"{_FIRST}:2")],
    ),
    "another address": (
        edit(FIRST, 2, ("berita/2/kabar", "berita/8/kabar")),
        [("id_of_url", f"{_FIRST}:2")],
    ),
    "an address that is not canonical": (
        edit(FIRST, 2, ("www.antaranews.com/berita/2/kabar", "WWW.antaranews.com/berita/2/kabar")),
        [("id_of_url", f"{_FIRST}:2")],
    ),
    "another number of words": (
        edit(FIRST, 2, ('"word_count":8', '"word_count":9')),
        [("word_count", f"{_FIRST}:2")],
    ),
    "a changed body": (
        edit(FIRST, 2, ("mengatakan", "mengatukan")),
        [("body_sha256", f"{_FIRST}:2"), ("ledger_differs", f"{_FIRST}:2")],
    ),
    "a changed headline": (
        edit(FIRST, 2, ("Kabar nomor 2", "Kabor nomor 2")),
        [("ledger_differs", f"{_FIRST}:2")],
    ),
    "another day": (
        edit(FIRST, 2, ('"fetched_at":"2026-11-19', '"fetched_at":"2026-11-18')),
        [
            ("wrong_day_file", f"{_FIRST}:2"),
            ("first_seen", f"{_FIRST}:2"),
            ("ledger_differs", f"{_FIRST}:2"),
            ("warc_other_page", f"{_FIRST}:2"),
        ],
    ),
    "another first sight": (
        edit(SECOND, 1, ('"first_seen":"2026-11-19', '"first_seen":"2026-11-18')),
        [("first_seen", f"{_SECOND}:1")],
    ),
    "a line twice": (
        _doubled,
        [("revision_twice", f"{_SECOND}:3"), ("ledger_size", _SECOND)],
    ),
    "a line less": (
        _dropped,
        [("ledger_line_gone", _FIRST), ("ledger_size", _FIRST)],
    ),
    "two lines swapped": (
        _swapped,
        [("ledger_offset", f"{_FIRST}:1-2")],
    ),
    "a revision that nobody wrote": (
        edit(SECOND, 1, ('"revision":2', '"revision":4')),
        [
            ("revision_missing", f"{_SECOND}:1"),
            ("ledger_unknown_line", f"{_SECOND}:1"),
            ("ledger_line_gone", _SECOND),
        ],
    ),
    "a copy of itself": (
        edit(FIRST, 3, ('"near_duplicate_of":"antara:2"', '"near_duplicate_of":"antara:3"')),
        [("near_duplicate_of", f"{_FIRST}:3")],
    ),
    "a copy of nothing": (
        edit(FIRST, 3, ('"near_duplicate_of":"antara:2"', '"near_duplicate_of":"antara:7"')),
        [("near_duplicate_of", f"{_FIRST}:3")],
    ),
    "a copy of what came later": (
        edit(FIRST, 3, ('"near_duplicate_of":"antara:2"', '"near_duplicate_of":"antara:5"')),
        [("near_duplicate_of", f"{_FIRST}:3")],
    ),
    "a day that somebody deleted": (
        _unlink(f"articles/{FIRST}"),
        [("ledger_line_gone", _FIRST)],
    ),
    "a day in both forms": (_both_forms, [("two_forms", f"{_FIRST}.gz")]),
    "a compressed day cut short": (
        _broken_gzip,
        [
            ("unreadable", f"{_FIRST}.gz"),
            ("ledger_line_gone", _FIRST),
            ("ledger_size", _FIRST),
        ],
    ),
    "a temporary file": (
        _touch(f"articles/{FIRST}.new"),
        [("leftover", f"{_FIRST}.new")],
    ),
    "half a report": (_touch("runs/x.new"), [("leftover", "runs/x.new")]),
    "no ledger": (_unlink("ledger.db"), [("ledger_missing", "ledger.db")]),
    "an empty ledger": (
        lambda root: os.truncate(root / "ledger.db", 0),
        [("ledger_missing", "ledger.db")],
    ),
    "a ledger of a later version": (
        sql("PRAGMA user_version=99"),
        [("ledger_version", "ledger.db")],
    ),
    "no database": (_not_a_database, [("ledger_corrupt", "ledger.db")]),
    "a run that is not there": (
        sql("PRAGMA foreign_keys=OFF; UPDATE stories SET run = 77 WHERE id = 'antara:9'"),
        [("ledger_corrupt", "ledger.db stories")],
    ),
    "a record that the ledger lost": (
        sql("DELETE FROM records WHERE id = 'antara:5'"),
        [
            ("ledger_unknown_line", f"{_SECOND}:2"),
            ("ledger_story", "ledger.db stories antara:5"),
        ],
    ),
    "a place that the ledger has wrong": (
        sql("UPDATE records SET offset = offset + 1 WHERE id = 'antara:2'"),
        [("ledger_offset", f"{_FIRST}:2")],
    ),
    "a size that the ledger has wrong": (
        sql("UPDATE files SET size = 1 WHERE name LIKE '%-19.jsonl'"),
        [("ledger_size", _FIRST)],
    ),
    "a story that the ledger lost": (
        sql("DELETE FROM stories WHERE id = 'antara:2'"),
        [("ledger_story", "ledger.db stories antara:2")],
    ),
    "a story that is kept without a line": (
        sql("UPDATE stories SET state = 'kept' WHERE id = 'antara:9'"),
        [("ledger_story", "ledger.db stories antara:9")],
    ),
    "a signature that leads nowhere": (
        sql("UPDATE signatures SET number = 99 WHERE id = 'antara:3'"),
        [("ledger_signature", "ledger.db signatures antara:3")],
    ),
    "an open file of the archive": (_open, [("warc_open", "warc/{warc}.open")]),
    "no archive": (
        lambda root: the_archive(root).unlink(),
        [("warc_missing_file", "warc/{warc}")],
    ),
    "a pointer into the middle": (
        lambda root: edit(FIRST, 2, (_offset(root, 2), _offset(root, 2, 1)))(root),
        [("warc_offset", f"{_FIRST}:2")],
    ),
    "a pointer to another page": (
        lambda root: edit(FIRST, 2, (_offset(root, 2), _offset(root, 3)))(root),
        [("warc_other_page", f"{_FIRST}:2")],
    ),
    "a pointer out of the archive": (
        edit(FIRST, 2, ('{"file":"antara-', '{"file":"../../a')),
        [("warc_missing_file", "warc/{out}")],
    ),
    "a damaged end of the archive": (
        _in_archive(-4, b"\xff\xff\xff\xff"),
        [("warc_damaged", "warc/{warc}, byte {last}")],
    ),
}  # fmt: skip


def _offset(root: Path, number: int, more: int = 0) -> str:
    """Return the end of a line's pointer, as it stands there."""
    line = lines(root, FIRST)[number - 1].decode()
    offset = int(line.rsplit('"offset":', 1)[1].split("}", maxsplit=1)[0])
    return f'"offset":{offset + more}'


@pytest.mark.parametrize("damage", _DAMAGES.values(), ids=_DAMAGES.keys())
def test_a_damage_is_found_and_nothing_else(
    root: Path, damage: tuple[Damage, list[tuple[str, str]]]
) -> None:
    """Each kind of damage is told with file and line, or table and row, once."""
    name = the_archive(root).name
    out = name.replace("antara-", "../../a")
    last = f"{_last_offset(root):,}"
    damage[0](root)
    expected = [(code, place.format(warc=name, out=out, last=last)) for code, place in damage[1]]
    assert sorted(findings(root)) == sorted(expected)


def _last_offset(root: Path) -> int:
    line = lines(root, SECOND)[-1].decode()
    return int(line.rsplit('"offset":', 1)[1].split("}", maxsplit=1)[0])


def test_a_page_of_the_ledger_that_is_overwritten(root: Path) -> None:
    """A ledger that is damaged inside is named as such, with what SQLite says."""
    _torn_page(root)
    assert {code for code, _ in findings(root)} == {"ledger_corrupt"}


def test_fast_leaves_the_archive_alone_but_where_records_point(root: Path) -> None:
    """What no pointer leads to, and the inside of pages, is not looked at."""
    _in_archive(-4, b"\xff\xff\xff\xff")(root)
    assert findings(root, is_fast=True) == []


def test_a_deleted_day_stays_a_finding(root: Path) -> None:
    """What somebody deleted is told once a file, also after the next crawl has seen it."""
    (root / "articles" / FIRST).unlink()
    open_run(root.parent).close(0)
    assert findings(root) == [("ledger_line_gone", _FIRST)]
