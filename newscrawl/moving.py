"""A few lines at the bottom of a terminal that are written anew in their place."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

from rich.cells import cell_len

from newscrawl.terminal import size

_HIDE, _SHOW = "\x1b[?25l", "\x1b[?25h"
_CLEAR, _UP_AND_CLEAR = "\r\x1b[2K", "\x1b[1A\x1b[2K"
"""Row by row: what clears the rest of a screen makes tmux remember all of it."""


class MovingLines:
    """Lines that are there until others take their place, or nothing does.

    Rich's Live would leave a part of them behind when the window is made narrower, and knows
    nothing of a log that writes between them.
    """

    def __init__(self, stream: TextIO) -> None:
        """Show nothing yet on a terminal."""
        self._stream = stream
        self._shown: Sequence[str] = ()
        self._is_on = False

    def begin(self) -> None:
        """Hide the cursor."""
        self._is_on = True
        self._write(_HIDE)

    def show(self, lines: Sequence[str]) -> None:
        """Write lines in the place of those that are there; each must fit, and is one row."""
        if self._is_on and lines != self._shown:
            self._write(self._erasing() + "\n".join(lines))
            self._shown = lines

    def clear(self) -> None:
        """Make room for what somebody else writes now."""
        if self._shown:
            self._write(self._erasing())
            self._shown = ()

    def end(self) -> None:
        """Take the lines away, and give the cursor back; once more does no harm."""
        if self._is_on:
            self.clear()
            self._write(_SHOW)
            self._is_on = False

    def _erasing(self) -> str:
        """Return what takes the lines away; a window that was made narrower has folded them."""
        if not self._shown:
            return ""
        columns, _ = size(self._stream)
        rows = sum(max(1, -(-cell_len(line) // columns)) for line in self._shown)
        return _CLEAR + _UP_AND_CLEAR * (rows - 1)

    def _write(self, text: str) -> None:
        encoding = self._stream.encoding or "ascii"
        text = text.encode(encoding, "replace").decode(encoding)  # no row gets longer by it
        with suppress(OSError):  # the terminal was closed; the run goes on
            self._stream.write(text)
            self._stream.flush()
