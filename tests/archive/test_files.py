"""One file is written at a time; whole ones have their name, and nothing else has it."""

import errno
import os
import random
import resource
import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newscrawl import clock
from newscrawl.archive.exchange import http_head
from newscrawl.archive.files import ArchiveFiles
from newscrawl.archive.writer import ArchiveWriter
from newscrawl.ledger.captures import Captures
from tests.archive.exchanges import ABOUT, exchange, files, kinds, ledger, read, writing
from tests.making import NOON


def noise(size: int) -> bytes:
    """Return a head that compression makes about so large."""
    value = random.Random(size).randbytes(size).hex().encode()
    return http_head("HTTP/1.1 200 OK", [(b"X-Noise", value)])


@pytest.fixture(autouse=True)
def noon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the clock stand at the tests' noon."""
    path = tmp_path / "clock"
    clock.write(path, NOON)
    monkeypatch.setenv(clock.ENVIRONMENT_VARIABLE, str(path))
    return path


def names(directory: Path) -> list[str]:
    """Return the names under ``directory/warc``."""
    return [path.name for path in files(directory)]


def test_nothing_is_written_before_it_is_needed(tmp_path: Path) -> None:
    """A run that keeps nothing leaves no file, and no directory."""
    with writing(tmp_path):
        pass
    assert not (tmp_path / "warc").exists()


def test_a_file_is_open_while_it_is_written(tmp_path: Path) -> None:
    """``*.warc.gz`` names whole files only: what is being written is called something else."""
    with writing(tmp_path) as writer:
        writer.keep(exchange())
        assert names(tmp_path) == ["antara-20261120T050000Z-00001.warc.gz.open"]
        assert writer.names == ("antara-20261120T050000Z-00001.warc.gz",)
    assert names(tmp_path) == ["antara-20261120T050000Z-00001.warc.gz"]


def test_the_next_run_goes_on_with_the_file(tmp_path: Path, noon: Path) -> None:
    """A run appends to the newest file that has room and says the same of itself."""
    with writing(tmp_path) as writer:
        writer.keep(exchange())
    clock.write(noon, NOON + timedelta(hours=1))
    with writing(tmp_path) as writer:
        writer.keep(exchange(url="https://www.antaranews.com/berita/2/kabar"))
        assert names(tmp_path) == ["antara-20261120T050000Z-00001.warc.gz.open"]
    [path] = files(tmp_path)
    assert kinds(path) == ["warcinfo", *["request", "response"] * 2]


def test_another_operator_begins_a_file(tmp_path: Path) -> None:
    """What a file says of itself holds for all that is in it; names sort by age."""
    with writing(tmp_path) as writer:
        writer.keep(exchange())
    with writing(tmp_path, replace(ABOUT, operator="mail@example.org")) as writer:
        writer.keep(exchange())
    assert names(tmp_path) == [
        "antara-20261120T050000Z-00001.warc.gz",
        "antara-20261120T050000Z-00002.warc.gz",
    ]
    _, info, payload = read(files(tmp_path)[1])[0]
    assert info.rec_headers.get_header("WARC-Filename") == names(tmp_path)[1]
    assert b"operator: mail@example.org\r\n" in payload


def test_a_full_file_is_finished(tmp_path: Path) -> None:
    """No file grows past its size, unless one exchange is larger; every record is in one of them."""
    largest = 8000
    with writing(tmp_path, largest=largest) as writer:
        for number in range(20):
            url = f"https://www.antaranews.com/berita/{number}/kabar"
            writer.keep(exchange(url=url, is_packed=True))
        whole = [name for name in names(tmp_path) if name.endswith(".warc.gz")]
        assert len(whole) == len(names(tmp_path)) - 1 >= 2
    assert all(path.stat().st_size <= largest for path in files(tmp_path))
    assert kinds(*files(tmp_path)).count("response") == 20
    assert list(writer.names) == names(tmp_path)


def test_a_clock_that_is_set_back(tmp_path: Path, noon: Path) -> None:
    """Whatever the names come to, each place names the file that the exchange is in."""
    with writing(tmp_path, largest=4000) as writer:
        first = writer.keep(exchange(body=b"a" * 3000, head=noise(900)))
        clock.write(noon, NOON - timedelta(days=1))
        second = writer.keep(exchange(body=b"b" * 3000, head=noise(3000)))
        third = writer.keep(exchange(body=b"c" * 10))
    assert first.place.file != second.place.file
    for kept, body in ((first, b"aaa"), (second, b"bbb"), (third, b"ccc")):
        found = read(tmp_path / "warc" / kept.place.file)
        assert [payload[:3] for at, _, payload in found if at == kept.place.offset] == [body]


