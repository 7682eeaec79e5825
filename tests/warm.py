"""Programs of the project in processes of their own that need not load everything first.

A crawl of a test takes a second to load Scrapy, Twisted and the project, and a fifth of one to
crawl. So for each worker of pytest two processes load them, and fork for each program: the fork
does what ``python -m ...`` does, with the arguments, environment, directory, pipes and end that it
is given. Settings are read, and the reactor is made, in the fork. Tests of process groups, terminals
and limits start their programs from nothing, as a user's shell does; a signal reaches a fork, too.
"""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import cycle
from pathlib import Path
from threading import Lock, Timer
from time import monotonic, sleep
from typing import Any

from tests.forked import FDS, HEAD

PROJECT = Path(__file__).resolve().parents[1]
Begun = Callable[[int], object]
_AT_START = ("PYTHON", "LANG", "LC_")
"""What an interpreter reads when it starts: to change these it takes a process begun anew."""


class _Forks:
    """The process that forks: it starts when it is first needed, and ends with this one."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._socket: socket.socket | None = None

    def run(
        self, job: dict[str, Any], ends: Sequence[int], timeout: float, begun: Begun | None
    ) -> int:
        """Return a program's exit code, or less than 0 for a signal; it is killed after a while."""
        with self._lock:
            connection = self._socket or self._start()
            message = json.dumps(job).encode()
            socket.send_fds(connection, [len(message).to_bytes(HEAD)], list(ends))
            connection.sendall(message)
            for end in ends:
                os.close(end)
            pid = self._number(connection)
            watchdog = Timer(timeout, os.kill, (pid, signal.SIGKILL))
            watchdog.start()
            try:
                if begun is not None:
                    begun(pid)
            except BaseException:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
                raise
            finally:
                status = self._number(connection)
                watchdog.cancel()
            return os.waitstatus_to_exitcode(status)

    def _start(self) -> socket.socket:
        self._socket, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.forked", str(theirs.fileno())],
                cwd=PROJECT,
                env=os.environ | {"PYTHONWARNINGS": ""},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,  # what a fork inherits is no file, as what it is given
                stderr=subprocess.PIPE,
                pass_fds=[theirs.fileno()],
            )
        atexit.register(self._end)
        return self._socket

    def _number(self, connection: socket.socket) -> int:
        message = connection.recv(HEAD, socket.MSG_WAITALL)
        if not message:
            raise RuntimeError(f"the process that forks is gone: {self._end()!r}")
        return int.from_bytes(message)

    def _end(self) -> bytes:
        """Let it end, and return what it complained of."""
        if self._socket is None or self._process is None:
            return b""
        self._socket.close()
        _, complaints = self._process.communicate()
        self._socket = self._process = None
        return complaints


_forks = cycle([_Forks(), _Forks()])
"""In turn: each has a seed of its own for hashes, so that a run's order is not the one's before."""


def run(
    module: str,
    *arguments: object,
    env: dict[str, str] | None = None,
    cwd: Path = PROJECT,
    timeout: float = 120,
    begun: Begun | None = None,
) -> "subprocess.CompletedProcess[bytes]":
    """Run ``python -m module``, or ``python -c`` where that is the module, to its end.

    Args:
        module: the module, or ``-c``.
        arguments: its command line.
        env: its environment; ours, if there is none.
        cwd: the directory that it runs in.
        timeout: the seconds after which it is killed.
        begun: called with its number while it runs; may wait for something, and kill it.

    Raises:
        subprocess.TimeoutExpired: it took longer than this many seconds, and was killed.
    """
    environment = (os.environ if env is None else env) | {"PYTHONWARNINGS": ""}
    for name in {name for name in {*os.environ, *environment} if name.startswith(_AT_START)}:
        given = environment.get(name)
        assert name == "PYTHONWARNINGS" or given == os.environ.get(name), f"{name}: start it anew"
    words = [module, *map(str, arguments)]
    job = {"words": words, "env": environment, "cwd": str(cwd)}
    pipes = [os.pipe() for _ in range(FDS)]
    with ThreadPoolExecutor(FDS) as pool:
        told = [pool.submit(_read, reading) for reading, _ in pipes]
        began = monotonic()
        code = next(_forks).run(job, [writing for _, writing in pipes], timeout, begun)
        out, err = (part.result() for part in told)
    if code == -signal.SIGKILL and monotonic() - began >= timeout:
        raise subprocess.TimeoutExpired(words, timeout, out, err)
    return subprocess.CompletedProcess(words, code, out, err)


def wait(pid: int, until: Callable[[], object]) -> None:
    """Wait until something is so.

    Raises:
        ProcessLookupError: the process is over before that.
    """
    while not until():
        os.kill(pid, 0)
        sleep(0.001)


def tell(pid: int, *signals: int) -> None:
    """Send a process signals, one soon after the other; one that it has ended on is its last."""
    for number in signals:
        with suppress(ProcessLookupError):
            os.kill(pid, number)
        sleep(0.02)


def killed(module: str, *arguments: object, until: Callable[[], bool], **options: Any) -> None:
    """Run it, and kill it with -9 as soon as something is so; it must not be over by then."""

    def kill(pid: int) -> None:
        wait(pid, until)
        os.kill(pid, signal.SIGKILL)

    done = run(module, *arguments, **options, begun=kill)
    assert done.returncode == -signal.SIGKILL, done.stderr


def run_text(module: str, *arguments: object, **options: Any) -> "subprocess.CompletedProcess[str]":
    """Run it, and return text."""
    done = run(module, *arguments, **options)
    out, err = (part.decode().replace("\r\n", "\n") for part in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def _read(descriptor: int) -> bytes:
    with open(descriptor, "rb") as file:
        return file.read()
