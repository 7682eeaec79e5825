"""Two lines that move, on a terminal; nothing where the output goes to a file or a pipe."""

import logging
import sys
from datetime import datetime
from time import monotonic
from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import create_looping_call

from newscrawl.extensions.lifecycle import run_of
from newscrawl.items import Article
from newscrawl.middlewares.pace import pace_of
from newscrawl.moving import MovingLines
from newscrawl.summary import MOST_HEADLINES, Headline, amount
from newscrawl.terminal import MOST_COLUMNS, can_show, fit, inert, size

_EVERY_SECONDS = 0.25
_WORTH_TELLING = 2.0
"""Seconds; shorter rests are the usual pace."""
_BEGINNING, _STORIES = "beginning", "stories"
_MARGIN = len("^C") + 1
"""Columns left free: a full row folds on some terminals, and Ctrl-C is echoed behind the last."""
_LEAST_ROWS = 4
"""A window with fewer has room for one line."""


class Progress:
    """Shows what the run has done so far, and what it is doing, on standard error."""

    def __init__(self, crawler: Crawler) -> None:
        """Show it only to a person.

        Raises:
            NotConfigured: standard error is not a terminal, or one that cannot move its cursor.
        """
        if not sys.stderr.isatty():
            raise NotConfigured
        from rich.console import Console  # noqa: PLC0415 - only a person needs it

        console = Console(stderr=True)
        if not console.is_terminal or console.is_dumb_terminal:
            raise NotConfigured
        self.newest: list[Headline] = []
        """The newest stories that this run kept, newest first."""
        self._crawler = crawler
        self._lines = MovingLines(sys.stderr)
        self._ticks = create_looping_call(self._show)
        self._doing = _BEGINNING
        self._last = ""
        self._between = " · " if can_show("·", sys.stderr) else " | "
        crawler.signals.connect(self.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(self.request_sent, signal=signals.request_reached_downloader)
        crawler.signals.connect(self.item_scraped, signal=signals.item_scraped)
        crawler.signals.connect(self.engine_stopped, signal=signals.engine_stopped)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the extension of a crawler."""
        return cls(crawler)

    def spider_opened(self) -> None:
        """Begin to show it; what the log says meanwhile stands above."""
        self._lines.begin()
        for handler in logging.getLogger().handlers:
            handler.addFilter(self._make_room)
        self._ticks.start(_EVERY_SECONDS)

    def request_sent(self, request: Request) -> None:
        """Note what is being asked for."""
        self._doing = _what(request)

    def item_scraped(self, item: Article) -> None:
        """Note a story that was kept."""
        if not item.headline:
            return
        published = datetime.fromisoformat(item.date_published) if item.date_published else None
        self._last = inert(item.headline)
        self.newest.append(Headline(self._last, published))
        self.newest.sort(key=Headline.when, reverse=True)
        del self.newest[MOST_HEADLINES:]

    def engine_stopped(self) -> None:
        """Take the lines away; the summary says it all."""
        if self._ticks.running:
            self._ticks.stop()
        for handler in logging.getLogger().handlers:
            handler.removeFilter(self._make_room)
        self._lines.end()

    def _make_room(self, record: logging.LogRecord) -> bool:
        del record
        self._lines.clear()
        return True

    def _show(self) -> None:
        if run_of(self._crawler).is_closed:  # the engine has not stopped yet
            return
        columns, rows = size(sys.stderr)
        columns = min(columns, MOST_COLUMNS) - _MARGIN
        lines = [self._counts(columns)]
        if rows >= _LEAST_ROWS:
            lines.append(fit(self._now(), columns, ", "))
        self._lines.show(lines)

    def _counts(self, columns: int) -> str:
        """Return what was done so far; the parts with a higher number go first in a narrow row."""
        run, stats = run_of(self._crawler), self._crawler.stats
        parts = [
            (5, "antara"),
            (2, _clock(monotonic() - run.began)),
            (0, f"{run.frontier.kept:,} kept"),
            (1, f"{run.frontier.waiting():,} waiting"),
            (3, f"{stats.get_value('downloader/request_count', 0):,} requests"),
            (4, amount(stats.get_value("downloader/response_bytes", 0))),
        ]
        return fit(parts, columns, self._between)

    def _now(self) -> list[tuple[int, str]]:
        """Return what is done at the moment, or why nothing is."""
        pace = pace_of(self._crawler)
        if self._doing != _BEGINNING and pace.is_over():
            return [(0, "  ending"), (1, "what came is being kept")]
        seconds, why = pace.rest()
        if seconds >= _WORTH_TELLING:
            return [(0, f"  waiting {seconds:.0f} s"), (1, why)]
        doing = self._doing
        if doing == _STORIES and self._last:
            doing = f"last kept: {self._last}"
        return [(0, f"  {doing}")]


def _clock(seconds: float) -> str:
    """Return how long something takes already, as a clock has it: ``1:02:03``, ``0:07``."""
    minutes, left = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def _what(request: Request) -> str:
    """Return what a request is for, by what its callback will be told."""
    told = request.cb_kwargs
    if "found" in told:
        return _STORIES
    if "ask" in told:
        return f"stories of {told['ask'].day}, page {told['ask'].page}"
    if "stretch" in told:
        return f"listing of {told['stretch'].section}, page {told['stretch'].page}"
    return f"feed of {told['section']}" if "section" in told else "robots.txt"
