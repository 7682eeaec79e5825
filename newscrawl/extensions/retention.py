"""Lets go of what years of runs would pile up, before the run asks for anything.

The lock is held, and nobody else writes. Ages are told by the names, which begin with a time.
"""

import logging
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler

from newscrawl import clock
from newscrawl.clock import WIB
from newscrawl.extensions.lifecycle import run_of
from newscrawl.packed import pack

_EVERY = 50
"""Runs between two looks: thousands of names need not be read every ten minutes."""

logger = logging.getLogger(__name__)


class Retention:
    """Deletes old run reports and quarantined pages, and compresses old day files.

    ``NEWSCRAWL_KEEP_RUNS``, ``NEWSCRAWL_KEEP_QUARANTINE`` and ``NEWSCRAWL_COMPRESS_AFTER`` are
    days; 0 leaves everything as it is.
    """

    def __init__(self, crawler: Crawler) -> None:
        """Connect to the beginning of the crawl."""
        self._crawler = crawler
        crawler.signals.connect(self.spider_opened, signal=signals.spider_opened)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the extension of a crawler."""
        return cls(crawler)

    def spider_opened(self) -> None:
        """Look at each directory; what cannot be changed is told, and is no reason not to crawl."""
        run = run_of(self._crawler)
        if run.number % _EVERY != 1:
            return
        places = run.places
        for directory, setting, do in (
            (places.runs, "NEWSCRAWL_KEEP_RUNS", Path.unlink),
            (places.quarantine, "NEWSCRAWL_KEEP_QUARANTINE", Path.unlink),
            (places.articles, "NEWSCRAWL_COMPRESS_AFTER", _pack),
        ):
            days = self._crawler.settings.getint(setting)
            try:
                _do_with_old(directory, days, do)
            except OSError as error:
                logger.warning("%s: cannot let go of what is old: %s", setting, error)


def _pack(path: Path) -> None:
    if path.suffix == ".jsonl":
        pack(path)


def _do_with_old(directory: Path, days: int, do: Callable[[Path], None]) -> None:
    if days <= 0:
        return
    before = clock.now().astimezone(WIB).date() - timedelta(days=days)
    for path in list(_older(directory, before)):
        do(path)


def _older(directory: Path, before: date) -> Iterator[Path]:
    if not directory.is_dir():
        return
    for path in directory.iterdir():
        day = _day(path.name)
        if day is not None and day < before:
            yield path


def _day(name: str) -> date | None:
    """Return the day that a name begins with; None for a file that is not ours."""
    try:
        return date.fromisoformat(re.split("[T.]", name)[0])
    except ValueError:
        return None
