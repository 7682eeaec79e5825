"""Whatever the last run died of, ledger and files agree after the next start."""

import logging
from pathlib import Path

import pytest

from newscrawl.exits import CannotRun
from newscrawl.items import Discovered, Related
from newscrawl.ledger.database import transaction
from newscrawl.records import to_line
from newscrawl.run import Run
from tests.making import article, found, open_run

DAY = "2026-11-20.jsonl"


def line(number: int = 1, **changes: object) -> bytes:
    """Return a line of a day file."""
    return to_line(article(number, **changes)).encode() + b"\n"


def acknowledge(run: Run, number: int) -> None:
    """Write a line and acknowledge it, as the write pipeline does."""
    run.finding.record([found(number)])
    (offset,) = run.files.append([(DAY, line(number))])
    with transaction(run.database):
        run.lines.add_within(article(number), DAY, offset)
        run.frontier.settle_within(f"antara:{number}", "new")
        run.lines.set_size_within(DAY, offset + len(line(number)))


@pytest.fixture
def day_file(tmp_path: Path) -> Path:
    """Return a day file with two acknowledged lines, while story 3 is still to be fetched."""
    run = open_run(tmp_path)
    acknowledge(run, 1)
    acknowledge(run, 2)
    run.finding.record([found(3)])
    run.close(0)
    return tmp_path / "antara" / "articles" / DAY


def test_nothing_to_do_changes_nothing(tmp_path: Path, day_file: Path) -> None:
    """A start after a good end leaves the file as it is."""
    before = day_file.read_bytes()
    run = open_run(tmp_path)
    assert (run.reconciled.taken_in, run.reconciled.bytes_cut) == (0, 0)
    assert day_file.read_bytes() == before
    run.close(0)


@pytest.mark.parametrize("length", [1, 40, -1])
def test_a_torn_line_is_cut_and_its_story_fetched_again(
    tmp_path: Path, day_file: Path, length: int
) -> None:
    """Half a line at the end, even one that lacks only its newline, was never acknowledged."""
    before = day_file.read_bytes()
    torn = line(3)[:length]
    day_file.write_bytes(before + torn)
    run = open_run(tmp_path)
    assert run.reconciled.bytes_cut == len(torn)
    assert day_file.read_bytes() == before
    assert run.frontier.has_next()
    run.close(0)


def test_a_whole_line_is_taken_in_and_its_story_not_fetched_again(
    tmp_path: Path, day_file: Path
) -> None:
    """A line that was flushed when the process died before the ledger heard of it counts."""
    day_file.write_bytes(day_file.read_bytes() + line(3))
    run = open_run(tmp_path)
    assert run.reconciled.taken_in == 1
    assert not run.frontier.has_next()
    assert run.lines.newest("antara:3") is not None
    run.close(0)
    run = open_run(tmp_path)
    assert run.reconciled.taken_in == 0
    run.close(0)


def test_a_whole_line_before_a_torn_one(tmp_path: Path, day_file: Path) -> None:
    """Of a group that was cut short by the kill, the whole lines stay and the torn one goes."""
    before = day_file.read_bytes()
    day_file.write_bytes(before + line(3) + line(4)[:70])
    run = open_run(tmp_path)
    assert (run.reconciled.taken_in, run.reconciled.bytes_cut) == (1, 70)
    assert day_file.read_bytes() == before + line(3)
    run.close(0)


def test_links_of_a_line_that_the_ledger_lost_are_found_again(
    tmp_path: Path, day_file: Path
) -> None:
    """A loss of power can take what the page led to from the ledger; the line still tells."""
    link = Related(article_id=9, url="https://www.antaranews.com/berita/9/lain")
    day_file.write_bytes(
        day_file.read_bytes() + line(4, related=[link], discovered=Discovered(depth=1))
    )
    run = open_run(tmp_path)
    handed = [run.frontier.next(), run.frontier.next()]
    assert [(f.story.article_id, f.discovered.depth) for f in handed if f] == [(3, 0), (9, 2)]
    run.close(0)


