"""The summary is short, and says what matters first."""

from dataclasses import replace
from pathlib import Path

import pytest

from newscrawl.report import Archived, Waiting
from newscrawl.summary import amount, summary
from tests.reports import make

REPORT = make()


def test_a_healthy_run(tmp_path: Path) -> None:
    """Verdict, outcomes with reasons, requests and bytes, where the files are."""
    (tmp_path / "20261120T050000Z.json").touch()
    assert summary(REPORT, tmp_path).splitlines() == [
        "antara: healthy (exit code 0)",
        "  found           7",
        "  new             4",
        "  skipped         3  too_deep 2, out_of_range 1",
        "  requests        6  123.5 kB in 9.4 s",
        "  records    data/antara/articles/2026-11-20.jsonl",
        f"  report     {tmp_path}/20261120T050000Z.json",
    ]
    assert "report" not in summary(REPORT, tmp_path / "full")


def test_reasons_come_first_and_are_few() -> None:
    """What speaks for the verdict stands under it; a long list is cut, and the report named."""
    report = replace(REPORT, exit_code=3, reasons=tuple(f"reason {n}" for n in range(9)))
    lines = summary(report, Path("runs")).splitlines()
    assert lines[0].startswith("antara: incomplete")
    assert lines[1] == "  because    reason 0"
    assert lines[5] == "             and 5 more, in the report"


def test_no_line_is_longer_than_a_terminal() -> None:
    """Reasons and outcomes of any length are wrapped at 80 columns; an address stays whole."""
    address = "https://www.antaranews.com/berita/" + "9" * 60
    report = replace(
        REPORT,
        exit_code=4,
        reasons=("the site refused page after page; " * 4, f"{address}: http_403"),
        outcomes={"dropped": {f"reason_number_{n}": n for n in range(9)}},
    )
    lines = summary(report, Path("runs")).splitlines()
    assert [line for line in lines if len(line) > 80] == [f"             {address}:"]


def test_what_is_to_be_retried_is_told() -> None:
    """How many stories are still to be had, and when they are asked for again."""
    later = replace(REPORT, to_retry=Waiting(3, "2026-11-20T05:05:00Z"))
    row = "  to retry        3  from 2026-11-20 12:05 WIB on"
    assert row in summary(later, Path("runs")).splitlines()
    now = replace(REPORT, to_retry=Waiting(3, "2026-11-20T05:00:00Z"))
    assert "  to retry        3  by the next run" in summary(now, Path("runs")).splitlines()


def test_a_held_run_is_one_line() -> None:
    """A run that asked for nothing says until when, and nothing else."""
    report = replace(REPORT, finish_reason="held", held="antara: the site is left alone")
    assert summary(report, Path("runs")) == "antara: the site is left alone"


def test_what_was_mended_is_told() -> None:
    """A run that had to mend what a kill left says so."""
    report = replace(REPORT, lines_taken_in=2, bytes_cut=70)
    mended = "  mended          2  lines taken in, 70 bytes of a torn line cut"
    assert mended in summary(report, Path("runs")).splitlines()


@pytest.mark.parametrize(
    ("archived", "row"),
    [
        (Archived(("a.warc.gz",), 12, 34_500, 0), "  archive        12  WARC records, 34.5 kB"),
        (
            Archived(("a.warc.gz",), 12, 34_500, 70),
            "  archive        12  WARC records, 34.5 kB, 70 bytes of a torn end cut",
        ),
        (
            Archived((), 0, 0, 70),
            "  archive         0  WARC records, 0 B, 70 bytes of a torn end cut",
        ),
    ],
)
def test_what_went_into_the_archive_is_told(archived: Archived, row: str) -> None:
    """Records and bytes are told, and a torn end that a kill left."""
    assert row in summary(replace(REPORT, archive=archived), Path("runs")).splitlines()


def test_an_archive_that_nothing_went_into_is_not_told() -> None:
    """A run that was answered nothing has no row on it."""
    report = replace(REPORT, archive=Archived((), 0, 0, 0))
    assert "archive" not in summary(report, Path("runs"))


def test_an_unreachable_site_is_one_line() -> None:
    """When nobody answered there is nothing else to say."""
    report = replace(REPORT, exit_code=3, unreachable="DNS lookup failed")
    assert summary(report, Path("runs")) == (
        "antara: the site could not be reached (DNS lookup failed);"
        " nothing is lost, the next run tries again"
    )


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (2_500_000, "2.5 MB"),
        (7_000_000_000, "7.0 GB"),
    ],
)
def test_amounts(number: int, text: str) -> None:
    """Bytes are told in powers of 1000."""
    assert amount(number) == text
