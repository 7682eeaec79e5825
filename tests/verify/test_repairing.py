"""What can be mended is mended, nothing is lost by it, and the check afterwards says so."""

from pathlib import Path

import pytest

from newscrawl.exits import CannotRun
from newscrawl.packed import pack
from tests.making import found, open_run
from tests.verify.keeping import FIRST, SECOND, edit, findings, lines, rows, sql, the_archive, write
from tests.verify.mending import mend
from tests.verify.test_checking import _DAMAGES, _instead, _offset

_LEFT = {
    "no JSON": {"near_duplicate_of"},
    "no object": {"near_duplicate_of"},
    "no version": {"near_duplicate_of"},
    "a later version": {"later_version"},
    "a broken schema": {"schema"},
    "a date that there was never": {"schema", "ledger_differs"},
    "no headline": {"incomplete", "ledger_differs"},
    "another address": {"id_of_url"},
    "an address that is not canonical": {"id_of_url"},
    "another number of words": {"word_count"},
    "a changed body": {"body_sha256", "ledger_differs"},
    "a changed headline": {"ledger_differs"},
    "another day": {"wrong_day_file", "first_seen", "ledger_differs", "warc_other_page"},
    "another first sight": {"first_seen"},
    "a line less": {"ledger_line_gone"},
    "a revision that nobody wrote": {"revision_missing", "ledger_line_gone"},
    "a copy of itself": {"near_duplicate_of"},
    "a copy of nothing": {"near_duplicate_of"},
    "a copy of what came later": {"near_duplicate_of"},
    "a day that somebody deleted": {"ledger_line_gone"},
    "no archive": {"warc_missing_file"},
    "a damaged end of the archive": {"warc_damaged"},
}
"""What a line says of its story, and what is not there any more, nobody can make right."""
_BY_HAND = {"a compressed day cut short", "a ledger of a later version"}


@pytest.mark.parametrize("name", sorted(_DAMAGES.keys() - _BY_HAND))
def test_a_damage_is_mended_or_left_as_it_is(root: Path, name: str) -> None:
    """After a repair all is right, but for what nobody can know; another one changes nothing."""
    _DAMAGES[name][0](root)
    before = _all_lines(root)
    mend(root)
    assert {code for code, _ in findings(root)} == _LEFT.get(name, set())
    lost = {line for line in before if line.endswith(b"\n")} - _all_lines(root)
    assert not lost or name.startswith("a pointer")  # whose lines are others now
    assert mend(root) == []


def _all_lines(root: Path) -> set[bytes]:
    paths = [*root.glob("articles/*.jsonl"), *root.glob("quarantine/lines/*.jsonl")]
    return {line for path in paths for line in path.read_bytes().splitlines(keepends=True)}


@pytest.mark.parametrize("name", sorted(_BY_HAND))
def test_what_has_to_be_done_by_hand_is_said(root: Path, name: str) -> None:
    """A file whose end is lost, and a later ledger, are left alone, in one line."""
    _DAMAGES[name][0](root)
    with pytest.raises(CannotRun) as raised:
        mend(root)
    assert "\n" not in str(raised.value)


def test_what_is_no_record_goes_into_a_file_beside(root: Path) -> None:
    """Lines that are none are kept word for word, and the story is asked for again."""
    _instead(b"{ what is this")(root)
    (bad,) = [line for line in lines(root, FIRST) if line.startswith(b"{ what")]
    done = mend(root)
    (beside,) = (root / "quarantine" / "lines").iterdir()
    assert beside.read_bytes() == bad
    assert f"articles/{FIRST}: 1 line moved to quarantine/lines/{beside.name}" in done
    assert rows(root, "SELECT state, due, etag FROM stories WHERE id = 'antara:2'") == [
        ("pending", 0, None)
    ]
    assert rows(root, "SELECT url FROM captures WHERE url LIKE '%/2/%'") == []
    run = open_run(root.parent)
    assert found(2).story.id in {f.story.id for f in iter(run.frontier.next, None)}
    run.close(0)


def test_the_copy_of_a_lost_story_stays_in_its_cluster(root: Path) -> None:
    """Where the first of a cluster is gone, the next one stands for it."""
    _instead(b"{")(root)
    mend(root)
    ((number,),) = rows(root, "SELECT number FROM records WHERE id = 'antara:3'")
    assert rows(root, "SELECT number FROM signatures WHERE id = 'antara:3'") == [(number,)]


def test_a_last_line_that_only_lacks_its_end(root: Path) -> None:
    """It gets its end, and nothing is asked for again."""
    before = lines(root, SECOND)
    write(root, SECOND, [before[0], before[1][:-1]])
    mend(root)
    assert lines(root, SECOND) == before
    assert findings(root) == []


