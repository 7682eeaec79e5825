"""`scrapy crawl antara` as a user runs it: discovery, limits, outcomes, exit codes."""

import shutil
import socket
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from newscrawl import clock
from newscrawl.lock import RunLock
from newscrawl.places import Places
from newscrawl.schema import validator
from tests.e2e.crawling import LIMIT_SECONDS, PROJECT, command, crawl, environment, records, report
from tests.e2e.pages import (
    FEED,
    LISTING,
    ROBOTS,
    WWW,
    feed,
    listing,
    path,
    published,
    site,
    story,
    url,
)
from tests.e2e.serving import Answer, PageServer
from tests.making import NOON

DAYS = 24
ONE_BY_ONE = ("-s", "CONCURRENT_REQUESTS=1")


@pytest.fixture
def at_noon(tmp_path: Path) -> Path:
    """Return a clock that stands at the tests' noon."""
    path = tmp_path / "clock"
    clock.write(path, NOON)
    return path


def ids(data: Path) -> list[int]:
    """Return the article ids of the records, in the order of the file."""
    return [record["article_id"] for record in records(data)]


def stories_asked(server: PageServer) -> list[int]:
    """Return the ids of the article pages that were asked for, in order of first request."""
    return [int(path.split("/")[2]) for _, path in server.asked if path.startswith("/berita/")]


def test_a_first_run_and_a_second(tmp_path: Path, at_noon: Path) -> None:
    """The first run keeps every story, valid and newest first; the second writes nothing more."""
    with PageServer(site(100, 99, 98, 97)) as server:
        first = crawl(server.origin, tmp_path, *ONE_BY_ONE, clock=at_noon)
        assert (first.returncode, first.stderr) == (0, "")
        assert stories_asked(server) == [100, 99, 98, 97]
        assert sorted(ids(tmp_path)) == [97, 98, 99, 100]
        for record in records(tmp_path):
            validator()(record)
        before = (tmp_path / "antara" / "articles" / "2026-11-20.jsonl").read_bytes()
        server.asked.clear()
        second = crawl(server.origin, tmp_path, clock=at_noon)
        assert second.returncode == 0
        assert list(server.asked) == [FEED]  # robots.txt is known for a day
        assert (tmp_path / "antara" / "articles" / "2026-11-20.jsonl").read_bytes() == before
        assert report(tmp_path)["outcomes"] == {"unchanged": {"known": 4}}


def test_what_a_person_sees(tmp_path: Path, at_noon: Path) -> None:
    """The summary fits 80 columns, names the files, adds up, and has no progress line in a pipe."""
    pages = site(100, 99) | {(WWW, path(99)): Answer(b"", status=404)}
    with PageServer(pages) as server:
        done = crawl(server.origin, tmp_path, clock=at_noon)
    lines = done.stdout.splitlines()
    assert lines[0] == "antara: healthy (exit code 0)"
    assert "  found           2" in lines
    assert "  new             1" in lines
    assert "  gone            1  http_404 1" in lines
    assert f"  records    {tmp_path}/antara/articles/2026-11-20.jsonl" in lines
    assert all(len(line) <= 80 for line in lines if str(tmp_path) not in line)
    assert "\x1b" not in done.stdout + done.stderr


def test_no_text_of_an_article_in_the_log(tmp_path: Path) -> None:
    """Even at the lowest log level the log names records, and never shows their bodies."""
    pages = site(100) | {(WWW, path(100)): story(100, body="Kalimat yang tidak boleh bocor.")}
    with PageServer(pages) as server:
        done = crawl(server.origin, tmp_path, "-L", "DEBUG")
    assert "antara:100" in done.stderr
    assert "tidak boleh bocor" not in done.stderr + done.stdout


def test_a_spider_may_have_a_log_level_of_its_own(tmp_path: Path) -> None:
    """What its settings let through is said, by Scrapy too."""
    tmp_path.joinpath("loud.py").write_text(
        "from newscrawl.spiders.antara import AntaraSpider\n"
        'class Loud(AntaraSpider):\n    custom_settings = {"LOG_LEVEL": "INFO"}\n'
    )
    with PageServer(site(100)) as server:
        done = subprocess.run(
            command(server.origin, "-s", "SPIDER_MODULES=loud"),
            env=environment(tmp_path / "data", PYTHONPATH=str(tmp_path)),
            capture_output=True,
            text=True,
            timeout=LIMIT_SECONDS,
            check=False,
        )
    assert "[scrapy.core.engine] INFO: Spider opened" in done.stderr


