"""How fast the site is asked: one pace for all of its hosts, and one pause when it wants a rest.

The last step before the network waits here for its turn, so that nothing slips past a pause: not
robots.txt, not a retry, not what Scrapy had already taken out of its own queue.
"""

import asyncio
import logging
import math
import random
from time import monotonic
from weakref import WeakKeyDictionary, proxy

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Response
from twisted.internet.error import ConnectError

from newscrawl import signals
from newscrawl.middlewares.errors import NotAsked
from newscrawl.middlewares.retry_after import retry_after

SLOT = "antara"
"""The slot of Scrapy's downloader that all hosts of the site share."""
LONGEST_CRAWL_DELAY = 60.0
"""Seconds; with a longer one a run would never come to its end."""
TROUBLE_STATUSES = frozenset({408, 429, 500, 502, 503, 504, 522, 524})
"""Statuses of a site that cannot answer now and may soon."""
NETWORK_ERRORS: tuple[type[BaseException], ...] = (
    CannotResolveHostError,
    ConnectError,  # Twisted's own, where Scrapy knows no name for it
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
"""What comes instead of an answer where the network or the server broke off."""

_LOOK_EVERY = 0.1
"""Seconds between two looks, while waiting, at whether the run ends meanwhile."""
_MOST_DOUBLINGS = 16
_REDIRECTION = 300

logger = logging.getLogger(__name__)


class Pace:
    """When the next request may go out, for one crawler."""

    def __init__(self, crawler: Crawler) -> None:
        """Read the settings; nothing is known against the site yet."""
        settings = crawler.settings
        self._crawler = proxy(crawler)  # or a process with many crawls would keep them all
        self._backoff = settings.getfloat("NEWSCRAWL_BACKOFF")
        self._patience = settings.getfloat("NEWSCRAWL_PATIENCE")
        self._delay = settings.getfloat("DOWNLOAD_DELAY")
        self._gap = self._delay * max(0.0, 1 - settings.getfloat("DOWNLOAD_DELAY_JITTER"))
        self._next = 0.0
        self._quiet_until = 0.0
        self._asked_until = 0.0
        self._troubles = 0

    async def turn(self) -> None:
        """Wait until a request may go out.

        Raises:
            NotAsked: the run ends, or the site wants to be left alone for longer than we wait.
        """
        while True:
            if self.is_over():
                raise NotAsked("the run ends")
            now = monotonic()
            quiet = self._quiet_until - now
            if quiet > self._patience:
                raise NotAsked(f"the site asks to be left alone for {quiet:.0f} s")
            wait = max(quiet, self._next - now)
            if wait <= 0:
                break
            await asyncio.sleep(min(wait, _LOOK_EVERY))
        self._next = now + self._gap

    def rest(self) -> tuple[float, str]:
        """Return for how many seconds nothing is asked from now on, and why, for a person."""
        now = monotonic()
        quiet, gap = self._quiet_until - now, self._next - now
        if quiet > 0 and quiet >= gap:
            is_asked = self._asked_until >= self._quiet_until
            return quiet, "as the site asks" if is_asked else "after trouble"
        is_told = self._crawler.stats.get_value("pace/crawl_delay")
        return max(0.0, gap), "as robots.txt asks" if is_told else "between two requests"

    def is_over(self) -> bool:
        """Tell whether the run ends, so that nothing more is to be asked."""
        engine = self._crawler.engine
        slot = engine._slot  # noqa: SLF001 - Scrapy tells of a spider's closing when it is closed
        return not engine.running or slot is None or slot.closing is not None

    def is_hopeless(self) -> bool:
        """Tell whether another request of this run would not go out any more."""
        return self.is_over() or self._quiet_until - monotonic() > self._patience

    def answered(self, request: Request, response: Response) -> None:
        """Take from an answer how the site is, and what it asks for."""
        seconds = retry_after(response)
        is_asked = seconds is not None and response.status >= _REDIRECTION
        if seconds is not None and is_asked:
            self._asked_for(seconds, response)
        if response.status not in TROUBLE_STATUSES:
            self._troubles = 0
        elif not is_asked:
            self.trouble(request)

    def trouble(self, request: Request) -> None:
        """Pause after trouble of which the site did not say how long it lasts.

        Each time in a row it is twice as long. Requests that were out together are one time.
        """
        if monotonic() >= self._quiet_until:
            self._troubles += 1
        times = max(self._troubles, int(request.meta.get("retry_times", 0)) + 1)
        seconds = self._backoff * 2 ** min(times - 1, _MOST_DOUBLINGS)
        jitter = random.uniform(1, 1.5)  # noqa: S311 - spreads requests, keeps no secret
        self._pause(min(seconds * jitter, self._patience))

    def crawl_delay(self, seconds: float) -> None:
        """Keep at least so many seconds between requests from now on, as robots.txt asks.

        Here, and not as the delay of Scrapy's slot: that is a mean with a jitter around it, is
        forgotten with a slot that rests for a minute, and no end of the run cuts it short.
        """
        if math.isnan(seconds) or seconds <= max(self._gap, self._delay):
            return
        if seconds > LONGEST_CRAWL_DELAY:
            logger.warning(
                "robots.txt asks for %s s between requests; %s s are kept",
                f"{seconds:g}",
                f"{LONGEST_CRAWL_DELAY:g}",
            )
            seconds = LONGEST_CRAWL_DELAY
        self._gap = max(self._gap, seconds)
        self._next = max(self._next, monotonic() + seconds)
        self._crawler.stats.set_value("pace/crawl_delay", seconds)

    def _asked_for(self, seconds: float, response: Response) -> None:
        logger.info("%s: %s, Retry-After %.0f s", response.url, response.status, seconds)
        self._pause(seconds)
        self._asked_until = max(self._asked_until, monotonic() + seconds)
        if seconds > self._patience:
            self._crawler.signals.send_catch_log(
                signals.site_wants_rest, seconds=seconds, status=response.status
            )

    def _pause(self, seconds: float) -> None:
        """Leave the whole site alone for so many seconds from now."""
        self._quiet_until = max(self._quiet_until, monotonic() + seconds)
        self._crawler.stats.inc_value("pace/pauses")
        self._crawler.stats.inc_value("pace/pause_seconds", round(seconds))


_PACES: WeakKeyDictionary[Crawler, Pace] = WeakKeyDictionary()


def pace_of(crawler: Crawler) -> Pace:
    """Return the pace of a crawler, which all of its components share."""
    if crawler not in _PACES:
        _PACES[crawler] = Pace(crawler)
    return _PACES[crawler]
