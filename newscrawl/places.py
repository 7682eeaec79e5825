"""Where things are, under the data directory.

Nothing that a page says becomes part of a path: names are made of dates, times and integers.
"""

from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path

from newscrawl.clock import WIB


@dataclass(frozen=True, slots=True)
class Places:
    """The files of one spider, below ``NEWSCRAWL_DATA``."""

    root: Path

    @classmethod
    def under(cls, data: str | Path, spider: str = "antara") -> "Places":
        """Return the places of a spider under a data directory."""
        return cls(Path(data).expanduser() / spider)

    @property
    def articles(self) -> Path:
        """Directory of the day files."""
        return self.root / "articles"

    @property
    def ledger(self) -> Path:
        """The ledger, an SQLite file."""
        return self.root / "ledger.db"

    @property
    def runs(self) -> Path:
        """Directory of the run reports."""
        return self.root / "runs"

    @property
    def quarantine(self) -> Path:
        """Directory of pages that were fetched and could not be used."""
        return self.root / "quarantine"

    @property
    def warc(self) -> Path:
        """Directory of the archive's files."""
        return self.root / "warc"

    @property
    def lock(self) -> Path:
        """The file whose lock a run holds."""
        return self.root / "run.lock"

    def make(self) -> None:
        """Create the directories that every run needs."""
        self.articles.mkdir(parents=True, exist_ok=True)
        self.runs.mkdir(exist_ok=True)


def listed(directory: Path, pattern: str) -> list[Path]:
    """Return the files of a directory by a pattern of their names; none where there is no such one.

    ``Path.glob`` finds nothing in a directory that it may not read, as if all were lost.

    Raises:
        OSError: the directory is there and cannot be read.
    """
    try:
        return sorted(path for path in directory.iterdir() if fnmatchcase(path.name, pattern))
    except FileNotFoundError:
        return []


def day_file_name(fetched_at: datetime) -> str:
    """Return the name of the file that a page fetched then goes to: its day in Asia/Jakarta."""
    return f"{fetched_at.astimezone(WIB):%Y-%m-%d}.jsonl"
