"""``scrapy extract --scheduler``: what it does on a cluster is what it does on one machine."""

import gzip
import os
import pty
import re
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.archived import day_files, without
from tests.e2e.crawling import PROJECT
from tests.e2e.test_terminal import read
from tests.extraction.cluster.clusters import (
    LIMIT_SECONDS,
    MORE_SLOWLY,
    SLOWLY,
    Running,
    cluster,
    command,
    errors_of,
    extract,
    extracting,
    kill,
    lines,
)
from tests.extraction.cluster.conftest import Archive

_PART = 30_000
"""Bytes of a part, for archives of a tenth of a megabyte to have several."""


def count(*files: Path) -> int:
    """Return how many lines are there."""
    return sum(file.read_bytes().count(b"\n") for file in files)


def stored(data: Path) -> list[dict[str, Any]]:
    """Return the records of a data directory, without what is another with each run."""
    found = [line for file in day_files(data).values() for line in lines(file)]
    return [without(line, "run_id", "warc") for line in found]


def ledger(data: Path) -> list[tuple[Any, ...]]:
    """Return what a ledger knows of stories and lines."""
    with closing(sqlite3.connect(data / "antara" / "ledger.db")) as database:
        stories = database.execute("SELECT id, address, state, via, due FROM stories ORDER BY id")
        known = stories.fetchall()
        lines_of = database.execute("SELECT number, id, revision, file FROM records ORDER BY 1")
        return known + lines_of.fetchall()


@pytest.mark.parametrize("part", [None, _PART, 7000])
def test_it_is_as_on_one_machine(archive: Archive, running: Running, part: int | None) -> None:
    """Records, messages, their order and the exit code are the same, whatever the parts are."""
    done = extract(archive.path, "--scheduler", running.address, part=part)
    assert (done.returncode, done.stderr) == (1, archive.errors)
    assert done.stdout == archive.output


def test_relative_paths_and_given_times(archive: Archive, running: Running, tmp_path: Path) -> None:
    """Paths are meant from where the command is run; what is told names them as they were given."""
    given = [os.path.relpath(archive.path / name, PROJECT) for name in ("6.html", "5.html")]
    arguments = [*given, tmp_path / "missing", "--fetched-at", "2026-06-05T01:02:03Z"]
    alone = extract(*arguments)
    assert alone.stderr.decode().startswith(f"{given[0]}: ")
    done = extract(*arguments, "--scheduler", running.address)
    assert (done.returncode, done.stdout, done.stderr) == (1, alone.stdout, alone.stderr)


def test_a_worker_killed_in_the_middle(archive: Archive, tmp_path: Path) -> None:
    """What a lost worker was to read another reads; nothing is missing, and nothing there twice."""
    output = tmp_path / "records"
    with cluster(tmp_path / "cluster", patch=SLOWLY) as running:
        arguments = (archive.path, "--scheduler", running.address)
        with extracting(output, *arguments, until=lambda: count(output) >= 10) as process:
            kill(running.workers[0])
            at = count(output)
            assert process.wait(timeout=LIMIT_SECONDS) == 1
    assert at < archive.output.count(b"\n") - 20
    assert output.read_bytes() == archive.output
    assert errors_of(output).encode() == archive.errors


def test_it_stores_what_one_machine_stores(
    archive: Archive, running: Running, tmp_path: Path
) -> None:
    """Day files, archive and ledger are the same, and a second time nothing is new."""
    for name, scheduler in (("one", ()), ("many", ("--scheduler", running.address))):
        for _ in range(2):
            done = extract(archive.path, "--store", tmp_path / name, *scheduler, part=_PART)
            assert done.returncode == 1, done.stderr
    assert stored(tmp_path / "many") == stored(tmp_path / "one")
    assert ledger(tmp_path / "many") == ledger(tmp_path / "one")
    assert len(stored(tmp_path / "one")) > 60


def test_it_compares_as_one_machine_does(
    archive: Archive, running: Running, tmp_path: Path
) -> None:
    """What would change is told the same."""
    data = tmp_path / "data"
    extract(archive.path / "0.warc.gz", "--store", data)
    arguments = (archive.path, "--against", data)
    alone, done = extract(*arguments), extract(*arguments, "--scheduler", running.address)
    assert b"25 pages compared with their records" in alone.stdout
    assert (done.returncode, done.stdout, done.stderr) == (
        alone.returncode,
        alone.stdout,
        alone.stderr,
    )


