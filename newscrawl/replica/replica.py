"""The replica as tests and the command line use it."""

from collections import deque
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Literal, Self

from newscrawl import clock as project_clock
from newscrawl.clock import WIB
from newscrawl.replica.corpus import Corpus
from newscrawl.replica.counts import Counts, Request
from newscrawl.replica.ids import Edition
from newscrawl.replica.offers import Offers
from newscrawl.replica.server import Server
from newscrawl.replica.site import Response, Site
from newscrawl.replica.story import Story
from newscrawl.replica.traits import Era

Fault = int | float | Literal["close"] | Response
"""What goes wrong: a status, seconds of delay (a float), a connection closed without an answer, or
a whole answer."""

_DAYS = 8


class Replica:
    """The site on a loopback port, from ``with Replica() as site`` to the end of the block."""

    def __init__(  # noqa: PLR0913 - options, each given by name
        self,
        *,
        seed: int = 1,
        start: date | None = None,
        clock: Callable[[], datetime] | Path | None = None,
        port: int = 0,
        per_day: int = 45,
        lively: bool = False,
        era: Era | None = None,
        switch: tuple[datetime, Era] | None = None,
        offers: Offers | None = None,
    ) -> None:
        """Prepare the site without listening yet.

        Args:
            seed: what the stories are drawn from.
            start: first day that lists reach back to; eight days before the clock's today.
            clock: where the time comes from: a function, a clock file, or the project's clock.
            port: port on 127.0.0.1; 0 takes a free one.
            per_day: stories a day, where the days are alike.
            lively: whether they keep to the real desk's rhythm instead; see ``rhythm``.
            era: the template of all article pages; without one, the site's mix.
            switch: when all article pages change to another template, and to which.
            offers: the ways into the past that it has; without, those of ``Offers()``.

        Raises:
            ClockError: the clock file cannot be read.
            ValueError: there are no stories on the first day, or not so many a day.
        """
        self._clock = _reading(clock)
        self.start = start or self._clock().astimezone(WIB).date() - timedelta(days=_DAYS)
        self.corpus = Corpus(seed, per_day, lively=lively)
        self.corpus.heads_of_day(self.start)
        self.site = Site(
            self.corpus, self.start, self._clock, era=era, switch=switch, offers=offers
        )
        self.log = Counts()
        self.faults: dict[str, Fault] = {}
        """What goes wrong, by the beginning of path and query; the longest beginning counts."""
        self.hook: Callable[[str, str], Fault | None] | None = None
        """Asked with host, and path with query, before ``faults``."""
        self._port = port
        self._server: Server | None = None
        self._thread: Thread | None = None

    @property
    def origin(self) -> str:
        """Where it listens: ``http://127.0.0.1:PORT``.

        Raises:
            RuntimeError: it does not listen.
        """
        if self._server is None:
            raise RuntimeError("the replica does not listen: use it as a context manager")
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def requests(self) -> deque[Request]:
        """The newest requests, oldest first."""
        return self.log.requests

    @property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """Requests by kind, such as ``article``, then status."""
        return self.log.kinds()

    def drain(self) -> list[Request]:
        """Return the requests since the last time, oldest first, and forget them."""
        return self.log.drain()

    def reset(self) -> None:
        """Forget the requests so far."""
        self.log.reset()

    def stories(self, edition: Edition = "id", *, regional: bool = False) -> list[Story]:
        """Return what the site has at this moment, newest first, in its present form.

        ``regional`` is another way to ask for the edition ``jatim``.
        """
        return self.site.stories("jatim" if regional else edition)

    def story(
        self, article_id: int, edition: Edition = "id", *, regional: bool = False
    ) -> Story | None:
        """Return a story by its id in its first form, out or not; ``regional`` as in ``stories``."""
        return self.site.story(article_id, "jatim" if regional else edition)

    def pages_of(self, story: Story) -> int:
        """Return how many pages a story has in the form and template that it is given in."""
        return self.site.pages.parted.count(story)

    def amp_story(self, article_id: int, edition: Edition = "id") -> Story | None:
        """Return what the AMP page of a story states at this moment."""
        return self.site.amp_story(article_id, edition)

    def fault(self, host: str, target: str) -> Fault | None:
        """Return what is to go wrong with a request for a path and query, if anything."""
        if self.hook is not None and (found := self.hook(host, target)) is not None:
            return found
        fitting = [prefix for prefix in self.faults if target.startswith(prefix)]
        return self.faults[max(fitting, key=len)] if fitting else None

    def begin(self) -> None:
        """Listen, in a thread of its own.

        Raises:
            OSError: the port is taken.
        """
        self._server = Server(self._port, self)
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Stop listening and close every connection."""
        if self._server is None or self._thread is None:
            return
        self._server.shutdown()
        self._server.end_connections()
        self._server.server_close()
        self._thread.join()
        self._server = self._thread = None

    def __enter__(self) -> Self:
        """Listen."""
        self.begin()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop."""
        self.end()


def _reading(clock: Callable[[], datetime] | Path | None) -> Callable[[], datetime]:
    if clock is None:
        return project_clock.now
    if isinstance(clock, Path):
        path = clock
        return lambda: project_clock.read(path)
    return clock
