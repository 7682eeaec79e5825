"""The process that reads: requests come over standard input, answers go over standard output.

It forks one more, in which pages are read; where that dies or hangs it costs a page, as with
``--jobs``.
"""

import os
import pickle
import signal
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from socket import gethostname
from typing import Any

from newscrawl.archive.captures import Capture
from newscrawl.archive.parts import captures_of
from newscrawl.extraction.cluster import units
from newscrawl.extraction.cluster.process import receive, send
from newscrawl.extraction.cluster.units import Came, Piece, Request
from newscrawl.extraction.joining import Divided
from newscrawl.extraction.pages import Unread
from newscrawl.extraction.reading import prepared
from newscrawl.extraction.sources import Files, Item, Saved, Story, size
from newscrawl.extraction.workers import Workers

_Workers = Workers[Item, Any]


def answer(request: Request, workers: _Workers) -> list[Came] | Any:
    """Return what came of each piece of a unit, of a story, or of each page."""
    if isinstance(request.what, Story):
        return workers.alone(request.what)
    if isinstance(request.what, tuple):
        return [result for _, result in workers.map(request.what)]
    return [_read(piece, request, workers) for piece in request.what.pieces]


def _read(piece: Piece, request: Request, workers: _Workers) -> Came:
    came, path = Came(), request.root / piece.path
    if why := _unseen(path, piece.size):
        came.unseen = f"on {gethostname()}: {why}"
        return came
    for page, result in workers.map(_pages(path, piece, request, came)):
        came.pages.append((_light(page, piece.path, result), result))
        if piece.part is not None and len(came.pages) > units.MOST_PAGES:
            return Came(is_too_much=True, seams=came.seams)
    return came


def _unseen(path: Path, size: int) -> str | None:
    """Say why a file cannot be read here, or None."""
    try:
        with path.open("rb") as file:
            there = os.fstat(file.fileno()).st_size
    except OSError as error:
        return error.strerror or str(error)
    return f"it has {there:,} bytes there, and not {size:,}" if there < size else None


def _pages(path: Path, piece: Piece, request: Request, came: Came) -> Iterator[Item]:
    if piece.part is not None:
        yield from captures_of(path, piece.part, came.passed, came.seams)
        return
    files = Files((path,), fetched_at=request.fetched_at)
    yield from files.items()
    came.passed, came.archives = files.passed, files.archives


def _light(page: Item, named: Path, result: Any) -> Item:
    """Return a page by the name that its file was given, without what nobody needs any more."""
    if isinstance(page, Story):
        return page
    there = replace(page, path=named.with_name(page.path.name))
    if isinstance(result, Divided):  # it is to be read with others
        return there
    if isinstance(there, Capture):
        return replace(there, body=b"", headers=(), told=None)
    return replace(there, body=b"") if isinstance(there, Saved) else there


def main() -> None:
    """Answer until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; who started this ends it
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else writes there
    workers: dict[Any, _Workers] = {}
    while (message := receive(requests)) is not None:
        request: Request = pickle.loads(message)  # noqa: S301 - from whoever started this
        function = request.prepare
        if function not in workers:
            workers[function] = Workers(
                partial(prepared, function), 1, size=size, lost=Unread, lasting=True
            )
        send(answers, pickle.dumps(answer(request, workers[function])))


if __name__ == "__main__":
    main()