def test_links_are_followed_to_follow_depth(tmp_path: Path) -> None:
    """A link of a link is depth 2; further ones are skipped, on any host, with any parameters."""
    pages = site(100)
    pages |= {
        (WWW, path(100)): story(100, [f"http://m.antaranews.com{path(50)}?utm_source=fly"]),
        (WWW, path(50)): story(50, [f"//www.antaranews.com{path(40)}?utm_medium=x#top", path(50)]),
        (WWW, path(40)): story(40, [url(30), "/berita//?utm_source=fly", "javascript:void(0)"]),
        (WWW, path(30)): story(30),
    }
    with PageServer(pages) as server:
        done = crawl(server.origin, tmp_path)
        assert stories_asked(server) == [100, 50, 40]
    assert done.returncode == 0
    found = {r["article_id"]: r["discovered"] for r in records(tmp_path)}
    assert found[40] == {"via": "related", "from": url(50), "depth": 2}
    assert report(tmp_path)["outcomes"]["skipped"] == {"too_deep": 1}
    assert records(tmp_path)[0]["related"][0]["url"] == url(50)


def test_a_page_that_is_not_200_is_never_read_for_links(tmp_path: Path) -> None:
    """The 404 page full of links to stories leads nowhere."""
    full = Answer("".join(f'<a href="{url(n)}">x</a>' for n in range(1, 481)).encode(), status=404)
    pages = site(100) | {(WWW, path(100)): full, LISTING: full}
    with PageServer(pages) as server:
        done = crawl(server.origin, tmp_path)
        assert stories_asked(server) == [100]
    assert done.returncode == 3  # the listing is missing
    assert report(tmp_path)["found"] == 1


def test_the_range_filters_what_was_found_any_way(tmp_path: Path, at_noon: Path) -> None:
    """With since and until no page outside is asked for where its date is known, none is kept."""
    inside, before, after = 60, 60 - DAYS, 60 + DAYS
    pages = site(after, inside, before)
    pages[WWW, path(inside)] = story(inside, [url(before - 1)])
    pages[WWW, path(before - 1)] = story(before - 1)
    day = published(inside).date().isoformat()
    with PageServer(pages) as server:
        done = crawl(server.origin, tmp_path, *ONE_BY_ONE, clock=at_noon, since=day, until=day)
        assert stories_asked(server) == [inside, before - 1]
    assert done.returncode == 0
    assert ids(tmp_path) == [inside]
    assert report(tmp_path)["outcomes"]["skipped"] == {"out_of_range": 3}


def test_the_walk_goes_back_to_since(tmp_path: Path, at_noon: Path) -> None:
    """Listing pages are read until their cards are older than the range, and no further."""
    pages = site(100) | {FEED: feed(100), LISTING: listing(100, 99, next_page="/dunia/2")}
    pages[WWW, "/dunia/2"] = listing(90, 50, next_page="/dunia/3")
    pages[WWW, "/dunia/3"] = listing(49, 48, next_page="/dunia/4")
    pages |= {(WWW, path(n)): story(n) for n in (99, 90, 50, 49, 48)}
    with PageServer(pages) as server:
        crawl(server.origin, tmp_path, clock=at_noon, since=published(90).date().isoformat())
        assert (WWW, "/dunia/2") in server.asked
        assert (WWW, "/dunia/3") not in server.asked
    assert sorted(ids(tmp_path)) == [90, 99, 100]


def test_the_walk_goes_back_to_the_last_known_story(tmp_path: Path, at_noon: Path) -> None:
    """When the feed does not reach back, listing pages are read until they do: nothing slips by."""
    with PageServer(site(10, 9, 8, 7)) as server:
        crawl(server.origin, tmp_path, clock=at_noon)
        server.asked.clear()
        server.pages[FEED] = feed(30, 29)
        server.pages[LISTING] = listing(30, 29, 28, 27, next_page="/dunia/2")
        server.pages[WWW, "/dunia/2"] = listing(26, 25, 24, 23, next_page="/dunia/3")
        server.pages[WWW, "/dunia/3"] = listing(22, 10, 9, 8, next_page="/dunia/4")
        server.pages |= {(WWW, path(n)): story(n) for n in range(22, 31)}
        done = crawl(server.origin, tmp_path, clock=at_noon)
        assert (WWW, "/dunia/3") in server.asked
        assert (WWW, "/dunia/4") not in server.asked
    assert done.returncode == 0
    assert sorted(ids(tmp_path)) == [7, 8, 9, 10, *range(22, 31)]


