"""Programs that tests run in forks end, say and see what they would if they were started anew."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import warm

_SAYS = """
import json, os, signal, sys
print(json.dumps({
    "arguments": sys.argv, "path": sys.path[0], "directory": os.getcwd(), "name": __name__,
    "environment": dict(os.environ), "stdin": sys.stdin.read(),
    "signals": [str(signal.getsignal(number)) for number in sorted(signal.valid_signals())],
    "fds": sorted(os.listdir("/proc/self/fd")),
    "seekable": [file.seekable() for file in (sys.stdin, sys.stdout, sys.stderr)],
    "buffering": [file.line_buffering for file in (sys.stdout, sys.stderr)],
    "coding": [(file.encoding, file.errors) for file in (sys.stdin, sys.stdout, sys.stderr)],
}))
"""


def test_a_program_sees_what_it_would_if_started_anew(tmp_path: Path) -> None:
    """Arguments, environment, directory, signals, open files and what they can do are the same."""
    env = os.environ | {"PYTHONWARNINGS": "", "TOLD": "x"}
    anew = subprocess.run(
        [sys.executable, "-c", _SAYS, "a", "b"],
        env=env,
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    forked = warm.run("-c", _SAYS, "a", "b", env=env, cwd=tmp_path)
    assert forked.returncode == 0, forked.stderr
    assert json.loads(forked.stdout) == json.loads(anew.stdout)
    assert forked.stderr == anew.stderr


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("pass", 0),
        ("raise SystemExit(3)", 3),
        ("raise ValueError", 1),
        ("import os, signal; os.kill(os.getpid(), signal.SIGTERM)", -15),
    ],
)
def test_it_ends_as_it_would(code: str, expected: int) -> None:
    """The exit code is the program's, and what it left to do at its end is done."""
    done = warm.run("-c", "import atexit; atexit.register(print, 'end')\n" + code)
    assert done.returncode == expected
    assert done.stdout == (b"end\n" if expected >= 0 else b"")
    assert (b"ValueError" in done.stderr) == (expected == 1)


def test_one_program_leaves_nothing_to_the_next() -> None:
    """What a program does to a module of the project is gone with it."""
    warm.run("-c", "from newscrawl import clock; clock.now = None")
    done = warm.run("-c", "from newscrawl import clock; print(clock.now is None)")
    assert done.stdout == b"False\n"


def test_two_programs_have_other_hashes() -> None:
    """What depends on the order of a set differs from one run to the next, as a user's runs do."""
    one, other = (warm.run("-c", "print(hash('x'))").stdout for _ in range(2))
    assert one != other


def test_settings_are_read_from_its_own_environment() -> None:
    """The project's settings come from the environment that was given, as in a new process."""
    code = "from newscrawl.settings import NEWSCRAWL_DATA; print(NEWSCRAWL_DATA)"
    done = warm.run("-c", code, env=os.environ | {"NEWSCRAWL_DATA": "/there"})
    assert done.stdout == b"/there\n"


def test_one_that_hangs_is_killed() -> None:
    """A program that takes too long is killed and named, and the next one runs."""
    with pytest.raises(subprocess.TimeoutExpired):
        warm.run("-c", "import time; time.sleep(60)", timeout=0.2)
    assert warm.run("-c", "print(1)").stdout == b"1\n"


def test_one_is_killed_at_its_moment(tmp_path: Path) -> None:
    """It is killed as soon as something is so; one that is over before that is no killed one."""
    begun = tmp_path / "begun"
    code = "import sys, time; open(sys.argv[1], 'w').close(); time.sleep(60)"
    warm.killed("-c", code, begun, until=begun.exists)
    assert begun.exists()
    with pytest.raises(ProcessLookupError):
        warm.killed("-c", "pass", until=lambda: False)
    assert warm.run("-c", "print(1)").stdout == b"1\n"
