"""``scrapy doctor antara``, as a user runs it: what it asks for, what it says, its exit code."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl import clock
from newscrawl.replica import Replica
from tests import warm
from tests.e2e import pages
from tests.e2e.crawling import PROJECT, environment
from tests.e2e.serving import Answer, PageServer
from tests.making import NOON, open_run

Done = subprocess.CompletedProcess[str]
_MOST_REQUESTS = 8


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory that nobody has made, beside a clock that stands at noon."""
    clock.write(tmp_path / "clock", NOON)
    return tmp_path / "data"


def doctor(data: Path, *arguments: str, **environ: str) -> Done:
    """Run the command to its end."""
    given = environment(data, NEWSCRAWL_CLOCK=str(data.parent / "clock"), **environ)
    return warm.run_text("scrapy", "doctor", *arguments, env=given, timeout=60)


def at(origin: str, *more: str) -> list[str]:
    """Return the arguments for a site on this machine."""
    return ["antara", "-a", f"origin={origin}", *more]


def a_site() -> pages.Pages:
    """Return a small site on which nothing is missing."""
    site = pages.site(99, 98, 97)
    listing = pages.listing(99, 98, 97, next_page="/dunia/2")
    return site | {pages.LISTING: listing}


@pytest.fixture
def server() -> Iterator[PageServer]:
    """The small site, served."""
    with PageServer(a_site()) as served:
        yield served


def test_a_good_site(data: Path) -> None:
    """Of the replica everything is found, in few requests, and nothing is kept anywhere."""
    with Replica(seed=3, clock=data.parent / "clock", era="D") as site:
        done = doctor(data, *at(site.origin))
        requests = list(site.requests)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert done.stdout.endswith("all is read well (exit code 0)\n")
    assert "20 items, newest" in done.stdout
    assert "10 cards, next page /dunia/2" in done.stdout
    assert "D headline: .//h1" in done.stdout
    assert not [line for line in done.stdout.splitlines() if line.endswith("  missing")]
    assert 4 <= len(requests) <= _MOST_REQUESTS
    assert [request.kind for request in requests[:3]] == ["robots", "feed", "listing"]
    assert not data.exists()


def test_plain_text_of_80_columns(data: Path, server: PageServer) -> None:
    """A pipe gets no escapes and no long lines, whatever the terminal around it claims."""
    done = doctor(data, *at(server.origin), COLUMNS="200", NO_COLOR="1")
    assert done.returncode == 0, done.stdout
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert set(server.asked.values()) == {1}
    assert len(server.asked) == 4


def test_one_story_of_each_kind(data: Path, server: PageServer) -> None:
    """Photo, video, infographic and press release are looked at too, within the bound."""
    feed, listing = server.pages[pages.FEED], server.pages[pages.LISTING]
    kinds = dict(zip(["foto", "video", "infografik", "rilis-pers"], range(95, 91, -1), strict=True))
    numbers = [99, *kinds.values(), 98]
    feed, listing = pages.feed(*numbers), pages.listing(*numbers, next_page="/dunia/2")
    for folder, number in kinds.items():
        old, new = f"/berita/{number}/".encode(), f"/{folder}/{number}/".encode()
        feed = Answer(feed.body.replace(old, new), feed.content_type)
        listing = Answer(listing.body.replace(old, new))
        server.pages[pages.WWW, f"/{folder}/{number}/kabar-{number}"] = pages.story(number)
    server.pages |= {pages.FEED: feed, pages.LISTING: listing}
    done = doctor(data, *at(server.origin))
    assert sum(server.asked.values()) == _MOST_REQUESTS
    for kind in ("article", "photo", "video", "infographic", "press_release"):
        assert f"\n{kind}, template D: " in done.stdout
    assert "photo: no images: the page is there for them" in done.stdout
    assert done.returncode == 1


def test_a_template_that_no_longer_fits(data: Path, server: PageServer) -> None:
    """What the site's new markup hides is a finding, named with its page and field."""
    page = pages.story(99)
    server.pages[pages.WWW, pages.path(99)] = Answer(
        page.body.replace(b"breadcrumbs__item", b"crumb")
        .replace(b"Editor", b"x")
        .replace(b"Pewarta", b"y")
    )
    done = doctor(data, *at(server.origin))
    assert done.returncode == 1
    summary = done.stdout.partition("What is missing\n")[2]
    assert " - article: no section: " in summary
    assert "no reporters, translators or editors" in summary
    assert "findings: not all is read well (exit code 1)" in summary


