"""What holds for all commands."""

import subprocess
import sys

import pytest

from tests.e2e.crawling import PROJECT


@pytest.mark.parametrize(
    ("error", "last", "is_one_line"),
    [("KeyboardInterrupt", "scrapy: interrupted", True), ("KeyError(1)", "KeyError: 1", False)],
)
def test_ctrl_c_while_commands_are_loaded(error: str, last: str, is_one_line: bool) -> None:
    """It is one line and no traceback; a fault of ours has one as ever."""
    done = subprocess.run(
        [sys.executable, "-c", f"import newscrawl.commands\nraise {error}"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    told = done.stderr.splitlines()
    assert told[-1] == last
    assert (len(told) == 1) is is_one_line
    assert done.returncode != 0
