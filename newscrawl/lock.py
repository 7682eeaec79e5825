"""One run at a time: the lock of a data directory."""

import fcntl
import os
from datetime import datetime
from pathlib import Path

from newscrawl.exits import Locked


class RunLock:
    """An advisory lock on a file (flock(2)); the kernel gives it back when the process dies."""

    def __init__(self, path: Path, run_id: str, since: datetime) -> None:
        """Take the lock, and write into its file who holds it.

        Raises:
            Locked: another run holds it.
            OSError: the file cannot be opened or written.
        """
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.ftruncate(self._handle, 0)
            holder = f"process {os.getpid()}, run {run_id}, since {since.isoformat()}\n"
            os.pwrite(self._handle, holder.encode("ascii"), 0)
        except BlockingIOError as error:
            holder = os.pread(self._handle, 200, 0).decode("ascii", "replace").strip()
            os.close(self._handle)
            raise Locked(
                f"another run holds {path} ({holder}); this one leaves everything to it"
            ) from error
        except BaseException:
            os.close(self._handle)
            raise

    def release(self) -> None:
        """Give the lock back."""
        os.close(self._handle)
