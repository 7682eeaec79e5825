"""On a terminal a line shows how far the run is; the cursor is there again in the end."""

import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import termios
import time
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.e2e.crawling import PROJECT, command, environment
from tests.e2e.pages import WWW, path, site
from tests.e2e.posting import posting
from tests.e2e.serving import Answer, PageServer

SLOW = ("-s", "DOWNLOAD_DELAY=0.05", "-s", "CONCURRENT_REQUESTS=2")
ONE = ("-s", "DOWNLOAD_DELAY=0.1", "-s", "CONCURRENT_REQUESTS=1")
SLOWER = ("-s", "DOWNLOAD_DELAY=0.5", "-s", "CONCURRENT_REQUESTS=2")
"""On a busy machine a run must not be over before it is interrupted."""
HIDE, SHOW = "\x1b[?25l", "\x1b[?25h"


def start(
    origin: str, data: Path, pace: tuple[str, ...] = SLOW, columns: int = 80
) -> tuple["subprocess.Popen[bytes]", int]:
    """Start a crawl on a terminal of its own; return it and the other end of the terminal."""
    here, there = pty.openpty()
    fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        command(origin, *pace),
        cwd=PROJECT,
        env=environment(data, TERM="xterm", COLUMNS="80"),
        stdin=there,
        stdout=there,
        stderr=there,
    )
    os.close(there)
    return process, here


def read(terminal: int, until: str = "") -> str:
    """Read what is on the terminal until a text appears, or until nobody writes any more."""
    shown = ""
    limit = time.monotonic() + 60
    while time.monotonic() < limit and (not until or until not in shown):
        try:
            block = os.read(terminal, 4096)
        except OSError:  # Linux: the other end is closed
            break
        if not block:
            break
        shown += block.decode()
    return shown


def test_a_line_that_moves(tmp_path: Path) -> None:
    """The line tells what was kept and what waits, and is gone when the summary comes."""
    with PageServer(site(*range(130, 100, -1))) as server:
        process, terminal = start(server.origin, tmp_path)
        shown = read(terminal)
        assert process.wait(timeout=30) == 0
    os.close(terminal)
    assert " kept · " in shown
    assert " waiting · " in shown
    assert shown.count(HIDE) == shown.count(SHOW) == 1
    summary = shown[shown.index(SHOW) :]
    assert "antara: healthy (exit code 0)" in summary
    assert " waiting · " not in summary


def test_what_the_line_says(tmp_path: Path) -> None:
    """On a narrow terminal no row folds; headlines are harmless, a rest is told with its reason."""
    pages = site(*range(110, 100, -1))
    for number in range(105, 111):
        page = pages[WWW, path(number)]
        title = f"Presiden Đặng bertemu \u202eIñárritu, “北京” {number}".encode()
        pages[WWW, path(number)] = Answer(
            page.body.replace(f"<h1>Kabar {number}".encode(), b"<h1>" + title)
        )
    pages[WWW, path(104)] = Answer(b"", status=429, headers={"Retry-After": "3"})
    with PageServer(pages) as server:
        process, terminal = start(server.origin, tmp_path, ONE, columns=40)
        shown = read(terminal, until="as the site asks")
        shown += read(terminal)
        assert process.wait(timeout=30) in (0, 3, 4)
    os.close(terminal)
    assert "last kept: Presiden Đặng bertemu" in shown
    assert "waiting 3 s, as the site asks" in shown
    assert "\u202e" not in shown
    moving = shown[: shown.index(SHOW)].replace(HIDE, "")
    rows = [row for part in re.split(r"\r?\x1b\[\w*[AK]", moving) for row in part.splitlines()]
    assert max(map(cell_len, rows)) <= 40 - len("^C") - 1  # a terminal shows Ctrl-C as ^C
    assert [row for row in rows if "antara" in row] == []


def test_an_end_that_takes_its_time(tmp_path: Path) -> None:
    """The books are closed, and a slow switch is told of it: the line has nothing more to ask."""
    with PageServer(site(*range(105, 100, -1))) as server, posting() as switch:
        switch.seconds = 1.0
        ping = ("-s", f"NEWSCRAWL_PING_URL={switch.origin}/")
        process, terminal = start(server.origin, tmp_path, ping)
        shown = read(terminal)
        assert process.wait(timeout=30) == 0
    os.close(terminal)
    assert len(switch.posts) == 1
    assert "Traceback" not in shown


@pytest.mark.parametrize("times", [1, 2])
def test_ctrl_c_gives_the_cursor_back(tmp_path: Path, times: int) -> None:
    """However impatient the user is, the terminal is left as it was."""
    with PageServer(site(*range(160, 100, -1))) as server:
        process, terminal = start(server.origin, tmp_path, SLOWER)
        shown = read(terminal, until="5 kept")
        for _ in range(times):
            process.send_signal(signal.SIGINT)
            time.sleep(0.02)
        shown += read(terminal)
        assert process.wait(timeout=30) == 3
    os.close(terminal)
    assert shown.count(HIDE) == shown.count(SHOW) == 1
    assert "Traceback" not in shown
