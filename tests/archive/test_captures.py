"""Pages of stories, read from archives of every form."""

import gzip
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc import ArchiveIterator

from newscrawl.antara.urls import story_url
from newscrawl.archive import captures as module
from newscrawl.archive.captures import Capture, Damage, Passed, captures
from newscrawl.archive.told import CONTENT_TYPE, Told, dump_told
from newscrawl.items import Discovered
from tests.archive.warcs import (
    address,
    answer,
    numbers,
    packed,
    page,
    read,
    record,
    request,
    response,
)

INFO = record("warcinfo", b"software: apa saja\r\n", Content_Type=CONTENT_TYPE)


def _told(number: int) -> bytes:
    story = story_url(address(number))
    assert story is not None
    return dump_told(Told("20261120T050000Z", story, Discovered(via="feed")))


def _exchange(number: int) -> list[bytes]:
    reply = response(number, WARC_Record_ID=f"<urn:x:{number}>")
    fields = {"WARC_Concurrent_To": f"<urn:x:{number}>", "WARC_Target_URI": address(number)}
    told = record("metadata", _told(number), Content_Type=CONTENT_TYPE, **fields)
    return [request(number, **fields), told, reply]


RECORDS = [INFO, *_exchange(1), *_exchange(2)]


def _blocks(records: list[bytes], size: int) -> bytes:
    """Return a file of members that begin wherever they like, as block compression makes them."""
    whole = b"".join(records)
    return packed(whole[at : at + size] for at in range(0, len(whole), size))


@pytest.mark.parametrize(
    "content",
    [
        packed(RECORDS),
        b"".join(RECORDS),
        gzip.compress(b"".join(RECORDS), mtime=0),
        _blocks(RECORDS, 100),
        _blocks(RECORDS, 7),
        packed([b"".join(RECORDS[:4]), b"".join(RECORDS[4:])]),
    ],
    ids=["members", "plain", "one", "blocks", "small-blocks", "groups"],
)
def test_every_form_reads_the_same(content: bytes, tmp_path: Path) -> None:
    """However a file is compressed, its pages come out in order, with what the crawl knew."""
    pages, damages, passed = read(tmp_path / "a.warc.gz", content)
    assert (numbers(pages), damages) == ([1, 2], [])
    assert [capture.body for capture in pages] == [page(1), page(2)]
    assert [capture.told.story.article_id for capture in pages if capture.told] == [1, 2]
    assert {capture.fetched_at for capture in pages} == {datetime(2026, 11, 20, 5, tzinfo=UTC)}
    assert pages[0].headers == (("Content-Type", "text/html; charset=UTF-8"),)
    assert passed == Passed(other_records=5, position=len(content))


@pytest.mark.parametrize("content", [packed(RECORDS), b"".join(RECORDS)])
def test_offsets_lead_to_the_records(content: bytes, tmp_path: Path) -> None:
    """Another reader finds the response at its offset, and the request at the beginning."""
    pages, _, _ = read(tmp_path / "a.warc", content)
    for capture in pages:
        for offset, kind in ((capture.offset, "response"), (capture.beginning, "request")):
            with capture.path.open("rb") as file:
                file.seek(offset)
                found = next(iter(ArchiveIterator(file, parse_http=False)))
                assert found.headers.get("WARC-Type") == kind
                assert found.headers.get("WARC-Target-URI") == capture.url


def test_companions_of_others(tmp_path: Path) -> None:
    """Records before a response belong to it only when they say so."""
    records = [*_exchange(1)[:2], response(2), request(3), request(4), response(4)]
    pages, _, _ = read(tmp_path / "a.warc", b"".join(records))
    assert [capture.told for capture in pages] == [None, None]
    assert [capture.offset - capture.beginning for capture in pages] == [0, len(request(4))]


