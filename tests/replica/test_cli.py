"""``python -m newscrawl.replica``."""

import http.client
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]


def _command(*options: str) -> list[str]:
    return [sys.executable, "-m", "newscrawl.replica", *options]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_serves_until_told_to_end(number: signal.Signals, tmp_path: Path) -> None:
    """It prints its origin, serves, and ends with 0 on Ctrl-C and on SIGTERM."""
    file = tmp_path / "clock"
    file.write_text("2026-10-21T12:00:00+07:00\n", encoding="ascii")
    command = _command("--port", "0", "--seed", "2", "--per-day", "5", "--clock", str(file))
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        origin = process.stdout.readline().strip()
        assert origin.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(f"{origin}/rss/dunia.xml") as answer:  # noqa: S310 - loopback
            assert b"<item>" in answer.read()
        process.send_signal(number)
        assert process.wait(timeout=30) == 0
        assert process.stdout.read() == ""


def test_the_template_can_be_told(tmp_path: Path) -> None:
    """``--era`` forces a template, ``--switch`` another one from a moment on."""
    file = tmp_path / "clock"
    file.write_text("2026-10-21T12:00:00+07:00\n", encoding="ascii")
    told = ("--era", "B", "--switch", "2026-10-21T13:00:00+07:00=C")
    command = _command("--per-day", "5", "--clock", str(file), *told)
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        origin = process.stdout.readline().strip()
        with urllib.request.urlopen(f"{origin}/rss/ekonomi.xml") as answer:  # noqa: S310 - loopback
            path = re.findall(rb"<guid>https://www.antaranews.com(/berita/\d+)", answer.read())[0]
        for time, mark in (("12:59", b"bjbrt"), ("13:00", b"post-wrapper")):
            file.write_text(f"2026-10-21T{time}:00+07:00\n", encoding="ascii")
            with urllib.request.urlopen(origin + path.decode()) as answer:  # noqa: S310 - loopback
                assert mark in answer.read()
        process.terminate()
        assert process.wait(timeout=30) == 0


def test_the_ways_into_the_past_can_be_told(tmp_path: Path) -> None:
    """Options say in which forms the site lists its past, and what it has not."""
    file = tmp_path / "clock"
    file.write_text("2026-10-21T12:00:00+07:00\n", encoding="ascii")
    told = ("--index", "ymd", "--search", "none", "--sitemap", "gzip", "--no-tags", "--cards", "C")
    more = ("--parted", "0.5", "--start", "2026-10-20", "--per-day", "5", "--clock", str(file))
    expected = {
        "/indeks/2026-10-20": 200,
        "/indeks/20-10-2026": 404,
        "/search?q=%20&startDate=20-10-2026&endDate=20-10-2026": 404,
        "/sitemap/2026-10.xml.gz": 200,
        "/tag/asean": 404,
    }
    command = _command(*told, *more)
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        host = process.stdout.readline().strip().removeprefix("http://")
        connection = http.client.HTTPConnection(host)
        for target, status in expected.items():
            connection.request("GET", target)
            answer = connection.getresponse()
            body = answer.read()
            assert answer.status == status
            assert (b"simple-post" in body) == target.startswith("/indeks/2026")
        connection.close()
        process.terminate()
        assert process.wait(timeout=30) == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--start", "kemarin"], "no date"),
        (["--host", "192.0.2.1"], "not loopback"),
        (["--per-day", "0"], "from 1 on"),
        (["--port", "x"], "invalid int"),
        (["--era", "E"], "invalid choice"),
        (["--index", "mdy"], "none of dmy, ymd, path, section, none"),
        (["--parted", "1.5"], "no share from 0 to 1"),
        (["--switch", "besok=C"], "is not like"),
        (["--switch", "2026-11-01T12:00:00=C"], "is not like"),
        (["--switch", "2026-11-01T12:00:00+07:00=E"], "is not like"),
    ],
)
def test_bad_argument_is_one_line_and_2(options: list[str], said: str) -> None:
    """A malformed option is named in one line."""
    done = subprocess.run(
        _command(*options), cwd=_ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_what_keeps_it_from_starting_is_one_line_and_1(tmp_path: Path) -> None:
    """A taken port, a missing clock file and a day without stories end it with 1."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for options in (
            ["--port", port],
            ["--clock", str(tmp_path / "none")],
            ["--start", "1999-01-01"],
        ):
            done = subprocess.run(
                _command(*options), cwd=_ROOT, capture_output=True, text=True, check=False
            )
            assert done.returncode == 1
            assert done.stderr.count("\n") == 1
