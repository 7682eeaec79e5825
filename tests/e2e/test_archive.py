"""The archive of a crawl: whole, readable by others, and every record's page is in it."""

import gzip
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newscrawl import clock
from newscrawl.replica import Replica
from tests.archive.exchanges import read
from tests.archive.pointers import archive, check
from tests.e2e.crawling import crawl, crawl_on, killed_crawl, records, report
from tests.e2e.pages import FEED, LISTING, ROBOTS, WWW, Pages, path, site, story, url
from tests.e2e.serving import Answer, PageServer
from tests.e2e.small_disk import small_disk
from tests.making import NOON

FAST = ("-s", "DOWNLOAD_DELAY=0")


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Replica, Path]]:
    """Return a replica, and the data directory of two crawls of it, two hours apart."""
    directory = tmp_path_factory.mktemp("crawled")
    time_file, data = directory / "clock", directory / "data"
    clock.write(time_file, NOON)
    start = (NOON - timedelta(days=3)).date()
    with Replica(seed=3, per_day=8, clock=time_file, start=start) as replica:
        assert crawl(replica.origin, data, *FAST, clock=time_file).returncode == 0
        clock.write(time_file, NOON + timedelta(hours=2))
        assert crawl(replica.origin, data, *FAST, clock=time_file).returncode == 0
        yield replica, data


def test_the_archive_of_a_crawl_is_whole(crawled: tuple[Replica, Path]) -> None:
    """Two other readers find it good, and each record's pointer leads to its response."""
    replica, data = crawled
    kinds = check(data)
    assert kinds["metadata"] == len(records(data))
    assert kinds["response"] + kinds["revisit"] == kinds["request"] == len(replica.requests)


def test_pages_are_kept_as_they_came(crawled: tuple[Replica, Path]) -> None:
    """Bodies are what the site sent, compressed as it sent them, under canonical addresses."""
    replica, data = crawled
    pages = 0
    for _, record, body in read(*archive(data)):
        if record.rec_type != "response":
            continue
        address = record.rec_headers.get_header("WARC-Target-URI")
        host, _, rest = address.removeprefix("https://").partition("/")
        assert host.endswith(".antaranews.com")
        if record.http_headers.get_header("Content-Encoding") == "gzip":
            body = gzip.decompress(body)  # noqa: PLW2901 - the same body
        if "/berita/" in address:
            assert body == replica.site.respond(host, "/" + rest).body
            pages += 1
    assert pages > 20


def test_requests_are_kept_as_they_went_out(crawled: tuple[Replica, Path]) -> None:
    """A request has the site's own host, who asks, and what made it conditional."""
    _, data = crawled
    asked = [r.http_headers for _, r, _ in read(*archive(data)) if r.rec_type == "request"]
    assert all(head.get_header("Host").endswith(".antaranews.com") for head in asked)
    assert all(head.get_header("User-Agent").startswith("newscrawl/") for head in asked)
    assert all(head.protocol == "GET" for head in asked)
    assert any(head.get_header("If-None-Match") for head in asked)


def test_a_second_run_adds_little(crawled: tuple[Replica, Path]) -> None:
    """What has not changed is kept as a reference, in the same file, and the report counts it."""
    _, data = crawled
    assert len(archive(data)) == 1
    told = report(data)["archive"]
    assert told["files"] == [archive(data)[0].name]
    assert 0 < told["bytes"] < 1500 * told["records"]
    revisits = [r for _, r, _ in read(*archive(data)) if r.rec_type == "revisit"]
    assert len(revisits) >= report(data)["not_modified"] > 0
    profiles = {r.rec_headers.get_header("WARC-Profile").rpartition("/")[2] for r in revisits}
    assert "server-not-modified" in profiles


def test_an_idle_run_costs_some_hundred_bytes(tmp_path: Path) -> None:
    """A run that finds nothing new begins no file, and writes a request and a reference."""
    with PageServer(site(101, 100), tagged=True) as server:
        crawl(server.origin, tmp_path)
        before = archive(tmp_path)
        for _ in range(3):
            assert crawl(server.origin, tmp_path).returncode == 0
            assert report(tmp_path)["archive"]["records"] <= 4
            assert report(tmp_path)["archive"]["bytes"] < 2500
    assert archive(tmp_path) == before
    check(tmp_path)


