"""What breaks in the middle of a run is told by the exit code, and kept to be looked at."""

import errno
import os
import socket
import sqlite3
import threading
import time
from pathlib import Path

import pytest

from newscrawl import clock
from newscrawl.records import to_line
from tests.e2e.crawling import crawl, records, report
from tests.e2e.pages import FEED, WWW, path, site, story, url
from tests.e2e.serving import Answer, PageServer
from tests.making import NOON, article, open_run


def test_a_page_that_is_too_large(tmp_path: Path) -> None:
    """A page over the limit is dropped for good: the next run does not ask again."""
    large = story(100, body="Kalimat. " * 3000)
    with PageServer(site(100) | {(WWW, path(100)): large}) as server:
        crawl(server.origin, tmp_path, "-s", "DOWNLOAD_MAXSIZE=20000")
        assert report(tmp_path)["outcomes"] == {"dropped": {"too_large": 1}}
        crawl(server.origin, tmp_path, "-s", "DOWNLOAD_MAXSIZE=20000")
        assert server.asked[WWW, path(100)] == 1


@pytest.mark.parametrize("status", [203, 206])
def test_another_success_than_200_is_not_read(tmp_path: Path, status: int) -> None:
    """A part of a page, or a proxy's version of it, is no page."""
    page = Answer(story(100, [url(50)]).body, status=status)
    with PageServer(site(100) | {(WWW, path(100)): page}) as server:
        assert crawl(server.origin, tmp_path).returncode == 3
        assert server.asked[WWW, path(50)] == 0
    assert report(tmp_path)["outcomes"] == {"failed": {f"http_{status}": 1}}


def test_the_page_of_an_invalid_record_is_kept_aside(tmp_path: Path) -> None:
    """A record that a pipeline refuses leaves its page in quarantine, with the reason."""
    body = (
        story(100)
        .body.replace(b"Menteri nomor 100 mengatakan", b"")
        .replace(b" bahwa perundingan berjalan lancar.", b"")
    )
    with PageServer(site(100) | {(WWW, path(100)): Answer(body)}) as server:
        crawl(server.origin, tmp_path)
    assert report(tmp_path)["outcomes"] == {"dropped": {"no_body": 1}}
    (page,) = (tmp_path / "antara" / "quarantine").glob("*-id-100.html")
    assert page.read_bytes() == body
    assert '"reason": "no_body"' in page.with_suffix(".json").read_text()


def test_urls_without_an_answer_is_one_line(tmp_path: Path) -> None:
    """Where only named stories are asked for, nobody's answering is said in one line as well."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    done = crawl(f"http://127.0.0.1:{port}", tmp_path, urls=url(100))
    assert done.returncode == 3
    assert (done.stdout, len(done.stderr.splitlines())) == ("", 1)
    assert "could not be reached" in done.stderr


def test_a_report_that_cannot_be_written(tmp_path: Path) -> None:
    """A run whose report has no place to go says so with 6; its records are safe."""
    time_file = tmp_path / "clock"
    clock.write(time_file, NOON)
    (tmp_path / "antara" / "runs" / "20261120T050000Z.json").mkdir(parents=True)
    with PageServer(site(100)) as server:
        done = crawl(server.origin, tmp_path, clock=time_file)
    assert done.returncode == 6
    assert "Traceback" not in done.stderr
    assert len(records(tmp_path)) == 1


def test_a_ledger_that_is_locked_for_long(tmp_path: Path) -> None:
    """Somebody else's lock on the ledger ends the run with 6, and no line is written twice."""
    with PageServer(site(*range(130, 100, -1))) as server:
        crawl(server.origin, tmp_path, max_articles=2)
        ledger = sqlite3.connect(tmp_path / "antara" / "ledger.db", check_same_thread=False)

        def hold() -> None:
            while server.asked[FEED] < 2:
                time.sleep(0.01)
            ledger.execute("BEGIN IMMEDIATE")

        holder = threading.Thread(target=hold)
        holder.start()
        done = crawl(server.origin, tmp_path)
        holder.join()
        ledger.close()
        assert done.returncode == 6
        assert crawl(server.origin, tmp_path).returncode == 0
    numbers = [record["article_id"] for record in records(tmp_path)]
    assert sorted(numbers) == list(range(101, 131))


def test_a_ledger_that_is_no_database(tmp_path: Path) -> None:
    """A broken ledger is refused with the way out, which works."""
    with PageServer(site(100)) as server:
        crawl(server.origin, tmp_path)
        for file in (tmp_path / "antara").glob("ledger.db*"):
            file.unlink()
        (tmp_path / "antara" / "ledger.db").write_bytes(b"not a database at all" * 100)
        done = crawl(server.origin, tmp_path)
        assert done.returncode == 6
        assert "move it" in done.stderr
        assert len(done.stderr.splitlines()) == 1
        (tmp_path / "antara" / "ledger.db").unlink()
        server.asked.clear()
        assert crawl(server.origin, tmp_path).returncode == 0
        assert server.asked[WWW, path(100)] == 0
    assert len(records(tmp_path)) == 1


def test_an_error_while_choosing_the_next_story_ends_the_run(tmp_path: Path) -> None:
    """What the scheduler cannot do is not tried for ever: a broken disk is storage, a bug is ours."""
    ended: list[str] = []
    for error, errors, failed in (
        (OSError(errno.EIO, os.strerror(errno.EIO)), 0, True),
        (sqlite3.OperationalError("disk I/O error"), 0, True),
        (ValueError("a bug"), 1, False),
    ):
        run = open_run(tmp_path)
        run.on_end = ended.append
        with run.ending_on_error():
            raise error
        assert (run.errors, run.storage_failure is not None) == (errors, failed)
        assert run.is_ending
        run.close(0)
    assert ended == ["storage_failed", "storage_failed", "error"]


def test_a_missing_day_file_and_a_kill(tmp_path: Path) -> None:
    """Where a day file was taken away, lines written after that are taken in after a kill."""
    run = open_run(tmp_path)
    run.files.append([("2026-11-20.jsonl", b"{}\n")])
    run.lines.set_size_within("2026-11-20.jsonl", 5000)
    run.close(0)
    (tmp_path / "antara" / "articles" / "2026-11-20.jsonl").unlink()
    open_run(tmp_path).close(0)
    line = to_line(article(1)).encode() + b"\n"
    (tmp_path / "antara" / "articles" / "2026-11-20.jsonl").write_bytes(line)
    run = open_run(tmp_path)
    assert run.reconciled.taken_in == 1
    run.close(0)
