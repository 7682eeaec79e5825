"""``scrapy extract`` on archives of any origin, whole ones and others: what it prints and says."""

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.archive.warcs import address, answer, packed, record, request, response
from tests.e2e.archived import extract, extract_with
from tests.e2e.pages import story

_CAPITALS = """
def extract(*given):
    article = original(*given)
    article.headline = article.headline.upper()
    return article
"""


def page(number: int, body: str | None = None) -> bytes:
    """Return the record of an invented story's page."""
    return response(number, answer(story(number, body=body).body))


def archive(path: Path, *records: bytes) -> list[int]:
    """Write an archive of one gzip member a record; return where each member begins."""
    members = [packed([one]) for one in records]
    path.write_bytes(b"".join(members))
    return [sum(map(len, members[:number])) for number in range(len(members))]


def ids(output: bytes) -> list[int]:
    """Return which stories were printed."""
    return [json.loads(line)["article_id"] for line in output.splitlines()]


def said(errors: bytes) -> list[str]:
    """Return the messages, without the two lines of the summary."""
    lines = errors.decode().splitlines()
    assert lines[-1].startswith("passed over: ")
    return lines[:-2]


def test_an_archive_of_another_origin(tmp_path: Path) -> None:
    """From an archive of many sites the site's stories are read, by http and https; no more."""
    path = tmp_path / "CC-NEWS-20261120.warc.gz"
    elsewhere = response(9, WARC_Target_URI="https://news.example/berita/9/kabar-9")
    by_http = response(
        3,
        answer(story(3).body, "X-Crawler-content-encoding: gzip", 'ETag: "abc"'),
        WARC_Target_URI="http://www.antaranews.com/berita/3/kabar-3",
    )
    front = response(1, WARC_Target_URI="https://www.antaranews.com/")
    missing = response(5, answer(b"", status="HTTP/1.1 404 Not Found"))
    places = archive(
        path, record("warcinfo", b"x"), elsewhere, request(2), page(2), by_http, front, missing
    )
    done = extract(path)
    assert (done.returncode, said(done.stderr)) == (0, [])
    two, three = map(json.loads, done.stdout.splitlines())
    assert (two["article_id"], three["article_id"]) == (2, 3)
    assert three["url"] == "https://www.antaranews.com/berita/3/kabar-3"
    assert two["warc"] == {"file": path.name, "offset": places[3]}
    assert three["http"] == {"status": 200, "etag": '"abc"', "last_modified": None}
    assert two["fetched_at"] == "2026-11-20T05:00:00Z"
    assert (two["discovered"], two["run_id"]) == (None, None)
    told = done.stderr.decode().splitlines()
    assert told[0] == "1 archive: 2 pages read, 0 could not be; 0 damages"
    assert told[1] == (
        "passed over: 1 page of another kind, 0 revisits, 1 redirect or error,"
        " 1 page of other sites, 2 records that are no answers"
    )


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_truncated_member(tmp_path: Path, jobs: int) -> None:
    """What an archive that was cut off has before the cut is read; the cut is told with its place."""
    path = tmp_path / "cut.warc.gz"
    places = archive(path, page(1), page(2), page(3))
    path.write_bytes(path.read_bytes()[:-20])
    done = extract(path, "--jobs", jobs)
    assert (done.returncode, ids(done.stdout)) == (1, [1, 2])
    (message,) = said(done.stderr)
    assert message.startswith(f"{path}:{places[2]}: truncated: ")


def test_a_member_that_is_damaged(tmp_path: Path) -> None:
    """A damaged member costs what it holds; what stands behind it is read."""
    path = tmp_path / "damaged.warc.gz"
    places = archive(path, page(1), page(2), page(3))
    content = bytearray(path.read_bytes())
    content[places[1] + 200 : places[1] + 220] = bytes(20)
    path.write_bytes(content)
    done = extract(path)
    assert (done.returncode, ids(done.stdout)) == (1, [1, 3])
    assert said(done.stderr)[0].startswith(f"{path}:{places[1]}: bad_")


def test_a_plain_warc_that_is_cut_in_the_middle(tmp_path: Path) -> None:
    """The same holds for a file that is not compressed, whatever its name."""
    path = tmp_path / "plain"
    path.write_bytes((page(1) + page(2))[:-400])
    done = extract(path)
    assert (done.returncode, ids(done.stdout)) == (1, [1])
    (message,) = said(done.stderr)
    assert message.startswith(f"{path}:{len(page(1))}: truncated: ")


