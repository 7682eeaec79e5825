"""From Scrapy's requests and answers to the bytes of an exchange."""

from ipaddress import ip_address

import pytest
from scrapy import Request
from scrapy.http import Response

from newscrawl.extensions.archive import _answered, _asked

URL = "https://www.antaranews.com/search?q=a%20b&page=2#top"


def test_a_request_as_it_goes_out() -> None:
    """Path and query, headers in their order, each value its own line, the canonical host last."""
    request = Request(
        URL, headers={"Host": "127.0.0.1:8000", "Accept": ["a", "b"], "If-None-Match": '"x"'}
    )
    assert _asked(request) == (
        b"GET /search?q=a%20b&page=2 HTTP/1.1\r\nAccept: a\r\nAccept: b\r\n"
        b'If-None-Match: "x"\r\nHost: www.antaranews.com\r\n\r\n'
    )


def test_a_request_with_a_body_or_without_a_path() -> None:
    """A body stands behind the head; an address without a path asks for the root."""
    asked = _asked(Request("https://www.antaranews.com", method="POST", body=b"x=1"))
    assert asked.startswith(b"POST / HTTP/1.1\r\n")
    assert asked.endswith(b"\r\n\r\nx=1")


@pytest.mark.parametrize(
    ("status", "protocol", "first"),
    [
        (200, "HTTP/1.1", b"HTTP/1.1 200 OK"),
        (301, "HTTP/1.0", b"HTTP/1.0 301 Moved Permanently"),
        (522, None, b"HTTP/1.1 522 "),
    ],
)
def test_the_head_of_an_answer(status: int, protocol: str | None, first: bytes) -> None:
    """The status line has the standard phrase; bytes of headers stay as they came."""
    answer = Response(
        URL,
        status=status,
        headers={"Set-Cookie": [b"a=1", b"b=\xff"]},
        ip_address=ip_address("127.0.0.1"),
        protocol=protocol,
    )
    assert _answered(answer) == first + b"\r\nSet-Cookie: a=1\r\nSet-Cookie: b=\xff\r\n\r\n"
