"""The process that ``tests/warm.py`` starts: it loads what crawls need, and forks for each program.

For each job it is sent, over the socket that is its argument, a length with the ends of two pipes,
and so much JSON; it answers with the process's number and then, when that has ended, with how.
"""

import gc
import importlib
import json
import os
import runpy
import socket
import sys
import time
from typing import Any

from newscrawl import schema

HEAD = 8
"""Bytes of every number that is sent."""
FDS = 2
"""Standard output and standard error."""

_LOADED = (
    "fastjsonschema",
    "multiprocessing.connection",
    "newscrawl.commands.crawl",
    "newscrawl.commands.doctor",
    "newscrawl.commands.export",
    "newscrawl.commands.extract",
    "newscrawl.commands.report",
    "newscrawl.commands.verify",
    "newscrawl.extensions.archive",
    "newscrawl.extensions.breaker",
    "newscrawl.extensions.monitors",
    "newscrawl.extensions.outcomes",
    "newscrawl.extensions.progress",
    "newscrawl.extensions.retention",
    "newscrawl.extraction.printing",
    "newscrawl.extraction.storing",
    "newscrawl.extraction.uses",
    "newscrawl.logformatter",
    "newscrawl.middlewares.challenge",
    "newscrawl.middlewares.compression",
    "newscrawl.middlewares.decoding",
    "newscrawl.middlewares.retry",
    "newscrawl.middlewares.robots",
    "newscrawl.monitors.suite",
    "newscrawl.pipelines.carried",
    "newscrawl.pipelines.deduplicate",
    "newscrawl.pipelines.validate",
    "newscrawl.pipelines.write",
    "newscrawl.resolver",
    "newscrawl.scheduler",
    "newscrawl.spiders.antara",
    "newscrawl.stopping",
    "newscrawl.summary",
    "newscrawl.telling",
    "protego",
    "rensa",
    "rich.live",
    "rich.table",
    "scrapy.cmdline",
    "scrapy.commands.bench",
    "scrapy.commands.check",
    "scrapy.commands.edit",
    "scrapy.commands.fetch",
    "scrapy.commands.genspider",
    "scrapy.commands.list",
    "scrapy.commands.parse",
    "scrapy.commands.runspider",
    "scrapy.commands.settings",
    "scrapy.commands.shell",
    "scrapy.commands.startproject",
    "scrapy.commands.version",
    "scrapy.commands.view",
    "scrapy.core.downloader.handlers.http11",
    "scrapy.downloadermiddlewares.cookies",
    "scrapy.downloadermiddlewares.defaultheaders",
    "scrapy.downloadermiddlewares.downloadtimeout",
    "scrapy.downloadermiddlewares.httpcompression",
    "scrapy.downloadermiddlewares.httpproxy",
    "scrapy.downloadermiddlewares.redirect",
    "scrapy.downloadermiddlewares.retry",
    "scrapy.downloadermiddlewares.robotstxt",
    "scrapy.downloadermiddlewares.stats",
    "scrapy.downloadermiddlewares.useragent",
    "scrapy.extensions.closespider",
    "scrapy.extensions.corestats",
    "scrapy.extensions.feedexport",
    "scrapy.extensions.logcount",
    "scrapy.extensions.logstats",
    "scrapy.extensions.memusage",
    "scrapy.extensions.throttle",
    "scrapy.logformatter",
    "scrapy.robotstxt",
    "scrapy.spidermiddlewares.referer",
    "scrapy.statscollectors",
    "scrapy.utils.test",
    "trafilatura",
    "twisted.internet.asyncioreactor",
    "warcio",
)
"""What a crawl or a reading loads; what a program loads besides, it loads itself."""
_NOT_LOADED = ("newscrawl.settings", "twisted.internet.reactor")
"""What reads the environment, or is another in each program."""


def serve(connection: socket.socket) -> dict[str, Any] | None:
    """Fork for each job; return the job in the fork, and None when there are no more."""
    while True:
        head, ends, _, _ = socket.recv_fds(connection, HEAD, FDS)
        if not head:
            return None
        size = int.from_bytes(head)
        job: dict[str, Any] = json.loads(connection.recv(size, socket.MSG_WAITALL))
        pid = os.fork()
        if not pid:
            connection.close()
            for number, end in enumerate(ends, start=1):
                os.dup2(end, number)
                os.close(end)
            return job
        for end in ends:
            os.close(end)
        connection.sendall(pid.to_bytes(HEAD))
        _, status = os.waitpid(pid, 0)
        connection.sendall(status.to_bytes(HEAD))


def become(job: dict[str, Any]) -> None:
    """Run a job's program as the interpreter does that is started for it."""
    module, *arguments = job["words"]
    os.chdir(job["cwd"])
    os.environ.clear()
    os.environ.update(job["env"])
    time.tzset()
    if module == "-c":
        code, *arguments = arguments
        sys.argv, sys.path[0] = ["-c", *arguments], ""
        exec(compile(code, "<string>", "exec"), {"__name__": "__main__"})  # noqa: S102 - a test's
    else:
        sys.argv, sys.path[0] = [module, *arguments], job["cwd"]
        runpy.run_module(module, run_name="__main__", alter_sys=True)


def main() -> None:
    """Load, and serve."""
    for name in _LOADED:
        importlib.import_module(name)
    assert not sys.modules.keys() & set(_NOT_LOADED)
    schema.validator()  # compiled once
    gc.freeze()  # a collection in a fork need not touch, and so copy, what is shared
    job = serve(socket.socket(fileno=int(sys.argv[1])))
    if job:
        become(job)


if __name__ == "__main__":
    main()
