"""Validate, deduplicate, write: every story once, and nothing that misleads."""

import asyncio
import errno
import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newscrawl.exits import is_storage_failure
from newscrawl.items import Article, Image
from newscrawl.pipelines.deduplicate import DeduplicatePipeline
from newscrawl.pipelines.drops import Dropped, Invalid, NotStored, OutOfRange, Unchanged
from newscrawl.pipelines.validate import ValidatePipeline
from newscrawl.pipelines.write import WritePipeline
from newscrawl.run import Run
from newscrawl.spiders.arguments import parse
from tests.making import article, found, open_run


class Project:
    """The pipelines over a real run, without a crawl around them."""

    def __init__(self, run: Run, **arguments: str) -> None:
        """Make the pipelines, in their order."""
        self.run = run
        self.pipelines: list[Any] = [
            ValidatePipeline(parse(arguments)),
            DeduplicatePipeline(run),
            WritePipeline(run),
        ]

    async def _process(self, item: Article) -> Article | Dropped:
        try:
            for pipeline in self.pipelines:
                result = pipeline.process_item(item)
                item = await result if asyncio.iscoroutine(result) else result
        except Dropped as dropped:
            return dropped
        return item

    def process(self, *items: Article) -> list[Article | Dropped]:
        """Send records through the pipelines at the same time."""
        self.run.finding.record([found(item.article_id) for item in items])

        async def together() -> list[Article | Dropped]:
            return await asyncio.gather(*(self._process(item) for item in items))

        return asyncio.run(together())


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    """Return an open run."""
    run = open_run(tmp_path)
    yield run
    run.close(0)


@pytest.fixture
def project(run: Run) -> Project:
    """Return the pipelines of that run."""
    return Project(run)


def lines(run: Run) -> list[dict[str, Any]]:
    """Return what is in the files."""
    return [
        json.loads(line)
        for path in sorted(run.places.articles.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def test_a_record_is_written_and_acknowledged(run: Run, project: Project) -> None:
    """A record leaves the pipelines when its line is in the file and the ledger knows."""
    assert project.process(article(1)) == [article(1)]
    assert [line["id"] for line in lines(run)] == ["antara:1"]
    newest = run.lines.newest("antara:1")
    assert newest is not None
    assert newest.revision == 1
    assert run.frontier.outcomes() == {"new": {"": 1}}


def test_each_line_goes_by_its_own_fetch_in_jakarta(run: Run, project: Project) -> None:
    """A run across midnight in Jakarta (17:00 UTC) fills two files."""
    project.process(
        article(1, fetched_at="2026-11-20T16:59:59Z"), article(2, fetched_at="2026-11-20T17:00:00Z")
    )
    names = sorted(path.name for path in run.places.articles.iterdir())
    assert names == ["2026-11-20.jsonl", "2026-11-21.jsonl"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"headline": None}, "no_headline"),
        ({"headline": ""}, "no_headline"),
        ({"body": None}, "no_body"),
        ({"url": "http://www.antaranews.com/berita/1/kabar"}, "schema"),
        ({"date_published": "20 November 2026"}, "schema"),
        ({"images": [Image(url="")]}, "schema"),
        ({"tags": ["a", None]}, "schema"),
    ],
)
def test_a_bad_record_is_dropped_with_its_reason(
    run: Run, project: Project, changes: dict[str, Any], reason: str
) -> None:
    """What breaks the schema or is no story is not written, and says why in a word."""
    (dropped,) = project.process(article(1, **changes))
    assert isinstance(dropped, Invalid)
    assert (dropped.outcome, dropped.reason) == ("dropped", reason)
    assert lines(run) == []


def test_a_feed_record_needs_no_body(run: Run, project: Project) -> None:
    """The metadata of a feed alone is a record."""
    project.process(article(1, body=None, template="feed"))
    assert len(lines(run)) == 1


def test_a_story_out_of_range_is_skipped(run: Run) -> None:
    """The page's own date decides, and a record without a date is kept."""
    project = Project(run, since="2026-11-20")
    early = article(1, date_published="2026-11-19T23:59:00+07:00")
    results = project.process(early, article(2, date_published=None))
    assert isinstance(results[0], OutOfRange)
    assert (results[0].outcome, results[0].reason) == ("skipped", "out_of_range")
    assert [line["id"] for line in lines(run)] == ["antara:2"]


