"""A terminal for tests: what is written at one end can be read at the other."""

import fcntl
import os
import pty
import select
import struct
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO


class Terminal:
    """A pseudo-terminal, and a text stream that writes to it."""

    def __init__(self, columns: int = 80, rows: int = 24, encoding: str = "utf-8") -> None:
        """Open one of that size."""
        self._here, there = pty.openpty()
        self.stream: TextIO = os.fdopen(there, "w", encoding=encoding)
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int = 24) -> None:
        """Make the window larger or smaller."""
        fcntl.ioctl(self._here, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def shown(self) -> str:
        """Return what was written since the last time."""
        self.stream.flush()
        written = b""
        while select.select([self._here], [], [], 0)[0]:  # it comes in pieces
            written += os.read(self._here, 65536)
        return written.decode("utf-8").replace("\r\n", "\n")

    def close(self) -> None:
        """Close both ends."""
        self.stream.close()
        os.close(self._here)


@contextmanager
def terminal(columns: int = 80, rows: int = 24, encoding: str = "utf-8") -> Iterator[Terminal]:
    """Open a terminal for a block."""
    opened = Terminal(columns, rows, encoding)
    try:
        yield opened
    finally:
        opened.close()
