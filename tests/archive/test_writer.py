"""What is written, and what is only referred to."""

import gzip
import random
import zlib
from datetime import timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from newscrawl.archive.exchange import http_head
from tests.archive.exchanges import AT, BODY, URL, exchange, files, kinds, ledger, read, writing

ANSWERS = ("response", "revisit")
LATER = AT + timedelta(hours=1)
NOT_MODIFIED = exchange(
    status=304, at=LATER, body=b"", head=http_head("HTTP/1.1 304 Not Modified", [(b"Etag", b'"a"')])
)


def test_an_exchange_is_kept_as_it_was(tmp_path: Path) -> None:
    """Request, metadata and response follow each other; the place is the response's; bytes are whole."""
    with writing(tmp_path) as writer:
        kept = writer.keep(exchange(told=b"via: x\r\n"))
        assert writer.records == 3
    [path] = files(tmp_path)
    records = read(path)
    assert [record.rec_type for _, record, _ in records] == [
        "warcinfo",
        "request",
        "metadata",
        "response",
    ]
    offset, response, payload = records[-1]
    assert (path.name, offset) == (kept.place.file, kept.place.offset)
    assert payload == BODY
    assert response.rec_headers.get_header("WARC-Target-URI") == URL
    assert response.rec_headers.get_header("WARC-Date") == "2026-11-20T05:00:00Z"
    assert response.rec_headers.get_header("WARC-IP-Address") == "127.0.0.1"
    answer = response.rec_headers.get_header("WARC-Record-ID")
    for _, record, _ in records[1:3]:
        assert record.rec_headers.get_header("WARC-Concurrent-To") == answer
    assert records[2][2] == b"via: x\r\n"
    assert writer.written == path.stat().st_size


def test_bytes_of_heads_are_not_changed(tmp_path: Path) -> None:
    """Bytes that are no ASCII stay in head and target as they came."""
    head = b"HTTP/1.1 200 OK\r\nX-Nama: \xff\xe9\r\n\r\n"
    with writing(tmp_path) as writer:
        kept = writer.keep(exchange(head=head, is_packed=True))
    member = (tmp_path / "warc" / kept.place.file).read_bytes()[kept.place.offset :]
    assert head + BODY in zlib.decompress(member, 31)


def test_a_compressed_body_is_stored_as_it_came(tmp_path: Path) -> None:
    """What the site sent compressed is not compressed again, and the head before it is."""
    body = gzip.compress(BODY, mtime=0)
    head = http_head("HTTP/1.1 200 OK", [(b"Content-Encoding", b"gzip")])
    with writing(tmp_path) as writer:
        writer.keep(exchange(head=head, body=body, is_packed=True))
    (file,) = files(tmp_path)
    stored = file.read_bytes()
    assert body in stored
    assert head not in stored
    assert read(file)[-1][2] == body


@pytest.mark.parametrize("size", [0, 1, 65_531, 65_535, 65_536, 200_000])
def test_a_compressed_body_of_any_size_is_read_again(tmp_path: Path, size: int) -> None:
    """A stored block has 65,535 bytes at most; records behind it are found, and digests are right."""
    body = random.Random(size).randbytes(size)
    head = http_head("HTTP/1.1 200 OK", [(b"Content-Encoding", b"br")])
    with writing(tmp_path) as writer:
        kept = writer.keep(exchange(head=head, body=body, is_packed=True))
        writer.keep(exchange(url=f"{URL}-lain"))
    (file,) = files(tmp_path)
    with file.open("rb") as stream:
        read_ = [
            (record.rec_type, record.raw_stream.read())
            for record in ArchiveIterator(stream, check_digests="raise")
        ]
    assert [kind for kind, _ in read_[-4:]] == ["request", "response"] * 2
    assert read_[-3][1] == body
    member = file.read_bytes()[kept.place.offset :]
    assert zlib.decompress(member, 31).endswith(b"\r\n\r\n" + body + b"\r\n\r\n")


@pytest.mark.parametrize("size", [100, 3_000, 4_096, 50_000])
def test_a_plain_body_is_packed_as_small_as_it_can_be(tmp_path: Path, size: int) -> None:
    """The little memory that a small record is packed with makes it no longer."""
    rng = random.Random(size)
    body = b"".join(rng.choice((b"dunia ", b"<p>", b"Jakarta ", b"7")) for _ in range(size))[:size]
    with writing(tmp_path) as writer:
        kept = writer.keep(exchange(body=body))
    (file,) = files(tmp_path)
    member = file.read_bytes()[kept.place.offset :]
    assert len(member) <= len(zlib.compress(zlib.decompress(member, 31), 6, 31)) * 1.01


def test_a_page_that_has_not_changed(tmp_path: Path) -> None:
    """A 304 refers to the page that it stands for; without one it is kept as it came."""
    with writing(tmp_path) as writer:
        writer.keep(NOT_MODIFIED)
        writer.keep(exchange())
        writer.keep(NOT_MODIFIED)
    (first, _), (page, _), (again, payload) = (
        (record, payload)
        for _, record, payload in read(*files(tmp_path))
        if record.rec_type in ANSWERS
    )
    assert (first.rec_type, first.http_headers.get_statuscode()) == ("response", "304")
    assert (again.rec_type, again.http_headers.get_statuscode()) == ("revisit", "304")
    assert payload == b""
    fields = again.rec_headers.get_header
    assert fields("WARC-Profile").endswith("/revisit/server-not-modified")
    assert fields("WARC-Refers-To") == page.rec_headers.get_header("WARC-Record-ID")
    assert fields("WARC-Refers-To-Target-URI") == URL
    assert fields("WARC-Refers-To-Date") == "2026-11-20T05:00:00Z"
    assert fields("WARC-Payload-Digest") == page.rec_headers.get_header("WARC-Payload-Digest")


