"""HTTP: hosts, conditional requests, compression, the 404 page, counting, faults."""

import gzip
import json
import re
import socket
import time
from collections.abc import Callable
from datetime import UTC
from email.utils import format_datetime
from typing import Any

import pytest
from lxml import html

from newscrawl.replica import Replica, Response, Story

Ask = Callable[..., Any]


@pytest.fixture
def story(site: Replica) -> Story:
    """The newest article."""
    return next(story for story in site.stories() if story.kind == "article")


def test_every_story_is_served(site: Replica, ask: Ask) -> None:
    """All stories of the moment answer under their own host and path."""
    for story in site.stories()[:60] + site.stories("jatim"):
        answer = ask(story.path, host=story.host)
        assert answer.status == 200
        assert (
            html.document_fromstring(answer.body).xpath("//h1")[0].text_content() == story.headline
        )


def test_id_alone_leads_to_the_story(ask: Ask, story: Story) -> None:
    """The slug is not looked at, on AMP and mobile addresses neither."""
    page, amp = ask(story.path).body, ask(f"/amp{story.path}").body
    for path, expected in (
        (f"/berita/{story.article_id}", page),
        (f"/berita/{story.article_id}/lain", page),
        (f"{story.path}?utm_source=x", page),
        (f"/amp/berita/{story.article_id}", amp),
        (f"/amp{story.path}?utm_source=x", amp),
    ):
        assert ask(path, host="m.antaranews.com").body == expected
    assert page != amp


def test_host_decides_the_id_space(site: Replica, ask: Ask, story: Story) -> None:
    """A regional host knows its own ids only; an unknown host is the national one."""
    regional = site.stories("jatim")[0]
    assert ask(regional.path, host="jatim.antaranews.com").status == 200
    assert ask(regional.path).status == 404
    assert ask(story.path, host="jatim.antaranews.com").status == 404
    assert ask(story.path, host="127.0.0.1:1").status == 200
    assert ask(story.path, host="otomotif.antaranews.com:8080").status == 200


def test_robots(ask: Ask) -> None:
    """Everybody may read all but two folders; some bots have rules of their own."""
    answer = ask("/robots.txt")
    assert answer.headers["Content-Type"] == "text/plain"
    text = answer.body.decode()
    assert text.startswith("User-agent: *\nAllow: /\nDisallow: /ajax/*\nDisallow: /ucnews/*\n")
    assert "claudebot" in text
    assert "Crawl-delay" not in text
    assert "Sitemap" not in text


def test_not_found_page_is_large_and_full_of_links(ask: Ask) -> None:
    """An unknown path is a 404 with a page that looks rich."""
    answer = ask("/tidak/ada/di/sini")
    assert answer.status == 404
    assert 790_000 < len(answer.body) < 810_000
    links = re.findall(rb'href="https://www\.antaranews\.com/berita/(\d+)/', answer.body)
    assert len(links) == 481
    assert 0 < sum(ask(f"/berita/{int(number)}").status == 200 for number in links[:45]) < 45


def test_conditional_requests(ask: Ask, story: Story) -> None:
    """A known entity tag or date gives 304 without a body; the tag outranks the date."""
    for path in (story.path, "/rss/dunia.xml", "/robots.txt"):
        fresh = ask(path)
        tag, date = fresh.headers["ETag"], fresh.headers["Last-Modified"]
        for headers in (
            {"If_None_Match": tag},
            {"If_None_Match": f'"x", W/{tag}'},
            {"If_Modified_Since": date},
            {"If_None_Match": tag, "If_Modified_Since": "Thu, 01 Jan 2009 00:00:00 GMT"},
        ):
            answer = ask(path, **headers)
            assert (answer.status, answer.body, answer.headers["ETag"]) == (304, b"", tag)
        for headers in (
            {"If_None_Match": '"x"', "If_Modified_Since": date},
            {"If_Modified_Since": "Thu, 01 Jan 2009 00:00:00 GMT"},
            {"If_Modified_Since": "gestern"},
        ):
            assert ask(path, **headers).status == 200


def test_date_is_the_replicas_own(site: Replica, ask: Ask) -> None:
    """The Date header follows the replica's clock, so that nothing is younger than its answer."""
    expected = format_datetime(site.site.now().astimezone(UTC), usegmt=True)
    assert ask("/dunia").headers["Date"] == expected


