"""Many machines as one reader: units are asked for ahead, and what came of them put in order."""

import os
import pickle
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from newscrawl.archive.captures import Damage, Passed
from newscrawl.archive.parts import Chain, Part
from newscrawl.exits import CannotRun
from newscrawl.extraction.cluster import units
from newscrawl.extraction.cluster.connection import Connection, GivenUp
from newscrawl.extraction.cluster.process import Reader, ReaderLost
from newscrawl.extraction.cluster.task import Refused
from newscrawl.extraction.cluster.units import Came, Piece, Request, Unit, cut
from newscrawl.extraction.pages import Unread
from newscrawl.extraction.places import printable
from newscrawl.extraction.reading import Prepare, prepared
from newscrawl.extraction.sources import Files, Item, Story
from newscrawl.extraction.workers import WHY


class Cluster:
    """The workers of a scheduler."""

    def __init__(self, address: str, paths: Sequence[Path]) -> None:
        """Connect.

        Raises:
            CannotRun: there is nobody who would read as this machine does.
        """
        self._connection = Connection(address, paths)
        self._here: Reader | None = None
        """A process of this machine, for what the workers cannot do."""
        self._root = Path.cwd()
        self._chain = Chain()
        self._prepare: Prepare
        self._files: Files

    def map(self, files: Files, prepare: Prepare) -> Iterator[tuple[Item, Any]]:
        """Yield all that files hold, in order, each with what came of it.

        Raises:
            CannotRun: the scheduler is gone, or a worker does not see a file.
        """
        self._prepare, self._files = prepare, files
        for what, future in self._asked(files.paths):
            if isinstance(what, Path):
                yield from self._unusable(what)
                continue
            for piece, came in zip(what.pieces, self._came(what, future), strict=True):
                yield from self._pages(piece, came)

    def alone(self, item: Item) -> Any:
        """Return what comes of a story of several pages; it is read on this machine."""
        try:
            return pickle.loads(self._ask_here(item))  # type: ignore[arg-type]  # noqa: S301 - ours
        except ReaderLost:
            return Unread(*WHY["died"])

    def end(self) -> None:
        """Leave the cluster."""
        if self._here is not None:
            self._here.end()
        self._connection.end()

    def _asked(self, paths: Sequence[Path]) -> Iterator[tuple[Unit | Path, Any]]:
        """Yield units in order, each with what will be its answer; others are asked for ahead."""
        waiting: deque[tuple[Unit | Path, Any]] = deque()
        for what in cut(paths, units.LARGEST):
            future = self._connection.ask(self._request(what)) if isinstance(what, Unit) else None
            waiting.append((what, future))
            while len(waiting) >= self._connection.ahead:
                yield waiting.popleft()
        while waiting:
            yield waiting.popleft()

    def _request(self, what: Unit | Story) -> bytes:
        return pickle.dumps(Request(what, self._prepare, self._root, self._files.fetched_at))

    def _came(self, unit: Unit, future: Any) -> list[Came]:
        """Return what came of the pieces of a unit."""
        try:
            answer: list[Came] | Refused = pickle.loads(self._connection.answer(future))  # noqa: S301 - of workers that were checked
        except GivenUp as why:
            place = _place(unit.pieces[0])
            sys.stderr.write(f"{place}: the cluster gave it up ({why}); it is read here\n")
            return self._read_here(unit)
        if isinstance(answer, Refused):
            raise CannotRun(f"a worker {answer.why}")
        return [self._seen(piece, came) for piece, came in zip(unit.pieces, answer, strict=True)]

    def _seen(self, piece: Piece, came: Came) -> Came:
        """Return what came of a piece; where its file has just changed, what comes of it here."""
        if came.unseen is None:
            return came
        path = self._root / piece.path
        if os.access(path, os.R_OK) and path.stat().st_size >= piece.size:
            raise CannotRun(
                f"a worker does not see {path} as it is here: {came.unseen};"
                " all machines need the files under the same path"
            )
        return self._read_here(Unit((Piece(piece.path, 0, piece.part),)))[0]

    def _read_here(self, unit: Unit) -> list[Came]:
        try:
            return pickle.loads(self._ask_here(unit))  # type: ignore[no-any-return]  # noqa: S301 - ours
        except ReaderLost:
            return [_lost(piece) for piece in unit.pieces]

    def _ask_here(self, what: Unit | Story) -> bytes:
        self._here = self._here or Reader()
        try:
            return self._here.ask(self._request(what))
        except ReaderLost:
            self._here.end()
            self._here = None
            raise

    def _pages(self, piece: Piece, came: Came) -> Iterator[tuple[Item, Any]]:
        """Yield the pages of a piece that are not another's; read it again where it has others."""
        archives = came.archives
        if piece.part is not None:
            if piece.part.begin == 0:
                self._chain, archives = Chain(), 1
            instead = self._chain.instead(piece.part, came.seams)
            if instead is None:
                self._files.add(piece.weight, Passed(), 0)
                return
            if instead != piece.part:
                came = self._again(piece, instead)
            self._chain.add(came.seams)
        if came.unseen is not None:
            yield from self._unusable(piece.path)
            return
        yield from came.pages
        self._files.add(piece.weight, came.passed, archives)

    def _again(self, piece: Piece, part: Part) -> Came:
        unit = Unit((Piece(piece.path, piece.size, part),))
        (came,) = self._came(unit, self._connection.ask(self._request(unit)))
        return came

    def _unusable(self, path: Path) -> Iterator[tuple[Item, Any]]:
        """Yield what one machine says of a path from which nothing can be read."""
        for item in self._files.items_of(path):
            yield item, prepared(self._prepare, item)


def _lost(piece: Piece) -> Came:
    came, (reason, message) = Came(), WHY["died"]
    offset = piece.part.begin if piece.part is not None else 0
    damage = Damage(piece.path, offset, reason, message)
    came.pages.append((damage, Unread(reason, message)))
    return came


def _place(piece: Piece) -> str:
    offset = piece.part.begin if piece.part is not None else 0
    return printable(f"{piece.path}:{offset}")
