"""What a worker of the cluster does for a unit: check that it may, and have a process read it."""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from socket import gethostname
from threading import Lock

from newscrawl.extraction.cluster.identity import Identity, identity
from newscrawl.extraction.cluster.process import Reader, ReaderLost

_idle: list[Reader] = []
"""Processes that nobody asks at the moment; a worker has as many as threads."""
_lock = Lock()
_TRIES = 2
"""Whatever befell the process may have come from outside, so it is asked again once."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a worker reads nothing: words that follow its name."""

    why: str


def refusal(expected: bytes, paths: Sequence[str] = ()) -> str | None:
    """Say why this worker must not read for a machine, or None.

    Args:
        expected: the pickled identity of that machine.
        paths: what it has to see.
    """
    theirs: Identity = pickle.loads(expected)  # noqa: S301 - Dask runs any code that it is sent
    if why := theirs.difference(identity()):
        return why
    unseen = next((path for path in paths if not Path(path).exists()), None)
    if unseen is None:
        return None
    return f"does not see {unseen}; all machines need the files under the same path"


def run(expected: bytes, request: bytes) -> bytes:
    """Return the answer to a request.

    Raises:
        ReaderLost: the process that reads ends over it.
    """
    if why := refusal(expected):
        return pickle.dumps(Refused(f"on {gethostname()} {why}"))
    for left in reversed(range(_TRIES)):
        reader = _taken()
        try:
            answer = reader.ask(request)
        except ReaderLost:
            reader.end()
            if not left:
                raise
        else:
            with _lock:
                _idle.append(reader)
            return answer
    raise AssertionError


def _taken() -> Reader:
    with _lock:
        return _idle.pop() if _idle else Reader()
