"""``scrapy report antara``: one file, one line on what is in it, an exit code."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newscrawl.places import Places
from tests import warm
from tests.making import article
from tests.picture import directory

_ROOT = Path(__file__).parents[2]


def command(data: Path, *arguments: object) -> list[str]:
    """Return the command for a data directory."""
    report = [sys.executable, "-m", "scrapy", "report", *map(str, arguments)]
    return [*report, "-s", f"NEWSCRAWL_DATA={data}"]


def scrapy(
    data: Path, *arguments: object, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``scrapy report`` in the project, begun anew where something is to be done before."""
    if before is None:
        return warm.run_text(*command(data, *arguments)[2:], timeout=60)
    return subprocess.run(
        command(data, *arguments), cwd=_ROOT, capture_output=True, text=True, timeout=60,
        check=False, preexec_fn=before,
    )  # fmt: skip


def test_the_report_stands_beside_the_records(tmp_path: Path) -> None:
    """Without options all stories go to antara/report.html, and one line says where and how many."""
    places = directory.keep(tmp_path, article(1), article(2, date_published=None))
    done = scrapy(tmp_path, "antara")
    report = places.root / "report.html"
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{report}: 2 stories, 20 November 2026\n"
    assert report.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert sorted(places.root.iterdir()) == [places.articles, report]


def test_what_is_passed_over_is_named(tmp_path: Path) -> None:
    """A line that is no record costs the exit code, not the report, which has the stories asked for."""
    directory.keep(tmp_path, article(1), article(2, section="Dunia"))
    places = directory.write(tmp_path, "no record\n")
    places.runs.mkdir()
    (places.runs / "torn.json").write_text("{", "utf-8")
    places.ledger.write_text("no ledger" * 100, "utf-8")
    out = tmp_path / "chosen.html"
    chosen = ("--section", "dunia", "--since", "2026-11-20", "--until", "2026-11-20", "-o", out)
    done = scrapy(tmp_path, "antara", *chosen)
    assert (done.returncode, done.stdout) == (1, f"{out}: 1 story, 20 November 2026\n")
    line = places.articles / "2026-11-20.jsonl:3"
    assert done.stderr.startswith(f"scrapy report: passed over: {line}: no JSON: ")
    assert "torn.json: no run report\n" in done.stderr
    assert "the ledger, so it is not known which stories are gone: " in done.stderr
    assert done.stderr.count("\n") == 3
    assert str(tmp_path) not in out.read_text("utf-8")


def test_without_records_there_is_nothing_to_report(tmp_path: Path) -> None:
    """One line says what to do, and no file is made."""
    done = scrapy(tmp_path, "antara")
    assert (done.returncode, done.stdout) == (1, "")
    articles = Places.under(tmp_path).articles
    assert done.stderr.startswith(f"scrapy report: {articles} has no records: run `scrapy crawl")
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "scrapy report: name antara, and nothing else; scrapy report --help says more\n"),
        (["antara", "--outptu", "x"], 2, "there is no option --outptu"),
        (["dunia"], 2, "there are no records of 'dunia': name antara"),
        (["antara", "--since", "besok"], 2, "--since takes a day such as 2026-11-01"),
        (["antara", "-o", "."], 2, "--output takes a file"),
        (["antara", "-o", "-"], 2, "--output takes a file"),
        (
            ["antara", "--since", "2030-01-01"],
            1,
            "of the 1 that are kept no story is of 2030-01-01 to now",
        ),
        (["antara", "-o", "/proc/report.html"], 1, "/proc/report.html cannot be written: "),
    ],
)
def test_a_bad_argument_is_named(
    tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    """One line names it; the codes are those of all commands."""
    directory.keep(tmp_path, article(1))
    done = scrapy(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_a_full_disk_leaves_the_report_before(tmp_path: Path) -> None:
    """One line names the trouble; the report of yesterday stays, and no half one beside it."""
    places = directory.keep(tmp_path, article(1))
    report = places.root / "report.html"
    report.write_text("yesterday's", "utf-8")
    full = 150_000  # bytes: less than any report has, more than the notes of one story

    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (full, full))

    done = scrapy(tmp_path, "antara", before=fill)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"scrapy report: {report} cannot be written: File too large; --output names another place\n"
    )
    assert report.read_text("utf-8") == "yesterday's"
    assert sorted(places.root.iterdir()) == [places.articles, report]


def test_ctrl_c_ends_it(tmp_path: Path) -> None:
    """It says so in one line, with a shell's code for it, and leaves nothing."""
    places = directory.keep(tmp_path)
    day = places.articles / "2026-11-20.jsonl"
    day.unlink()
    os.mkfifo(day)  # reading waits for what never comes
    with (
        subprocess.Popen(
            command(tmp_path, "antara"), cwd=_ROOT, stderr=subprocess.PIPE, text=True
        ) as running,
        day.open("w", encoding="utf-8"),  # returns when it is read
    ):
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (130, "scrapy report: interrupted\n")
    assert list(places.root.iterdir()) == [places.articles]


def test_who_does_not_listen_has_the_report(tmp_path: Path) -> None:
    """Where a full disk is to take what is said, the report is made all the same."""
    places = directory.keep(tmp_path, article(1))
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command(tmp_path, "antara"), cwd=_ROOT, stdout=full, stderr=subprocess.PIPE, text=True,
            timeout=60, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert (places.root / "report.html").exists()
