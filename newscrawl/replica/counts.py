"""What the replica was asked for."""

from collections import Counter, deque
from threading import Lock
from typing import NamedTuple

from newscrawl.replica.site import Visit

_KEPT = 50_000


class Request(NamedTuple):
    """One request and what was answered."""

    method: str
    host: str
    path: str
    kind: Visit
    status: int
    size: int
    """Bytes of the body that were sent, after compression."""
    conditional: bool
    asked: int
    """Bytes of the whole request."""
    answered: int
    """Bytes of the whole answer."""
    at: float
    """Seconds since the epoch by the machine's own clock, not the replica's."""


class Counts:
    """The log of requests, of which the newest are kept, and counters over all of them."""

    def __init__(self) -> None:
        """Start from nothing."""
        self._lock = Lock()
        self.requests: deque[Request] = deque(maxlen=_KEPT)
        self._numbers: Counter[tuple[str, int]] = Counter()
        self._bytes = 0
        self._conditional = 0

    def add(self, request: Request) -> None:
        """Take in one request."""
        with self._lock:
            self.requests.append(request)
            self._numbers[request.kind, request.status] += 1
            self._bytes += request.size
            self._conditional += request.conditional

    def drain(self) -> list[Request]:
        """Return the requests that are kept, oldest first, and forget everything."""
        with self._lock:
            found = list(self.requests)
            self._forget()
        return found

    def reset(self) -> None:
        """Forget everything."""
        with self._lock:
            self._forget()

    def _forget(self) -> None:
        self.requests.clear()
        self._numbers.clear()
        self._bytes = self._conditional = 0

    def kinds(self) -> dict[str, dict[str, int]]:
        """Return the number of requests by kind, then status."""
        with self._lock:
            numbers = sorted(self._numbers.items())
        by_kind: dict[str, dict[str, int]] = {}
        for (kind, status), number in numbers:
            by_kind.setdefault(kind, {})[str(status)] = number
        return by_kind

    def summary(self) -> dict[str, object]:
        """Return the counters: requests by kind and status, in all, conditional ones, bytes."""
        return {
            "kinds": self.kinds(),
            "requests": self._numbers.total(),
            "conditional": self._conditional,
            "bytes": self._bytes,
        }

    def of(self, kind: Visit, status: int | None = None) -> int:
        """Return how many requests of a kind there were, or those with one status."""
        with self._lock:
            return sum(
                number
                for (found, code), number in self._numbers.items()
                if found == kind and status in (None, code)
            )
