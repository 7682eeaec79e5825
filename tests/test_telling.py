"""The summary on a terminal, and where nobody looks."""

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from logging import getLogger
from pathlib import Path
from typing import TextIO, cast

import pytest
from rich.cells import cell_len
from scrapy.utils.log import StreamLogger

from newscrawl.clock import WIB
from newscrawl.summary import Headline, summary
from newscrawl.telling import tell
from tests.reports import make
from tests.terminals import terminal

REPORT = make()
RUNS = Path("runs")
_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(autouse=True)
def _a_usual_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)


def headlines(*texts: str) -> list[Headline]:
    """Return the headlines of stories published at noon."""
    return [Headline(text, datetime(2026, 11, 20, 12, 0, tzinfo=WIB)) for text in texts]


@pytest.mark.parametrize(
    ("code", "colour"), [(0, "32"), (3, "33"), (4, "31"), (5, "31"), (6, "31")]
)
def test_a_verdict_in_words_and_colour(code: int, colour: str) -> None:
    """Green, yellow or red, and never the colour alone."""
    with terminal() as there:
        tell(replace(REPORT, exit_code=code), RUNS, [], there.stream)
        first = there.shown().splitlines()[0]
    assert re.match(rf"\x1b\[1;{colour}mantara: ", first)
    assert f"(exit code {code})" in first


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colour_when_told_so(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """Under NO_COLOR, whatever it holds, and on a dumb terminal there is no escape at all."""
    monkeypatch.setenv(name, value)
    with terminal() as there:
        tell(REPORT, RUNS, headlines("Kabar"), there.stream)
        assert "\x1b" not in there.shown()


def test_a_pipe_gets_the_plain_summary() -> None:
    """Without headlines: who reads mails of cron reads the records for those."""
    stream = io.StringIO()
    tell(REPORT, RUNS, headlines("Kabar"), stream)
    assert stream.getvalue() == summary(REPORT, RUNS) + "\n"


def test_a_logger_gets_the_plain_summary(caplog: pytest.LogCaptureFixture) -> None:
    """Under LOG_STDOUT, Scrapy's own in place of standard output can only write and flush."""
    caplog.set_level("INFO", "stdout")
    tell(REPORT, RUNS, [], cast("TextIO", StreamLogger(getLogger("stdout"))))
    assert caplog.messages == summary(REPORT, RUNS).splitlines()


def test_rich_is_loaded_for_a_terminal_alone() -> None:
    """What colours a terminal takes long to load, and a run from cron has none."""
    code = (
        "import io, pathlib, sys; from newscrawl.telling import tell; from tests.reports import make;"
        " tell(make(), pathlib.Path(), [], io.StringIO()); print('rich.console' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"


def test_force_color_makes_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with everything that uses rich."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    stream = io.StringIO()
    tell(REPORT, RUNS, [], stream)
    assert "\x1b[1;32mantara: healthy" in stream.getvalue()


def test_headlines_fit_and_are_harmless() -> None:
    """In their own characters, cut by columns; no escape of a headline reaches the terminal."""
    told = headlines(
        "Iñárritu bertemu Đặng Thị Hồng di Hà Nội, “sejarah baru” bagi Asia Tenggara",
        "北京与雅加达签署新的合作协议以加强两国之间的经济贸易关系和文化交流",
        "\x1b]0;judul\x07\x1b[2Jmerah \u202ekiri",
    )
    with terminal() as there:
        tell(REPORT, RUNS, told, there.stream)
        raw = there.shown()
    lines = _ESCAPES.sub("", raw).splitlines()
    assert "\x1b[2J" not in raw
    assert "\x1b]" not in raw
    assert max(map(cell_len, lines)) <= 80
    first = next(number for number, line in enumerate(lines) if "newest" in line)
    assert lines[first].startswith("  newest     20/11 12:00  Iñárritu bertemu Đặng Thị")
    assert lines[first].endswith("…")
    assert lines[first + 1].startswith(" " * 13 + "20/11 12:00  北京")
    assert lines[first + 2].endswith("merah kiri")
    assert lines[first + 3].startswith("  records")


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    """A million of everything fits, and the numbers stand under each other."""
    reasons = {f"reason_{number}": 123_456 for number in range(9)}
    many = make(
        outcomes={"new": {"": 1_234_567}, "failed": reasons},
        requests=2_345_678, bytes_received=9_999_999_999, seconds=86_400.5, files=[],
        exit_code=3, reasons=("page after page failed; " * 5,),
    )  # fmt: skip
    with terminal(columns) as there:
        tell(many, RUNS, headlines("Kabar " * 30), there.stream)
        lines = _ESCAPES.sub("", there.shown()).splitlines()
    assert max(map(cell_len, lines)) <= min(columns, 80)
    ends = {line.index(number) + len(number) for line in lines
            for number in ("2,345,678", "2,345,671") if number in line}  # fmt: skip
    assert "  new        1,234,567" in lines
    assert len(ends) == 1


def test_an_encoding_without_the_characters() -> None:
    """Nothing raises, and nothing gets wider; a pipe gets the codes of what it cannot have."""
    report = make(files=["data/Đặng/2026-11-20.jsonl"])
    with terminal(encoding="ascii") as there:
        tell(report, RUNS, headlines("北京" * 30), there.stream)
        shown = there.shown()
    assert "data/??ng/" in shown
    assert max(map(cell_len, _ESCAPES.sub("", shown).splitlines())) <= 80
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    tell(report, RUNS, [], stream)
    stream.seek(0)
    assert r"data/\u0110\u1eb7ng/" in stream.read()


@pytest.mark.parametrize("forced", ["", "1"])
def test_nobody_reads_it(monkeypatch: pytest.MonkeyPatch, forced: str) -> None:
    """A pipe whose reader is gone, in colours too, and standard output that was closed before."""
    monkeypatch.setenv("FORCE_COLOR", forced)
    here, there = os.pipe()
    os.close(here)
    with os.fdopen(there, "w") as stream:
        tell(REPORT, RUNS, headlines("Kabar"), stream)
    tell(REPORT, RUNS, headlines("Kabar"), None)
