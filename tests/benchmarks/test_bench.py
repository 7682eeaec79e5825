"""Every part of the bench measures, and says what it could not measure."""

import os
from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import html
from parsel import Selector

from benchmarks.bench import __main__ as bench
from benchmarks.bench import crawling, idle, reading, starting
from benchmarks.bench.figures import Absence, Figure
from benchmarks.bench.loader import FIELDS, Story, load
from benchmarks.bench.pages import heavy_pages
from benchmarks.bench.peers import OURS, PEERS, Peer
from benchmarks.bench.runs import NotMeasured, Ran
from benchmarks.bench.table import Row
from benchmarks.evaluation.tools import Tool
from benchmarks.evaluation.worker import Worker
from newscrawl.antara.articles import extract
from newscrawl.items import Article
from newscrawl.replica.counts import Request

LITTLE = 0.01
GONE = Peer(Tool("a tool that is gone", Path("/nowhere/python"), "trafilatura"), 1)
OWN = [peer for peer in PEERS if peer.tool.python == OURS.python]
"""What needs no environment of its own."""


def figures(rows: Sequence[Row]) -> dict[str, Figure]:
    """Return the rows, all of which were measured, by their names."""
    assert not [row for row in rows if isinstance(row, Absence)]
    return {row.name: row for row in rows if isinstance(row, Figure)}


def test_reading_is_measured_in_pairs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page costs more to read than to parse; a peer that is not installed is named, no zero."""
    monkeypatch.setattr(reading, "PEERS", [*OWN, GONE])
    monkeypatch.setattr(reading, "captured", list)
    *measured, gone, light = reading.measure(tmp_path, 2, LITTLE)
    found = figures([*measured, light])
    assert list(found) == [
        "extract() to bare lxml.html",
        "a loader of 17 fields to extract()",
        "extract() to bare lxml.html, pages of the replica as they are",
    ]
    assert all(figure.rounds == 2 and "failed" not in figure.note for figure in measured)  # type: ignore[union-attr]
    assert found["extract() to bare lxml.html"].low > 1
    assert gone == Absence(
        "a", "a tool that is gone to extract()", "a tool that is gone is not installed"
    )


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.tool.adapter)
def test_every_peer_reads_the_pages(peer: Peer, tmp_path: Path) -> None:
    """No peer's time is that of an error; one that is not installed is told as such."""
    rows = reading._compare(peer, reading.Batches.of(reading._written(tmp_path, peer, 4), 1))
    if not peer.tool.installed:
        assert isinstance(rows, Absence)
        return
    (figure,) = figures([rows]).values()
    assert "failed" not in figure.note
    assert figure.goal == peer.goal


