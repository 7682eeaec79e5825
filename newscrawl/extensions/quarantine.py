"""Keeps the pages that could not be used, or were read by guessing, with what is known of them."""

import json
import logging
from pathlib import Path
from typing import Self

from scrapy import signals as scrapy_signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl import clock, signals
from newscrawl.extensions.lifecycle import run_of
from newscrawl.found import Found
from newscrawl.items import Article
from newscrawl.pipelines.drops import Invalid

GENERIC = "generic"
"""What a record's ``template`` or ``fallbacks`` say where no template vouches for it."""

logger = logging.getLogger(__name__)

_NOT_KEPT = frozenset({"moved"})
"""Reasons for which the page itself is no evidence of anything."""


class Quarantine:
    """Writes ``<time>-<edition>-<id>.html`` and ``.json`` under ``quarantine/``.

    The names are made of a time, an edition and an integer; a page of discovery has ``page`` and a
    running number instead.
    """

    def __init__(self, crawler: Crawler) -> None:
        """Connect the signals that carry a response."""
        self._crawler = crawler
        self._pages = 0
        crawler.signals.connect(self.page_unusable, signal=signals.page_unusable)
        crawler.signals.connect(self.item_dropped, signal=scrapy_signals.item_dropped)
        crawler.signals.connect(self.item_scraped, signal=scrapy_signals.item_scraped)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the extension of a crawler."""
        return cls(crawler)

    def page_unusable(self, response: Response, found: Found | None, reason: str) -> None:
        """Keep a page that nothing could be made of."""
        if reason in _NOT_KEPT:
            return
        if found is None:
            self._pages += 1
            self.keep(response, reason, f"page-{self._pages}")
        else:
            self.keep(response, reason, f"{found.story.edition}-{found.story.article_id}")

    def item_dropped(
        self, item: Article, response: Response | None, exception: BaseException
    ) -> None:
        """Keep the page of a record that was not valid."""
        if isinstance(exception, Invalid) and isinstance(response, Response):
            self.keep(response, exception.reason, f"{item.edition}-{item.article_id}")

    def item_scraped(self, item: Article, response: Response | None) -> None:
        """Keep the page of a record that is written although no template vouches for it."""
        is_generic = GENERIC in (item.template, *item.fallbacks.values())
        if is_generic and isinstance(response, Response):
            self.keep(response, GENERIC, f"{item.edition}-{item.article_id}")

    def keep(self, response: Response, reason: str, name: str) -> Path | None:
        """Write a page and what is known of it; None where the storage gave out."""
        run = run_of(self._crawler)
        now = clock.now()
        with run.storing():
            run.places.quarantine.mkdir(exist_ok=True)
            page = run.places.quarantine / f"{now:%Y%m%dT%H%M%SZ}-{name}.html"
            _write(page, response.body)
            about = {
                "url": response.url,
                "reason": reason,
                "run_id": run.run_id,
                "fetched_at": f"{now:%Y-%m-%dT%H:%M:%SZ}",
                "status": response.status,
                "headers": response.headers.to_unicode_dict(),
            }
            text = json.dumps(about, indent=2, default=str, ensure_ascii=False)
            _write(page.with_suffix(".json"), text.encode("utf-8", "replace"))
            logger.info("%s: %s; the page is kept as %s", response.url, reason, page)
            return page
        return None


def _write(path: Path, content: bytes) -> None:
    """Write a file whole: one that the disk has no room for is taken away again."""
    try:
        path.write_bytes(content)
    except OSError:
        path.unlink(missing_ok=True)
        raise
