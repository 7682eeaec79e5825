"""A disk of a few hundred kilobytes: a small tmpfs, or a limit on files where none can be mounted."""

import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MOUNT = shutil.which("mount")
UMOUNT = shutil.which("umount")


@dataclass(frozen=True)
class SmallDisk:
    """Where it is, how a process is kept to its size, and how it gets more room."""

    path: Path
    in_child: Callable[[], None] | None
    """To be called in a process that is to feel the limit, before it runs anything."""
    grow: Callable[[], None]


@contextmanager
def small_disk(path: Path, kilobytes: int) -> Iterator[SmallDisk]:
    """Make a directory a small disk for a while."""
    path.mkdir()
    if MOUNT is None or UMOUNT is None or not _mounted(path, kilobytes):
        yield _limited(path, kilobytes)
        return

    def grow() -> None:
        subprocess.run([MOUNT, "-o", "remount,size=64m", str(path)], check=True)

    try:
        yield SmallDisk(path, None, grow)
    finally:
        subprocess.run([UMOUNT, str(path)], check=True)


def _mounted(path: Path, kilobytes: int) -> bool:
    options = f"size={kilobytes}k"
    done = subprocess.run(
        [str(MOUNT), "-t", "tmpfs", "-o", options, "tmpfs", str(path)],
        check=False,
        capture_output=True,
    )
    return done.returncode == 0


def _limited(path: Path, kilobytes: int) -> SmallDisk:
    size = kilobytes * 1024

    def limit() -> None:  # Python ignores SIGXFSZ, so that a write fails with EFBIG
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return SmallDisk(path, limit, lambda: None)