def test_it_can_be_switched_off(tmp_path: Path) -> None:
    """Without an archive records have no pointer; what a run that died left open is mended all the same."""
    with PageServer(site(101, 100)) as server:
        done = crawl(server.origin, tmp_path, "-s", "NEWSCRAWL_WARC=0")
        assert (done.returncode, done.stderr) == (0, "")
        assert not (tmp_path / "antara" / "warc").exists()
        assert {record["warc"] for record in records(tmp_path)} == {None}
        assert report(tmp_path)["archive"] is None
        crawl(server.origin, tmp_path)
        [whole] = archive(tmp_path)
        content = whole.read_bytes()
        torn = whole.with_name(whole.name + ".open")
        whole.rename(torn)
        torn.write_bytes(content + content[:200])
        done = crawl(server.origin, tmp_path, "-s", "NEWSCRAWL_WARC=0")
    assert whole.read_bytes() == content
    assert report(tmp_path)["archive"]["bytes_cut"] == 200
    assert "200 bytes of a torn end cut" in done.stdout


@pytest.mark.parametrize("after", [3, 9, 20, 33])
def test_a_run_that_is_killed(tmp_path: Path, after: int) -> None:
    """After kill -9 the archive is mended, nothing refers to what was lost, and records have their pages."""
    with PageServer(_large(30)) as server:
        killed_crawl(
            server.origin,
            tmp_path,
            *("-s", "CONCURRENT_REQUESTS=4"),
            when=lambda: sum(server.asked.values()) >= after,
        )
        for opened in (tmp_path / "antara" / "warc").glob("*.open"):
            content = opened.read_bytes()
            for line in records(tmp_path):  # the disk had all that lines point to
                assert line["warc"]["offset"] < len(content)
            opened.write_bytes(content + content[:200])  # as a write that was cut short
        assert crawl(server.origin, tmp_path).returncode == 0
        assert crawl(server.origin, tmp_path).returncode == 0
    check(tmp_path)
    assert len(records(tmp_path)) == 30


def test_files_have_a_size(tmp_path: Path) -> None:
    """A full file is finished and another begun; pointers name the file that has the page."""
    with PageServer(_large(8, 400_000)) as server:
        done = crawl(server.origin, tmp_path, "-s", "NEWSCRAWL_WARC_SIZE=1")
    assert done.returncode == 0, done.stderr
    check(tmp_path)
    assert len(archive(tmp_path)) >= 3
    assert all(path.stat().st_size <= 1_000_000 for path in archive(tmp_path))
    assert report(tmp_path)["archive"]["files"] == [path.name for path in archive(tmp_path)]
    assert len({record["warc"]["file"] for record in records(tmp_path)}) >= 3


def test_a_full_disk(tmp_path: Path) -> None:
    """Where the disk is full the run ends with 6; no record lacks its page, then or later."""
    with (
        PageServer(_large(40, 20_000)) as server,
        small_disk(tmp_path / "disk", 800) as disk,  # half of it the ledger's
    ):
        full = crawl_on(disk, server.origin)
        assert full.returncode == 6, full.stderr
        assert "Traceback" not in full.stderr
        kept = len(records(disk.path))
        assert 0 < kept < 40
        check(disk.path)
        disk.grow()
        assert crawl(server.origin, disk.path).returncode == 0
        check(disk.path)
        assert len(records(disk.path)) == 40


def test_pages_without_validators(tmp_path: Path) -> None:
    """A page that the site sends again as it was is a reference, once its record is kept."""
    time_file = tmp_path / "clock"
    clock.write(time_file, NOON)
    pages = _large(3, 5000)
    later = ("-s", "NEWSCRAWL_REVISITS=1h", "-s", "DOWNLOAD_DELAY=0")
    with PageServer(pages) as server:
        crawl(server.origin, tmp_path, *later, clock=time_file, max_articles=1)
        first = check(tmp_path)
        clock.write(time_file, NOON + timedelta(minutes=1))
        crawl(server.origin, tmp_path, *later, clock=time_file)
        assert len(records(tmp_path)) == 3
        assert check(tmp_path)["metadata"] > first["metadata"]
        clock.write(time_file, NOON + timedelta(hours=2))
        assert crawl(server.origin, tmp_path, *later, clock=time_file).returncode == 0
        again = {a for _, a in server.asked if "/berita/" in a and server.asked[WWW, a] > 1}
    assert again
    revisits = [r for _, r, _ in read(*archive(tmp_path)) if r.rec_type == "revisit"]
    stories = [r for r in revisits if "/berita/" in r.rec_headers.get_header("WARC-Target-URI")]
    assert len(stories) >= len(again)
    check(tmp_path)


