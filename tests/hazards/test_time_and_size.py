"""Answers that take too long, are too much, or break off."""

import gzip
import time

import pytest

from newscrawl import settings
from tests.e2e.pages import WWW, path, site, story
from tests.e2e.serving import Answer
from tests.hazards.conftest import Crawl
from tests.hazards.raw import Page, RawServer, Send, chunked, head

MEGABYTE = 1 << 20
SITE = site(100, 99)
STORY = (WWW, path(100))
PAGE = story(100).body
HTML = "Content-Type: text/html; charset=utf-8"
GZIP = "Content-Encoding: gzip"


def memory(crawl: Crawl) -> int:
    """Return how many megabytes a crawl of nothing special has taken so far."""
    with RawServer(site(90)) as server:
        return crawl(server.origin, data="before").megabytes


def one_after_another(parts: bytes, before: bytes = b"") -> Page:
    """Return an answer whose bytes come slowly, one by one."""

    def send_slowly(send: Send) -> None:
        send(before)
        for byte in parts:
            send(bytes([byte]))
            time.sleep(0.05)

    return send_slowly


def say_nothing(send: Send) -> None:
    """Leave the client waiting."""
    time.sleep(10)
    send(b"")


def without_end(send: Send) -> None:
    """Send for as long as anybody takes it."""
    send(head(HTML))
    while True:
        send(b"<p>lagi</p>" * 6000)


@pytest.mark.parametrize(
    "answer",
    [
        say_nothing,
        one_after_another(head(HTML)),
        one_after_another(PAGE, before=head(HTML, f"Content-Length: {len(PAGE)}")),
    ],
    ids=["silence", "slow head", "slow body"],
)
def test_hang_and_slow_drip(crawl: Crawl, answer: Page) -> None:
    """A page has its time as a whole, 30 s at most, and is tried again later; others are read.

    Plain Scrapy waits 180 s, three times.
    """
    assert settings.DOWNLOAD_TIMEOUT <= 30
    with RawServer(SITE | {STORY: answer}) as server:
        done = crawl(server.origin, {"DOWNLOAD_TIMEOUT": 0.3, "RETRY_ENABLED": False})
    assert done.outcomes == {"new": {"": 1}, "failed": {"timeout": 1}}
    assert done.exit_code == 3


def test_endless_body(crawl: Crawl) -> None:
    """A body without an end is let go at the limit of 8 MiB, without having been kept in memory.

    Plain Scrapy takes 1 GiB.
    """
    assert settings.DOWNLOAD_MAXSIZE == 8 * MEGABYTE
    with RawServer(SITE | {STORY: without_end}) as server:
        before = memory(crawl)
        done = crawl(server.origin)
        assert server.sent[STORY[1]] < 64 * MEGABYTE  # sockets buffer some
    assert done.outcomes["dropped"] == {"too_large": 1}
    assert done.megabytes < before + 64


def test_content_length_of_10_gb(crawl: Crawl) -> None:
    """A page that announces 10 GB is refused before any of it is taken."""
    with RawServer(SITE | {STORY: head(HTML, "Content-Length: 10000000000") + PAGE}) as server:
        done = crawl(server.origin)
    assert done.outcomes == {"new": {"": 1}, "dropped": {"too_large": 1}}


def test_gzip_bomb(crawl: Crawl) -> None:
    """A small body that unpacks to more than the limit is let go there, and the page dropped.

    Plain Scrapy unpacks up to 1 GiB, and needs twice that in memory.
    """
    bomb = gzip.compress(bytes(100 * MEGABYTE), compresslevel=1)
    pages = SITE | {STORY: Answer(bomb, headers={"Content-Encoding": "gzip"})}
    with RawServer(pages) as server:
        before = memory(crawl)
        done = crawl(server.origin)
    assert done.outcomes["dropped"] == {"too_large": 1}
    assert done.megabytes < before + 64