def test_a_lost_ledger_is_made_again_from_the_files(tmp_path: Path, day_file: Path) -> None:
    """Without its ledger a data directory keeps its stories: none is asked for again."""
    for path in day_file.parents[1].glob("ledger.db*"):
        path.unlink()
    run = open_run(tmp_path)
    assert run.reconciled.taken_in == 2
    run.finding.record([found(1), found(2)])
    assert not run.frontier.has_next()
    run.close(0)


def test_lines_that_are_no_records_stop_the_start(tmp_path: Path, day_file: Path) -> None:
    """What somebody else wrote into a day file is never thrown away: the user must decide."""
    content = day_file.read_bytes() + b"a note of mine\n" + line(3)
    day_file.write_bytes(content)
    with pytest.raises(CannotRun, match="are no records"):
        open_run(tmp_path)
    assert day_file.read_bytes() == content


def test_a_file_of_another_version_is_not_cut(tmp_path: Path, day_file: Path) -> None:
    """Whole lines at the end that this version cannot read stop the start, too."""
    content = day_file.read_bytes() + b'{"schema_version":2}\n{"schema_version":2}\n'
    day_file.write_bytes(content)
    with pytest.raises(CannotRun, match="no records of this version"):
        open_run(tmp_path)
    assert day_file.read_bytes() == content


@pytest.mark.parametrize("how", ["shorter", "missing"])
def test_a_file_that_lost_lines_is_told_of_and_goes_on(
    tmp_path: Path, day_file: Path, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Lines that somebody took away stay known, the user is told, and new lines can be added."""
    if how == "missing":
        day_file.unlink()
    else:
        day_file.write_bytes(line(1))
    with caplog.at_level(logging.WARNING):
        run = open_run(tmp_path)
    assert DAY in caplog.text
    acknowledge(run, 5)
    run.close(0)
    run = open_run(tmp_path)
    assert run.reconciled.taken_in == 0
    assert run.lines.newest("antara:2") is not None
    run.close(0)


def test_a_longer_way_keeps_nothing_from_being_taken_up(tmp_path: Path, day_file: Path) -> None:
    """What waits is asked for in the next run, also where a line taken in names it too deep."""
    link = Related(article_id=3, url="https://www.antaranews.com/berita/3/kabar")
    day_file.write_bytes(
        day_file.read_bytes() + line(4, related=[link], discovered=Discovered(depth=2))
    )
    run = open_run(tmp_path)
    handed = run.frontier.next()
    assert handed is not None
    assert (handed.story.article_id, handed.discovered.depth) == (3, 0)
    run.close(0)


def test_copies_are_of_one_cluster_whatever_came_first(tmp_path: Path) -> None:
    """Where a lost ledger is made again a copy of an earlier day joins what it repeats."""
    run = open_run(tmp_path)
    old = line(2, near_duplicate_of="antara:1", fetched_at="2026-11-19T05:00:00Z")
    (run.places.articles / "2026-11-19.jsonl").write_bytes(old)
    (run.places.articles / DAY).write_bytes(line(1))
    run.close(0)
    for path in (tmp_path / "antara").glob("ledger.db*"):
        path.unlink()
    run = open_run(tmp_path)
    numbers = run.database.execute("SELECT DISTINCT number FROM signatures").fetchall()
    first = run.database.execute("SELECT number FROM records WHERE id = 'antara:1'").fetchone()
    assert numbers == [first]
    run.close(0)


def test_a_line_says_how_its_story_was_found(tmp_path: Path) -> None:
    """A link of another line, which is taken in before it, is a longer way to a story."""
    run = open_run(tmp_path)
    link = Related(article_id=2, url="https://www.antaranews.com/berita/2/kabar")
    (run.places.articles / DAY).write_bytes(line(1, related=[link]) + line(2))
    run.close(0)
    for path in (tmp_path / "antara").glob("ledger.db*"):
        path.unlink()
    run = open_run(tmp_path)
    ways = run.database.execute("SELECT id, via, depth, published > 0 FROM stories").fetchall()
    assert sorted(ways) == [("antara:1", "feed", 0, 1), ("antara:2", "feed", 0, 1)]
    run.close(0)
