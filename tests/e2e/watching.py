"""A site that can change, and crawls of it on a clock that is set."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newscrawl import clock
from newscrawl.replica import Replica
from newscrawl.replica.site import Response
from tests.e2e.crawling import crawl, report
from tests.making import NOON

if TYPE_CHECKING:
    from subprocess import CompletedProcess

Change = Callable[[bytes], bytes]
FAST = ("-s", "DOWNLOAD_DELAY=0", "-s", "NEWSCRAWL_REVISITS=400d")


class Watched:
    """A replica whose article pages can change, and crawls of it, hours apart."""

    def __init__(self, site: Replica, directory: Path) -> None:
        """Begin at noon with a site that is well."""
        self.site, self.data = site, directory / "data"
        self.time, self.hours = directory / "clock", 0.0
        self.change: Change | None = None
        site.hook = self._answer
        clock.write(self.time, NOON)

    def _answer(self, host: str, path: str) -> Response | None:
        if self.change is None:
            return None
        answer = self.site.site.respond(host, path)
        if answer.kind != "article" or answer.status != 200:
            return None
        return answer._replace(body=self.change(answer.body))

    def crawl(self, hours: float, *more: str) -> "CompletedProcess[str]":
        """Crawl some hours later."""
        self.hours += hours
        clock.write(self.time, NOON + timedelta(hours=self.hours))
        return crawl(self.site.origin, self.data, *FAST, *more, clock=self.time, follow_depth=0)

    @property
    def report(self) -> dict[str, Any]:
        """The newest run report."""
        return report(self.data)


def site_of_one_era(time: Path) -> Replica:
    """Return a site whose pages are all in the newest template."""
    return Replica(seed=5, clock=time, per_day=48, era="D")
