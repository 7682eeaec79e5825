"""The replica in a process of its own, with pages as heavy as the site's, and its clock stopped."""

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from multiprocessing.connection import Connection
from random import Random

from benchmarks.bench.pages import weighed
from newscrawl.clock import WIB
from newscrawl.replica.counts import Request
from newscrawl.replica.replica import Replica
from newscrawl.replica.site import Response

_A_DAY, _SEED = 60, 11
_WAIT = 30
_REMEMBERED = 4_000
"""Pages that are made once for all crawls that are compared; of more each is asked for once."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site that can be crawled."""

    origin: str
    first: date
    last: date
    """The days of stories that are over: what is published in them does not change any more."""
    _line: Connection

    def drain(self) -> list[Request]:
        """Return the requests since the last time, oldest first."""
        self._line.send("drain")
        found: list[Request] = self._line.recv()
        return found


@contextmanager
def serving(stories: int) -> Iterator[Site]:
    """Serve about so many stories of today's template on loopback."""
    ours, theirs = multiprocessing.Pipe()
    now, a_day = datetime.now(UTC), min(stories, _A_DAY)
    today = now.astimezone(WIB).date()
    first = today - timedelta(days=max(1, round(stories / a_day)))
    process = multiprocessing.get_context("spawn").Process(
        target=_serve, args=(now, first, a_day, theirs), daemon=True
    )
    process.start()
    theirs.close()
    try:
        yield Site(str(ours.recv()), first, today - timedelta(days=1), ours)
    finally:
        ours.close()  # which tells it to end
        process.join(_WAIT)


def _serve(now: datetime, first: date, per_day: int, told: Connection) -> None:
    with Replica(seed=_SEED, start=first, clock=lambda: now, per_day=per_day, era="D") as replica:

        @lru_cache(_REMEMBERED)
        def heavy(host: str, target: str) -> Response | None:
            response = replica.site.respond(host, target)
            is_page = response.kind == "article" and b"</body>" in response.body
            body = weighed(response.body, Random(target)) if is_page else response.body
            return response._replace(body=body)

        replica.hook = heavy
        told.send(replica.origin)
        try:
            while told.recv():
                told.send(replica.drain())
        except EOFError:
            return
