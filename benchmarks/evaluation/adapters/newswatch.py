"""news-watch's scraper of ANTARA, given the saved page where it would fetch it."""

import asyncio
import logging
from typing import Any

from newswatch.scrapers.antaranews import AntaranewsScraper

from benchmarks.evaluation.protocol import Answer, Request, serve

_FIELDS = ("headline", "section", "date_published", "authors", "body")


class _Kept:
    """In the place of the scraper's queue: keeps what the scraper puts there."""

    def __init__(self) -> None:
        self.items: list[dict[str, Any]] = []

    async def put(self, item: dict[str, Any]) -> None:
        self.items.append(item)


class _Scraper(AntaranewsScraper):  # type: ignore[misc]
    """The scraper, with the page at hand in the place of a request."""

    page = ""

    async def fetch(self, *_: object, **__: object) -> str:
        return self.page


def _read(request: Request) -> Answer:
    kept = _Kept()
    scraper = _Scraper("", queue_=kept)
    scraper.page = request.text
    asyncio.run(scraper.get_article(request.url, ""))
    if not kept.items:
        return {}
    (item,) = kept.items
    return {
        "headline": item["title"],
        "section": item["category"],
        "date_published": item["publish_date"].isoformat(),
        "authors": [item["author"]],
        "body": item["content"],
    }


if __name__ == "__main__":
    logging.disable()
    serve("news-watch", _FIELDS, _read)
