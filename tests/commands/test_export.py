"""``scrapy export antara OUT``, as a user runs it: the file, what it says, its exit code."""

import argparse
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from scrapy.utils.project import get_project_settings

from newscrawl.commands.export import Command
from newscrawl.records import to_line
from tests import warm
from tests.e2e.crawling import PROJECT, environment
from tests.e2e.small_disk import small_disk
from tests.export.sample import keep, sample
from tests.making import article, open_run

Done = subprocess.CompletedProcess[str]


def command(*arguments: object) -> list[str]:
    """Return the command line."""
    return [sys.executable, "-m", "scrapy", "export", *map(str, arguments)]


def export(data: Path, *arguments: object, in_child: Callable[[], None] | None = None) -> Done:
    """Run the command to its end."""
    if in_child is None:
        return warm.run_text(*command(*arguments)[2:], env=environment(data), timeout=60)
    return subprocess.run(
        command(*arguments), cwd=PROJECT, env=environment(data), preexec_fn=in_child,
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def here(data: Path, *arguments: str) -> int:
    """Run the command in this process, which is quicker; return its exit code."""
    asked, parser = Command(), argparse.ArgumentParser()
    asked.settings = get_project_settings()
    asked.settings.set("NEWSCRAWL_DATA", str(data))
    asked.add_options(parser)
    opts, names = parser.parse_known_args(arguments)
    asked.run(names, opts)
    return asked.exitcode


def test_one_line_says_what_was_written(tmp_path: Path) -> None:
    """Path, stories and size; the ending is taken in any case, and no lock is asked for."""
    data, out = sample(tmp_path / "data"), tmp_path / "A.Parquet"
    run = open_run(data)
    done = export(data, "antara", out)
    run.close(0)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{out}: 5 stories, ")
    assert done.stdout.count("\n") == 1
    assert pq.read_metadata(out).num_rows == 5


def test_a_selection_with_all_its_revisions(tmp_path: Path) -> None:
    """Options of the selection are taken, and lines that are no records are named: exit code 1."""
    data, out = sample(tmp_path / "data"), tmp_path / "a.parquet"
    keep(data, "{")
    done = export(data, "antara", out, "--section", "dunia", "--all-revisions")
    assert (done.returncode, pq.read_metadata(out).num_rows) == (1, 2)
    assert done.stdout.startswith(f"{out}: 2 revisions, ")
    named, counted = done.stderr.splitlines()
    assert named.startswith(f"{data}/antara/articles/2026-11-20.jsonl:7: no JSON")
    assert counted == "scrapy export: 1 line is no record; passed over"


@pytest.mark.parametrize(
    ("out", "code", "said"),
    [
        ("a.xlsx", 2, "there are .parquet, .csv, .jsonl.zst, .db, .graphml"),
        ("data/antara/ledger.db", 2, "here the crawl keeps its own files"),
        ("a.graphml --all-revisions", 2, "a node is a story"),
        ("a.jsonl", 2, "take .jsonl.zst"),
        ("a.parquet --spreadsheet", 2, "--spreadsheet is for .csv"),
        ("none/a.parquet", 2, "there is no directory"),
        ("a_directory.parquet", 2, "this is a directory"),
        ("data/antara/x.parquet", 2, "here the crawl keeps its own files"),
        ("a.parquet --until 2026-02-31", 2, "--until takes a day"),
        ("a.parquet --since 2030-01-01", 1, "no story is selected by: 2030-01-01 to now"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    tmp_path: Path, out: str, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It names what is wrong and what is taken, and writes nothing."""
    (tmp_path / "a_directory.parquet").mkdir()
    data = keep(tmp_path / "data", article(1))
    before = sorted(tmp_path.rglob("*"))
    assert here(data, "antara", *f"{tmp_path}/{out}".split()) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert told.err.startswith("scrapy export: ")
    assert told.err.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_nothing_is_kept_yet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody who has not crawled is told to."""
    assert here(tmp_path / "data", "antara", str(tmp_path / "a.parquet")) == 1
    articles = tmp_path / "data" / "antara" / "articles"
    assert capsys.readouterr().err == (
        f"scrapy export: {articles} has no records: run `scrapy crawl antara` first, or name the data"
        " directory with -s NEWSCRAWL_DATA=DIR\n"
    )


def test_a_full_disk(tmp_path: Path) -> None:
    """It is said in one line, and the file of before is whole."""
    data = keep(tmp_path / "data", *(article(n, body=os.urandom(900).hex()) for n in range(1, 400)))
    with small_disk(tmp_path / "disk", 100) as disk:
        out = disk.path / "a.parquet"
        out.write_text("before")
        done = export(data, "antara", out, in_child=disk.in_child)
        assert (out.read_text(), list(disk.path.iterdir())) == ("before", [out])
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"scrapy export: {out}: ")
    assert done.stderr.count("\n") == 1


def test_a_disk_that_is_full_with_the_metadata(tmp_path: Path) -> None:
    """If there is room for the file, and not for what Datasette is to know, there is neither."""
    data = sample(tmp_path / "data")
    (tmp_path / "a").mkdir()
    assert here(data, "antara", str(tmp_path / "a" / "a.db")) == 0
    size = (tmp_path / "a" / "a.db").stat().st_size
    with small_disk(tmp_path / "disk", size // 1024 + 8) as disk:
        out = disk.path / "a.db"
        done = export(data, "antara", out, in_child=disk.in_child)
        if disk.in_child is None:  # a limit on each file does not tell one disk's files together
            assert (done.returncode, list(disk.path.iterdir())) == (1, [])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ctrl_c(tmp_path: Path, number: signal.Signals) -> None:
    """The half of a file is removed, and the exit code is a shell's: 130.

    So it is when a service manager, ``timeout`` or a terminal that is closed ends the export.
    """
    line = to_line(article(1))
    numbers = range(1, 40_000)
    data = keep(tmp_path / "data", *(line.replace("antara:1", f"antara:{n}") for n in numbers))

    def interrupt(pid: int) -> None:
        warm.wait(pid, lambda: list(tmp_path.glob(".a.parquet.*.new")))
        warm.tell(pid, number)

    words = command("antara", tmp_path / "a.parquet")[2:]
    done = warm.run_text(*words, env=environment(data), timeout=60, begun=interrupt)
    assert done.returncode == 130
    assert done.stderr == "scrapy export: interrupted; nothing was written\n"
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_progress_on_a_terminal(tmp_path: Path) -> None:
    """Somebody who looks sees how far it is; nothing stays of it."""
    data = keep(tmp_path / "data", *(article(n) for n in range(1, 1200)))
    seen, terminal = pty.openpty()
    done = subprocess.run(
        command("antara", tmp_path / "a.parquet"), cwd=PROJECT, stderr=terminal, timeout=60,
        env=environment(data, TERM="xterm"), check=False, stdout=subprocess.PIPE,
    )  # fmt: skip
    os.close(terminal)
    told = os.read(seen, 100_000).decode()
    os.close(seen)
    assert done.returncode == 0
    assert "export  " in told
    assert " MB (" in told or " kB (" in told


def test_who_does_not_listen_has_the_file(tmp_path: Path) -> None:
    """Where nobody reads what is said, or a full disk is to take it, the file is written all the same."""
    data, out = keep(tmp_path / "data", article(1)), tmp_path / "a.csv"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command("antara", out), cwd=PROJECT, env=environment(data), stdout=full,
            stderr=subprocess.PIPE, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert out.exists()


def test_a_directory_that_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names the file that was asked for, not the one beside it that came first."""
    data, out = keep(tmp_path / "data", article(1)), Path("/proc/a.csv")
    assert here(data, "antara", str(out)) == 1
    said = capsys.readouterr().err
    assert said == f"scrapy export: {out}: No such file or directory; nothing was written\n"
