"""One replica for the tests that only look, and a way to ask it for things."""

import http.client
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

import pytest

from newscrawl.clock import WIB
from newscrawl.replica import Replica

NOON = datetime(2026, 10, 21, 12, 0, tzinfo=WIB)


class Answer(NamedTuple):
    """What came over the socket."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


Ask = Callable[..., Answer]


class Clock:
    """A clock that a test sets."""

    def __init__(self, time: datetime) -> None:
        """Stand at a moment."""
        self.time = time

    def __call__(self) -> datetime:
        """Return the moment at which it stands."""
        return self.time

    def advance(self, by: timedelta) -> None:
        """Let time pass."""
        self.time += by


@pytest.fixture
def clock() -> Clock:
    """A clock that stands at noon."""
    return Clock(NOON)


@pytest.fixture
def site(clock: Clock) -> Iterator[Replica]:
    """A replica with eight days of stories that listens."""
    with Replica(seed=7, start=date(2026, 10, 13), clock=clock) as replica:
        yield replica


@pytest.fixture
def ask(site: Replica) -> Ask:
    """A function that sends one request to the replica."""

    def send(
        path: str, host: str = "www.antaranews.com", method: str = "GET", **headers: str
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", int(site.origin.rpartition(":")[2]))
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers={"Host": host} | named)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    return send
