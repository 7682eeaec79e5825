"""One run at a time."""

import os
from pathlib import Path

import pytest

from newscrawl.exits import ExitCode, Locked
from newscrawl.lock import RunLock
from tests.making import NOON


def test_the_second_is_told_who_holds_it(tmp_path: Path) -> None:
    """A second run is refused with 75, and its message names the process that runs."""
    lock = RunLock(tmp_path / "run.lock", "first", NOON)
    with pytest.raises(Locked, match=f"process {os.getpid()}, run first") as refused:
        RunLock(tmp_path / "run.lock", "second", NOON)
    lock.release()
    assert refused.value.exit_code == ExitCode.LOCKED


def test_a_lock_given_back_can_be_taken(tmp_path: Path) -> None:
    """After the first run's end the next one gets the lock, though the file still lies there."""
    RunLock(tmp_path / "run.lock", "first", NOON).release()
    RunLock(tmp_path / "run.lock", "second", NOON).release()
    assert "run second" in (tmp_path / "run.lock").read_text()
