"""Ends a run when the site says no, or cannot answer, and keeps the next ones from asking."""

import logging
from datetime import timedelta
from typing import Self
from urllib.parse import urlsplit

from scrapy import signals as scrapy_signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider

from newscrawl import clock, signals
from newscrawl.clock import WIB
from newscrawl.extensions.lifecycle import run_of
from newscrawl.failures import REFUSED
from newscrawl.ledger.holds import HoldReason, Holds
from newscrawl.middlewares.retry import Mood

HELD = "held"
"""Finish reason of a run that asked for nothing because of a hold."""
MOST_IN_A_ROW = 5
"""Bad answers in a row that end a run."""
FEWEST_ADDRESSES = 3
"""Of so many addresses they have to be, in a run that has had a good answer: two pages that are
broken for good bring six bad answers, and say nothing of the site."""

logger = logging.getLogger(__name__)


class Breaker:
    """Counts what the retry middleware tells of each answer."""

    def __init__(self, crawler: Crawler) -> None:
        """Connect the signals."""
        self._crawler = crawler
        self._row: list[tuple[str, Mood]] = []
        self._was_fine = False
        connect = crawler.signals.connect
        connect(self.spider_opened, signal=scrapy_signals.spider_opened)
        connect(self.spider_idle, signal=scrapy_signals.spider_idle)
        connect(self.site_answered, signal=signals.site_answered)
        connect(self.site_wants_rest, signal=signals.site_wants_rest)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the extension of a crawler."""
        return cls(crawler)

    @property
    def _holds(self) -> Holds:
        run = run_of(self._crawler)
        return Holds(run.database, is_local=run.rules.is_local)

    def spider_opened(self) -> None:
        """End the run before its first request where the site is to be left alone.

        Raises:
            CloseSpider: it is.
        """
        run = run_of(self._crawler)
        with run.storing():
            if self._holds.current(clock.now()) is None:
                return
            if self._crawler.settings.getbool("NEWSCRAWL_IGNORE_HOLD"):
                logger.info("the hold is ignored")
                return
            run.is_ending = True
            raise CloseSpider(HELD)

    def site_answered(self, url: str, mood: Mood) -> None:
        """Count an answer; end the run after too many bad ones.

        A host of a topic or an event that is no more says nothing of the site.
        """
        if mood != "fine" and not self._is_main(url):
            return
        if mood == "fine":
            self._row.clear()
            if not self._was_fine:
                self._was_fine = True
                self._crawler.stats.set_value("breaker/was_fine", value=True)
            return
        self._row.append((url, mood))
        addresses = len({url for url, _ in self._row})
        if len(self._row) < MOST_IN_A_ROW or (self._was_fine and addresses < FEWEST_ADDRESSES):
            return
        refused = sum(mood == "refused" for _, mood in self._row)
        self._break("refused" if 2 * refused >= len(self._row) else "site_in_trouble")

    def _is_main(self, url: str) -> bool:
        return urlsplit(url).hostname in run_of(self._crawler).rules.main_hosts

    def site_wants_rest(self, seconds: float, status: int) -> None:
        """End the run where the site asks for more time than a run waits."""
        reason: HoldReason = "refused" if status in REFUSED else "site_in_trouble"
        self._break(reason, timedelta(seconds=seconds))

    def spider_idle(self) -> None:
        """Draw the conclusion of a run that came to its end.

        Raises:
            CloseSpider: nothing was asked that was not refused, if that was little.
        """
        run = run_of(self._crawler)
        if run.is_ending:
            return
        if self._was_fine:
            with run.storing():
                self._holds.clear()
        elif any(mood == "refused" for _, mood in self._row):
            self._hold("refused", None)
            raise CloseSpider("refused")

    def _break(self, reason: HoldReason, asked: timedelta | None = None) -> None:
        run = run_of(self._crawler)
        if run.is_ending:
            return
        self._hold(reason, asked)
        run.end(reason)

    def _hold(self, reason: HoldReason, asked: timedelta | None) -> None:
        run = run_of(self._crawler)
        with run.storing():
            hold = self._holds.put(reason, clock.now(), asked)
            logger.warning(
                "%s: the run ends, and the site is left alone until %s",
                reason,
                f"{hold.until.astimezone(WIB):%Y-%m-%d %H:%M:%S} WIB",
            )
