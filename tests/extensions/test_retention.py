"""Years of cron leave no more behind than what was asked to be kept."""

from pathlib import Path

import pytest

from newscrawl import clock
from tests.e2e.crawling import crawl
from tests.e2e.pages import site
from tests.e2e.serving import PageServer
from tests.making import NOON

OLD, NEW = "20260101T000000Z", "20261119T000000Z"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data directory with something old and something new of each kind."""
    for name in ("runs", "quarantine"):
        directory = tmp_path / "data" / "antara" / name
        directory.mkdir(parents=True)
        for file in (f"{OLD}.json", f"{OLD}-id-1.html", f"{NEW}.json", "20260101.txt", "mine.txt"):
            (directory / file).touch()
    clock.write(tmp_path / "clock", NOON)
    return tmp_path / "data"


def run(data: Path, *options: str) -> None:
    """Make a healthy run at noon."""
    given = [part for option in options for part in ("-s", option)]
    with PageServer(site(101, 100)) as server:
        done = crawl(server.origin, data, *given, clock=data.parent / "clock")
    assert (done.returncode, done.stderr) == (0, "")


def names(directory: Path) -> set[str]:
    """Return what a directory of the data holds."""
    return {path.name for path in directory.iterdir()}


def test_what_is_old_goes(data: Path) -> None:
    """Reports and quarantined pages go after three months; what the crawler did not write stays."""
    run(data)
    kept = {f"{NEW}.json", "mine.txt"}
    assert names(data / "antara" / "runs") == {"20261120T050000Z.json"} | kept
    assert names(data / "antara" / "quarantine") == kept


def test_zero_keeps_all(data: Path) -> None:
    """Whoever wants to keep everything can."""
    run(data, "NEWSCRAWL_KEEP_RUNS=0", "NEWSCRAWL_KEEP_QUARANTINE=0")
    assert f"{OLD}.json" in names(data / "antara" / "runs")
    assert f"{OLD}.json" in names(data / "antara" / "quarantine")


def test_old_day_files_are_compressed(data: Path) -> None:
    """When it is asked for, the files of days long ago are; the newest stays open to be read."""
    articles = data / "antara" / "articles"
    articles.mkdir()
    (articles / "2026-01-01.jsonl").write_text("")
    run(data, "NEWSCRAWL_COMPRESS_AFTER=30")
    assert names(articles) == {"2026-01-01.jsonl.gz", "2026-11-20.jsonl"}


def test_what_cannot_be_deleted(data: Path) -> None:
    """A report that cannot be deleted is told of, and is no reason not to crawl."""
    (data / "antara" / "runs" / f"{OLD}.json").unlink()
    (data / "antara" / "runs" / f"{OLD}.json").mkdir()
    with PageServer(site(101, 100)) as server:
        done = crawl(server.origin, data, clock=data.parent / "clock")
    assert done.returncode == 0
    assert "NEWSCRAWL_KEEP_RUNS: cannot let go of what is old" in done.stderr


def test_not_every_run_looks(data: Path) -> None:
    """A run every few minutes does not go through ten thousand names each time."""
    run(data)
    again = data / "antara" / "runs" / f"{OLD}.json"
    again.touch()
    run(data)
    assert again.exists()
