"""Many machines as one reader: units are asked for ahead, and what came of them put in order."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from newscrawl.archive.captures import Damage, Passed
from newscrawl.archive.parts import Chain, Part, Seams, captures_of
from newscrawl.exits import CannotRun
from newscrawl.extraction.cluster import units
from newscrawl.extraction.cluster.answers import Answers
from newscrawl.extraction.cluster.connection import Connection
from newscrawl.extraction.cluster.units import Came, Piece, Unit, cut
from newscrawl.extraction.pages import Unread
from newscrawl.extraction.reading import Prepare, prepared
from newscrawl.extraction.sources import Files, Item, Story
from newscrawl.extraction.workers import WHY

_BATCH = 32
"""Pages that are sent together."""
_What = TypeVar("_What", Unit | Path, tuple[Item, ...])


class Cluster:
    """The workers of a scheduler."""

    def __init__(self, address: str, paths: Sequence[Path]) -> None:
        """Connect.

        Raises:
            CannotRun: there is nobody who would read as this machine does.
        """
        self._connection = Connection(address, paths)
        self._answers: Answers
        self._files: Files
        self._prepare: Prepare
        self._chain = Chain()
        """Of the file that is at hand."""

    def map(self, files: Files, prepare: Prepare) -> Iterator[tuple[Item, Any]]:
        """Yield all that files hold, in order, each with what came of it.

        Raises:
            CannotRun: the scheduler is gone, or a worker does not see a file.
        """
        self._answers = Answers(self._connection, files, prepare)
        self._files, self._prepare = files, prepare
        try:
            for what, asked in self._ahead(cut(files.paths, units.LARGEST)):
                if isinstance(what, Path):
                    yield from self._unusable(what)
                    continue
                for piece, came in zip(what.pieces, self._came(what, asked), strict=True):
                    yield from self._pages(piece, came)
        finally:
            self._answers.end()

    def alone(self, item: Story) -> Any:
        """Return what comes of a story of several pages; it is read on this machine."""
        answer = self._answers.here(item)
        return Unread(*WHY["died"]) if answer is None else answer

    def end(self) -> None:
        """Leave the cluster."""
        self._connection.end()

    def _ahead(self, source: Iterable[_What]) -> Iterator[tuple[_What, Any]]:
        """Yield what is to be read, in order, when what follows is asked for, too."""
        waiting: deque[tuple[_What, Any]] = deque()
        for what in source:
            waiting.append((what, None if isinstance(what, Path) else self._answers.ask(what)))
            while len(waiting) >= self._answers.ahead:
                yield waiting.popleft()
        while waiting:
            yield waiting.popleft()

    def _came(self, unit: Unit, asked: Any) -> list[Came]:
        """Return what came of the pieces of a unit."""
        came = self._answers.take(unit, asked)
        if came is None:
            return [_lost(piece) for piece in unit.pieces]
        return [self._seen(piece, one) for piece, one in zip(unit.pieces, came, strict=True)]

    def _seen(self, piece: Piece, came: Came) -> Came:
        """Return what came of a piece; where its file has just changed, what comes of it here."""
        if came.unseen is None:
            return came
        if os.access(piece.path, os.R_OK) and piece.path.stat().st_size >= piece.size:
            raise CannotRun(
                f"a worker does not see {piece.path.absolute()} as it is here: {came.unseen};"
                " all machines need the files under the same path"
            )
        again = self._answers.here(Unit((Piece(piece.path, 0, piece.part),)))
        return _lost(piece) if again is None else again[0]

    def _pages(self, piece: Piece, came: Came) -> Iterator[tuple[Item, Any]]:
        """Yield the pages of a piece that others do not have."""
        part = piece.part
        if part is not None:
            if not part.begin:
                self._chain = Chain()
                self._files.add(0, Passed(), 1)
            instead = self._chain.instead(part, came.seams)
            if instead is None:
                self._files.add(piece.weight, Passed(), 0)
                return
            if instead != part:  # it was not read from where the one before it ended
                unit = Unit((Piece(piece.path, piece.size, instead),))
                (came,) = self._came(unit, self._answers.ask(unit))
            if came.is_too_much:
                yield from self._sent(piece, instead)
                return
            self._chain.add(came.seams)
        if came.unseen is not None:
            yield from self._unusable(piece.path)
            return
        yield from came.pages
        self._files.add(piece.weight, came.passed, came.archives)

    def _sent(self, piece: Piece, part: Part) -> Iterator[tuple[Item, Any]]:
        """Yield the pages of what cannot be cut: they are found here, and sent to be read."""
        passed, seams = Passed(), Seams()
        found: Iterator[Item] = captures_of(piece.path, part, passed, seams)
        batches = iter(lambda: tuple(islice(found, _BATCH)), ())
        for batch, asked in self._ahead(batches):
            results = self._answers.take(batch, asked)
            yield from zip(batch, results or [Unread(*WHY["died"])] * len(batch), strict=True)
        self._chain.add(seams)
        self._files.add(piece.weight, passed, 0)

    def _unusable(self, path: Path) -> Iterator[tuple[Item, Any]]:
        """Yield what one machine says of a path from which nothing can be read."""
        for item in self._files.items_of(path):
            yield item, prepared(self._prepare, item)


def _lost(piece: Piece) -> Came:
    reason, message = WHY["died"]
    damage = Damage(piece.path, piece.begin, reason, message)
    return Came([(damage, Unread(reason, message))])