def test_the_same_page_again(tmp_path: Path) -> None:
    """An equal page of the same address refers to the first, in this run and in the next."""
    with writing(tmp_path) as writer:
        first = writer.keep(exchange())
        writer.keep(exchange(at=LATER))
    with writing(tmp_path) as writer:
        writer.keep(exchange(at=LATER))
        writer.keep(exchange(at=LATER, body=BODY + b"!"))
        writer.keep(exchange(at=LATER))
    found = read(*files(tmp_path))
    answers = [record.rec_type for _, record, _ in found if record.rec_type != "request"]
    assert answers == ["warcinfo", "response", "revisit", "revisit", "response", "response"]
    revisit = next(record for _, record, _ in found if record.rec_type == "revisit")
    profile = revisit.rec_headers.get_header("WARC-Profile")
    assert profile == "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
    assert first.answer is not None
    assert str(first.answer.record) in revisit.rec_headers.get_header("WARC-Refers-To")


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"url": URL + "-lain"}, "response"),
        ({"may_refer": False}, "response"),
        ({"body": b"short"}, "response"),
        ({"status": 404}, "response"),
        ({}, "revisit"),
    ],
)
def test_what_is_kept_whole_again(tmp_path: Path, changes: dict[str, object], kind: str) -> None:
    """Another address, a page of which a record may be made, and what is small, are kept whole."""
    with writing(tmp_path) as writer:
        writer.keep(exchange(body=changes.get("body", BODY)))
        writer.keep(exchange(**changes))
    assert kinds(*files(tmp_path))[-1] == kind


def test_the_sites_error_page(tmp_path: Path) -> None:
    """An error page is kept once, whatever addresses have it, and never takes a page's place."""
    with writing(tmp_path) as writer:
        writer.keep(exchange())
        writer.keep(exchange(status=404, body=BODY * 2))
        writer.keep(exchange(status=404, body=BODY * 2, url=URL + "-lagi"))
    with writing(tmp_path) as writer:
        writer.keep(exchange(status=404, body=BODY * 2, url=URL + "-lain"))
        writer.keep(exchange(status=500, body=BODY * 2, url=URL + "-lain"))
        writer.keep(NOT_MODIFIED)
    answers = [kind for kind in kinds(*files(tmp_path)) if kind in ANSWERS]
    assert answers == ["response", "response", "revisit", "revisit", "response", "revisit"]
    *_, (_, last, _) = read(*files(tmp_path))
    assert last.rec_headers.get_header("WARC-Refers-To-Date") == "2026-11-20T05:00:00Z"


def test_a_page_whose_record_is_not_kept_yet(tmp_path: Path) -> None:
    """Nothing refers to a page before that is allowed: its record may be lost, and made again."""
    asked = exchange(is_known_later=True)
    with writing(tmp_path) as writer:
        writer.keep(asked)
    with writing(tmp_path) as writer:
        kept = writer.keep(asked)
        assert kept.answer is not None
        writer.confirm(kept.answer)
        writer.keep(asked)
    answers = [kind for kind in kinds(*files(tmp_path)) if kind in ANSWERS]
    assert answers == ["response", "response", "revisit"]


def test_a_page_that_took_the_place_of_another(tmp_path: Path) -> None:
    """What a 304 stands for is the page that came last, also where nothing may refer to it."""
    other = exchange(is_known_later=True, body=BODY + b"!")
    with writing(tmp_path) as writer:
        writer.keep(exchange())
        writer.keep(other)
        writer.keep(NOT_MODIFIED)
        writer.keep(exchange())
        writer.flush()
        writer.keep(other)
        writer.keep(NOT_MODIFIED)
    assert "revisit" not in kinds(*files(tmp_path))


def test_the_ledger_hears_of_nothing_before_the_disk_has_it(tmp_path: Path) -> None:
    """After a loss of power no reference leads to what the file has lost."""
    with writing(tmp_path) as writer:
        writer.keep(exchange())
        assert _known(tmp_path) == 0
        writer.flush()
        assert _known(tmp_path) == 1


def test_copies_of_another_archive(tmp_path: Path) -> None:
    """Members go over as they are; the place returned is the answer's, and a 304 can refer to it."""
    with writing(made(tmp_path / "one")) as writer:
        kept = writer.keep(exchange(told=b"via: x\r\n"))
    [source] = files(tmp_path / "one")
    begin = read(source)[1][0]
    members = source.read_bytes()[begin:]
    with writing(made(tmp_path / "two")) as writer:
        place = writer.copy(members, kept.place.offset - begin, 3)
        writer.keep(NOT_MODIFIED)
        assert writer.records == 5
    [copy] = files(tmp_path / "two")
    assert members in copy.read_bytes()
    records = {offset: record for offset, record, _ in read(copy)}
    assert records[place.offset].rec_type == "response"
    assert list(records.values())[-1].rec_type == "revisit"


def made(directory: Path) -> Path:
    """Return a directory that is there now."""
    directory.mkdir()
    return directory


def _known(directory: Path) -> int:
    with ledger(directory) as database:
        count: int = database.execute("SELECT count(*) FROM captures").fetchone()[0]
        return count
