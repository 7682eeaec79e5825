"""What is counted: ``python -m benchmarks.cost.reading PAGES READER TIMES``.

Every run loads the same and warms up the same; what one with a reader executes more than one with
``NOTHING`` is the reader's.
"""

import pickle
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from lxml import html

from newscrawl.antara.articles import Hints, extract

NOTHING = "nothing"
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
    file, reader, times = sys.argv[1:]
    warming, pages = pickle.loads(Path(file).read_bytes())  # noqa: S301 - of our own making
    read = None if reader == NOTHING else _reader(reader)
    for url, body in warming:
        bare(body, url)
        ours(body, url)
    if read is not None:
        for url, body in pages * int(times):
            read(body, url)


def _reader(name: str) -> Read:
    module, _, function = name.partition(":")
    found: Read = getattr(import_module(module), function)
    return found


if __name__ == "__main__":
    main()
