"""How much memory the process has."""

import resource
from pathlib import Path

_STATUS = Path("/proc/self/statm")
_MOST = Path("/proc/self/status")


def resident() -> int:
    """Return the bytes that are held now; the most so far where the system does not tell."""
    if not _STATUS.exists():
        return peak()
    return int(_STATUS.read_text(encoding="ascii").split()[1]) * resource.getpagesize()


def peak() -> int:
    """Return the most bytes that were ever held.

    What getrusage says, where the system tells nothing better, is also of the process that this one
    was forked from, if that was larger.
    """
    if not _MOST.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return int(_MOST.read_text(encoding="ascii").partition("VmHWM:")[2].split()[0]) * 1024