@pytest.mark.parametrize(
    ("one", "counted"),
    [
        (response(1, WARC_Target_URI="https://example.com/berita/1/x"), "other_sites"),
        (response(1, WARC_Target_URI="https://antaranews.com.example/berita/1/x"), "other_sites"),
        (response(1, WARC_Target_URI="dns:www.antaranews.com"), "other_sites"),
        (response(1, WARC_Target_URI="https://www.antaranews.com/dunia"), "no_story"),
        (response(1, answer(b"", status="HTTP/1.1 301 Moved")), "statuses"),
        (response(1, answer(b"", status="HTTP/1.1 404")), "statuses"),
        (record("revisit", answer(b""), WARC_Target_URI=address(1)), "revisits"),
        (record("resource", b"x", WARC_Target_URI=address(1)), "other_records"),
        (record("layar", b"x", WARC_Target_URI="https://example.com/"), "other_records"),
        (INFO, "other_records"),
    ],
)
def test_what_is_passed_over(one: bytes, counted: str, tmp_path: Path) -> None:
    """Everything that is no page of a story is counted, and is no damage."""
    pages, damages, passed = read(tmp_path / "a.warc.gz", packed([one, response(2)]))
    assert (numbers(pages), damages) == ([2], [])
    assert getattr(passed, counted) == 1


@pytest.mark.parametrize(
    "one",
    [
        response(1, WARC_Target_URI=f"<{address(1)}>", version="1.0"),
        response(1, WARC_Target_URI=address(1).replace("https", "http")),
        response(1, WARC_Target_URI=address(1).replace("www.", "m.")),
        response(1, WARC_Target_URI="https://www.antaranews.com/amp/berita/1/kabar-1"),
        response(1, version="0.18", Content_Type="application/http;msgtype=response"),
        response(1, WARC_Date="2026-11-20T05:00:00.123456Z"),
        response(1, WARC_Date="2026-11-20T12:00:00+07:00"),
        response(1, WARC_Date="20261120050000"),
        response(1, answer(page(1), status="HTTP/2 200")),
        response(1, answer(page(1)).replace(b"\r\n", b"\n")),
        response(1, answer(page(1), "X-Lama: satu\r\n\tdua")),
        response(1).replace(b"WARC-Type: response", b"warc-type:\r\n response"),
        response(1, answer(page(1), "X-Crawl-Content-Encoding: gzip", "Content-Length: 99999")),
        response(1, answer(page(1), "Content-Encoding: gzip", "Content-Length: 99999")),
        response(1, WARC_Block_Digest="blake3:zzz", WARC_Payload_Digest="tanpa"),
        response(1).removesuffix(b"\r\n\r\n"),
    ],
)
def test_dialects(one: bytes, tmp_path: Path) -> None:
    """Records are read as old and new writers, Common Crawl and browsers' crawlers make them."""
    for content in (gzip.compress(one), one):
        [capture], damages, _ = read(tmp_path / "a.warc", content)
        assert damages == []
        assert story_url(capture.url) is not None
        assert capture.fetched_at == datetime(2026, 11, 20, 5, tzinfo=UTC)
        assert (capture.status, capture.body) == (200, page(1))


def test_a_file_with_line_feeds_alone(tmp_path: Path) -> None:
    """Heads of records whose writer left out the carriage returns are read."""
    head, rest = response(1).split(b"\r\n\r\n", 1)
    one = head.replace(b"\r\n", b"\n") + b"\n\n" + rest.removesuffix(b"\r\n\r\n") + b"\n\n"
    pages, damages, _ = read(tmp_path / "a.warc", one + one)
    assert (numbers(pages), damages) == ([1, 1], [])


@pytest.mark.parametrize(
    ("one", "reason", "said"),
    [
        (response(1, WARC_Target_URI=None), "bad_record", "no WARC-Target-URI"),
        (response(1, WARC_Date=None), "bad_record", "no WARC-Date"),
        (response(1, WARC_Date="kemarin"), "bad_record", "'kemarin'"),
        (response(1, WARC_Date="0000-00-00T00:00:00Z"), "bad_record", "'0000-"),
        (response(1, WARC_Date="0900-01-01T00:00:00Z"), "bad_record", "'0900-"),
        (response(1, WARC_Date="9999-12-31T23:59:59Z"), "bad_record", "'9999-"),
        (response(1, WARC_Type=None), "bad_record", "no WARC-Type"),
        (response(1, WARC_Type="respons"), "bad_record", "'respons'"),
        (response(1, WARC_Truncated="length"), "truncated", "length"),
        (response(1, WARC_Segment_Number="1"), "truncated", "segment"),
        (response(1, answer(page(1), "Content-Length: 99999")), "truncated", "99,999"),
        (response(1, b"bukan HTTP"), "bad_http", "bukan HTTP"),
        (response(1, b"HTTP/1.1 200 OK\r\nX: y\r\n"), "bad_http", "no end"),
        (response(1, b"bukan HTTP", Content_Type=None), "no_content_type", "what it is"),
    ],
)
def test_records_that_cannot_be_used(one: bytes, reason: str, said: str, tmp_path: Path) -> None:
    """A story's record that lacks what one has to know is told by its reason, and named."""
    content = [response(2), one, response(3)]
    pages, [damage], _ = read(tmp_path / "a.warc.gz", packed(content))
    assert numbers(pages) == [2, 3]
    assert (damage.offset, damage.reason) == (len(packed(content[:1])), reason)
    assert said in damage.message


