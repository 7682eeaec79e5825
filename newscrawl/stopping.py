"""Ending in good order when somebody else ends the program."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = 130
"""What a shell makes of a program that Ctrl-C ended."""
_ENDING = (signal.SIGTERM, signal.SIGHUP)


@contextmanager
def stopped_as_by_ctrl_c() -> Iterator[None]:
    """Let SIGTERM, and SIGHUP of a terminal that is closed, do in the block what Ctrl-C does.

    Python would end at once, and leave its temporary files: of an export, gigabytes. What ignores
    one of them (``nohup``) goes on ignoring it.
    """
    before = {number: signal.getsignal(number) for number in _ENDING}
    for number, handler in before.items():
        if handler is signal.SIG_DFL:
            signal.signal(number, _interrupt)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise KeyboardInterrupt
