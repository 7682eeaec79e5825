"""A story that goes on on further pages of its own is kept whole, or later."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newscrawl import clock
from newscrawl.replica import Replica
from newscrawl.replica.offers import Offers
from tests.archive.pointers import check
from tests.e2e.archived import extract
from tests.e2e.crawling import crawl, records, report
from tests.e2e.pages import ROBOTS, WWW, Pages, path, site, url
from tests.e2e.serving import Answer, PageServer
from tests.making import NOON

NUMBER = 100
PARTS = {
    1: "Menteri mengatakan bahwa perundingan di kota pelabuhan itu berjalan lancar.",
    2: "Pembicaraan berikutnya akan digelar pekan depan di ibu kota negara tetangga.",
    3: "Kedua pihak sepakat untuk membuka kembali jalur kereta yang lama ditutup.",
}


def part(number: int, last: int = 3) -> Answer:
    """Return a page of a story in three pages, which leads to the one behind it."""
    further = (
        f'<a href="{path(NUMBER)}?page={number + 1}">Halaman selanjutnya</a>'
        if number < last
        else '<p class="text-muted mt-2 small">Pewarta: Sari<br>Editor: Budi</p>'
    )
    return Answer(
        f'<html lang="id"><head><title>Kabar</title></head><body><div class="col-md-8">'
        '<div class="wrap__article-detail">'
        '<div class="wrap__article-detail-title"><h1>Kabar tentang jalur kereta</h1></div>'
        '<div class="wrap__article-detail-info"><ul class="list-inline">'
        '<li class="list-inline-item"><span class="text-secondary font-weight-normal">'
        "Jumat, 20 November 2026 12:00 WIB</span></li></ul></div>"
        '<div class="wrap__article-detail-content post-content">'
        f"<p>{'Jakarta (ANTARA) - ' if number == 1 else ''}{PARTS[number]}</p>{further}</div>"
        "</div></div></body></html>".encode()
    )


@pytest.fixture
def server() -> Iterator[PageServer]:
    """Return a site with one story in three pages."""
    pages: Pages = site(NUMBER) | {(WWW, path(NUMBER)): part(1)}
    with PageServer(pages | {(WWW, f"{path(NUMBER)}?page={n}"): part(n) for n in (2, 3)}) as it:
        yield it


def body(data: Path) -> str:
    """Return the body of the one story that was kept."""
    (record,) = records(data)
    assert record["url"].endswith(path(NUMBER))
    return str(record["body"])


def test_the_pages_are_read_one_after_the_other(server: PageServer, tmp_path: Path) -> None:
    """Each page leads to the next one, and the record has the text of all."""
    assert crawl(server.origin, tmp_path).returncode == 0
    assert body(tmp_path) == "\n\n".join(PARTS.values())
    assert records(tmp_path)[0]["editors"] == ["Budi"]


def test_a_further_page_that_changes(tmp_path: Path) -> None:
    """A record whose first page came again as it was points to that page, whole, all the same."""
    time, later = tmp_path / "clock", ("-s", "NEWSCRAWL_REVISITS=1h", "-s", "DOWNLOAD_DELAY=0")
    last = (WWW, f"{path(NUMBER)}?page=3")
    pages: Pages = site(NUMBER) | {(WWW, path(NUMBER)): _long(part(1))}
    pages |= {(WWW, f"{path(NUMBER)}?page={n}"): _long(part(n)) for n in (2, 3)}
    with PageServer(pages) as server:
        clock.write(time, NOON)
        crawl(server.origin, tmp_path, *later, clock=time)
        pages[last] = replace(pages[last], body=pages[last].body.replace(b"Kedua", b"Ketiga"))
        clock.write(time, NOON + timedelta(hours=2))
        crawl(server.origin, tmp_path, *later, clock=time)
    assert [record["revision"] for record in records(tmp_path)] == [1, 2]
    check(tmp_path)
    read_again = [json.loads(line) for line in extract(tmp_path).stdout.splitlines()]
    assert [again["body"] for again in read_again] == [kept["body"] for kept in records(tmp_path)]
    stored = tmp_path / "stored"
    assert extract(tmp_path, "--store", stored).returncode == 0
    pages[last] = replace(pages[last], body=pages[last].body.replace(b"Ketiga", b"Keempat"))
    with PageServer(pages) as server:
        clock.write(time, NOON + timedelta(hours=3))
        crawl(server.origin, stored, "-s", "NEWSCRAWL_REVISITS=30m", clock=time, urls=url(NUMBER))
    check(stored)


def _long(answer: Answer) -> Answer:
    """Return a page that is long enough for a reference to be worth it."""
    more = b"<!-- " + b"lain " * 500 + b"--></body>"
    return replace(answer, body=answer.body.replace(b"</body>", more))


def test_a_page_that_is_gone_is_left_out(server: PageServer, tmp_path: Path) -> None:
    """What is there of a story is kept, and says that something may be missing."""
    del server.pages[(WWW, f"{path(NUMBER)}?page=3")]
    crawl(server.origin, tmp_path)
    assert body(tmp_path) == f"{PARTS[1]}\n\n{PARTS[2]}"
    assert records(tmp_path)[0]["fallbacks"]["body"] == "generic"
    again = extract(tmp_path / "antara" / "warc")
    assert (again.returncode, again.stdout.count(b"\n")) == (0, 1), again.stderr
    assert json.loads(again.stdout)["body"] == body(tmp_path)


def test_a_page_that_fails_fails_the_story(server: PageServer, tmp_path: Path) -> None:
    """No half of a story is kept; the next run that may asks for all of it again."""
    third = (WWW, f"{path(NUMBER)}?page=3")
    time = tmp_path / "clock"
    clock.write(time, NOON)
    server.pages[third] = Answer(b"", status=503)
    assert crawl(server.origin, tmp_path, clock=time).returncode == 3
    assert records(tmp_path) == []
    assert report(tmp_path)["outcomes"] == {"failed": {"http_503": 1}}
    server.pages[third] = part(3)
    clock.write(time, NOON + timedelta(minutes=6))
    assert crawl(server.origin, tmp_path, clock=time).returncode == 0
    assert body(tmp_path) == "\n\n".join(PARTS.values())
    again = extract(tmp_path, "--jobs", 2)
    assert (again.returncode, again.stdout.count(b"\n")) == (0, 1), again.stderr
    assert json.loads(again.stdout)["body"] == body(tmp_path)


def test_pages_without_an_end(server: PageServer, tmp_path: Path) -> None:
    """A story that always leads to one more page of itself comes to an end all the same."""
    for number in range(2, 60):
        server.pages[(WWW, f"{path(NUMBER)}?page={number}")] = Answer(
            part(2, 99).body.replace(b"?page=3", f"?page={number + 1}".encode())
        )
    crawl(server.origin, tmp_path)
    assert 10 < sum("page=" in path for _, path in server.asked) <= 30
    assert PARTS[1] in body(tmp_path)


def test_the_stories_of_the_replica_are_whole(tmp_path: Path) -> None:
    """Long stories in several pages read as they would in one."""
    time = tmp_path / "clock"
    clock.write(time, NOON)
    day = NOON.date() - timedelta(days=1)
    with Replica(start=day, clock=time, per_day=25, offers=Offers(parted=0.7)) as replica:
        assert crawl(replica.origin, tmp_path, clock=time, follow_depth=0).returncode == 0
        stories = {story.id: story for story in replica.stories()}
        further = [r for r in replica.requests if "page=" in r.path]
    assert len(further) > 5
    for record in records(tmp_path):
        whole = "\n\n".join(block.text for block in stories[record["id"]].blocks)
        assert (record["id"], record["body"]) == (record["id"], whole)


def test_a_page_that_robots_forbid_is_left_out(server: PageServer, tmp_path: Path) -> None:
    """A site that forbids addresses with a page's number still has its stories kept."""
    rules = b"User-agent: *\nDisallow: /*?page=3\n"
    server.pages[ROBOTS] = Answer(rules, "text/plain")
    done = crawl(server.origin, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert body(tmp_path) == f"{PARTS[1]}\n\n{PARTS[2]}"


def test_a_page_that_never_comes_does_not_cost_the_story(
    server: PageServer, tmp_path: Path
) -> None:
    """When the story would be given up, what is there of it is kept, and says so."""
    server.pages[WWW, f"{path(NUMBER)}?page=3"] = Answer(b"broken", status=500)
    assert crawl(server.origin, tmp_path).returncode == 3
    database = sqlite3.connect(tmp_path / "antara" / "ledger.db")
    with database:
        database.execute("UPDATE stories SET tries = 11, due = 0")
    database.close()
    assert crawl(server.origin, tmp_path).returncode == 0
    assert body(tmp_path) == f"{PARTS[1]}\n\n{PARTS[2]}"
    assert records(tmp_path)[0]["fallbacks"]["body"] == "generic"