def test_a_record_without_content_type(tmp_path: Path) -> None:
    """It is told of, and read as what it looks like."""
    path = tmp_path / "a.warc.gz"
    bare = response(2, answer(story(2).body), Content_Type=None)
    places = archive(path, page(1), bare)
    done = extract(path)
    assert (done.returncode, ids(done.stdout)) == (1, [1, 2])
    (message,) = said(done.stderr)
    assert message.startswith(f"{path}:{places[1]}: no_content_type: ")


def test_an_html_file_by_the_name_of_a_warc(tmp_path: Path) -> None:
    """It is told what it is, and what to do."""
    path = tmp_path / "page.warc.gz"
    path.write_bytes(story(1).body)
    done = extract(path)
    assert (done.returncode, done.stdout) == (1, b"")
    (message,) = said(done.stderr)
    assert message.startswith(f"{path}:0: not_warc: this is no WARC file but an HTML page;")


def test_an_archive_by_the_name_of_a_page(tmp_path: Path) -> None:
    """What a file is decides its content."""
    path = tmp_path / "page.html"
    archive(path, page(1))
    assert ids(extract(path).stdout) == [1]


def test_an_empty_file_and_an_empty_directory(tmp_path: Path) -> None:
    """Both are told of by name, and the rest is read."""
    empty, nothing, good = tmp_path / "a.warc.gz", tmp_path / "nothing", tmp_path / "b.warc.gz"
    empty.touch()
    nothing.mkdir()
    archive(good, page(1))
    done = extract(empty, nothing, good)
    assert (done.returncode, ids(done.stdout)) == (1, [1])
    first, second = said(done.stderr)
    assert first.startswith(f"{empty}:0: empty: ")
    assert second == (f"{nothing}: empty: it has no *.warc.gz, *.warc, *.warc.gz.open, *.html")


def test_a_directory(tmp_path: Path) -> None:
    """All archives and pages of a directory and those below it are read, in the order of names."""
    (tmp_path / "2020").mkdir()
    archive(tmp_path / "2020" / "b.warc.gz", page(3))
    archive(tmp_path / "2020" / "a.warc.gz.open", page(2))
    (tmp_path / "2021.warc").write_bytes(page(4))
    (tmp_path / "notes.txt").write_text("nothing", "ascii")
    done = extract(tmp_path)
    assert (done.returncode, ids(done.stdout)) == (0, [2, 3, 4])


def test_a_file_that_a_crawl_is_writing(tmp_path: Path) -> None:
    """That its end is missing is said, and is no fault."""
    path = tmp_path / "a.warc.gz.open"
    archive(path, page(1), page(2))
    path.write_bytes(path.read_bytes()[:-20])
    done = extract(path)
    assert (done.returncode, ids(done.stdout)) == (0, [1])
    assert ": unfinished: " in said(done.stderr)[0]


def test_a_page_that_cannot_be_unpacked(tmp_path: Path) -> None:
    """A body that is not in its coding, or broke off, is named with its place."""
    path = tmp_path / "a.warc.gz"
    cut = answer(gzip.compress(story(1).body)[:-30], "Content-Encoding: gzip")
    false = answer(b"\x00\x01\x02nothing", "Content-Encoding: br")
    places = archive(path, response(1, cut), response(2, false), page(3))
    done = extract(path)
    assert (done.returncode, ids(done.stdout)) == (1, [3])
    one, two = said(done.stderr)
    assert one.startswith(f"{path}:{places[0]}: truncated: ")
    assert two.startswith(f"{path}:{places[1]}: bad_encoding: ")


def test_what_is_no_file(tmp_path: Path) -> None:
    """A pipe, of which nobody writes the other end, is named and not waited for."""
    os.mkfifo(tmp_path / "pipe.warc.gz")
    done = extract(tmp_path / "pipe.warc.gz", "/dev/null")
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        f"{path}: it is neither a file nor a directory"
        for path in (tmp_path / "pipe.warc.gz", "/dev/null")
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_name_that_is_no_text(tmp_path: Path, jobs: int) -> None:
    """A file whose name is not UTF-8 is read as any other; records and messages can have it."""
    path = tmp_path / os.fsdecode(b"a\xff.warc.gz")
    archive(path, page(1), response(2, b"bukan HTTP"))
    done = extract(path, "--jobs", jobs)
    assert ids(done.stdout) == [1]
    assert json.loads(done.stdout)["warc"] == {"file": "a\ufffd.warc.gz", "offset": 0}
    assert b"a\\udcff.warc.gz" in done.stderr
    stored = extract(path, "--store", tmp_path / "data", "--jobs", jobs)
    assert b"1 line written" in stored.stderr
    other = extract_with(_CAPITALS, path, "--against", tmp_path / "data")
    assert b"a\\udcff.warc.gz:0" in other.stdout