def test_a_page_that_came_while_it_was_off(tmp_path: Path) -> None:
    """A 304 refers to no page but the one that it stands for."""
    time_file, pages = tmp_path / "clock", site(101, 100)
    later = ("-s", "NEWSCRAWL_REVISITS=1h,6h", "-s", "DOWNLOAD_DELAY=0")
    with PageServer(pages, tagged=True) as server:
        for hours, switch in ((0, 1), (2, 0), (12, 1)):
            clock.write(time_file, NOON + timedelta(hours=hours))
            off = ("-s", f"NEWSCRAWL_WARC={switch}")
            crawl(server.origin, tmp_path, *later, *off, clock=time_file)
            pages[WWW, path(101)] = story(101, body="Menteri itu meralat ucapannya kemarin.")
    found = {
        r.rec_headers.get_header("WARC-Target-URI"): r.rec_type
        for _, r, _ in read(*archive(tmp_path))
        if r.http_headers and r.http_headers.get_statuscode() == "304"
    }
    assert (found[url(101)], found[url(100)]) == ("response", "revisit")


def test_a_page_that_comes_again_whose_line_is_gone(tmp_path: Path) -> None:
    """What only the feed had said cannot be carried over; the same page is no change all the same."""
    time_file = tmp_path / "clock"
    later = ("-s", "NEWSCRAWL_REVISITS=1h", "-s", "DOWNLOAD_DELAY=0")
    with PageServer(_large(2, 5000)) as server:
        clock.write(time_file, NOON)
        crawl(server.origin, tmp_path, *later, clock=time_file)
        [day] = (tmp_path / "antara" / "articles").iterdir()
        day.rename(tmp_path / day.name)
        clock.write(time_file, NOON + timedelta(hours=14))
        crawl(server.origin, tmp_path, *later, clock=time_file)
    assert report(tmp_path)["outcomes"] == {"unchanged": {"same": 2}}
    assert check(tmp_path)["revisit"] >= 2


def test_what_else_the_site_answers(tmp_path: Path) -> None:
    """Redirects, errors and robots.txt are kept too; an error page of two addresses once."""
    pages = site(103, 102, 101, 100)
    moved = Answer(b"", status=301, headers={"Location": url(101)})
    pages[WWW, path(103)] = moved
    gone = replace(story(1, body="Halaman ini tidak ada lagi. " * 50), status=410)
    pages |= {(WWW, path(102)): gone, (WWW, path(100)): gone}
    with PageServer(pages) as server:
        crawl(server.origin, tmp_path)
        assert sum(server.asked.values()) == check(tmp_path)["request"]
    found = [r for _, r, _ in read(*archive(tmp_path)) if r.rec_type in ("response", "revisit")]
    statuses = [(r.rec_type, r.http_headers.get_statuscode()) for r in found]
    assert ("response", "301") in statuses
    assert [kind for kind, status in statuses if status == "410"] == ["response", "revisit"]
    locations = {r.http_headers.get_header("Location") for r in found} - {None}
    assert locations == {url(101)}
    addresses = {r.rec_headers.get_header("WARC-Target-URI") for r in found}
    assert {f"https://{host}{rest}" for host, rest in (ROBOTS, FEED, LISTING)} <= addresses


def test_records_of_the_feed_alone(tmp_path: Path) -> None:
    """Where no page is asked for, a record points to the feed that it was made of."""
    with PageServer(site(101, 100)) as server:
        for _ in range(2):
            crawl(server.origin, tmp_path, feed_only="true")
    assert check(tmp_path)["response"] >= 3
    assert len({record["warc"]["offset"] for record in records(tmp_path)}) == 1


def _large(stories: int, size: int = 3000) -> Pages:
    """Return a site whose pages are of a size that compression takes little of."""
    draw = random.Random(stories)
    numbers = range(100 + stories, 100, -1)
    pages = site(*numbers)
    for number in numbers:
        noise = f"<!-- {draw.randbytes(size * 7 // 10).hex()} -->".encode()
        page = story(number)
        pages[WWW, path(number)] = replace(
            page, body=page.body.replace(b"</body>", noise + b"</body>")
        )
    return pages