def test_the_same_again_is_unchanged(run: Run, project: Project) -> None:
    """A second visit that finds the same story writes nothing, whatever else differs."""
    project.process(article(1))
    later = article(1, fetched_at="2026-11-21T05:00:00Z", run_id="another", tags=["baru"])
    (result,) = project.process(later)
    assert isinstance(result, Unchanged)
    assert len(lines(run)) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "Kabar lain"},
        {"description": "Ringkasan"},
        {"body": "Isi yang lain sama sekali."},
        {"editors": ["Seorang Penyunting"]},
        {"date_modified": "2026-11-20T10:00:00+07:00"},
        {"images": [Image(url="https://img.antaranews.com/a.jpg", caption="Keterangan")]},
    ],
)
def test_a_change_is_the_next_revision(run: Run, project: Project, change: dict[str, Any]) -> None:
    """A changed story is written again, as revision 2 that was first seen with revision 1."""
    project.process(article(1))
    project.process(article(1, fetched_at="2026-11-21T05:00:00Z", first_seen=None, **change))
    assert [line["revision"] for line in lines(run)] == [1, 2]
    assert lines(run)[1]["first_seen"] == "2026-11-20T05:00:00Z"


def test_an_older_capture_never_supersedes(run: Run, project: Project) -> None:
    """A capture from before the newest line is no change."""
    project.process(article(1))
    (result,) = project.process(article(1, headline="Tua", fetched_at="2026-11-19T05:00:00Z"))
    assert isinstance(result, Unchanged)
    assert [line["headline"] for line in lines(run)] == ["Kabar nomor 1"]


def test_a_newer_extractor_alone_makes_no_line(run: Run, project: Project) -> None:
    """What only a newer extractor reads differently updates the ledger, and the next visit fits."""
    project.process(article(1))
    newer: dict[str, Any] = {"extractor_version": 2, "headline": "Kabar yang dibaca lebih baik"}
    first = project.process(article(1, fetched_at="2026-11-21T05:00:00Z", **newer))
    again = project.process(article(1, fetched_at="2026-11-22T05:00:00Z", **newer))
    assert [type(result) for result in first + again] == [Unchanged, Unchanged]
    assert len(lines(run)) == 1


def test_a_full_fetch_follows_the_feed_as_its_second_revision(run: Run, project: Project) -> None:
    """A feed's record comes first, the page second, and a feed's again never."""
    feed = article(1, template="feed", body=None)
    project.process(feed)
    project.process(article(1, fetched_at="2026-11-21T05:00:00Z"))
    (result,) = project.process(
        article(1, template="feed", body=None, fetched_at="2026-11-22T05:00:00Z")
    )
    assert isinstance(result, Unchanged)
    assert [(line["template"], line["revision"]) for line in lines(run)] == [("feed", 1), ("D", 2)]


def test_a_copy_under_another_id_is_kept_and_marked(run: Run, project: Project) -> None:
    """The same body under another id names the earliest story, also among records on their way."""
    body = "Cerita yang sama dengan kata-kata yang sama."
    project.process(article(1, body=body), article(2, body=body))
    project.process(article(3, body=body), article(4))
    marks = {line["id"]: line["near_duplicate_of"] for line in lines(run)}
    assert marks == {
        "antara:1": None,
        "antara:2": "antara:1",
        "antara:3": "antara:1",
        "antara:4": None,
    }


def test_a_lightly_edited_rerun_is_kept_and_marked(run: Run, project: Project) -> None:
    """A rerun names the earliest edition, one of the same run or of long ago, and is written."""
    words = [f"kata{number}" for number in range(120)]
    bodies = [" ".join(["lain"] * edits + words[edits:]) for edits in (0, 6, 12)]
    project.process(article(1, body=bodies[0]), article(2, body=bodies[1]), article(3))
    project.process(article(4, body=bodies[2]))
    marks = [(line["id"], line["near_duplicate_of"]) for line in lines(run)]
    assert marks == [
        ("antara:1", None),
        ("antara:2", "antara:1"),
        ("antara:3", None),
        ("antara:4", "antara:1"),
    ]