def test_a_record_without_content_type(tmp_path: Path) -> None:
    """A record that does not say what it is, and is HTTP plainly, is told and read."""
    pages, [damage], _ = read(tmp_path / "a.warc", response(1, Content_Type=None))
    assert numbers(pages) == [1]
    assert damage.reason == "no_content_type"


def _chunked(body: bytes, size: int) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    framed = [f"{len(part):x};nama=nilai\r\n".encode() + part + b"\r\n" for part in parts]
    return b"".join(framed) + b"0\r\n\r\n"


CHUNKED = "Transfer-Encoding: chunked"


@pytest.mark.parametrize("coded", [[], ["Content-Encoding: br"]])
def test_chunked_bodies(coded: list[str], tmp_path: Path) -> None:
    """Chunked framing is taken off where it is there, which the header alone does not tell."""
    for stored in (_chunked(page(1), 100), _chunked(page(1), 99999), page(1)):
        one = response(1, answer(stored, CHUNKED, *coded))
        [capture], damages, _ = read(tmp_path / "a.warc.gz", packed([one]))
        assert (capture.body, damages) == (page(1), [])


@pytest.mark.parametrize("left", [0.5, 0.99])
@pytest.mark.parametrize("size", [100, 99999])
def test_a_chunked_body_without_end(left: float, size: int, tmp_path: Path) -> None:
    """A chunked body that breaks off is told, and not taken for the page."""
    stored = _chunked(page(1), size)
    one = response(1, answer(stored[: int(len(stored) * left)], CHUNKED))
    pages, [damage], _ = read(tmp_path / "a.warc.gz", packed([one]))
    assert (pages, damage.reason) == ([], "truncated")


def test_a_body_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A body that no page of the site could have is told, and never held."""
    monkeypatch.setattr(module, "LARGEST", 1_000_000)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed([response(1, answer(b"x" * 30_000_000)), response(2)]))
    tracemalloc.start()
    try:
        found = list(captures(path, Passed()))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [type(one) for one in found] == [Damage, Capture]
    assert isinstance(found[0], Damage)
    assert found[0].reason == "too_large"
    assert peak < 2_000_000


@pytest.mark.parametrize("form", [packed, b"".join])
def test_memory_does_not_grow(form: Callable[[list[bytes]], bytes], tmp_path: Path) -> None:
    """What is held does not depend on how much an archive has, other sites' records included."""
    other = response(1, answer(b"y" * 3_000_000), WARC_Target_URI="https://example.com/")
    path = tmp_path / "a.warc"
    peaks = []
    for times in (2, 20):
        path.write_bytes(form([other, response(2)] * times))
        tracemalloc.start()
        for _ in captures(path, Passed()):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 200_000


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A file that cannot be opened is told as such."""
    [damage] = captures(tmp_path / "tidak-ada.warc.gz", Passed())
    assert isinstance(damage, Damage)
    assert (damage.reason, damage.message) == ("unreadable", "No such file or directory")


def test_a_further_page_that_is_not_there(tmp_path: Path) -> None:
    """An answer that says so is given on, also where it is a reference to the site's error page."""
    further = address(1) + "?page=2"
    moved = answer(b"", "Location: /", status="HTTP/1.1 301 Moved Permanently")
    gone = answer(b"", status="HTTP/1.1 404 Not Found")
    failed = answer(b"", status="HTTP/1.1 503 Service Unavailable")
    records = [
        response(1, moved, WARC_Target_URI=further),
        record("revisit", gone, WARC_Target_URI=further),
        record("revisit", answer(b""), WARC_Target_URI=further),
        response(1, failed, WARC_Target_URI=further),
        response(1, gone),
    ]
    pages, damages, passed = read(tmp_path / "a.warc.gz", packed(records))
    assert ([page.status for page in pages], damages) == ([301, 404], [])
    assert not any(page.is_page for page in pages)
    assert (passed.statuses, passed.revisits) == (3, 2)
