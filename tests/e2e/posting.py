"""A loopback server that takes what is posted to it, as a chat's webhook or a dead-man's switch does."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class Posted:
    """What came, in its order."""

    def __init__(self, port: int) -> None:
        """Nothing came yet."""
        self.origin = f"http://127.0.0.1:{port}"
        self.posts: list[tuple[str, bytes]] = []
        """Path and body of each request."""
        self.status = 200
        """What each is answered."""
        self.seconds = 0.0
        """How long the answer takes."""


@contextmanager
def posting() -> Iterator[Posted]:
    """Serve until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            posted.posts.append((self.path, body))
            time.sleep(posted.seconds)
            self.send_response(posted.status)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    posted = Posted(server.server_address[1])
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield posted
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
