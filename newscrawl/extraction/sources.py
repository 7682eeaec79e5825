"""The files that are to be read, and what is in them: saved pages, archived ones, damage."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from newscrawl.archive.captures import LARGEST, Capture, Damage, Passed, captures
from newscrawl.archive.sniffing import OPEN, is_archive
from newscrawl.extraction.arguments import BadArgument

_ENDINGS = (".warc.gz", ".warc", f".warc.gz{OPEN}", ".html")


@dataclass(frozen=True, slots=True)
class Saved:
    """A page in a file of its own."""

    path: Path
    url: str | None
    """Its address, where the user gave it."""
    fetched_at: datetime
    body: bytes


@dataclass(frozen=True, slots=True)
class Story:
    """The archived pages of a story that has several."""

    first: Capture
    further: tuple[Capture, ...]
    """In order; without those that are not in the archive."""
    missing: int = 0
    """How many are not."""


@dataclass(frozen=True, slots=True)
class Unusable:
    """A file, or a directory, of which nothing can be read."""

    path: Path
    message: str


Item = Capture | Saved | Story | Damage | Unusable


def size(item: Item) -> int:
    """Return about how many bytes of memory something takes."""
    match item:
        case Capture() | Saved():
            return len(item.body)
        case Story():
            return sum(len(page.body) for page in (item.first, *item.further))
    return 0


def final_name(path: Path) -> str:
    """Return the name that an archive's file has when it is whole, as a record can have it."""
    return os.fsencode(path.name.removesuffix(OPEN)).decode("utf-8", "replace")


def files_of(paths: Sequence[Path]) -> list[Path]:
    """Return the files that paths stand for; a directory without any stands for itself."""
    return [file for path in paths for file in (_files_in(path) if path.is_dir() else [path])]


def _files_in(directory: Path) -> list[Path]:
    found = (path for path in directory.rglob("*") if path.name.endswith(_ENDINGS))
    return sorted(path for path in found if path.is_file()) or [directory]


class Files:
    """What a number of files holds, one after the other."""

    def __init__(
        self, paths: Sequence[Path], url: str | None = None, fetched_at: datetime | None = None
    ) -> None:
        """Look at nothing but the sizes yet.

        Args:
            paths: files and directories.
            url: address of the page, where one saved page is all.
            fetched_at: when saved pages were fetched; the files' own times without.
        """
        self.passed = Passed()
        """What of the archives was passed over."""
        self.archives = 0
        """How many there are among those that were read."""
        self.paths = files_of(paths)
        self.fetched_at = fetched_at
        self._url = url
        self._done = 0
        self._current = Passed()

    def total(self) -> int:
        """Return how many bytes there are to read."""
        return sum(_size(path) for path in self.paths)

    @property
    def position(self) -> int:
        """How many of them are read."""
        return self._done + self._current.position

    def items(self) -> Iterator[Item]:
        """Yield all that there is, file by file.

        Raises:
            BadArgument: an address was given for an archive.
        """
        for named in self.paths:
            path = there(named)
            yield from self.items_of(path)
            self._done += _size(path)

    def items_of(self, path: Path) -> Iterator[Item]:
        """Yield what one of the files holds.

        Raises:
            BadArgument: an address was given for an archive.
        """
        try:
            yield from self._items_of(path)
        except OSError as error:
            yield Unusable(path, error.strerror or str(error))

    def add(self, size: int, passed: Passed, archives: int) -> None:
        """Count in what others have read of the files: so many bytes."""
        self._done += size
        self.archives += archives
        self._pass(passed)

    def _items_of(self, path: Path) -> Iterator[Item]:
        if path.is_dir():
            yield Unusable(path, f"empty: it has no {', '.join(f'*{end}' for end in _ENDINGS)}")
        elif path.exists() and not path.is_file():  # a pipe would be waited for, and read once
            yield Unusable(path, "it is neither a file nor a directory")
        elif is_archive(path):
            if self._url is not None:
                raise BadArgument(f"--url is for a saved page; {path} is an archive, which has it")
            self.archives += 1
            yield from self._archived(path)
        else:
            yield self._saved(path)

    def _archived(self, path: Path) -> Iterator[Item]:
        self._current = Passed()
        try:
            yield from captures(path, self._current)
        finally:
            done, self._current = self._current, Passed()
            self._pass(done)

    def _pass(self, passed: Passed) -> None:
        for name in Passed.__slots__:
            setattr(self.passed, name, getattr(self.passed, name) + getattr(passed, name))

    def _saved(self, path: Path) -> Saved | Unusable:
        with path.open("rb") as file:
            body = file.read(LARGEST + 1)
            changed = datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime, UTC)
        if len(body) > LARGEST:
            return Unusable(path, f"too_long: larger than {LARGEST:,} bytes")
        return Saved(path, self._url, self.fetched_at or changed, body)


def there(path: Path) -> Path:
    """Return a file by the name that it has now: a crawl may have begun or finished it since."""
    whole = path.with_name(path.name.removesuffix(OPEN))
    other = whole if path != whole else path.with_name(path.name + OPEN)
    return other if not path.exists() and other.exists() else path


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # told of when it is to be read
        return 0