def test_max_articles_leaves_the_rest_for_the_next_run(tmp_path: Path) -> None:
    """A limit is kept to the letter, is healthy, and the next run goes on."""
    with PageServer(site(*range(100, 90, -1))) as server:
        first = crawl(server.origin, tmp_path, max_articles=3)
        assert first.returncode == 0
        assert sorted(ids(tmp_path)) == [98, 99, 100]
        assert report(tmp_path)["outcomes"]["deferred"] == {"max_articles": 7}
        crawl(server.origin, tmp_path, max_articles=4)
        assert sorted(ids(tmp_path)) == list(range(94, 101))
        crawl(server.origin, tmp_path)
        assert max(server.asked[WWW, path(n)] for n in range(91, 101)) == 1
    assert sorted(ids(tmp_path)) == list(range(91, 101))


def test_feed_only_asks_for_no_article(tmp_path: Path) -> None:
    """The feed's metadata becomes records without a body; a full run makes them whole."""
    with PageServer(site(100, 99)) as server:
        done = crawl(server.origin, tmp_path, feed_only=1)
        assert done.returncode == 0
        assert list(server.asked) == [ROBOTS, FEED]
        assert [(r["template"], r["body"], r["headline"]) for r in records(tmp_path)] == [
            ("feed", None, "Kabar 100"),
            ("feed", None, "Kabar 99"),
        ]
        crawl(server.origin, tmp_path, feed_only=1)
        assert len(records(tmp_path)) == 2
        crawl(server.origin, tmp_path)
    assert [(r["template"], r["revision"]) for r in records(tmp_path)[2:]] == [("D", 2), ("D", 2)]


def test_urls_are_visited_and_nothing_is_discovered(tmp_path: Path) -> None:
    """With urls neither feed nor listing is asked for; links are followed as ever."""
    with PageServer(site(100, 99, 98)) as server:
        server.pages[WWW, path(98)] = story(98, [url(99)])
        done = crawl(server.origin, tmp_path, urls=url(98))
        assert done.returncode == 0
        assert list(server.asked) == [ROBOTS, (WWW, path(98)), (WWW, path(99))]
    assert [r["discovered"]["via"] for r in records(tmp_path)] == ["url", "related"]


def test_another_section_and_edition(tmp_path: Path) -> None:
    """Sections have their own feeds and listings, an edition its own host, all at one origin."""
    host = "jatim.antaranews.com"
    pages = {
        (host, "/rss/ekonomi.xml"): Answer(feed(5).body.replace(b"www.", b"jatim.")),
        (host, "/ekonomi"): Answer(listing(5).body.replace(b"www.", b"jatim.")),
        (host, path(5)): story(5),
    }
    with PageServer(pages) as server:
        done = crawl(server.origin, tmp_path, edition="jatim", section="ekonomi")
        assert {asked for asked, _ in server.asked} == {host}
    assert done.returncode == 0
    (record,) = records(tmp_path)
    assert (record["id"], record["edition"], record["url"]) == (
        "antara-jatim:5",
        "jatim",
        url(5, host),
    )


def test_a_failed_page_is_taken_up_by_the_next_run(tmp_path: Path) -> None:
    """A page that fails makes the run incomplete; a later one asks for it, though nothing links."""
    pages = site(100, 99) | {(WWW, path(99)): Answer(b"", status=503)}
    time = tmp_path / "clock"
    clock.write(time, NOON)
    with PageServer(pages) as server:
        done = crawl(server.origin, tmp_path, clock=time)
        assert done.returncode == 3
        assert report(tmp_path)["outcomes"]["failed"] == {"http_503": 1}
        server.pages |= {(WWW, path(99)): story(99), FEED: feed(100), LISTING: listing(100)}
        clock.write(time, NOON + timedelta(minutes=6))
        assert crawl(server.origin, tmp_path, clock=time).returncode == 0
    assert sorted(ids(tmp_path)) == [99, 100]


