"""What is asked for again, and how often."""

import gzip
from typing import Any

import pytest

from newscrawl.middlewares.pace import TROUBLE_STATUSES
from tests.middlewares.asking import ask
from tests.middlewares.serving import Reply, ScriptedServer

PAGE = b"<html><body>" + b"<p>Kalimat dari sebuah berita.</p>" * 500 + b"</body></html>"
ZIPPED = {"Content-Encoding": "gzip", "Content-Type": "text/html; charset=utf-8"}


def asked(*replies: Reply, **settings: Any) -> tuple[list[Any], int]:
    """Return what becomes of a page that is answered so, the last time again and again."""

    def answer(path: str, count: int) -> Reply:
        if path == "/robots.txt":
            return Reply(404)
        return replies[min(count, len(replies)) - 1]

    with ScriptedServer(answer) as server:
        results = ask(server.origin, "/page", **settings)
    return results["/page"], server.paths.count("/page")


@pytest.mark.parametrize("status", sorted(TROUBLE_STATUSES))
def test_a_site_in_trouble_is_asked_twice_more(status: int) -> None:
    """Each status that may pass is worth two more requests, and then stands."""
    result, times = asked(Reply(status))
    assert (result[0], times) == (status, 3)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 501, 505])
def test_an_answer_is_an_answer(status: int) -> None:
    """A status that will not be another in a minute is taken as it is."""
    result, times = asked(Reply(status))
    assert (result[0], times) == (status, 1)


def test_a_page_that_comes_the_second_time() -> None:
    """Trouble that passes costs one request."""
    assert asked(Reply(500), Reply(body=b"here")) == ([200, "here"], 2)


@pytest.mark.parametrize(
    ("reply", "name"),
    [
        (Reply(None), "DownloadFailedError"),
        (Reply(body=b"begun", headers={"Content-Length": "5000", "Connection": "close"}), ""),
        (Reply(body=b"5\r\nbegun\r\n", headers={"Transfer-Encoding": "chunked"}), ""),
    ],
)
def test_a_connection_that_breaks_off(reply: Reply, name: str) -> None:
    """No answer, or a part of one, is worth two more requests; no part is taken for the page."""
    result, times = asked(reply, DOWNLOAD_TIMEOUT=1)
    expected = {name} if name else {"ResponseDataLossError", "DownloadTimeoutError"}
    assert result[0] in expected
    assert times == 3


def test_a_truncated_gzip_body_of_the_right_length() -> None:
    """What Scrapy delivers as a 200 without a word is asked for again, and then fails by name."""
    half = gzip.compress(PAGE)[:-40]
    result, times = asked(Reply(body=half, headers=ZIPPED))
    assert (result[0], times) == ("Truncated", 3)


def test_a_truncated_body_that_is_whole_the_next_time() -> None:
    """A page that broke off once is read whole."""
    whole = gzip.compress(PAGE)
    result, times = asked(Reply(body=whole[:60], headers=ZIPPED), Reply(body=whole, headers=ZIPPED))
    assert (result, times) == ([200, PAGE.decode()[:1000]], 2)


def test_a_false_content_encoding() -> None:
    """A page that is not what its header says is asked for once more, and then fails by name."""
    result, times = asked(Reply(body=PAGE, headers=ZIPPED))
    assert (result[0], times) == ("BadEncoding", 2)


@pytest.mark.parametrize("coding", ["identity", "utf-8", ""])
def test_a_coding_that_means_nothing(coding: str) -> None:
    """A header that names no compression leaves the page as it is, as browsers do."""
    result, times = asked(Reply(body=b"plain", headers={"Content-Encoding": coding}))
    assert (result, times) == ([200, "plain"], 1)


def test_an_empty_body_needs_no_stream() -> None:
    """A 304 may name the coding of what it stands for."""
    result, times = asked(Reply(304, b"", {"Content-Encoding": "gzip"}))
    assert (result[0], times) == (304, 1)


def test_codings_over_one_another() -> None:
    """Twice compressed is read; more often is nobody's intention."""
    twice = gzip.compress(gzip.compress(b"page"))
    assert asked(Reply(body=twice, headers={"Content-Encoding": "gzip, gzip"})) == (
        [200, "page"],
        1,
    )
    result, _ = asked(Reply(body=twice, headers={"Content-Encoding": "gzip, gzip, gzip"}))
    assert result[0] == "BadEncoding"


def test_a_bomb() -> None:
    """A small body that unpacks to more than DOWNLOAD_MAXSIZE is not asked for again."""
    bomb = gzip.compress(b"\0" * 5_000_000)
    result, times = asked(Reply(body=bomb, headers=ZIPPED), DOWNLOAD_MAXSIZE=100_000)
    assert (result[0], times) == ("DownloadCancelledError", 1)


def test_retries_count_across_a_redirect() -> None:
    """A request that was redirected has no retries of its own again."""

    def answer(path: str, count: int) -> Reply:
        if path == "/page":
            return Reply(503) if count == 1 else Reply(302, b"", {"Location": "/there"})
        return Reply(404 if path == "/robots.txt" else 503)

    with ScriptedServer(answer) as server:
        assert ask(server.origin, "/page")["/page"][0] == 503
    assert server.paths[1:] == ["/page", "/page", "/there", "/there"]
