"""What is wrong with an archive: told with its file, its place and a reason, never passed over."""

from dataclasses import dataclass
from pathlib import Path

UNFINISHED = "unfinished"
"""The reason of the one thing that is no fault: a file that a crawl is writing at this moment ends
in the middle of a record."""


@dataclass(frozen=True, slots=True)
class Damage:
    """Something in a file that could not be read; what stands behind it is read all the same."""

    path: Path
    offset: int
    """Where it begins: in a compressed file, where the member begins that it is in."""
    reason: str
    """One word: ``truncated``, ``bad_gzip``, ``bad_record``, ``bad_digest``, ``bad_http``,
    ``no_content_type``, ``not_warc``, ``empty``, ``too_large``, ``unreadable``, ``unfinished``."""
    message: str

    @property
    def is_fault(self) -> bool:
        """Tell whether something is wrong with the file, so that the exit code should say so."""
        return self.reason != UNFINISHED
