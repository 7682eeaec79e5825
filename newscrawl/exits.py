"""How a run ends: exit codes, and the errors that keep a run from starting."""

import errno
import sqlite3
from enum import IntEnum

_STORAGE_ERRNOS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG, errno.ESTALE})
_STORAGE_SQLITE = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
)


class ExitCode(IntEnum):
    """Exit codes of ``scrapy crawl antara``; where several hold: 6, then 4, 5, 3."""

    HEALTHY = 0
    """Also when nothing was new, or a limit left work for the next run."""
    NOT_STARTED = 1
    BAD_ARGUMENT = 2
    INCOMPLETE = 3
    """Pages failed, the site did not answer, or the run was interrupted."""
    REFUSED = 4
    """The site said no: robots.txt, 403, 429."""
    SITE_CHANGED = 5
    STORAGE_FAILED = 6
    LOCKED = 75
    """Another run holds the lock (EX_TEMPFAIL of sysexits.h)."""


class CannotRun(Exception):  # noqa: N818 - named as what it says
    """The run cannot start; the message is for the user and says what to do."""

    exit_code = ExitCode.NOT_STARTED


class ArgumentError(CannotRun):
    """A spider argument is unknown or malformed."""

    exit_code = ExitCode.BAD_ARGUMENT


class Locked(CannotRun):
    """Another run holds the lock of the data directory."""

    exit_code = ExitCode.LOCKED


class StorageFailed(CannotRun):
    """The disk is full or broken; what was acknowledged is safe."""

    exit_code = ExitCode.STORAGE_FAILED


def is_no_fault_of_ours(error: OSError | sqlite3.Error) -> bool:
    """Tell whether an error in the middle of a run comes from the storage, and not from a bug.

    What could be opened at the start and cannot be used now (full, read-only, locked, gone) is the
    storage's doing; SQL that is wrong is ours.
    """
    ours = (sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.InterfaceError)
    return not isinstance(error, ours)


def is_storage_failure(error: BaseException) -> bool:
    """Tell whether an error at the start means that the storage gave out: full, or broken."""
    if isinstance(error, sqlite3.Error):
        # Extended codes carry the primary one in their low byte (sqlite.org/rescode.html).
        return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF in _STORAGE_SQLITE
    return isinstance(error, OSError) and error.errno in _STORAGE_ERRNOS
