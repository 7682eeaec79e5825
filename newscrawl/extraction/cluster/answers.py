"""Answers to requests: the cluster's, and where it has none those of a process of this machine."""

import pickle
import sys
from pathlib import Path
from typing import Any

from newscrawl.exits import CannotRun
from newscrawl.extraction.cluster.connection import Connection, GivenUp
from newscrawl.extraction.cluster.process import Reader, ReaderLost
from newscrawl.extraction.cluster.task import Refused
from newscrawl.extraction.cluster.units import Piece, Request, Unit, What
from newscrawl.extraction.places import place, printable
from newscrawl.extraction.reading import Prepare
from newscrawl.extraction.sources import Files, Story


class Answers:
    """Asks for what one sink needs of some files."""

    def __init__(self, connection: Connection, files: Files, prepare: Prepare) -> None:
        """Ask nothing yet."""
        self._connection = connection
        self._files = files
        self._prepare = prepare
        self._root = Path.cwd()
        self._here: Reader | None = None

    @property
    def ahead(self) -> int:
        """Return how many requests should be asked before the first one's answer is taken."""
        return self._connection.ahead

    def ask(self, what: What) -> Any:
        """Have a worker read something; return what :meth:`take` takes.

        Raises:
            CannotRun: the scheduler is gone.
        """
        return self._connection.ask(self._request(what))

    def take(self, what: What, asked: Any) -> Any | None:
        """Return an answer, from this machine where the cluster has none; None where both fail.

        Raises:
            CannotRun: the scheduler is gone, or a worker would read otherwise.
        """
        try:
            answer = pickle.loads(self._connection.answer(asked))  # noqa: S301 - of checked workers
        except GivenUp as why:
            told = f"{_place(what)}: the cluster gave it up ({why}); it is read here"
            sys.stderr.write(printable(told) + "\n")
            return self.here(what)
        if isinstance(answer, Refused):
            raise CannotRun(f"a worker {answer.why}")
        return answer

    def here(self, what: What) -> Any | None:
        """Return an answer of this machine's own, or None."""
        self._here = self._here or Reader()
        try:
            return pickle.loads(self._here.ask(self._request(what)))  # noqa: S301 - our own
        except ReaderLost:
            self.end()
            return None

    def end(self) -> None:
        """End the process of this machine."""
        if self._here is not None:
            self._here.end()
            self._here = None

    def _request(self, what: What) -> bytes:
        return pickle.dumps(Request(what, self._prepare, self._root, self._files.fetched_at))


def _place(what: What) -> str:
    if isinstance(what, Unit):
        return where(what.pieces[0])
    return place(what if isinstance(what, Story) else what[0])


def where(piece: Piece) -> str:
    """Return a file and the byte in it, as messages say it."""
    return f"{piece.path}:{piece.begin}"