def test_ctrl_c(archive: Archive, tmp_path: Path) -> None:
    """It ends at once with 130, every line whole, and leaves the workers to others."""
    output = tmp_path / "records"
    with cluster(tmp_path / "cluster", workers=1, patch=MORE_SLOWLY) as running:
        arguments = (archive.path, "--scheduler", running.address)
        with extracting(output, *arguments, until=lambda: count(output) > 0) as process:
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=LIMIT_SECONDS) == 130
        written = output.read_bytes()
        assert archive.output.startswith(written)
        assert lines(written)
        assert errors_of(output).splitlines()[-1] == "scrapy extract: interrupted"
        done = extract(archive.path / "3.warc.gz", "--scheduler", running.address)
        assert done.returncode == 0


def test_the_scheduler_is_lost_in_the_middle(archive: Archive, tmp_path: Path) -> None:
    """That is one line and exit code 1; the next run stores what is missing, and nothing twice."""
    data, output = tmp_path / "data", tmp_path / "output"
    articles = data / "antara" / "articles"
    with cluster(tmp_path / "cluster", workers=1, patch=MORE_SLOWLY) as running:
        arguments = (archive.path, "--store", data, "--scheduler", running.address)
        with extracting(
            output, *arguments, until=lambda: count(*articles.glob("*.jsonl")) > 5
        ) as process:
            kill(running.scheduler)
            assert process.wait(timeout=LIMIT_SECONDS) == 1
    assert errors_of(output).splitlines()[-1] == (
        f"scrapy extract: the scheduler at {running.address} is gone;"
        " what was read before is whole, the rest is not read"
    )
    assert "Traceback" not in errors_of(output)
    assert len(stored(data)) < archive.output.count(b"\n") - 20
    for directory in (data, tmp_path / "one"):
        extract(archive.path, "--store", directory)
    assert sorted(record["id"] for record in stored(data)) == sorted(
        record["id"] for record in stored(tmp_path / "one")
    )


_POISON = """
    workers.LONGEST = 1
    def extract(body, url, *given):
        if url.endswith("/kabar-903"):
            os.kill(os.getpid(), signal.SIGKILL)
        if url.endswith("/kabar-906"):
            time.sleep(600)
        if url.endswith("/kabar-908"):  # and with it the process that serves
            os.kill(os.getppid(), signal.SIGKILL)
        return original(body, url, *given)
"""


def test_pages_that_kill_or_hang(archive: Archive, tmp_path: Path) -> None:
    """Each costs itself alone, is named, and no worker is lost to it.

    What ends the process that reads for a worker is read by the command's own.
    """
    path = archive.path / "3.warc.gz"
    alone = extract(path)
    with cluster(tmp_path / "cluster", workers=1, patch=_POISON) as running:
        done = extract(path, "--scheduler", running.address, part=4000)
        assert running.workers[0].poll() is None
    errors = done.stderr.decode().splitlines()
    lost = [line for line in lines(alone.stdout) if line not in lines(done.stdout)]
    assert done.returncode == 1
    assert len(lost) == 2
    assert [b'"article_id":903' in lost[0], b'"article_id":906' in lost[1]] == [True, True]
    assert ": worker_died: " in errors[0]
    assert ": worker_hung: " in errors[1]
    assert ": the cluster gave it up (ReaderLost: " in errors[2]
    assert len(errors) == 5
    assert [line for line in lines(alone.stdout) if line not in lost] == lines(done.stdout)


_FEW = """
    from newscrawl.extraction.cluster import units
    units.MOST_PAGES = 3
    import pathlib
    open_it = pathlib.Path.open
    def open_some(path, *given, **named):
        if path.name == "unseen.warc.gz":
            raise PermissionError(13, "Permission denied")
        return open_it(path, *given, **named)
    pathlib.Path.open = open_some
    extract = original
"""


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Return a worker that gives a part up early, and must not read one file."""
    with cluster(tmp_path_factory.mktemp("narrow"), workers=1, patch=_FEW) as started:
        yield started


def test_an_archive_that_cannot_be_cut(archive: Archive, narrow: Running, tmp_path: Path) -> None:
    """Of one that is compressed as a whole the pages are sent, so that no answer is too large."""
    path = tmp_path / "one.warc.gz"
    path.write_bytes(gzip.compress(gzip.decompress((archive.path / "3.warc.gz").read_bytes())))
    damaged = tmp_path / "damaged.warc.gz"
    damaged.write_bytes(path.read_bytes()[:-300])
    done = extract(path, damaged, "--scheduler", narrow.address, part=4000)
    alone = extract(path, damaged)
    assert (done.returncode, done.stdout, done.stderr) == (1, alone.stdout, alone.stderr)
    assert lines(done.stdout)


def test_a_worker_that_does_not_see_a_file(
    archive: Archive, narrow: Running, tmp_path: Path
) -> None:
    """It is named with the file; what stands before it is whole, and nothing behind it is read."""
    path = tmp_path / "unseen.warc.gz"
    path.write_bytes((archive.path / "3.warc.gz").read_bytes())
    saved = archive.path / "5.html"
    done = extract(saved, path, saved, "--scheduler", narrow.address, part=4000)
    assert (done.returncode, len(lines(done.stdout))) == (1, 1), done.stderr
    (told,) = done.stderr.decode().splitlines()
    assert told.startswith(f"scrapy extract: a worker does not see {path} as it is here: on ")
    assert told.endswith(": Permission denied; all machines need the files under the same path")


_FATAL = """
    def extract(body, url, *given):
        if url.endswith("/kabar-905"):
            serving = open(f"/proc/{os.getppid()}/stat").read()
            os.kill(int(serving.rpartition(")")[2].split()[1]), signal.SIGKILL)
            time.sleep(600)
        return original(body, url, *given)
