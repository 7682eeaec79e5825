"""The replica on a socket: HTTP/1.1 with keep-alive, compression and conditional requests."""

import contextlib
import gzip
import json
import socket
import time
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from newscrawl.replica.counts import Request
from newscrawl.replica.site import Response

if TYPE_CHECKING:
    from newscrawl.replica.replica import Replica

_COMPRESS_FROM = 500
_PACKED = "application/x-gzip"
"""What is compressed already."""
_CONTROL = "/_replica/"


@lru_cache(maxsize=500)
def _compressed(body: bytes) -> bytes:
    return gzip.compress(body, compresslevel=5, mtime=0)


def not_modified(response: Response, headers: Any) -> bool:
    """Whether the client's copy is still good; an entity tag outranks a date (RFC 9110, 13.2.2)."""
    if response.changed is None or response.status != 200:  # noqa: PLR2004 - OK
        return False
    if (tags := headers.get("If-None-Match")) is not None:
        known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return "*" in known or response.etag in known
    if (since := headers.get("If-Modified-Since")) is None:
        return False
    with contextlib.suppress(ValueError, TypeError):
        moment = parsedate_to_datetime(since)
        return response.changed.replace(microsecond=0) <= moment.replace(
            tzinfo=moment.tzinfo or UTC
        )
    return False


class Server(ThreadingHTTPServer):
    """Listens on loopback; keeps its open connections in hand so that it can end them."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, replica: "Replica") -> None:
        """Take the port; 0 takes a free one."""
        self.replica = replica
        self.open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", port), Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Remember the connection, then serve it."""
        self.open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Close the connection and forget it."""
        self.open.discard(request)
        super().shutdown_request(request)

    def end_connections(self) -> None:
        """Wake the threads that wait for a next request on a connection kept alive."""
        for connection in list(self.open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no error of the server."""


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server_version = "nginx"
    sys_version = ""
    disable_nagle_algorithm = True
    wbufsize = -1
    server: Server
    _head = 0
    """Bytes of the head of the answer so far."""

    def do_GET(self) -> None:
        """Answer; the site answers POST and HEAD by the same rules."""
        parts = urlsplit(self.path)
        path = parts.path
        target = f"{path}?{parts.query}" if parts.query else path
        length = int(self.headers.get("Content-Length") or 0)
        self.rfile.read(length)
        if path.startswith(_CONTROL):
            self._control(path.removeprefix(_CONTROL))
            return
        host = (self.headers.get("Host") or "").partition(":")[0].lower()
        fault = self.server.replica.fault(host, target)
        if fault == "close":
            self.close_connection = True
            return
        if isinstance(fault, float):
            time.sleep(fault)
        known = host if host.endswith(".antaranews.com") else "www.antaranews.com"
        if isinstance(fault, Response):
            response = fault
        else:
            response = self.server.replica.site.respond(known, target)
            if isinstance(fault, int):
                response = response._replace(status=fault, body=b"", changed=None)
        self._send(response, host)

    def send_header(self, keyword: str, value: str) -> None:
        """Add a header, and its bytes to the size of the head."""
        self._head += len(f"{keyword}: {value}\r\n")
        super().send_header(keyword, value)

    do_HEAD = do_GET  # noqa: N815 - the name that http.server calls
    do_POST = do_GET  # noqa: N815 - as above

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Return the replica's own time: its pages must not be younger than its answers."""
        if timestamp is not None:
            return super().date_time_string(timestamp)
        return format_datetime(self.server.replica.site.now().astimezone(UTC), usegmt=True)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the parent's name
        """Say nothing: the counts hold every request."""

    def _control(self, command: str) -> None:
        counts = self.server.replica.log
        if command == "reset":
            counts.reset()
        body = json.dumps(counts.summary()).encode()
        status = 200 if command in {"counts", "reset"} else 404
        self._write(status, body, [("Content-Type", "application/json")])

    def _send(self, response: Response, host: str) -> None:
        conditional = "If-None-Match" in self.headers or "If-Modified-Since" in self.headers
        status, body = response.status, response.body
        headers = list(response.headers)
        if response.changed is not None:
            changed: datetime = response.changed.astimezone(UTC)
            headers += [
                ("ETag", response.etag or ""),
                ("Last-Modified", format_datetime(changed, usegmt=True)),
            ]
        if not_modified(response, self.headers):
            status, body = 304, b""
        else:
            headers.append(("Content-Type", response.content_type))
        if len(body) >= _COMPRESS_FROM and response.content_type != _PACKED:
            headers.append(("Vary", "Accept-Encoding"))
            if "gzip" in (self.headers.get("Accept-Encoding") or ""):
                body = _compressed(body)
                headers.append(("Content-Encoding", "gzip"))
        sent = 0 if self.command == "HEAD" else len(body)
        head = self._buffer(status, body, headers)
        # Counted before it is sent: a client that has its answer finds it in the counts.
        self.server.replica.log.add(
            Request(
                method=self.command,
                host=host,
                path=self.path,
                kind=response.kind,
                status=status,
                size=sent,
                conditional=conditional,
                asked=self._asked(),
                answered=head + sent,
                at=time.time(),
            )
        )
        self._flush(body)

    def _asked(self) -> int:
        lines = [len(name) + len(value) + 4 for name, value in self.headers.items()]
        body = int(self.headers.get("Content-Length") or 0)
        return len(self.requestline) + 2 + sum(lines) + 2 + body

    def _write(self, status: int, body: bytes, headers: list[tuple[str, str]]) -> None:
        self._buffer(status, body, headers)
        self._flush(body)

    def _buffer(self, status: int, body: bytes, headers: list[tuple[str, str]]) -> int:
        """Prepare the head of an answer, and return how many bytes it is."""
        self._head = len(f"{self.protocol_version} {status} {HTTPStatus(status).phrase}\r\n\r\n")
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if status != 304:  # noqa: PLR2004 - Not Modified has no body and says no length
            self.send_header("Content-Length", str(len(body)))
        return self._head

    def _flush(self, body: bytes) -> None:
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