def test_a_page_in_no_template(data: Path, server: PageServer) -> None:
    """It is named with the reason."""
    server.pages[pages.WWW, pages.path(99)] = Answer(b"<html><body><p>x</p></body></html>")
    done = doctor(data, *at(server.origin))
    assert done.returncode == 1
    assert "article: cannot be read (no_template: " in done.stdout


def test_robots_that_forbid(data: Path, server: PageServer) -> None:
    """What robots.txt forbids is not asked for, and is a finding."""
    server.pages[pages.ROBOTS] = Answer(b"User-agent: newscrawl\nDisallow: /dunia\n", "text/plain")
    done = doctor(data, *at(server.origin))
    assert done.returncode == 1
    assert server.asked[pages.LISTING] == 0
    assert " - robots.txt: forbids https://www.antaranews.com/dunia\n" in done.stdout
    assert "not asked for: robots.txt forbids it" in done.stdout
    assert "article, template D" in done.stdout


def test_robots_that_fail(data: Path, server: PageServer) -> None:
    """A server's error there means that nothing may be fetched."""
    server.pages[pages.ROBOTS] = Answer(b"", status=503)
    done = doctor(data, *at(server.origin))
    assert done.returncode == 1
    assert server.asked == {pages.ROBOTS: 1}
    assert "answers 503, so that nothing may be fetched" in " ".join(done.stdout.split())


def test_a_page_in_another_coding_than_it_says(data: Path, server: PageServer) -> None:
    """What is no page is told of as such, and the rest is looked at."""
    server.pages[pages.FEED] = Answer(b"no gzip", headers={"Content-Encoding": "gzip"})
    done = doctor(data, *at(server.origin))
    assert (done.returncode, done.stderr) == (1, "")
    assert "article, template D" in done.stdout


def test_a_feed_that_is_not_there(data: Path, server: PageServer) -> None:
    """The listing's stories are looked at all the same."""
    del server.pages[pages.FEED]
    done = doctor(data, *at(server.origin))
    assert done.returncode == 1
    assert "feed: the site answers 404: https://www.antaranews.com/rss/dunia.xml" in (
        "".join(done.stdout.split("\n   ")).replace("  ", " ")
    )
    assert "article, template D" in done.stdout
    assert sum(server.asked.values()) == 4


def test_nobody_there(data: Path) -> None:
    """One line says that the site could not be reached."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        done = doctor(data, *at(f"http://127.0.0.1:{taken.getsockname()[1]}"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("antara: the site could not be reached: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("origin=https://example.org", "origin takes http:// or https://"),
        ("max_articles=3", "max_articles is for a crawl; doctor takes edition, section, origin"),
    ],
)
def test_bad_arguments(data: Path, given: str, said: str) -> None:
    """A bad argument is one line that says what is taken, and exit code 2."""
    done = doctor(data, "antara", "-a", given)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["bola"], ["antara", "-a", "x"]])
def test_bad_usage(data: Path, arguments: list[str]) -> None:
    """A spider that there is not, and half an argument: one line, and exit code 2."""
    done = doctor(data, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is antara" in done.stderr or "write -a x=VALUE" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_while_a_crawl_runs(data: Path, server: PageServer) -> None:
    """The lock and the ledger of a run are left alone."""
    run = open_run(data)
    try:
        before = {path: path.stat().st_mtime_ns for path in data.rglob("*")}
        assert doctor(data, *at(server.origin)).returncode == 0
        assert {path: path.stat().st_mtime_ns for path in data.rglob("*")} == before
    finally:
        run.close(0)


def test_a_reader_that_has_enough(data: Path, server: PageServer) -> None:
    """A closed pipe ends it without a complaint."""
    command = [sys.executable, "-m", "scrapy", "doctor", *at(server.origin)]
    reading, writing = os.pipe()
    os.close(reading)
    given = environment(data, NEWSCRAWL_CLOCK=str(data.parent / "clock"))
    done = subprocess.run(
        command,
        cwd=PROJECT,
        env=given,
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_it_is_no_spider_of_the_project() -> None:
    """``scrapy list`` names what can be crawled, and that alone."""
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "list"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.split() == ["antara"]