def test_messages_move_no_cursor(tmp_path: Path) -> None:
    """What an archive says reaches the terminal as text, on the line of its message."""
    path = tmp_path / "a.warc"
    path.write_bytes(response(2, WARC_Target_URI=address(2) + "\x1b[2J\r", WARC_Date="\x07"))
    done = extract(path)
    [message] = said(done.stderr)
    assert message.isprintable()
    assert ascii("\x07")[1:-1] in message


def test_an_address_for_an_archive(tmp_path: Path) -> None:
    """An archive has its addresses itself."""
    path = tmp_path / "a.warc.gz"
    archive(path, page(1))
    done = extract(path, "--url", address(1))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        f"scrapy extract: --url is for a saved page; {path} is an archive, which has it\n"
    )


def part(number: int, text: str, links: str) -> bytes:
    """Return a page of a story of several."""
    body = story(number, body=text).body.decode()
    return body.replace(
        "</p><p class", f'</p><ul class="pagination">{links}</ul><p class', 1
    ).encode()


def several(number: int) -> list[bytes]:
    """Return the records of a story of three pages."""
    links = "".join(
        f'<li><a href="{address(number)}?page={other}">{other}</a></li>' for other in (1, 2, 3)
    )
    addresses = [address(number), f"{address(number)}?page=2", f"{address(number)}?page=3"]
    texts = [f"Bagian {name} dari kabar itu panjang." for name in ("pertama", "kedua", "ketiga")]
    return [
        response(number, answer(part(number, text, links)), WARC_Target_URI=url)
        for text, url in zip(texts, addresses, strict=True)
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_story_of_several_pages(tmp_path: Path, jobs: int) -> None:
    """Its pages find each other between others; its record stands where the last page came."""
    path = tmp_path / "a.warc.gz"
    one, two, three = several(7)
    places = archive(path, page(1), one, page(2), two, page(3), three, page(4))
    done = extract(path, "--jobs", jobs)
    assert (done.returncode, said(done.stderr)) == (0, [])
    assert ids(done.stdout) == [1, 2, 3, 7, 4]
    whole: dict[str, Any] = json.loads(done.stdout.splitlines()[3])
    for text in ("pertama", "kedua", "ketiga"):
        assert whole["body"].count(text) == 1
    assert whole["warc"]["offset"] == places[1]


def test_a_story_of_which_a_page_is_not_there(tmp_path: Path) -> None:
    """It is read without, says so in its record, and is told of."""
    path = tmp_path / "a.warc.gz"
    one, _, three = several(7)
    places = archive(path, one, three)
    done = extract(path)
    assert done.returncode == 1
    (message,) = said(done.stderr)
    assert message == (
        f"{path}:{places[0]}: incomplete: of the story's further pages, 1 is not among the files;"
        " it is read without"
    )
    whole = json.loads(done.stdout)
    assert whole["fallbacks"]["body"] == "generic"
    assert "ketiga" in whole["body"]


def test_pages_of_other_archives_are_stored(tmp_path: Path) -> None:
    """An archive made elsewhere becomes a normal data directory: lines, ledger, archive, report."""
    path, data = tmp_path / "plain.warc", tmp_path / "data"
    path.write_bytes(page(1) + b"".join(several(7)) + page(2))
    done = extract(path, "--store", data)
    assert done.returncode == 0, done.stderr
    (day,) = (data / "antara" / "articles").iterdir()
    kept = [json.loads(line) for line in day.read_text(encoding="utf-8").splitlines()]
    assert [record["article_id"] for record in kept] == [1, 7, 2]
    (report,) = (data / "antara" / "runs").iterdir()
    assert {record["run_id"] for record in kept} == {report.stem}
    again = [json.loads(line) for line in extract(data / "antara" / "warc").stdout.splitlines()]
    assert [(one["warc"], one["body"]) for one in again] == [
        (one["warc"], one["body"]) for one in kept
    ]