def test_what_is_larger_than_a_file(tmp_path: Path) -> None:
    """An exchange that fits into no file gets one of its own."""
    with writing(tmp_path, largest=100) as writer:
        writer.keep(exchange())
        writer.keep(exchange())
    assert [kinds(path) for path in files(tmp_path)] == [
        ["warcinfo", "request", "response"],
        ["warcinfo", "request", "revisit"],
    ]


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    """What is no archive of ours, or is torn at its head, is not gone on with."""
    directory = tmp_path / "warc"
    directory.mkdir()
    (directory / "antara-20991231T000000Z-00001.warc.gz").write_bytes(b"hello")
    (directory / "lain.warc.gz").write_bytes(b"")
    with writing(tmp_path) as writer:
        writer.keep(exchange())
    assert (directory / "antara-20991231T000000Z-00001.warc.gz").read_bytes() == b"hello"
    assert "antara-20261120T050000Z-00001.warc.gz" in names(tmp_path)


def test_a_file_that_is_open_too_is_left_alone(tmp_path: Path) -> None:
    """Where a backup brought a file back by both its names, neither is written over."""
    with writing(tmp_path) as writer:
        writer.keep(exchange())
    [whole] = files(tmp_path)
    left = whole.with_name(whole.name + ".open")
    left.write_bytes(b"mine")
    content = whole.read_bytes()
    with writing(tmp_path) as writer:
        writer.keep(exchange())
    assert (left.read_bytes(), whole.read_bytes()) == (b"mine", content)


def test_a_file_that_may_not_be_written_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files that their owner protects stay whole and keep their names; another is begun."""
    with writing(tmp_path) as writer:
        writer.keep(exchange())
    [whole] = files(tmp_path)
    opened = os.open

    def protected(path: Path, flags: int, *mode: int) -> int:
        if whole.name in str(path) and flags & os.O_WRONLY and not flags & os.O_CREAT:
            raise PermissionError(path)
        return opened(path, flags, *mode)

    monkeypatch.setattr(os, "open", protected)
    with writing(tmp_path) as writer:
        assert writer.keep(exchange()).place.file != whole.name
    assert whole in files(tmp_path)
    assert len(files(tmp_path)) == 2


def test_what_the_disk_may_have_lost_is_not_called_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a flush that failed a later one says nothing: the file stays open, to be mended."""
    archive, flush = ArchiveFiles(tmp_path / "warc", ABOUT, 0), os.fsync
    archive.append(b"x" * 500)

    def fails(handle: int) -> None:
        monkeypatch.setattr(os, "fsync", flush)
        raise OSError(errno.EIO, os.strerror(errno.EIO), handle)

    monkeypatch.setattr(os, "fsync", fails)
    for flush_it in (archive.flush, archive.flush, archive.close):
        with pytest.raises(OSError, match="rror"):
            flush_it()
    assert [path.suffix for path in files(tmp_path)] == [".open"]


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """Where the disk is full the file is as long as before, and goes on when there is room again."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    archive = ArchiveFiles(tmp_path / "warc", ABOUT, 0)
    archive.append(b"x" * 500)
    [path] = files(tmp_path)
    before = path.read_bytes()
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 100, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            archive.append(b"y" * 500)
        assert path.read_bytes() == before
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    _, place = archive.append(b"z" * 500)
    archive.close()
    assert place == len(before)
    assert files(tmp_path)[0].read_bytes() == before + b"z" * 500


def test_a_file_that_cannot_be_begun(tmp_path: Path) -> None:
    """Where not even the head of a file has room, no file is left."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    archive = ArchiveFiles(tmp_path / "warc", ABOUT, 0)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            archive.append(b"y" * 500)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert files(tmp_path) == []
    assert archive.names == []
    archive.close()


def test_a_ledger_that_cannot_be_written(tmp_path: Path) -> None:
    """The file is finished also where the ledger gave out."""
    with ledger(tmp_path) as database:
        writer = ArchiveWriter(tmp_path / "warc", ABOUT, Captures(database))
        writer.keep(exchange())
        database.execute("DROP TABLE captures")
        with pytest.raises(sqlite3.Error):
            writer.close()
    assert names(tmp_path) == ["antara-20261120T050000Z-00001.warc.gz"]
