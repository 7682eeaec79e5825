"""A tool's process, seen from the evaluation: asked page by page, and never waited for long."""

import json
import select
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Self

_ROOT = Path(__file__).parents[2]
_PATIENCE = 60.0
"""Seconds for one answer, the start of the process included."""


class ToolError(Exception):
    """A tool that does not start, dies, or gives no answer in time."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back for one page."""

    answer: dict[str, Any] = field(default_factory=dict)
    error: str | None = None
    cpu: float | None = None
    """Seconds of the processor; None when the process gave no answer."""


class Worker:
    """One tool at work; a context manager."""

    def __init__(self, command: Sequence[str], patience: float = _PATIENCE) -> None:
        """Take the command of a process that speaks the protocol."""
        self._command = command
        self._patience = patience
        self._process: subprocess.Popen[bytes] | None = None
        self.about: dict[str, Any] = {}
        """What the tool said of itself when it started."""

    def __enter__(self) -> Self:
        """Start the process.

        Raises:
            ToolError: it does not say what it is.
        """
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self._stop()

    def ask(self, request: dict[str, str]) -> Reply:
        """Return the answer for a page; a tool that dies of it is started again for the next."""
        return self._ask(request)

    def time(self, requests: Sequence[dict[str, str]]) -> Reply:
        """Return what reading so many pages in a row took, without what was read."""
        return self._ask({"batch": requests})

    def _ask(self, request: Mapping[str, object]) -> Reply:
        try:
            return Reply(**self._exchange(request))
        except ToolError as error:
            self._stop()
            self._start()
            return Reply(error=str(error))

    def _start(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - commands of this package
            self._command,
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        try:
            self.about = self._line()
        except ToolError as error:
            self._stop()
            raise ToolError(f"{' '.join(self._command)} does not start: {error}") from error

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _exchange(self, request: Mapping[str, object]) -> dict[str, Any]:
        pipe = self._pipe("stdin")
        try:
            pipe.write(json.dumps(request).encode() + b"\n")
            pipe.flush()
        except BrokenPipeError as error:
            raise ToolError("the process is gone") from error
        return self._line()

    def _line(self) -> dict[str, Any]:
        pipe = self._pipe("stdout")
        ready, _, _ = select.select([pipe], [], [], self._patience)
        if not ready:
            raise ToolError(f"no answer within {self._patience:g} seconds")
        line = pipe.readline()
        if not line:
            raise ToolError("the process ended")
        message: dict[str, Any] = json.loads(line)
        return message

    def _pipe(self, name: str) -> IO[bytes]:
        pipe: IO[bytes] | None = getattr(self._process, name)
        if pipe is None:
            raise ToolError("the process is gone")
        return pipe