"""


def test_a_page_that_kills_every_worker(archive: Archive, tmp_path: Path) -> None:
    """When Dask gives a unit up, the command reads it; nothing is missing."""
    path = archive.path / "3.warc.gz"
    with cluster(tmp_path / "cluster", patch=_FATAL, SCHEDULER__ALLOWED_FAILURES="0") as running:
        done = extract(path, "--scheduler", running.address, part=4000)
    assert done.returncode == 0
    assert done.stdout == extract(path).stdout
    told = done.stderr.decode().splitlines()[:-2]
    assert told  # also of units that the worker had before it
    assert all(": the cluster gave it up (KilledWorker: " in line for line in told)


def test_progress_on_a_terminal(archive: Archive, running: Running, tmp_path: Path) -> None:
    """The line is that of one machine: how much is read of all, and how many records."""
    here, there = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100", "PYTHONWARNINGS": ""}
    with (tmp_path / "records").open("wb") as output:
        process = subprocess.Popen(
            command(archive.path, "--scheduler", running.address, part=7000),
            cwd=PROJECT,
            env=environment,
            stdin=there,
            stdout=output,
            stderr=there,
        )
    os.close(there)
    shown = read(here)
    os.close(here)
    assert process.wait(timeout=LIMIT_SECONDS) == 1
    assert re.search(r"extract  [\d.,]+ \w+ of [\d.,]+ \w+ · \d+ records · \d unreadable", shown)


def test_workers_that_would_read_otherwise(archive: Archive, tmp_path: Path) -> None:
    """Nothing is read by a worker whose newscrawl is another, or that has none."""
    other = tmp_path / "other"
    for name, change in (("other", "# changed\n"), ("none", None)):
        path = tmp_path / name
        path.mkdir()
        if change is not None:
            shutil.copytree(PROJECT / "newscrawl", path / "newscrawl")
            with (other / "newscrawl" / "clock.py").open("a", encoding="utf-8") as file:
                file.write(change)
        with cluster(tmp_path / f"cluster-{name}", workers=1, path=path) as running:
            done = extract(archive.path, "--scheduler", running.address)
        said = done.stderr.decode().splitlines()
        assert (done.returncode, done.stdout, len(said)) == (1, b"", 1)
        assert said[0].startswith("scrapy extract: the worker at tcp://127.0.0.1:")
        expected = "has other files of newscrawl's" if change else "does not find newscrawl"
        assert expected in said[0]


def test_a_scheduler_without_workers(archive: Archive, tmp_path: Path) -> None:
    """After a while it is told how to start some."""
    with cluster(tmp_path / "cluster", workers=0) as running:
        done = extract(archive.path, "--scheduler", running.address)
        kill(running.scheduler)
        gone = extract(archive.path, "--scheduler", running.address)
    assert (done.returncode, gone.returncode) == (1, 1)
    assert done.stderr.decode() == (
        f"scrapy extract: the scheduler at {running.address} has no workers;"
        f" start some, with: dask worker {running.address}\n"
    )
    (told,) = gone.stderr.decode().splitlines()
    assert told.startswith(f"scrapy extract: no Dask scheduler answers at {running.address}: ")


def test_dask_is_not_installed(archive: Archive) -> None:
    """It is told what to install."""
    code = "import sys; sys.modules['distributed'] = None; from scrapy.cmdline import execute; "
    code += "execute(['scrapy', 'extract', *sys.argv[1:]])"
    words = [*command(archive.path, "--scheduler", "tcp://127.0.0.1:1")]
    done = subprocess.run(
        [words[0], "-c", code, *words[4:]], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "scrapy extract: --scheduler needs Dask, which is not installed here;"
        " install it with: pip install -r requirements-dask.txt\n"
    )
