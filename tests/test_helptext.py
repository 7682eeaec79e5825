"""What ``--help`` says."""

import subprocess
import sys

import pytest

from tests.e2e.crawling import PROJECT


@pytest.mark.parametrize("command", ["crawl", "doctor"])
def test_arguments_stand_as_they_are_typed(command: str) -> None:
    """The help names spider arguments in small letters, as the command takes them."""
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", command, "--help"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "\n-a section=\n===" in done.stdout
    assert "-A " not in done.stdout
    assert "\nExit Codes\n===" in done.stdout
