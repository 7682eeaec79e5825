"""The archive's files, each read to its end."""

from pathlib import Path

from newscrawl.archive.damage import Damage
from newscrawl.archive.files import OPEN, WHOLE
from newscrawl.places import listed
from newscrawl.showing import Show
from newscrawl.verify.answers import records_of
from newscrawl.verify.findings import Findings

_SHOW_EVERY = 100


def archive_files(directory: Path) -> list[Path]:
    """Return the files of an archive, by age; of one that is there twice the whole one.

    Raises:
        OSError: the directory cannot be read.
    """
    whole = {path.name: path for path in listed(directory, f"*{WHOLE}{OPEN}")}
    found = {name.removesuffix(OPEN): path for name, path in whole.items()}
    found |= {path.name: path for path in listed(directory, f"*{WHOLE}")}
    return [found[name] for name in sorted(found)]


def check_open(directory: Path, findings: Findings) -> None:
    """Look for files that a run should have finished; none runs."""
    for path in sorted(directory.glob(f"*{WHOLE}{OPEN}")):
        text = "the next run, or --repair, finishes it"
        if path.with_name(path.name.removesuffix(OPEN)).exists():
            text = "it is there without .open, too: move one of them away"
        findings.add("warc_open", f"warc/{path.name}", text)


class Archive:
    """One way through all files of the archive."""

    def __init__(self, directory: Path, findings: Findings, show: Show) -> None:
        """Read the archive of a directory, which need not be there."""
        self._findings = findings
        self._show = show
        self.files = archive_files(directory)
        self.size = sum(path.stat().st_size for path in self.files)
        """Bytes."""
        self.records = 0
        """How many were read."""

    def read(self) -> None:
        """Read all of them.

        Raises:
            OSError: a file cannot be read.
        """
        behind = 0
        for path in self.files:
            for found in records_of(path):
                if isinstance(found, Damage):
                    place = f"warc/{path.name}, byte {found.offset:,}"
                    self._findings.add("warc_damaged", place, f"{found.reason}: {found.message}")
                    continue
                self.records += 1
                if self.records % _SHOW_EVERY == 0:
                    self._show("archive", min(behind + found.end, self.size), self.size)
            behind += path.stat().st_size
