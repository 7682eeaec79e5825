"""Nothing moves while it is checked: the lock of a data directory, as far as it can be taken."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from newscrawl import clock
from newscrawl.exits import CannotRun, Locked
from newscrawl.lock import RunLock
from newscrawl.places import Places

_READ_ONLY = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def holding(places: Places, *, writes: bool) -> Iterator[None]:
    """Hold the lock of a directory while the block lasts; a crawl that comes leaves with 75.

    A directory that cannot be written, such as a backup, is only checked: then the lock is shared.

    Raises:
        Locked: a run holds it.
        CannotRun: there is no such directory, or it cannot be written and has to be.
    """
    if not places.root.is_dir():
        raise CannotRun(
            f"there is no {places.root}: nothing was kept there; name the data directory with"
            " -s NEWSCRAWL_DATA=DIR"
        )
    try:
        lock = RunLock(places.lock, "of scrapy verify", clock.now())
    except OSError as error:
        if writes or error.errno not in _READ_ONLY:
            raise CannotRun(f"cannot use {places.root}: {error}") from error
        with _sharing(places):
            yield
        return
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _sharing(places: Places) -> Iterator[None]:
    """Hold a lock that needs no right to write; where there is no file for it, no run was here."""
    try:
        handle = os.open(places.lock, os.O_RDONLY)
    except OSError:
        yield
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise Locked(f"a run holds {places.lock}; check again when it is over") from error
    finally:
        os.close(handle)
