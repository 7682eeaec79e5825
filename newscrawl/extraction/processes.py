"""Forked processes that work for this one, and end with it."""

import contextlib
import os
import signal
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from time import monotonic
from typing import Any, Literal

_FORK = get_context("fork")
"""What is loaded need not be loaded again, and the function need not be sent."""
_MOST_HANDLES = 1 << 20


class Worker:
    """A process that maps batches of items to lists of results, one batch after the other."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        """Fork it.

        Raises:
            OSError: there is no room for one more process.
        """
        self.handle, there = _FORK.Pipe()
        self.since = monotonic()
        """When it was given its batch."""
        self._process = _FORK.Process(target=_serve, args=(function, there), daemon=True)
        self._process.start()
        there.close()

    def give(self, items: Sequence[Any]) -> None:
        """Give it a batch, when it has none; one that is dead takes it in silence."""
        self.since = monotonic()
        with contextlib.suppress(OSError):  # `results` will tell
            self.handle.send(items)

    def results(self) -> list[Any] | None:
        """Return what it made of its batch, or None where it died over it."""
        try:
            results: list[Any] = self.handle.recv()
        except (EOFError, OSError):
            return None
        return results

    def end(self) -> None:
        """End it, whatever it is at."""
        self._process.kill()
        self._process.join()
        self.handle.close()


def alone(
    function: Callable[[Any], Any], item: Any, most: float
) -> tuple[Any] | Literal["died", "hung"]:
    """Map one item in a process of its own, within some seconds; say how it ended otherwise."""
    worker = Worker(function)
    try:
        worker.give([item])
        if not worker.handle.poll(most):
            return "hung"
        results = worker.results()
        return "died" if results is None else (results[0],)
    finally:
        worker.end()


def _serve(function: Callable[[Any], Any], connection: Connection) -> None:
    """Map batches until nobody gives any more: the other side has closed, or died."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the parent ends its own
    _keep_only(connection.fileno())
    try:
        while True:
            connection.send([function(item) for item in connection.recv()])
    except (EOFError, OSError):
        return


def _keep_only(handle: int) -> None:
    """Close what was open in the parent: other workers' pipes, the ledger, the run's lock.

    A worker that outlives its parent for a moment must not hold any of it.
    """
    os.closerange(3, handle)
    os.closerange(handle + 1, _MOST_HANDLES)
