"""A loopback server whose answers a test decides one by one, and that says when it was asked."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from threading import Thread
from types import TracebackType
from typing import Self


@dataclass(frozen=True)
class Reply:
    """What a request is answered with; ``None`` for the status closes the connection."""

    status: int | None = 200
    body: bytes = b"whole"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """A request as it arrived."""

    path: str
    at: float
    """By the machine's monotonic clock, on arrival."""
    headers: dict[str, str]


class ScriptedServer:
    """Answers with what a function of path and count (from 1) says; robots.txt is not there."""

    def __init__(self, answer: Callable[[str, int], Reply]) -> None:
        """Prepare to serve."""
        self.asked: list[Asked] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1  # head and body go out at once: apart, the body waits 40 ms for an ACK

            def do_GET(self) -> None:
                server.asked.append(Asked(self.path, time.monotonic(), dict(self.headers)))
                reply = answer(self.path, server.paths.count(self.path))
                if reply.status is None:
                    self.close_connection = True
                    return
                self.send_response(reply.status)
                for name, value in (
                    {"Content-Length": str(len(reply.body))} | reply.headers
                ).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def origin(self) -> str:
        """Where it serves."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def paths(self) -> list[str]:
        """What it was asked for, in the order of arrival."""
        return [asked.path for asked in self.asked]

    def gaps(self) -> list[float]:
        """Return the seconds between each request and the one before."""
        times = [asked.at for asked in self.asked]
        return [later - earlier for earlier, later in pairwise(times)]

    def __enter__(self) -> Self:
        """Begin to serve."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
