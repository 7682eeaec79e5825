"""What holds for every test."""

import subprocess
import sys


def test_tests_begun_in_the_background_can_be_interrupted() -> None:
    """Ctrl-C is not ignored by what tests start, although a shell has them ignore it."""
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); import tests.conftest;"
        " print(signal.getsignal(signal.SIGINT) is signal.SIG_IGN)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"
