"""Crawls one after another in a process of its own, with Scrapy's reactor and no command line.

A job is a line of JSON on standard input, and what came of it a line on standard output. Names are
looked up in the job alone: whatever a page may lead to, no name server is ever asked.
"""

import json
import logging
import os
import resource
import socket
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from scrapy.crawler import AsyncCrawlerRunner
from scrapy.utils.defer import deferred_from_coro
from scrapy.utils.project import get_project_settings
from scrapy.utils.reactor import install_reactor

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))


class Notes(logging.Handler):
    """Keeps what is logged from WARNING up."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message, with the traceback's end."""
        error = f" ({record.exc_info[1]!r})" if record.exc_info else ""
        self.lines.append(f"{record.levelname} {record.getMessage()}{error}")


def look_up_in(names: dict[str, list[str]]) -> Any:
    """Return what takes the place of the system's look-up."""

    def look_up(name: str, port: int) -> list[tuple[Any, ...]]:
        if name.startswith("127."):
            return [(socket.AF_INET, name, port)]
        if name not in names:
            raise socket.gaierror(socket.EAI_NONAME, f"{name} is not in the test")
        return [(socket.AF_INET, address, port) for address in names[name]]

    return look_up


async def crawl(job: dict[str, Any]) -> dict[str, Any]:
    """Run one crawl of the project's spider, and return what came of it."""
    from twisted.internet import reactor  # noqa: PLC0415 - only once it is the right one

    from newscrawl import resolver  # noqa: PLC0415 - as above
    from newscrawl.extensions.lifecycle import RunLifecycle  # noqa: PLC0415 - as above

    notes = Notes()
    logging.getLogger().addHandler(notes)
    settings = get_project_settings()
    settings.update({"NEWSCRAWL_DATA": job["data"], **job["settings"]}, priority="cmdline")
    runner = AsyncCrawlerRunner(settings)
    resolver.getaddrinfo = look_up_in(job["names"])
    os.environ.pop("https_proxy", None)
    os.environ.update(job["environment"])
    resolver.GuardedResolver.from_crawler(runner, reactor).install_on_reactor()
    crawler = runner.create_crawler("antara")
    try:
        await runner.crawl(crawler, **job["arguments"])
    except Exception as error:  # noqa: BLE001 - the test is to see whatever it is
        return {"error": repr(error), "log": notes.lines}
    finally:
        logging.getLogger().removeHandler(notes)
    lifecycle = crawler.get_extension(RunLifecycle)
    report = lifecycle.report if lifecycle else None
    return {
        "report": asdict(report) if report else None,
        "stats": crawler.stats.get_stats(),
        "log": notes.lines,
        "threads": threading.active_count(),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


async def serve() -> None:
    """Do one job after another until there are no more."""
    for line in iter(sys.stdin.readline, ""):  # nothing else runs between two jobs
        print(json.dumps(await crawl(json.loads(line)), default=str), flush=True)


def main() -> None:
    """Install the reactor that the command installs, and serve in it."""
    install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
    from twisted.internet import task  # noqa: PLC0415 - only once the reactor is the right one

    task.react(lambda _: cast("Any", deferred_from_coro(serve())))


if __name__ == "__main__":
    main()
