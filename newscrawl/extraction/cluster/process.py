"""A process that reads for this one, started anew: no fork of one with threads in it.

A page that ends or blocks its process, whatever the reason, does so here and not in a worker.
"""

import contextlib
import os
import subprocess
import sys
from typing import BinaryIO

_MODULE = "newscrawl.extraction.cluster.serving"
_HEAD = 8
"""Bytes of the number that says how long a message is."""


class ReaderLost(Exception):  # noqa: N818 - named as what it says
    """The process ended over what it was asked."""


class Reader:
    """The process; it ends with the one that started it."""

    def __init__(self) -> None:
        """Start it; it loads what it needs in the meantime."""
        path = os.pathsep.join(entry or str(os.getcwd()) for entry in sys.path)  # noqa: PTH109 - text
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, "-m", _MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": path},
        )

    def ask(self, request: bytes) -> bytes:
        """Return the answer to a request.

        Raises:
            ReaderLost: there is none.
        """
        to, back = self._process.stdin, self._process.stdout
        try:
            send(to, request)  # type: ignore[arg-type]  # they are pipes
            answer = receive(back)  # type: ignore[arg-type]  # as above
        except OSError as error:
            raise ReaderLost(str(error)) from error
        if answer is None:
            raise ReaderLost(f"it ended with {self._process.wait()}")
        return answer

    def end(self) -> None:
        """End it, whatever it is at."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):  # of what it was not sent any more
                stream.close()  # type: ignore[union-attr]  # they are pipes
        self._process.wait()


def send(stream: BinaryIO, message: bytes) -> None:
    """Write a message."""
    stream.write(len(message).to_bytes(_HEAD))
    stream.write(message)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """Read a message; None where there is no more."""
    head = stream.read(_HEAD)
    if len(head) < _HEAD:
        return None
    size = int.from_bytes(head)
    message = stream.read(size)
    return message if len(message) == size else None