def test_of_two_lines_the_one_stays_that_the_ledger_names(root: Path) -> None:
    """A double in front of the line that was acknowledged goes, and the other one stays."""
    first, second, *rest = lines(root, FIRST)
    other = second.replace(b"Kabar nomor 2", b"Kabar nomer 2")
    write(root, FIRST, [first, second, *rest, other])
    mend(root)
    assert lines(root, FIRST) == [first, second, *rest]


def test_a_compressed_day_is_mended(root: Path) -> None:
    """Lines of a compressed day file are moved out, too."""
    _instead(b"{")(root)
    pack(root / "articles" / FIRST)
    mend(root)
    assert findings(root) == [("near_duplicate_of", f"articles/{FIRST}:2")]
    assert len(lines(root, FIRST)) == 3


@pytest.mark.parametrize("more", [1, 0])
def test_a_wrong_pointer_is_set_right(root: Path, more: int) -> None:
    """A pointer leads again to the visit that its line was made of; the line stays as it was."""
    before = lines(root, FIRST)
    wrong = _offset(root, 2, 1) if more else _offset(root, 3)
    edit(FIRST, 2, (_offset(root, 2), wrong))(root)
    mend(root)
    assert lines(root, FIRST) == before


def test_a_file_of_the_archive_that_has_another_name(root: Path) -> None:
    """Pointers lead to the visits that they were of, wherever those stand now."""
    path = the_archive(root)
    path.rename(path.with_name("antara-of-november.warc.gz"))
    mend(root)
    assert findings(root) == []
    assert all(b'"warc":{"file":"antara-of-november' in line for line in lines(root, FIRST))


def test_a_ledger_of_yesterday(root: Path) -> None:
    """Lines that an older ledger has not heard of are taken in, and nothing else changes."""
    sql("DELETE FROM records WHERE file LIKE '%-20.jsonl'")(root)
    sql("DELETE FROM files WHERE name LIKE '%-20.jsonl'")(root)
    done = mend(root)
    assert "ledger.db: 2 lines taken in" in done
    assert findings(root) == []


def _compared(root: Path) -> dict[str, list[tuple[object, ...]]]:
    tables = {
        "records": "*", "files": "*", "signatures": "*", "bands": "*", "captures": "*",
        "stories": "id, state, address, via, from_url, depth, published, etag, gone_since",
        "runs": "run_id, started_at",
    }  # fmt: skip
    return {
        table: sorted(rows(root, f"SELECT {columns} FROM {table}"), key=str)  # noqa: S608 - names from above
        for table, columns in tables.items()
    }


@pytest.mark.parametrize("name", ["no ledger", "no database", "a run that is not there"])
def test_a_ledger_made_again_is_as_it_was(root: Path, name: str) -> None:
    """Records, signatures, captures and stories are the same; a broken one is put aside."""
    before = _compared(root)
    _DAMAGES[name][0](root)
    broken = (root / "ledger.db").read_bytes() if name != "no ledger" else None
    mend(root)
    assert _compared(root) == before
    aside = [path.read_bytes() for path in root.glob("ledger.db.broken-*")]
    assert aside == ([broken] if broken else [])


def test_a_lost_ledger_has_lost_its_log_too(root: Path) -> None:
    """A log that an old ledger left never gets into the new one."""
    (root / "ledger.db").unlink()
    (root / "ledger.db-wal").write_bytes(b"old" * 1000)
    mend(root)
    assert not (root / "ledger.db-wal").exists()
    assert [path.name.rsplit("-", 1)[1] for path in root.glob("*.broken*")] == ["wal"]
    assert findings(root) == []


def test_the_next_crawl_finds_nothing_to_do(root: Path) -> None:
    """After a ledger was made again only a link is new; what is kept is looked at when it is due."""
    (root / "ledger.db").unlink()
    mend(root)
    before = _all_lines(root)
    run = open_run(root.parent, is_local=False)
    run.finding.record([found(number) for number in range(1, 6)])
    assert (run.reconciled.taken_in, run.reconciled.bytes_cut) == (0, 0)
    asked = {f.story.article_id: f.discovered.via for f in iter(run.frontier.next, None) if f}
    assert asked == {9: "related"} | dict.fromkeys(range(1, 6), "revisit")
    run.close(0)
    assert _all_lines(root) == before


def test_a_ledger_of_an_earlier_version_is_upgraded(root: Path) -> None:
    """Its tables become those of this version, with all that was in them."""
    sql(
        "DROP INDEX stories_by_day; DROP INDEX stories_gone;"
        "DROP INDEX stories_waiting; CREATE INDEX stories_due ON stories (due);"
        "ALTER TABLE walks DROP COLUMN ended; DROP TABLE captures; DROP TABLE days;"
        "DROP TABLE ways; PRAGMA user_version=2"
    )(root)
    assert findings(root) == [("ledger_version", "ledger.db")]
    assert mend(root) == ["ledger.db: its tables are of this version now"]
    assert findings(root) == []
