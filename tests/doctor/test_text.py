"""A diagnosis as text."""

import io

import pytest

from newscrawl.doctor.diagnosis import Answer, Diagnosis, Reading, Row, Visit
from newscrawl.doctor.text import WIDTH, write

URL = "https://www.antaranews.com/berita/1/" + "kabar-" * 30


def diagnosis(*findings: str, notes: tuple[str, ...] = ()) -> Diagnosis:
    """Return one in which a page was read."""
    rows = (
        Row(
            "headline",
            "Kabar \x1b[31m" + "panjang " * 20,
            "D headline: " + ".//h1" * 30,
            "template",
        ),
        Row("section", "Dunia", "json-ld", "json-ld"),
        Row("editors", None, "missing", "missing"),
        Row("tags", None, "none", "none"),
    )
    visit = Visit(Answer("article", URL, 200, b"x" * 12_345), "template D", findings, notes)
    reading = Reading("article", URL, "D", rows)
    origin = "https://www.antaranews.com"
    return Diagnosis("id", "dunia", origin, [visit], [reading], is_complete=True)


def text(of: Diagnosis) -> str:
    """Return what is printed."""
    file = io.StringIO()
    write(of, file)
    return file.getvalue()


def test_it_fits_and_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a pipe no line is longer than 80 columns, ends in blanks, or has escapes in it."""
    monkeypatch.setenv("COLUMNS", "200")
    printed = text(diagnosis("no " + "w" * 200, notes=("section: json-ld did",)))
    assert max(map(len, printed.splitlines())) <= WIDTH
    assert "\x1b" not in printed
    assert [line for line in printed.splitlines() if line != line.rstrip()] == []


def test_what_it_says() -> None:
    """Requests, fields, what is worth a look, and what is missing."""
    printed = text(diagnosis("no editors: it has none", notes=("look here",)))
    assert "\narticle     200  12,345  template D\n" in printed
    counts = "1 template, 1 json-ld, 1 missing, 1 none"
    assert f"article, template D: {counts}" in printed
    assert "editors           -                          missing\n" in printed
    assert "Worth a look\n - article: look here\n" in printed
    assert "What is missing\n - article: no editors: it has none\n" in printed
    assert printed.endswith("antara: 1 finding: not all is read well (exit code 1)\n")


def test_when_nothing_is_missing() -> None:
    """One line says so."""
    good = diagnosis()
    assert good.exit_code == 0
    assert text(good).endswith("antara: nothing is missing, all is read well (exit code 0)\n")


def test_exit_code() -> None:
    """A finding, nobody there, or a look that ended early is no success."""
    assert diagnosis("no editors").exit_code == 1
    for change in ({"unreachable": "x"}, {"is_complete": False}, {"gaps": ["x"]}):
        other = diagnosis()
        for name, value in change.items():
            setattr(other, name, value)
        assert other.exit_code == 1