def test_a_story_moved_to_another_slug_keeps_the_first(tmp_path: Path) -> None:
    """A redirect to the same story under another slug is followed; the record keeps what was seen."""
    moved = "/berita/100/kabar-baru?utm_source=x"
    pages = site(100) | {
        (WWW, path(100)): Answer(b"", status=301, headers={"Location": moved}),
        (WWW, moved): story(100),
    }
    with PageServer(pages) as server:
        assert crawl(server.origin, tmp_path).returncode == 0
    assert [record["url"] for record in records(tmp_path)] == [url(100)]


def test_a_redirect_to_another_story_finds_that_story(tmp_path: Path) -> None:
    """An id that leads to another story is no story of its own; the other one is kept once."""
    with PageServer(site(100)) as server:
        # The origin's own address in a redirect is mapped back to the site's.
        headers = {"Location": f"{server.origin}{path(55)}"}
        server.pages[WWW, path(100)] = Answer(b"", status=302, headers=headers)
        server.pages[WWW, path(55)] = story(55)
        done = crawl(server.origin, tmp_path)
        assert done.returncode == 0
        assert server.asked[WWW, path(55)] == 1
    assert ids(tmp_path) == [55]
    assert report(tmp_path)["outcomes"] == {"new": {"": 1}, "dropped": {"moved": 1}}


@pytest.mark.parametrize("status", [301, 302, 307])
def test_a_redirect_off_the_site_is_not_followed(tmp_path: Path, status: int) -> None:
    """A page that leads away from the site fails; nobody else is asked."""
    with PageServer(site(100)) as server, PageServer({}) as other:
        away = other.origin.replace("127.0.0.1", "127.0.0.2")
        headers = {"Location": f"{away}/berita/1/x"}
        server.pages[WWW, path(100)] = Answer(b"", status=status, headers=headers)
        done = crawl(server.origin, tmp_path)
        assert not other.asked
    assert done.returncode == 3
    assert report(tmp_path)["outcomes"]["failed"] == {"off_site": 1}


def test_an_endless_redirect_ends(tmp_path: Path) -> None:
    """A page that redirects to itself fails after a few hops, and has its outcome."""
    headers = {"Location": path(100)}
    pages = site(100) | {(WWW, path(100)): Answer(b"", status=302, headers=headers)}
    with PageServer(pages) as server:
        assert crawl(server.origin, tmp_path).returncode == 3
        assert server.asked[WWW, path(100)] <= 6
    assert report(tmp_path)["outcomes"] == {"failed": {"redirects": 1}}


def test_a_page_that_is_no_story_is_kept_aside(tmp_path: Path) -> None:
    """A page that cannot be read is dropped with a reason, and its bytes wait in quarantine."""
    body = "<html><body><p>Sesuatu yang lain.</p></body></html>"
    pages = site(100) | {(WWW, path(100)): Answer(body.encode())}
    with PageServer(pages) as server:
        done = crawl(server.origin, tmp_path)
    assert done.returncode == 0
    assert list(report(tmp_path)["outcomes"]) == ["dropped"]
    (page,) = (tmp_path / "antara" / "quarantine").glob("*.html")
    assert page.read_text() == body
    assert f'"url": "{url(100)}"' in page.with_suffix(".json").read_text()


def test_a_broken_feed_does_not_stop_the_listing(tmp_path: Path) -> None:
    """A feed that is none makes the run incomplete, and the listing is walked all the same."""
    pages = site(100) | {FEED: Answer(b"<html>maaf</html>", "text/xml")}
    with PageServer(pages) as server:
        assert crawl(server.origin, tmp_path).returncode == 3
    assert ids(tmp_path) == [100]


