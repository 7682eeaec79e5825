"""The archive of a crawl gives the crawl's records again: printed, stored, and compared."""

import json
import os
import pty
import re
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from tests.archive.pointers import check
from tests.e2e.archived import (
    CHANGED,
    PIPELINES,
    REPEATING,
    STORIES,
    command,
    crawl_twice,
    day_files,
    extract,
    extract_until,
    extract_with,
    patched,
    without,
)
from tests.e2e.crawling import PROJECT, environment, records
from tests.e2e.small_disk import small_disk
from tests.e2e.test_terminal import HIDE, SHOW, read

FIXTURE = PROJECT / "tests" / "fixtures" / "antara" / "d-seed-structure" / "page.html"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data directory of two crawls, a week apart."""
    return crawl_twice(tmp_path_factory.mktemp("crawled"))


def warc(data: Path) -> list[Path]:
    """Return the archive of a data directory."""
    return sorted((data / "antara" / "warc").glob("*.warc.gz"))


def test_the_crawls_were_worth_reading_again(data: Path) -> None:
    """Among the records are revisions and near-duplicates; without those nothing is proved."""
    kept = records(data)
    assert len(kept) == len(STORIES) - 1 + len(CHANGED)
    assert sorted(r["article_id"] for r in kept if r["revision"] == 2) == sorted(CHANGED)
    assert [r["article_id"] for r in kept if r["near_duplicate_of"]] == [REPEATING]


def test_the_records_are_printed_as_they_were(data: Path) -> None:
    """A line for each line of the crawl, in its order, but for what compares it with others."""
    done = extract(*warc(data))
    assert done.returncode == 1  # one page is no story, both times that it was fetched
    lines = b"".join(day_files(data).values()).splitlines()
    printed = done.stdout.splitlines()
    for line, kept in zip(printed, lines, strict=True):
        # What only the feed had said of a story is carried over to its later revisions.
        carried = ("description", "fallbacks") if json.loads(kept)["revision"] > 1 else ()
        assert without(line, *PIPELINES, *carried) == without(kept, *PIPELINES, *carried)
    assert {tuple(json.loads(line)[name] for name in PIPELINES) for line in printed} == {
        (1, None, None)
    }
    errors = done.stderr.decode().splitlines()
    assert errors[0].startswith(f"{warc(data)[0]}:")
    assert ": no_template: " in errors[0]
    assert errors[2].startswith("1 archive: 41 pages read, 2 could not be; 0 damages")


def test_many_jobs_print_what_one_does(data: Path) -> None:
    """With several processes the output, the messages and their order are the same."""
    one, two = extract(*warc(data)), extract(*warc(data), "--jobs", 3)
    assert (one.stdout, one.stderr, one.returncode) == (two.stdout, two.stderr, two.returncode)


def test_a_crawl_of_the_replica(first_run: Path) -> None:
    """Pages as long and as rich as the site's give the lines of their crawl too."""
    done = extract(first_run / "antara" / "warc", "--jobs", 2)
    lines = b"".join(day_files(first_run).values()).splitlines()
    assert done.returncode == 0, done.stderr
    assert [without(line, *PIPELINES) for line in done.stdout.splitlines()] == [
        without(line, *PIPELINES) for line in lines
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_stored_they_are_the_crawl_s_day_files(data: Path, tmp_path: Path, jobs: int) -> None:
    """In an empty directory the same day files come to be, but for where the pages are now."""
    done = extract(data / "antara" / "warc", "--store", tmp_path, "--jobs", jobs)
    assert done.returncode == 1, done.stderr
    assert done.stdout == b""
    before, after = day_files(data), day_files(tmp_path)
    assert before.keys() == after.keys()
    for name, text in before.items():
        pairs = list(zip(text.splitlines(), after[name].splitlines(), strict=True))
        for one, other in pairs:
            kept, place = json.loads(one), json.loads(other)["warc"]
            assert json.dumps(
                kept | {"warc": place}, ensure_ascii=False, separators=(",", ":")
            ) == (other.decode())
    assert check(tmp_path)["response"] == sum(text.count(b"\n") for text in after.values())
    (report,) = (tmp_path / "antara" / "runs").glob("*.json")
    told = json.loads(report.read_text(encoding="utf-8"))
    assert told["outcomes"] == {"new": {"": len(STORIES) - 1}}
    assert told["exit_code"] == 0
    assert told["archive"]["records"] == check(tmp_path).total() - 1  # without warcinfo


def test_what_was_stored_can_be_read_again(data: Path, tmp_path: Path) -> None:
    """The copied pages are a whole archive: from it come the lines that point into it."""
    extract(*warc(data), "--store", tmp_path / "second")
    done = extract(tmp_path / "second", "--jobs", 2)
    lines = b"".join(day_files(tmp_path / "second").values()).splitlines()
    assert done.returncode == 0, done.stderr
    names = ("id", "fetched_at", "body", "discovered", "run_id", "http", "warc")
    assert [[json.loads(line)[name] for name in names] for line in done.stdout.splitlines()] == [
        [json.loads(line)[name] for name in names] for line in lines
    ]


def test_storing_again_changes_nothing(data: Path, tmp_path: Path) -> None:
    """What is kept already is not written again, nor its page copied, in its own directory too."""
    extract(*warc(data), "--store", tmp_path)
    for directory in (tmp_path, data):
        lines, sizes = day_files(directory), [path.stat().st_size for path in warc(directory)]
        done = extract(*warc(data), *warc(tmp_path), "--store", directory)
        assert "0 lines written" in done.stderr.decode()
        assert day_files(directory) == lines
        assert [path.stat().st_size for path in warc(directory)] == sizes


def test_nothing_would_change(data: Path) -> None:
    """Read by the same program, no record would change, and the directory is left as it was."""
    root = data / "antara"
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    done = extract(*warc(data), "--against", data)
    assert b"41 pages compared with their records: 0 records would change" in done.stdout
    assert done.returncode == 1  # for the page that cannot be read
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


_DIES = """
def extract(body, *arguments):
    if b"Menteri nomor 125 " in body:
        os.kill(os.getpid(), 9)
    return original(body, *arguments)
"""
_SLOW = """
def extract(*arguments):
    time.sleep(0.02)
    return original(*arguments)
"""
_INTERRUPTED = """
import os, signal
from contextlib import contextmanager
import newscrawl.pipelines.write as write
extract, kept = original, write.transaction
@contextmanager
def interrupted(database):
    with kept(database):
        yield
    os.kill(os.getpid(), signal.SIGINT)
write.transaction = interrupted
"""
_CHANGED = """
def extract(body, *arguments):
    article = original(body, *arguments)
    if article.article_id in (131, 132, 133, 134, 135):
        article.headline = article.headline.replace("Kabar", "Berita")
    if article.article_id == 136:
        article.editors = []
    if article.article_id == 137:
        raise UnreadablePage("no_template", "it is in no template that is known")
    return article
"""
_WITHOUT_FEED = """
from dataclasses import replace

def extract(body, url, fetched_at, hints):
    return original(body, url, fetched_at, replace(hints, feed_item=None))
"""
_BROKEN = """
def extract(body, *arguments):
    if b"Menteri nomor 125 " in body:
        raise RecursionError("too deep")
    return original(body, *arguments)
"""


def test_a_worker_that_dies_costs_its_page(data: Path) -> None:
    """A page on which the process dies is named; all others are there, in their order."""
    whole, done = extract(*warc(data)), extract_with(_DIES, *warc(data), "--jobs", 2)
    expected = [line for line in whole.stdout.splitlines() if json.loads(line)["article_id"] != 125]
    assert done.stdout.splitlines() == expected
    assert b": worker_died: " in done.stderr
    assert done.returncode == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_of_our_own_costs_its_page(data: Path, jobs: int) -> None:
    """A page on which the program fails is named with the error; the rest is read."""
    done = extract_with(_BROKEN, *warc(data), "--jobs", jobs)
    assert len(done.stdout.splitlines()) == 40
    assert b": error_RecursionError: too deep" in done.stderr
    assert done.returncode == 1


def test_what_would_change_is_told(data: Path) -> None:
    """Each field that would change is named with how often, and three examples with both values."""
    done = extract_with(_CHANGED, *warc(data), "--against", data, "--jobs", 2)
    rows = done.stdout.decode().splitlines()
    assert rows[0] == "40 pages compared with their records: 6 records would change"
    assert rows[1] == "     5  headline"
    ids = [row.split()[0].removeprefix("antara:") for row in rows[2:5]]
    assert len(set(ids) & {"131", "132", "133", "134", "135"}) == 3
    assert rows[2].endswith(f'"Kabar {ids[0]}"  ->  "Berita {ids[0]}"')
    assert f"  {warc(data)[0]}:" in rows[2]
    assert rows[5] == "     1  editors"
    assert rows[6].endswith('["Budi"]  ->  []')
    assert rows[7] == "     1  could not be read any more"
    assert rows[8].startswith("        antara:137  ")
    assert rows[8].endswith("  no_template")
    assert done.returncode == 1


def test_what_the_feed_said_is_read_too(data: Path) -> None:
    """A first record that would lose what the feed had said of its story would change."""
    done = extract_with(_WITHOUT_FEED, *warc(data), "--against", data)
    rows = done.stdout.decode().splitlines()
    first = len(STORIES) - 1
    assert rows[0] == f"41 pages compared with their records: {first} records would change"
    assert {f"    {first}  description", f"    {first}  fallbacks"} < set(rows)


def test_records_that_are_not_there_are_told(data: Path, tmp_path: Path) -> None:
    """Stories without any record are told of, and change none; without a ledger nothing is done."""
    extract(*warc(data), "--store", tmp_path / "copy")
    (old,) = (tmp_path / "copy" / "antara" / "warc").glob("*.warc.gz")
    few = extract(FIXTURE, "--store", tmp_path / "few")
    assert few.returncode == 0, few.stderr
    done = extract(old, "--against", tmp_path / "few")
    rows = done.stdout.decode().splitlines()
    assert rows[0] == "0 pages compared with their records: 0 records would change"
    assert rows[1] == "    41  would be records of stories that have none"
    assert done.returncode == 0, done.stderr
    nothing = extract(old, "--against", tmp_path / "nothing")
    assert nothing.returncode == 2
    assert b"--against takes a data directory; there is no " in nothing.stderr
    assert not (tmp_path / "nothing").exists()


def test_killed_while_storing(data: Path, tmp_path: Path) -> None:
    """After kill -9 in the middle, again and again, and a last run: each line is there once."""
    extract(*warc(data), "--store", tmp_path / "whole")
    directory = tmp_path / "killed"
    for number in range(1, 6):
        arguments = (*warc(data), "--store", directory, "--jobs", 1 + number % 2)
        extract_until(directory, 6 * number, _SLOW, *arguments)
    last = extract(*warc(data), "--store", directory)
    assert last.returncode == 1, last.stderr
    for name, text in day_files(tmp_path / "whole").items():
        lines = day_files(directory)[name].splitlines()
        assert [without(line, "warc") for line in lines] == [
            without(line, "warc") for line in text.splitlines()
        ]
    places = [record["warc"] for record in records(directory)]
    again = [
        json.loads(line) for line in extract(directory / "antara" / "warc").stdout.splitlines()
    ]
    found = {json.dumps(record["warc"]): record["id"] for record in again}
    assert [found[json.dumps(place)] for place in places] == [r["id"] for r in records(directory)]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("use", ["print", "store"])
def test_ctrl_c(data: Path, tmp_path: Path, use: str, jobs: int) -> None:
    """Ctrl-C ends it at once, all its processes, without a traceback; what was kept is whole."""
    stores = ("--store", tmp_path) if use == "store" else ()
    process = start_with(_SLOW, *warc(data) * 20, *stores, "--jobs", jobs)
    if use == "store":
        wait_for_lines(process, tmp_path, 6)
    else:
        assert process.stdout is not None
        process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert errors.decode().splitlines()[-1] == "scrapy extract: interrupted"
    assert b"Traceback" not in errors
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    if use == "store":
        (report,) = (tmp_path / "antara" / "runs").glob("*.json")
        assert json.loads(report.read_text("utf-8"))["finish_reason"] == "interrupted"
        done = extract(*warc(data), "--store", tmp_path)
        assert done.returncode == 1, done.stderr
        assert len(records(tmp_path)) == 41


def test_ctrl_c_between_acknowledgement_and_the_next_line(data: Path, tmp_path: Path) -> None:
    """A line that the ledger has acknowledged stays in its file, whenever Ctrl-C comes."""
    for _ in range(3):
        done = extract_with(_INTERRUPTED, *warc(data), "--store", tmp_path)
        assert (done.returncode, b"Traceback" in done.stderr) == (130, False), done.stderr
        kept = sum(text.count(b"\n") for text in day_files(tmp_path).values())
        assert kept == acknowledged(tmp_path) > 0
    extract(*warc(data), "--store", tmp_path)
    assert len(records(tmp_path)) == 41


def acknowledged(data: Path) -> int:
    """Return how many lines the ledger has acknowledged."""
    database = sqlite3.connect(data / "antara" / "ledger.db")
    try:
        return int(database.execute("SELECT count(*) FROM records").fetchone()[0])
    finally:
        database.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_reader_that_has_enough(data: Path, jobs: int) -> None:
    """A closed pipe ends it without a complaint, and all its processes."""
    process = start_with(_SLOW, *warc(data) * 20, "--jobs", jobs)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr:
        complaints = process.stderr.read()
    assert process.wait(timeout=30) == 0
    assert b"Traceback" not in complaints
    assert b"Broken" not in complaints
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_no_room_for_the_output(data: Path) -> None:
    """Where the records cannot be written it ends with 1 and says why."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command(*warc(data) * 3),
            cwd=PROJECT,
            env=environment(data),
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


def test_progress_on_a_terminal(data: Path, tmp_path: Path) -> None:
    """A line on the terminal shows how far it is, and is gone in the end; the records are whole."""
    here, there = pty.openpty()
    with (tmp_path / "records").open("wb") as output:
        process = subprocess.Popen(
            patched(_SLOW, *warc(data), FIXTURE, "--jobs", 2),
            cwd=PROJECT,
            env=environment(data, TERM="xterm", COLUMNS="120"),
            stdout=output,
            stderr=there,
        )
    os.close(there)
    shown = read(here)
    os.close(here)
    assert process.wait(timeout=30) == 1
    assert re.search(r"extract  [0-9.]+ kB of [0-9.]+ kB · \d+ records · \d+ unreadable", shown)
    assert shown.count(HIDE) == shown.count(SHOW) == 1
    assert "41 pages read" not in shown  # the page of the fixture is one more
    assert "42 pages read, 2 could not be" in shown
    assert len((tmp_path / "records").read_bytes().splitlines()) == 42


@pytest.mark.parametrize("use", ["--store", "--against", None])
def test_progress_beside_the_output(data: Path, tmp_path: Path, use: str | None) -> None:
    """Where output and messages share the terminal, the line is shown unless records run over it."""
    directory = {"--store": tmp_path / "store", "--against": data}
    here, there = pty.openpty()
    process = subprocess.Popen(
        patched(_SLOW, *warc(data), *([use, directory[use]] if use else [])),
        cwd=PROJECT,
        env=environment(data, TERM="xterm", COLUMNS="120"),
        stdout=there,
        stderr=there,
    )
    os.close(there)
    shown = read(here)
    os.close(here)
    assert process.wait(timeout=30) == 1
    assert bool(re.search(r"extract  [0-9.]+ kB of", shown)) == bool(use)


def test_a_full_disk(data: Path, tmp_path: Path) -> None:
    """Without room it ends with 1 and says so; what was kept is whole, and is gone on with."""
    with small_disk(tmp_path / "disk", 160) as disk:
        directory = disk.path / "data"
        full = subprocess.run(
            command(*warc(data), "--store", directory),
            cwd=PROJECT,
            env=environment(directory),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            preexec_fn=disk.in_child,
        )
        assert full.returncode == 1, full.stderr
        assert "storage failed" in full.stderr
        assert "Traceback" not in full.stderr
        disk.grow()
        done = extract(*warc(data), "--store", directory)
        assert done.returncode == 1, done.stderr
        assert len(records(directory)) == 41


def test_a_directory_that_another_run_uses(data: Path, tmp_path: Path) -> None:
    """While another run holds the lock nothing is stored, and the message names the holder."""
    first = start_with(_SLOW, *warc(data) * 200, "--store", tmp_path)
    wait_for_lines(first, tmp_path, 3)
    second = extract(*warc(data), "--store", tmp_path)
    assert second.returncode == 1
    assert f"another run holds {tmp_path / 'antara' / 'run.lock'} (process {first.pid}, " in (
        second.stderr.decode()
    )
    first.kill()
    first.communicate()


def start_with(patch: str, *arguments: object) -> "subprocess.Popen[bytes]":
    """Start a patched ``scrapy extract`` in a process group of its own."""
    return subprocess.Popen(
        patched(patch, *arguments),
        cwd=PROJECT,
        env=environment(Path("unused")),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def wait_for_lines(process: "subprocess.Popen[bytes]", data: Path, number: int) -> None:
    """Wait until a process has stored so many lines."""
    until = time.monotonic() + 60
    while sum(text.count(b"\n") for text in day_files(data).values()) < number:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.005)
