"""How the evaluation talks to a tool: one process, one JSON line for a page, one back.

A tool's process runs in the tool's own environment, so this module needs the standard library only.
Its first line says what it is (``{"package": ..., "version": ..., "fields": [...]}``); then each
line read names a page (``{"path": ..., "url": ..., "fetched_at": ...}``) and one line answers it
(``{"cpu": seconds, "error": null, "answer": {...}}``). A line may also name many pages at once
(``{"batch": [{...}, ...]}``): its answer has their time together, and no values.
"""

import json
import os
import socket
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, NoReturn, TextIO

Answer = dict[str, Any]
"""What a tool says of a page, under the evaluation's names; dates as ISO 8601, lists as lists."""


@dataclass(frozen=True, slots=True)
class Request:
    """A page to be read."""

    page: bytes
    url: str
    fetched_at: str

    @property
    def text(self) -> str:
        """The page for a tool that takes no bytes, decoded as favourably as can be."""
        try:
            return self.page.decode("utf-8-sig")
        except UnicodeDecodeError:
            return self.page.decode("windows-1252", errors="replace")


Reader = Callable[[Request], Answer]


def serve(package: str, fields: Sequence[str], read: Reader, version: str | None = None) -> None:
    """Answer requests until there are no more.

    Args:
        package: the name of the tool's distribution.
        fields: the names that an answer may have.
        read: reads a page; what it raises is told as the page's error.
        version: the tool's version, when it is no installed distribution.
    """
    _no_network()
    replies = _own_output()
    about = {"version": version or metadata.version(package), "fields": list(fields)}
    _reply(replies, {"package": package, **about})
    for line in sys.stdin:
        asked = json.loads(line)
        answered = _batch(asked["batch"], read) if "batch" in asked else _answer(asked, read)
        _reply(replies, answered)


def _request(asked: dict[str, str]) -> Request:
    return Request(Path(asked["path"]).read_bytes(), asked["url"], asked["fetched_at"])


def _batch(asked: list[dict[str, str]], read: Reader) -> dict[str, Any]:
    """Read pages one after the other, as a loop over pages in memory does."""
    requests, failed = [_request(one) for one in asked], 0
    start = time.process_time()
    for request in requests:
        try:
            read(request)
        except Exception:  # noqa: BLE001 - whatever a tool raises is its result
            failed += 1
    cpu = time.process_time() - start
    error = f"{failed} of {len(requests)} pages failed" if failed else None
    return {"cpu": cpu, "error": error, "answer": {}}


def _answer(asked: dict[str, str], read: Reader) -> dict[str, Any]:
    request = _request(asked)
    answer, error = {}, None
    start = time.process_time()
    try:
        answer = read(request)
    except Exception as failure:  # noqa: BLE001 - whatever a tool raises is its result
        error = f"{type(failure).__name__}: {failure}"
    return {"cpu": time.process_time() - start, "error": error, "answer": answer}


def _reply(replies: TextIO, message: dict[str, Any]) -> None:
    replies.write(json.dumps(message) + "\n")
    replies.flush()


def _own_output() -> TextIO:
    """Keep the standard output for replies: what a tool prints goes to the standard error."""
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return replies


def _no_network() -> None:
    """Let no tool ask anyone: they are to read the page that they are given."""

    def refuse(*_: object) -> NoReturn:
        raise OSError("an evaluation has no network")

    socket.socket.connect = refuse  # type: ignore[method-assign]
    socket.getaddrinfo = refuse  # type: ignore[assignment]