def test_pages_that_we_cannot_read_are_no_figure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A time in which our own reading failed is not told; why goes to the terminal alone."""
    (page,) = heavy_pages(1)
    path = tmp_path / "page.html"
    path.write_bytes(b"")
    batches = reading.Batches.of([(path, page.url)] * 4, 1)
    row = reading._compare(OWN[0], batches)
    assert row == Absence("a", OWN[0].name, "a process failed", is_fault=True)
    assert "2 of 2 pages failed" in capsys.readouterr().err


def test_no_page_is_read_twice(tmp_path: Path) -> None:
    """Each round has pages of its own, and so has the one before the first."""
    batches = reading.Batches.of(reading._written(tmp_path, OWN[0], 12), 3)
    paths = [one["path"] for batch in batches.told for one in batch]
    assert len(batches.told) == 4
    assert len(paths) == len(set(paths)) == 12


def test_the_loader_finds_its_fields() -> None:
    """The usual loader is honest work: on pages of today's template it finds what there is.

    A story may have no reporter, no picture or no link; over some pages each field is found.
    """
    pages = [page for page in heavy_pages(60) if reading._TODAY in page.body]
    found = [load(Selector(text=page.body.decode())) for page in pages]
    assert len(FIELDS) == 17
    assert set(FIELDS) <= {"captions", *(field.name for field in fields(Article))}
    assert all(isinstance(item, Story) for item in found)
    for name in FIELDS:
        assert any(getattr(item, name) for item in found), name
    for name in ("headline", "description", "section", "breadcrumbs", "tags", "language"):
        assert all(getattr(item, name) for item in found), name
    article = extract(pages[0].body, pages[0].url, datetime(2026, 11, 20, 5, tzinfo=UTC))
    assert found[0].headline == article.headline


def test_bare_lxml_parses_the_same_bytes(tmp_path: Path) -> None:
    """What the record's cost is held against is one parse of the page's bytes, and no more."""
    (page,) = heavy_pages(1)
    assert html.fromstring(page.body).tag == "html"
    path = tmp_path / "page.html"
    path.write_bytes(page.body)
    told = {"path": str(path), "url": page.url, "fetched_at": "2026-11-20T05:00:00+00:00"}
    with Worker(OWN[0].tool.command) as worker:
        assert worker.about["package"] == "lxml"
        reply = worker.time([told, told])
    assert reply.error is None
    assert reply.cpu is not None
    assert reply.cpu > 0


def test_crawls_of_the_same_pages_are_compared(tmp_path: Path) -> None:
    """Newscrawl and both spiders ask for the same, counted where it is answered."""
    found = crawling.measure(tmp_path, 1, LITTLE)
    assert [figure.goal for figure in found] == [
        crawling._GOALS[name] for name in crawling._GOALS for _ in range(2)
    ]
    assert all(figure.value > 0 for figure in found)
    assert "requests each" in found[0].note
    assert "1 feed" in found[0].note
    loaded = (tmp_path / "0-False.jsonl").read_text(encoding="utf-8").splitlines()
    assert f"{len(loaded)} article" in found[0].note


def test_crawls_of_other_pages_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """A crawl that asked for less than the first is no measurement."""
    monkeypatch.setattr(crawling, "_figures", None)
    one = Request("GET", "www", "/berita/1", "article", 200, 9, False, 9, 9, 0.0)
    whole, part = (Ran(None, requests) for requests in ([one, one], [one]))  # type: ignore[arg-type]
    with pytest.raises(NotMeasured, match="asked for 1 pages, of which 1 are among the 2"):
        crawling._once(crawling.Crawler("it", lambda *_: part), "0", whole)


def test_an_idle_run_is_measured(tmp_path: Path) -> None:
    """When nothing is new the site is asked for one page, and answers that it has not changed."""
    found = figures(idle.measure(tmp_path, 1, LITTLE))
    assert found["requests, nothing new"].value == 1
    assert 0 < found["bytes both ways, nothing new"].value < 2000
    assert {figure.unit for figure in found.values()} == {"requests", "bytes", "s", "×"}


def test_the_first_request_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Time and processor's time up to the first request are held against Scrapy's own.

    Scrapy leaves the settings of the project that it was last asked about in the environment.
    """
    monkeypatch.setenv("SCRAPY_SETTINGS_MODULE", "newscrawl.settings")
    found = figures(starting.measure(tmp_path, 2, LITTLE))
    assert len(found) == 4
    # The request of one that is ended is never taken for the next one's.
    assert all(0.1 < figure.low <= figure.high < 50 for figure in found.values())


def test_parts_that_fail_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What could not be measured is a row with its reason, and makes the exit code 1."""

    def fail(*_: object) -> list[Row]:
        raise NotMeasured("there was something new in every run")

    monkeypatch.setattr(idle, "measure", fail)
    assert bench.main(["--only", "c", "--rounds", "1"]) == 1
    said = capsys.readouterr().out
    assert "not measured" in said
    assert "something new" in said


def test_nothing_is_compiled_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that are measured find compiled modules, also where none are to be written."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    seen: list[str] = []

    def measure(*_: object) -> list[Row]:
        seen.extend(os.environ)
        return []

    monkeypatch.setattr(idle, "measure", measure)
    assert bench.main(["--only", "c"]) == 0
    assert seen
    assert "PYTHONDONTWRITEBYTECODE" not in seen


def test_the_table_goes_into_the_document(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--write`` puts what was measured between the marks, with the command that did it."""
    document = tmp_path / "benchmarks.md"
    document.write_text("<!-- bench c: begin -->\n<!-- bench c: end -->\n")
    monkeypatch.setattr(bench, "DOCUMENT", document)
    monkeypatch.setattr(idle, "measure", lambda *_: [Figure("c", "it", 1.0, 1.0, 1.0)])
    assert bench.main(["--only", "c", "--scale", "0.5", "--write"]) == 0
    capsys.readouterr()
    text = document.read_text()
    assert '`make bench ARGS="--only c --rounds 5 --scale 0.5"`' in text
    assert "| it | 1 × |" in text


@pytest.mark.parametrize(
    "wrong", [["--only", "z"], ["--rounds", "0"], ["--scale", "2"], ["--scale", "x"]]
)
def test_wrong_arguments_are_refused(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A part that is not there, no rounds, or a size beyond the whole is told of."""
    with pytest.raises(SystemExit) as ended:
        bench.main(wrong)
    assert ended.value.code == 2
    assert "make bench: error" in capsys.readouterr().err
