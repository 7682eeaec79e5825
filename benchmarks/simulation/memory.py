"""How much memory the process has."""

import resource
from pathlib import Path

_STATUS = Path("/proc/self/statm")


def resident() -> int:
    """Return the bytes that are held now; the most so far where the system does not tell."""
    if not _STATUS.exists():
        return peak()
    return int(_STATUS.read_text(encoding="ascii").split()[1]) * resource.getpagesize()


def peak() -> int:
    """Return the most bytes that were ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
