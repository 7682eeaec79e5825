"""Asking a loopback server for pages through the project's own middlewares, without a run.

A process of its own each time, as Twisted's reactor starts but once.
"""

import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.utils.project import get_project_settings
from twisted.python.failure import Failure

from tests import warm

PROJECT = Path(__file__).resolve().parents[2]
SITE = "https://www.antaranews.com"
LIMIT_SECONDS = 60

_SETTINGS: dict[str, Any] = {
    "EXTENSIONS": {},
    "ITEM_PIPELINES": {},
    "SPIDER_MIDDLEWARES": {},
    "ADDONS": {},
    "SPIDERMON_ENABLED": False,
    "SCHEDULER": "scrapy.core.scheduler.Scheduler",
    "HTTPERROR_ALLOW_ALL": True,
    "DOWNLOAD_DELAY": 0,
    "NEWSCRAWL_BACKOFF": 0.01,
    "HTTPPROXY_ENABLED": False,
}


class AskingSpider(Spider):
    """Asks for paths, and keeps for each a status and a body, or an error's name."""

    name = "asking"
    paths: tuple[str, ...] = ()

    def __init__(self, paths: list[str]) -> None:
        """Ask for these."""
        super().__init__()
        self.wanted = paths
        self.results: dict[str, Any] = {}

    async def start(self) -> AsyncIterator[Request]:
        """Ask for all at once."""
        for path in self.wanted:
            yield Request(
                path if "://" in path else SITE + path,
                callback=self.take,
                errback=self.fail,
                cb_kwargs={"path": path},
                meta={"download_slot": "antara"},
                dont_filter=True,
            )

    def take(self, response: Response, path: str) -> None:
        """Keep an answer."""
        self.results[path] = [response.status, response.body.decode("latin-1")[:1000]]

    def fail(self, failure: Failure) -> None:
        """Keep an error."""
        request: Request = failure.request  # type: ignore[attr-defined]
        self.results[request.cb_kwargs["path"]] = [type(failure.value).__name__, str(failure.value)]


def command(origin: str, paths: list[str], settings: dict[str, Any]) -> list[str]:
    """Return the command line that asks."""
    arguments = [json.dumps(part) for part in (origin, paths, settings)]
    return [sys.executable, "-m", "tests.middlewares.asking", *arguments]


def ask(origin: str, *paths: str, **settings: Any) -> dict[str, list[Any]]:
    """Return what became of each path; settings as the project has them but for those given."""
    words = command(origin, list(paths), settings)[2:]
    done = warm.run_text(*words, timeout=LIMIT_SECONDS)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    results: dict[str, list[Any]] = json.loads(done.stdout)
    return results


def main() -> None:
    """Ask, and print the results."""
    origin, paths, given = (json.loads(part) for part in sys.argv[1:])
    settings = get_project_settings()
    for name, value in (_SETTINGS | {"NEWSCRAWL_ORIGIN": origin} | given).items():
        settings.set(name, value, priority="cmdline")
    settings["DOWNLOADER_MIDDLEWARES"].set(  # it is the ledger's
        "newscrawl.middlewares.conditional.ConditionalMiddleware", None, priority="cmdline"
    )
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(AskingSpider)
    process.crawl(crawler, paths=paths)
    process.start()
    assert isinstance(crawler.spider, AskingSpider)
    json.dump(crawler.spider.results, sys.stdout)


if __name__ == "__main__":
    main()
