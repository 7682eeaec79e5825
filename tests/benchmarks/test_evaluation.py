"""The comparison with other tools: its measures, its protocol, and what it makes of a fake tool."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from benchmarks.evaluation.boilerplate import leaks
from benchmarks.evaluation.captured import body_of, captured
from benchmarks.evaluation.differences import differences
from benchmarks.evaluation.fixtures import fixtures
from benchmarks.evaluation.losses import losses
from benchmarks.evaluation.metrics import (
    MEASURES,
    one_of,
    same_day,
    same_file,
    same_instant,
    same_minute,
    same_set,
)
from benchmarks.evaluation.report import Results, report
from benchmarks.evaluation.runs import Run, run_all
from benchmarks.evaluation.scores import Score, lines, percentile, ratio, score
from benchmarks.evaluation.tools import NEWSCRAWL, TOOLS, Tool
from benchmarks.evaluation.truth import Page, Truth, digest
from benchmarks.evaluation.worker import ToolError, Worker

ROOT = Path(__file__).parents[2]
FAKE = """
import os, sys, time
sys.path.insert(0, {root!r})
from benchmarks.evaluation.protocol import serve

def read(request):
    print("a tool that prints must not break the protocol")
    if b"dies" in request.page:
        os._exit(3)
    if b"hangs" in request.page:
        time.sleep(60)
    if b"asks" in request.page:
        import urllib.request
        urllib.request.urlopen(request.url, timeout=5)
    return {{"headline": request.text, "body": request.text}}

serve("fake", ["headline", "body"], read, "1.0")
"""


@pytest.fixture
def fake(tmp_path: Path) -> Iterator[Worker]:
    """A tool whose headline and body are the page."""
    script = tmp_path / "fake.py"
    script.write_text(FAKE.format(root=str(ROOT)))
    with Worker([sys.executable, str(script)], patience=10) as worker:
        yield worker


def request(tmp_path: Path, page: bytes) -> dict[str, str]:
    """Return the request for a page that is saved for it."""
    path = tmp_path / "page.html"
    path.write_bytes(page)
    url = "http://127.0.0.1:9/berita/1/a"
    return {"path": str(path), "url": url, "fetched_at": "2026-01-01T00:00:00+00:00"}


def truth(**values: object) -> Truth:
    """Return what a page says, with the given values."""
    (first, *_) = fixtures()
    return replace(first.truth, **values)  # type: ignore[arg-type]


def test_a_tool_says_what_it_is_and_answers(fake: Worker, tmp_path: Path) -> None:
    """One line says what the tool is; a page is answered with its values and its time."""
    reply = fake.ask(request(tmp_path, "Süd".encode()))
    assert fake.about == {"package": "fake", "version": "1.0", "fields": ["headline", "body"]}
    assert (reply.answer, reply.error) == ({"headline": "Süd", "body": "Süd"}, None)
    assert reply.cpu is not None
    assert reply.cpu >= 0


def test_a_tool_that_dies_is_started_again(fake: Worker, tmp_path: Path) -> None:
    """A page that ends the process is an error of that page, not of the next."""
    assert fake.ask(request(tmp_path, b"dies")).error == "the process ended"
    assert fake.ask(request(tmp_path, b"a")).answer["body"] == "a"


def test_a_tool_that_hangs_is_not_waited_for(tmp_path: Path) -> None:
    """An answer that does not come is an error."""
    script = tmp_path / "fake.py"
    script.write_text(FAKE.format(root=str(ROOT)))
    with Worker([sys.executable, str(script)], patience=2) as worker:
        error = worker.ask(request(tmp_path, b"hangs")).error
    assert error == "no answer within 2 seconds"


def test_no_tool_has_a_network(fake: Worker, tmp_path: Path) -> None:
    """A tool that asks anyone gets an error, and the error is its result."""
    error = fake.ask(request(tmp_path, b"asks")).error
    assert error is not None
    assert "no network" in error


def test_a_tool_that_does_not_start_is_named() -> None:
    """What does not speak the protocol is an error at once."""
    with pytest.raises(ToolError, match="does not start"), Worker([sys.executable, "-c", ""]):
        pass


def test_pages_that_no_utf8_are_decoded_all_the_same(fake: Worker, tmp_path: Path) -> None:
    """A tool that takes text gets something readable."""
    assert fake.ask(request(tmp_path, b"caf\xe9")).answer["body"] == "café"


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ("2026-06-05", (True, False, False)),
        ("2026-06-05T19:42:37", (True, True, False)),
        ("2026-06-05T19:42:37+07:00", (True, True, True)),
        ("2026-06-05T12:42:37+00:00", (True, True, True)),
        ("2026-06-05T19:42:37+00:00", (False, False, False)),
        ("2026-06-05T00:00:00", (True, False, False)),
        ("2026-06-04T19:42:37", (False, False, False)),
    ],
)
def test_times(found: str, right: tuple[bool, bool, bool]) -> None:
    """A time is right by its day, by the page's clock, or by the instant."""
    stated = "2026-06-05T19:42:37+07:00"
    measured = (
        same_day(stated, found),
        same_minute(stated, found),
        same_instant(stated, found),
    )
    assert measured == right


