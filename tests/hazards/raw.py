"""A loopback server that answers with whatever bytes a test likes, also with none of HTTP's."""

import contextlib
import socket
import ssl
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread
from types import TracebackType
from typing import Any, Self

from tests.e2e.serving import NOT_FOUND, Answer

Send = Callable[[bytes], None]
Page = Answer | bytes | Callable[[Send], None]
"""A page in good order, the bytes of the whole answer, or a function that sends them."""

_WAIT_SECONDS = 20


def head(*lines: str, status: str = "200 OK") -> bytes:
    """Return the head of an answer."""
    given = "".join(f"{line}\r\n" for line in lines)
    return f"HTTP/1.1 {status}\r\n{given}Connection: close\r\n\r\n".encode()


def whole(answer: Answer) -> bytes:
    """Return a page in good order as bytes."""
    lines = {
        "Content-Type": answer.content_type,
        "Content-Length": str(len(answer.body)),
        **answer.headers,
    }
    given = [f"{name}: {value}" for name, value in lines.items()]
    return head(*given, status=f"{answer.status} -") + answer.body


class RawServer:
    """Serves ``{(host, path with query): Page}``; everything else is a 404."""

    def __init__(
        self,
        pages: Mapping[tuple[str, str], Page],
        address: tuple[str, int] = ("127.0.0.1", 0),
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """Prepare to serve the pages, which may change while it runs."""
        self.pages: dict[tuple[str, str], Page] = dict(pages)
        self.connections = 0
        self.asked: Counter[tuple[str, str]] = Counter()
        self.heads: list[str] = []
        """What was asked, line by line, newest last."""
        self.sent: Counter[str] = Counter()
        """Bytes that went out, by path."""
        server = self

        class Handler(BaseRequestHandler):
            def handle(self) -> None:
                server.connections += 1
                self.request.settimeout(_WAIT_SECONDS)
                with contextlib.suppress(OSError):
                    server.answer(tls.wrap_socket(self.request, True) if tls else self.request)

        class Server(ThreadingTCPServer):
            daemon_threads = True
            block_on_close = False
            request_queue_size = 64
            allow_reuse_address = True

        self._scheme = "https" if tls else "http"
        self._server = Server(address, Handler)
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def origin(self) -> str:
        """Where it serves, for the argument ``origin``."""
        host, port = self._server.server_address[:2]
        return f"{self._scheme}://{host!s}:{port}"

    def answer(self, connection: Any) -> None:
        """Answer one request, and close."""
        asked = b""
        while b"\r\n\r\n" not in asked:
            received = connection.recv(65536)
            if not received:
                return
            asked += received
        lines = asked.decode("latin-1").split("\r\n")
        path = lines[0].split(" ")[1]
        host = next(line[6:] for line in lines if line.lower().startswith("host: "))
        self.heads.append("\n".join(lines))
        self.asked[host, path] += 1

        def send(part: bytes) -> None:
            connection.sendall(part)
            self.sent[path] += len(part)

        page = self.pages.get((host, path), NOT_FOUND)
        if isinstance(page, Answer):
            send(whole(page))
        elif isinstance(page, bytes):
            send(page)
        else:
            page(send)
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(65536):  # a close at once could take away what is not read yet
            pass

    def stories(self) -> list[int]:
        """Return the ids of the stories that were asked for, in order of first request."""
        return [int(path.split("/")[2]) for _, path in self.asked if path.startswith("/berita/")]

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


def chunked(parts: Iterable[bytes], *, end: bytes = b"0\r\n\r\n") -> bytes:
    """Return a body in chunks."""
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + end