def test_compression_and_head(ask: Ask, story: Story) -> None:
    """Bodies are compressed where it is asked for; HEAD has the headers of GET and no body."""
    plain, packed = ask(story.path), ask(story.path, Accept_Encoding="gzip, deflate")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    head = ask(story.path, method="HEAD")
    assert (head.body, head.headers["Content-Length"]) == (b"", str(len(plain.body)))


def test_counting(site: Replica, ask: Ask, story: Story) -> None:
    """Every request is counted by kind and status, over HTTP too; asking for it is not."""
    tag = ask(story.path).headers["ETag"]
    ask(story.path, If_None_Match=tag)
    ask("/robots.txt")
    ask("/rss/dunia.xml")
    ask("/dunia")
    ask("/berita/1")
    ask("/apa/saja")
    assert site.counts == {
        "article": {"200": 1, "304": 1, "404": 1},
        "feed": {"200": 1},
        "listing": {"200": 1},
        "other": {"404": 1},
        "robots": {"200": 1},
    }
    assert site.log.of("article") == 3
    assert [request.conditional for request in site.requests][:3] == [False, True, False]
    over_http = json.loads(ask("/_replica/counts").body)
    assert over_http["kinds"] == site.counts
    assert (over_http["requests"], over_http["conditional"]) == (8 - 1, 1)
    assert json.loads(ask("/_replica/reset", method="POST").body)["requests"] == 0
    assert not site.requests


def test_log_says_what_was_asked(site: Replica, ask: Ask) -> None:
    """An entry has method, host, path with query, status and the bytes that were sent."""
    answer = ask("/dunia?x=1", host="m.antaranews.com")
    (entry,) = site.requests
    assert (entry.method, entry.host, entry.path) == ("GET", "m.antaranews.com", "/dunia?x=1")
    assert (entry.status, entry.size) == (200, len(answer.body))


def test_log_has_the_whole_traffic(site: Replica) -> None:
    """An entry has the bytes of request and answer as they went over the socket, heads included."""
    request = b"GET /dunia HTTP/1.1\r\nHost: www.antaranews.com\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", int(site.origin.rpartition(":")[2]))) as client:
        client.sendall(request)
        answer = b"".join(iter(lambda: client.recv(65536), b""))
    (entry,) = site.drain()
    assert (entry.asked, entry.answered) == (len(request), len(answer))
    assert not site.requests
    assert not site.counts


def test_faults(site: Replica, ask: Ask, story: Story) -> None:
    """A path can be made to fail with a status, a whole answer, a delay or a closed connection."""
    site.faults["/"] = 0.01
    before = time.monotonic()
    assert ask("/dunia").status == 200
    assert time.monotonic() - before >= 0.01
    site.faults["/berita/"] = 503
    site.faults["/dunia"] = Response(429, "listing", b"", headers=(("Retry-After", "7"),))
    assert ask(story.path).status == 503
    assert (ask("/dunia").status, ask("/dunia").headers["Retry-After"]) == (429, "7")
    site.faults["/berita/"] = "close"
    with pytest.raises(OSError, match="without response"):
        ask(story.path)
    site.hook = lambda host, path: 500 if host.startswith("jatim") and path == "/terkini" else None
    assert ask("/terkini", host="jatim.antaranews.com").status == 500
    assert ask("/terkini").status == 200


def test_a_fault_can_be_a_querys(site: Replica, ask: Ask) -> None:
    """What goes wrong can depend on the query."""
    search = "/search?q=%20&startDate=20-10-2026&endDate=20-10-2026"
    site.faults[f"{search}&page=2"] = 503
    assert [ask(search + page).status for page in ("", "&page=2", "&page=3")] == [200, 503, 200]
    site.hook = lambda _, target: 500 if target.endswith("page=3") else None
    assert ask(f"{search}&page=3").status == 500


def test_two_replicas_and_an_early_question(site: Replica) -> None:
    """Replicas share nothing; one that does not listen has no origin."""
    with Replica(clock=site.site.now, per_day=3) as other:
        assert other.origin != site.origin
        assert len(other.stories()) < len(site.stories())
    with pytest.raises(RuntimeError, match="context manager"):
        _ = other.origin