def test_lists_and_pictures() -> None:
    """A list may be in any order; a picture may be had in another size."""
    assert same_set(["a  b", "c"], ["c", "a b"])
    assert not same_set(["a"], ["a", "b"])
    assert same_file("https://a/1200x800/x.jpg", "https://a/800x533/x.jpg.webp?v=1")
    assert not same_file("https://a/x.jpg", "https://a/y.jpg")
    assert one_of(["Text.", "Kota (ANTARA) - Text."], "Kota  (ANTARA) - Text.")


def test_an_answer_that_is_no_date_is_wrong() -> None:
    """What cannot be compared is not right, and stops nothing."""
    (measure, *_) = [one for one in MEASURES if one.compare is same_day]
    assert not measure.right(truth(), {"date_published": "yesterday"})


def test_values_for_what_a_page_does_not_say_are_inventions() -> None:
    """An invention is a value where the page has none; a right silence is neither."""
    (section,) = [one for one in MEASURES if one.field == "section"]
    silent = truth(section=None)
    assert section.invented(silent, {"section": "Dunia"})
    assert not section.invented(silent, {"section": ""})
    assert not section.invented(truth(section="Dunia"), {"section": "Ekonomi"})


def test_leaks_are_strings_beyond_the_story() -> None:
    """A story may say "Editor:" itself; what a body has more of than the story is a leak."""
    assert leaks(["Teks."], "Teks.\nEditor: A\nCOPYRIGHT © ANTARA 2026") == ["editor", "copyright"]
    assert leaks(["Editor: ia pergi."], "Editor: ia pergi.") == []
    assert leaks(["Teks."], "Teks.\nBaca Juga: B") == ["Baca juga"]
    assert leaks(["Teks."], "(adsbygoogle = window.adsbygoogle || [])") == ["advertising"]


def test_a_body_is_found_again_by_its_digests() -> None:
    """Paragraphs come from the page; one that is not there is told by None."""
    page = b"<div>Kota (ANTARA) - Satu.<br><br>Dua <b>tiga</b>.(Uu.T008)<p>Editor: A</p></div>"
    wanted = [digest("Satu."), digest("Dua tiga.")]
    assert body_of(page, wanted) == "Satu.\n\nDua tiga."
    assert body_of(page, [*wanted, digest("Empat.")]) is None


def test_bodies_of_captured_pages_are_found(real_pages: Path) -> None:
    """The truth of every captured page has its body, and needs none of the tools for it."""
    assert real_pages.is_dir()
    assert all(page.truth.body for page in captured())


def test_times_and_lines() -> None:
    """Percentiles are values that were measured; a paragraph is a line."""
    assert percentile([3.0, 1.0, 2.0], 50) == 2.0
    assert percentile([float(n) for n in range(1, 101)], 95) == 95.0
    assert lines("a  b\n\n\nc\n") == "a b\nc"


def _equal(expected: Sequence[str], found: str) -> float:
    return 100.0 if found in expected else 0.0


@pytest.fixture(scope="module")
def compared() -> tuple[list[Page], list[Score], list[Run]]:
    """Our own reader and a tool that is not there, over three fixtures."""
    pages = fixtures()[:3]
    absent = Tool("absent", Path("/nowhere/python"), "newscrawl")
    runs = run_all([TOOLS[0], absent], pages, rounds=1)
    return pages, [score(run, pages, _equal) for run in runs if not run.missing], runs


def test_newscrawl_goes_through_the_same_protocol(
    compared: tuple[list[Page], list[Score], list[Run]],
) -> None:
    """Its answers are scored like any other's; a tool that is not there is told."""
    _, (ours,), (_, absent) = compared
    assert (ours.name, absent.missing) == (NEWSCRAWL, "it is not installed")
    assert (ours.rouge, ours.leaking, ours.empty) == (100.0, 0.0, 0.0)
    assert ratio(ours, ours) == 1.0
    assert differences(ours) == losses([ours]) == []


def test_every_difference_is_told(compared: tuple[list[Page], list[Score], list[Run]]) -> None:
    """A field that is not what the page says is named with its page."""
    pages, (ours,), _ = compared
    changed = replace(pages[0], record={**(pages[0].record or {}), "section": "x", "new": 1})
    (line, other) = differences(Score(ours.run, [replace(ours.reads[0], page=changed)]))
    assert line.startswith(f"- `{pages[0].name}`: section: not explained")
    assert other.startswith(f"- `{pages[0].name}`: new: ")


def test_the_document_tells_what_was_not_run(
    compared: tuple[list[Page], list[Score], list[Run]],
) -> None:
    """Numbers, versions, and what is missing stand in the document."""
    pages, scores, runs = compared
    results = Results(date(2026, 1, 2), pages, [], scores, runs[1:], "rouge-score 0", 1)
    text = report(results)
    assert "- Not run: absent, because it is not installed." in text
    assert "3 of the project's own making, none captured from the site" in text
    assert "| newscrawl | 100.0 | 100.0 | 0.0 | 0.0 |" in text
    assert "There are no differences." in text
