"""What is counted: ``python -m benchmarks.cost.reading PAGES READER TIMES [READER TIMES ...]``.

Each reader reads in a fork of the process that has loaded all and warmed up. A fork's count begins
with what was executed before it; what one with a reader executes more than one with ``NOTHING`` is
the reader's.
"""

import os
import pickle
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from lxml import html

from newscrawl.antara.articles import Hints, extract

NOTHING = "benchmarks.cost.reading:nothing"
BARE = "benchmarks.cost.reading:bare"
OURS = "benchmarks.cost.reading:ours"
Read = Callable[[bytes, str], object]

_NOW = datetime(2026, 11, 20, 5, tzinfo=UTC)
_HINTS = Hints("text/html; charset=utf-8")


def bare(body: bytes, url: str) -> object:
    """Parse a page, and look at nothing in it."""
    del url
    return html.fromstring(body)


def ours(body: bytes, url: str) -> object:
    """Read a page as a crawl does."""
    return extract(body, url, _NOW, _HINTS)


def main() -> None:
    """Read the pages, after others that have filled what is filled by the first ones."""
    file, *given = sys.argv[1:]
    warming, pages = pickle.loads(Path(file).read_bytes())  # noqa: S301 - of our own making
    readers = [(_reader(name), int(times)) for name, times in zip(*[iter(given)] * 2, strict=True)]
    for url, body in warming:
        bare(body, url)
        ours(body, url)
    for read, times in readers:
        pid = os.fork()
        if not pid:
            for url, body in pages * times:
                read(body, url)
            os._exit(0)
        _, status = os.waitpid(pid, 0)
        if status:
            sys.exit(1)


def nothing(body: bytes, url: str) -> object:
    """Leave a page alone."""
    del url
    return body


def _reader(name: str) -> Read:
    module, _, function = name.partition(":")
    found: Read = getattr(import_module(module), function)
    return found


if __name__ == "__main__":
    main()