def test_a_line_that_the_ledger_lost_is_found_by_its_copies(tmp_path: Path) -> None:
    """A ledger that is made anew from the files knows the texts of all their lines."""
    body = " ".join(f"kata{number}" for number in range(120))
    first = open_run(tmp_path)
    Project(first).process(article(1, body=body), article(2, body=f"{body} lagi"))
    first.close(0)
    for path in (tmp_path / "antara").glob("ledger.db*"):
        path.unlink()
    again = open_run(tmp_path)
    Project(again).process(article(3, body=f"lalu {body}"))
    assert [line["near_duplicate_of"] for line in lines(again)] == [None, "antara:1", "antara:1"]
    again.close(0)


def test_a_story_is_no_copy_of_itself(run: Run, project: Project) -> None:
    """A new revision with the same body does not name its own id, and a copy's copy the first."""
    project.process(article(1))
    project.process(article(1, headline="Kabar baru", fetched_at="2026-11-21T05:00:00Z"))
    assert [line["near_duplicate_of"] for line in lines(run)] == [None, None]


def test_the_same_story_twice_at_once_is_written_once(run: Run, project: Project) -> None:
    """Two records of one story on their way at the same time give one line."""
    results = project.process(article(1), article(1))
    assert sum(isinstance(result, Unchanged) for result in results) == 1
    assert len(lines(run)) == 1


def test_a_full_disk_ends_the_run_and_tears_nothing(
    run: Run, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a line cannot be flushed, the run is told once, and the story stays in the frontier."""
    project.process(article(1))
    ended: list[str] = []
    run.on_end = ended.append

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, f"No space left for {handle}")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        results = project.process(article(2), article(3))
    assert [type(result) for result in results] == [NotStored, NotStored]
    assert [line["id"] for line in lines(run)] == ["antara:1"]
    assert ended == ["storage_failed"]
    assert run.lines.newest("antara:2") is None


def test_an_error_of_our_own_is_no_full_disk(
    run: Run, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bug while writing is raised, for every record of the group, and not taken for storage."""

    def broken(*_: object) -> None:
        raise sqlite3.ProgrammingError("a bug")

    with monkeypatch.context() as patched:
        patched.setattr(run.lines, "add_within", broken)
        with pytest.raises(sqlite3.ProgrammingError):
            project.process(article(1))
    assert run.storage_failure is None


def test_a_line_that_cannot_be_acknowledged_is_taken_back(
    run: Run, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines whose acknowledgement fails leave the file, or the next ones would cover for them."""

    def broken(*_: object) -> None:
        raise sqlite3.ProgrammingError("a bug")

    project.process(article(1), article(2))
    with monkeypatch.context() as patched:
        patched.setattr(run.lines, "set_size_within", broken)
        with pytest.raises(sqlite3.ProgrammingError):
            project.process(article(3), article(4))
    project.process(article(5))
    assert [line["article_id"] for line in lines(run)] == [1, 2, 5]


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOENT])
def test_a_disk_that_is_taken_away_is_the_storage_s_doing(
    run: Run, project: Project, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """What could be written at the start and cannot be now ends the run as a failure of storage."""

    def gone(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(run.files, "append", gone)
        (result,) = project.process(article(1))
    assert isinstance(result, NotStored)
    assert run.storage_failure is not None


@pytest.mark.parametrize(
    ("error", "is_storage"),
    [
        (OSError(errno.ENOSPC, "full"), True),
        (OSError(errno.EDQUOT, "quota"), True),
        (OSError(errno.EACCES, "denied"), False),
        (sqlite3.ProgrammingError("bug"), False),
        (ValueError("else"), False),
    ],
)
def test_what_counts_as_a_failure_of_storage(error: Exception, is_storage: bool) -> None:
    """A full or broken disk is one; missing rights and bugs are not."""
    assert is_storage_failure(error) is is_storage