@pytest.mark.parametrize("missing", [1, 8, 60])
def test_truncated_gzip(crawl: Crawl, missing: int) -> None:
    """A compressed page that stops short of its end is no page, whatever its length header says.

    Plain Scrapy delivers what there is as a whole page.
    """
    cut = gzip.compress(PAGE)[:-missing]
    with RawServer(SITE | {STORY: Answer(cut, headers={"Content-Encoding": "gzip"})}) as server:
        done = crawl(server.origin)
    assert [record["article_id"] for record in done.records] == [99]
    assert list(done.outcomes) == ["new", "failed"]


def test_false_content_encoding(crawl: Crawl) -> None:
    """A page that says gzip and is none is tried again, not given up, and costs no other page.

    Plain Scrapy ends the request with an error that nothing retries.
    """
    with RawServer(SITE | {STORY: head(HTML, GZIP) + PAGE}) as server:
        done = crawl(server.origin)
    assert [record["article_id"] for record in done.records] == [99]
    assert sum(done.outcomes["failed"].values()) == 1


@pytest.mark.parametrize(
    "answer",
    [
        head(HTML, f"Content-Length: {len(PAGE) + 10}") + PAGE,
        head(HTML, "Transfer-Encoding: chunked") + b"no chunk\r\n" + PAGE,
        head(HTML, "Transfer-Encoding: chunked") + chunked([PAGE], end=b""),
    ],
    ids=["length", "bad chunk", "no last chunk"],
)
def test_truncated_or_broken_body(crawl: Crawl, answer: bytes) -> None:
    """A page that breaks off is tried again later, and what came of it is not read."""
    with RawServer(SITE | {STORY: answer}) as server:
        done = crawl(server.origin, {"RETRY_ENABLED": False})
    assert [record["article_id"] for record in done.records] == [99]
    assert sum(done.outcomes["failed"].values()) == 1


def test_line_of_50_mb(crawl: Crawl) -> None:
    """A page of one enormous line is refused by its size.

    Plain Scrapy parses it, in 317 MB.
    """

    def send_all(send: Send) -> None:
        send(head(HTML, f"Content-Length: {50 * MEGABYTE}"))
        for _ in range(50):
            send(b"k" * MEGABYTE)

    with RawServer(SITE | {STORY: send_all}) as server:
        done = crawl(server.origin)
        assert server.sent[STORY[1]] < 32 * MEGABYTE
    assert done.outcomes == {"new": {"": 1}, "dropped": {"too_large": 1}}


@pytest.mark.parametrize(
    "headers",
    [["X: " + "a" * 1_000_000], [f"X-{number}: a" for number in range(100_000)]],
    ids=["1 MB", "100,000"],
)
def test_enormous_headers(crawl: Crawl, headers: list[str]) -> None:
    """A head that is too long, or has too many lines, costs its own page alone."""
    answer = head(HTML, f"Content-Length: {len(PAGE)}", *headers) + PAGE
    with RawServer(SITE | {STORY: answer}) as server:
        done = crawl(server.origin, {"RETRY_ENABLED": False})
    assert 99 in [record["article_id"] for record in done.records]
    assert sum(sum(reasons.values()) for reasons in done.outcomes.values()) == 2


def test_set_cookie_bomb(crawl: Crawl) -> None:
    """Cookies are neither kept nor sent, however many there are.

    Plain Scrapy keeps 2,000 of 4 kB, and asks the network for a list of public suffixes.
    """
    assert not any("cookies" in name for name in settings.DOWNLOADER_MIDDLEWARES_BASE)
    cookies = [f"Set-Cookie: c{number}={'a' * 4000}; Path=/" for number in range(100)]
    answer = head(HTML, f"Content-Length: {len(PAGE)}", *cookies) + PAGE
    with RawServer(SITE | {STORY: answer}) as server:
        done = crawl(server.origin, {"CONCURRENT_REQUESTS": 1, "RETRY_ENABLED": False})
        assert "cookie" not in "".join(server.heads).lower()
    assert 99 in [record["article_id"] for record in done.records]
