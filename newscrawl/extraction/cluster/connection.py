"""The connection to a Dask scheduler: what is asked of its workers, and what can befall it."""

import itertools
import logging
import pickle
import signal
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from uuid import uuid4

from distributed import Client, Future, KilledWorker
from distributed.client import FutureCancelledError
from distributed.security import Security

from newscrawl.exits import CannotRun
from newscrawl.extraction.cluster.checks import check_versions, check_workers
from newscrawl.extraction.cluster.identity import identity

PATIENCE = 10
"""Seconds in which a scheduler answers, and the first worker has come."""
WORKERLESS = 60.0
"""Seconds that the scheduler may be without any worker, for one to be started again."""
_AHEAD = 4
"""Units for each thread of the cluster that are asked for and not yet taken: their results wait
where they were made."""
_LEAST_AHEAD = 8
_LOOK = 1.0
"""Seconds after which one looks what the matter is."""
_LOUD = ("distributed", "tornado", "asyncio")


class GivenUp(Exception):  # noqa: N818 - named as what it says
    """The cluster could not do a unit; the message says why."""


class Connection:
    """A scheduler that has workers, all of which read as this machine does."""

    def __init__(self, address: str, paths: Sequence[Path]) -> None:
        """Connect, and see that every worker is fit.

        Raises:
            CannotRun: there is no scheduler, or no worker; or one would read otherwise, or does not
                see one of the paths.
        """
        self._address = address
        self._last_look = self._last_worker = monotonic()
        with _quiet(), _deaf():
            self._client = self._connect()
        try:
            with self._telling():
                check_versions(self._client)
                self._wait_for_workers()
                check_workers(self._client, paths)
                self._see_to_workers()
        except BaseException:
            self.end()
            raise
        self._names = (f"newscrawl-read-{uuid4().hex}-{n}" for n in itertools.count())
        self._run = _portable()
        self._identity = pickle.dumps(identity())

    def ask(self, request: bytes) -> Future[bytes]:
        """Have a worker answer a request.

        Raises:
            CannotRun: the scheduler is gone.
        """
        with self._telling(), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that a page is large
            future: Future[bytes] = self._client.submit(
                self._run, self._identity, request, key=next(self._names), pure=False
            )
        return future

    def answer(self, future: Future[bytes]) -> bytes:
        """Wait for an answer.

        Raises:
            GivenUp: there will be none.
            CannotRun: the scheduler is gone, or has no workers any more.
        """
        with self._telling():
            while True:
                self._look()
                try:
                    error = future.exception(  # type: ignore[no-untyped-call]  # Dask's
                        timeout=_LOOK
                    )
                    if error is None:
                        return future.result(timeout=WORKERLESS)
                except TimeoutError:
                    continue
                except KilledWorker as lost:  # the result was, and whoever makes it again, too
                    error = lost
                if isinstance(error, FutureCancelledError):
                    raise error
                raise GivenUp(f"{type(error).__name__}: {error}") from error

    def end(self) -> None:
        """Have the workers leave what they have not begun, and disconnect."""
        with _quiet():
            self._client.close(timeout=PATIENCE)  # type: ignore[no-untyped-call]  # Dask's

    def _connect(self) -> Client:
        if self._address.startswith("tls:") and not _is_secured():
            raise CannotRun(
                "a scheduler at tls:// takes certificates; Dask reads where they are from its"
                " configuration (distributed.comm.tls)"
            )
        try:
            return Client(  # type: ignore[no-untyped-call]  # Dask's
                self._address, timeout=PATIENCE, set_as_default=False
            )
        except (OSError, ImportError, ValueError) as error:
            raise CannotRun(f"no Dask scheduler answers at {self._address}: {error}") from error

    def _wait_for_workers(self) -> None:
        try:
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            raise CannotRun(
                f"the scheduler at {self._address} has no workers;"
                f" start some, with: dask worker {self._address}"
            ) from error

    def _look(self) -> None:
        if monotonic() - self._last_look >= _LOOK:
            self._see_to_workers()

    def _see_to_workers(self) -> None:
        """See how many threads work now, by which so many units are asked for ahead."""
        threads = sum(self._client.nthreads().values())  # type: ignore[no-untyped-call]  # as above
        self._last_look = now = monotonic()
        self.ahead = max(_LEAST_AHEAD, _AHEAD * threads)
        if threads:
            self._last_worker = now
        elif now - self._last_worker > WORKERLESS:
            raise CannotRun(
                f"the scheduler at {self._address} has had no workers for"
                f" {WORKERLESS:.0f} seconds; what was read is whole, the rest is not read"
            )

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Turn what Dask raises when the scheduler is gone into a message."""
        try:
            yield
        except (FutureCancelledError, OSError) as error:
            raise CannotRun(
                f"the scheduler at {self._address} is gone;"
                " what was read before is whole, the rest is not read"
            ) from error


def _is_secured() -> bool:
    security = Security()  # type: ignore[no-untyped-call]  # Dask's
    found = security.get_connection_args("client")  # type: ignore[no-untyped-call]  # as above
    return found["ssl_context"] is not None


def _portable() -> Callable[[bytes, bytes], bytes]:
    """Return what a worker calls; it is sent as code, so that the scheduler needs no newscrawl."""

    def read(expected: bytes, request: bytes) -> bytes:
        from newscrawl.extraction.cluster.task import run  # noqa: PLC0415 - there, not here

        return run(expected, request)

    return read


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what Dask logs, which is for those who look after a cluster, off this terminal."""
    known = [name for name in logging.root.manager.loggerDict if name.split(".")[0] in _LOUD]
    for name in (*_LOUD, *known):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [logging.NullHandler()], False
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _deaf() -> Iterator[None]:
    """Begin threads that let Ctrl-C go to this one, which puts it off where it must not disturb."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