def test_a_proxy_that_refuses(tmp_path: Path) -> None:
    """A proxy that lets nothing through is a site that cannot be reached, in one line."""
    with PageServer({}) as proxy:  # which knows no CONNECT, and answers 501
        done = subprocess.run(
            command(None),
            cwd=PROJECT,
            env=environment(
                tmp_path, https_proxy=proxy.origin, NEWSCRAWL_CONTACT="desk@example.org"
            ),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert "the site could not be reached" in done.stderr
    assert proxy.asked == {}


def test_an_unreachable_site_is_one_line(tmp_path: Path) -> None:
    """Where nobody answers, one line says so and the exit code is 3."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    done = crawl(f"http://127.0.0.1:{port}", tmp_path)
    assert done.returncode == 3
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "could not be reached" in done.stderr


def test_a_wrong_argument_is_one_line(tmp_path: Path) -> None:
    """A typo in an argument's name ends with 2 before anything is asked or made."""
    done = crawl(None, tmp_path / "data", sektion="dunia")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "did you mean 'section'" in done.stderr
    assert not (tmp_path / "data").exists()


def test_a_second_run_leaves_at_once(tmp_path: Path) -> None:
    """While one run holds the lock, another ends with 75, says who holds it, and asks nothing."""
    places = Places.under(tmp_path)
    places.make()
    lock = RunLock(places.lock, "the-first", NOON)
    with PageServer(site(100)) as server:
        done = crawl(server.origin, tmp_path)
        assert not server.asked
    lock.release()
    assert done.returncode == 75
    assert len(done.stderr.splitlines()) == 1
    assert "run the-first" in done.stderr


@pytest.mark.parametrize("what", ["file", "ledger"])
def test_a_data_directory_that_cannot_be_used(tmp_path: Path, what: str) -> None:
    """Where the data cannot go, the run does not start: exit code 1 and one line."""
    if what == "file":
        (tmp_path / "antara").write_text("not a directory")
    else:
        (tmp_path / "antara" / "ledger.db").mkdir(parents=True)
    done = crawl("http://127.0.0.1:9", tmp_path)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert str(tmp_path) in done.stderr


def test_two_stories_with_one_text(tmp_path: Path) -> None:
    """A copy under another id is kept, and names the story that was seen first."""
    body = "Satu cerita yang sama persis di dua alamat."
    pages = site(100, 99) | {(WWW, path(n)): story(n, body=body) for n in (100, 99)}
    with PageServer(pages) as server:
        crawl(server.origin, tmp_path, *ONE_BY_ONE)
    marks = {r["article_id"]: r["near_duplicate_of"] for r in records(tmp_path)}
    assert marks == {100: None, 99: "antara:100"}


def test_robots_txt_is_kept_to_under_concurrency(tmp_path: Path) -> None:
    """Of many requests that wait for robots.txt, none that it forbids goes through."""
    pages = site(*range(100, 84, -1))
    pages[ROBOTS] = Answer(b"User-agent: *\nDisallow: /berita/9\n", "text/plain")
    urls = ",".join(url(n) for n in range(100, 84, -1))
    with PageServer(pages) as server:
        done = crawl(server.origin, tmp_path, "-s", "CONCURRENT_REQUESTS=16", urls=urls)
        assert sorted(stories_asked(server)) == [85, 86, 87, 88, 89, 100]
        assert server.asked[ROBOTS] == 1
    assert done.returncode == 4
    assert report(tmp_path)["outcomes"]["refused"] == {"robots": 10}


@pytest.mark.parametrize(
    ("robots", "code", "asks"),
    [
        (Answer(b"User-agent: *\nDisallow: /\n", status=404), 0, True),
        (Answer(b"", status=503), 4, False),
    ],
)
def test_a_robots_txt_that_is_an_error(
    tmp_path: Path, robots: Answer, code: int, asks: bool
) -> None:
    """A 4xx means no rules, whatever its body says; a 5xx means stay away (RFC 9309, 2.3.1)."""
    with PageServer(site(100) | {ROBOTS: robots}) as server:
        assert crawl(server.origin, tmp_path).returncode == code
        assert (FEED in server.asked) is asks


def test_without_a_network(tmp_path: Path) -> None:
    """With no network at all, the live run says in one line that the site could not be reached."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-n", "true"], check=False).returncode:
        pytest.skip("no way here to run a process without a network (unshare -n)")
    done = subprocess.run(
        [unshare, "-n", *command(None, "-s", "NEWSCRAWL_BACKOFF=0.01")],
        cwd=PROJECT,
        env=environment(tmp_path, NEWSCRAWL_CONTACT="desk@example.org"),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 3
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "www.antaranews.com did not answer: DNS lookup failed" in done.stderr
