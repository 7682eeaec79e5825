"""``scrapy extract``: records on standard output, complaints on standard error, an exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests import warm

_ROOT = Path(__file__).parents[2]
_FIXTURES = _ROOT / "tests" / "fixtures" / "antara"
_SEED = _FIXTURES / "d-seed-structure" / "page.html"
_OLD = _FIXTURES / "b-pull-quote" / "page.html"
_URL = "https://www.antaranews.com/berita/5594955/x"


def scrapy(arguments: Sequence[object]) -> subprocess.CompletedProcess[str]:
    """Run ``scrapy extract`` in the project."""
    return warm.run_text("scrapy", "extract", *arguments, timeout=60)


def test_one_record_a_line() -> None:
    """Each page gives one line, in the order of the arguments, by the address it says."""
    done = scrapy(["--fetched-at", "2026-06-05T20:30:00+07:00", _SEED, _OLD])
    assert (done.returncode, done.stderr) == (0, "")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["id"] for record in records] == ["antara:5594955", "antara:543210"]
    assert {record["fetched_at"] for record in records} == {"2026-06-05T13:30:00Z"}


def test_the_time_of_the_file_is_the_default(tmp_path: Path) -> None:
    """Without a time the file's own counts; a given address goes before the page's."""
    page = tmp_path / "a page.html"
    page.write_bytes(_SEED.read_bytes())
    os.utime(page, (1_780_000_000, 1_780_000_000))
    done = scrapy(["--url", "http://m.antaranews.com/amp/berita/77/x?y=1", page])
    (record,) = map(json.loads, done.stdout.splitlines())
    assert (done.returncode, record["id"]) == (0, "antara:77")
    assert record["fetched_at"] == "2026-05-28T20:26:40Z"


def test_a_page_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """One line on standard error names file and reason; the others are read all the same."""
    empty, strange = tmp_path / "empty.html", tmp_path / "strange.html"
    empty.write_bytes(b"")
    strange.write_text("<html><body><p>x</p></body></html>", "utf-8")
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    done = scrapy([empty, tmp_path / "missing.html", nothing, strange, _SEED])
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 1)
    complaints = done.stderr.splitlines()
    assert len(complaints) == 4
    assert complaints[0].startswith(f"{empty}: empty: ")
    assert complaints[1] == f"{tmp_path / 'missing.html'}: No such file or directory"
    assert complaints[2].startswith(f"{nothing}: empty: it has no *.warc.gz, ")
    assert str(strange) in complaints[3]
    assert "--url" in complaints[3]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "PATH"),
        (["--url", _URL, _SEED, _OLD], "exactly one PATH"),
        (["--url", "https://www.antaranews.com/dunia", _SEED], "address of a story"),
        (["--fetched-at", "kemarin", _SEED], "ISO 8601"),
        (["--fetched-at", "2026-06-05T20:30:00", _SEED], "offset"),
        (["--no-such", _SEED], "--no-such"),
        (["", _SEED], "not ''"),
        (["--jobs", "0", _SEED], "--jobs takes a number of processes from 1 to 256, not '0'"),
        (["--jobs", "many", _SEED], "--jobs takes a number of processes"),
        (["--store", "a", "--against", "b", _SEED], "do not go together"),
        (["--scheduler", "http://x", _SEED], "--scheduler takes the address of a Dask scheduler"),
        (
            ["--scheduler", "tcp://10.0.0.5", _SEED],
            "such as tcp://10.0.0.5:8786, not 'tcp://10.0.0.5'",
        ),
        (["--scheduler", "a:1", "--jobs", "1", _SEED], "--jobs and --scheduler do not go together"),
        (["--scheduler", "a:1", "--url", _URL, _SEED], "--url and --scheduler do not go together"),
        (["--store", _SEED, _SEED], "--store takes a data directory"),
    ],
)
def test_bad_arguments(arguments: list[object], said: str) -> None:
    """A bad argument is one line that says what is taken, and exit code 2."""
    done = scrapy(arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_help_has_an_example() -> None:
    """The help shows how it is used."""
    done = scrapy(["--help"])
    assert done.returncode == 0
    assert "Examples: scrapy extract page.html --url https://" in " ".join(done.stdout.split())


def test_a_reader_that_has_enough() -> None:
    """A closed pipe ends it without a complaint."""
    command = [sys.executable, "-m", "scrapy", "extract", *[str(_SEED)] * 200]
    with subprocess.Popen(
        command, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        complaints = process.stderr.read()
    assert (process.returncode, complaints) == (0, b"")
