"""One line that moves, on a terminal; nothing where the output goes to a file or a pipe."""

import sys
from typing import Self

from rich.console import Console
from rich.live import Live
from rich.text import Text
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import create_looping_call

from newscrawl.extensions.lifecycle import run_of
from newscrawl.summary import amount

_EVERY_SECONDS = 0.25


class Progress:
    """Shows what the run has done so far on standard error."""

    def __init__(self, crawler: Crawler) -> None:
        """Show it only to a person.

        Raises:
            NotConfigured: standard error is not a terminal.
        """
        console = Console(stderr=True)
        if not (sys.stderr.isatty() and console.is_terminal):
            raise NotConfigured
        self._crawler = crawler
        self._live = Live(console=console, auto_refresh=False, transient=True)
        self._ticks = create_looping_call(self._show)
        crawler.signals.connect(self.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(self.engine_stopped, signal=signals.engine_stopped)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the extension of a crawler."""
        return cls(crawler)

    def spider_opened(self) -> None:
        """Begin to show it."""
        self._live.start()
        self._ticks.start(_EVERY_SECONDS)

    def engine_stopped(self) -> None:
        """Take the line away; the summary says it all."""
        if self._ticks.running:
            self._ticks.stop()
        self._live.stop()

    def _show(self) -> None:
        run = run_of(self._crawler)
        if run.is_closed:  # the engine has not stopped yet
            return
        frontier = run.frontier
        stats = self._crawler.stats
        text = (
            f"antara  {frontier.kept} kept · {frontier.waiting()} waiting"
            f" · {stats.get_value('downloader/request_count', 0)} requests"
            f" · {amount(stats.get_value('downloader/response_bytes', 0))}"
        )
        self._live.update(Text(text, no_wrap=True, overflow="ellipsis"), refresh=True)
