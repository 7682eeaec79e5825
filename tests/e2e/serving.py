"""A loopback server for a handful of pages, told by host and path, that counts what it is asked."""

from collections import Counter
from dataclasses import dataclass, field, replace
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Self


@dataclass(frozen=True)
class Answer:
    """What a page is answered with."""

    body: bytes
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


NOT_FOUND = Answer(b"<html><body>not here</body></html>", status=404)


class PageServer:
    """Serves ``{(host, path with query): Answer}``; everything else is a 404."""

    def __init__(self, pages: dict[tuple[str, str], Answer], *, tagged: bool = False) -> None:
        """Prepare to serve the pages, which may change while it runs.

        With ``tagged`` each has an entity tag, and a 304 answers who has it.
        """
        self.pages = pages
        self.asked: Counter[tuple[str, str]] = Counter()
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1  # head and body go out at once: apart, the body waits 40 ms for an ACK

            def do_GET(self) -> None:
                asked = (self.headers.get("Host", ""), self.path)
                server.asked[asked] += 1
                answer = server.pages.get(asked, NOT_FOUND)
                if tagged and answer.status == HTTPStatus.OK:
                    tag = f'"{sha256(answer.body).hexdigest()[:16]}"'
                    if self.headers.get("If-None-Match") == tag:
                        answer = Answer(b"", status=HTTPStatus.NOT_MODIFIED)
                    answer = replace(answer, headers=answer.headers | {"ETag": tag})
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.content_type)
                self.send_header("Content-Length", str(len(answer.body)))
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer.body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def origin(self) -> str:
        """Where it serves, for the argument ``origin``."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

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
