"""HTTP responses as they stand in archives."""

from hypothesis import example, given
from hypothesis import strategies as st

from newscrawl.archive.responses import read_answer
from tests.archive.warcs import answer


@given(st.binary(max_size=60))
@example(b"a\n")
@example(b"5\r\nabc")
def test_a_coded_body_that_looks_chunked(body: bytes) -> None:
    """A compressed body is taken as it is where only its first bytes look like framing."""
    coded = "Content-Encoding: gzip"
    stored = read_answer(answer(b"\x1f\x8b" + body, "Transfer-Encoding: chunked", coded))
    assert stored.body() == b"\x1f\x8b" + body
    looks = read_answer(answer(b"5\r\nabcde!", "Transfer-Encoding: chunked", coded))
    assert looks.body() == b"5\r\nabcde!"


def test_headers_that_are_there_twice() -> None:
    """Every header line is kept as it stands there, in the order of the archive."""
    read = read_answer(answer(b"", "Set-Cookie: a=1", "set-cookie: b=2", "rusak", "X-Kosong:"))
    assert read.headers[1:] == (("Set-Cookie", "a=1"), ("set-cookie", "b=2"), ("X-Kosong", ""))
    assert read.values("set-cookie") == ["a=1", "b=2"]


def test_a_status_that_no_standard_has() -> None:
    """Sites make them up, and a crawl keeps what they answered."""
    assert read_answer(answer(b"", status="HTTP/1.1 999 ")).status == 999
