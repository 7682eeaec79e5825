"""The records of a data directory, as many as there are, in the memory of a few."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newscrawl.items import SCHEMA_VERSION
from newscrawl.kept.lines import BrokenFile, Line, day_files, lines_of
from newscrawl.kept.newest import Newest
from newscrawl.kept.selection import Selection

Record = dict[str, Any]
"""A record as it stands in its line; the fields are those of ``newscrawl.items.Article``."""

_MOST_TOLD = 20
_BITS = 63
"""Of a number that a column of SQLite holds, but for its sign."""
_SHOW_EVERY = 500
"""Lines between two words on how far it is: a file may have a million."""


@dataclass(slots=True)
class Passed:
    """What was passed over, because it is no record."""

    count: int = 0
    examples: list[str] = field(default_factory=list)
    """The first twenty, each with file, line and reason."""

    def add(self, what: str) -> None:
        """Count one."""
        self.count += 1
        if len(self.examples) < _MOST_TOLD:
            self.examples.append(what)


class Stories:
    """The selected records of a directory of day files, by file and line.

    Iterate over it, as often as needed: each time the files are read anew. A run may write to them
    meanwhile: what it appends is taken or not, a line that has no end yet is not.
    """

    def __init__(
        self,
        articles: Path,
        chosen: Selection | None = None,
        show: Callable[[str, int, int], None] | None = None,
    ) -> None:
        """Read the files of a directory.

        Args:
            articles: the directory, see ``Places.articles``.
            chosen: which of the records.
            show: is called now and then with what is being done (``looking``, ``reading``), and how
                many bytes of how many are behind (of the files as they are, compressed or not).
        """
        self._files = day_files(articles)
        self._sizes = [_size(path) for path in self._files]
        self._chosen = chosen or Selection()
        self._show = show or (lambda *_: None)
        self.size = sum(self._sizes)
        """Bytes of the files, as they were found."""
        self.passed = Passed()
        """What was passed over by the last complete reading."""

    @property
    def files(self) -> list[Path]:
        """The day files, by day."""
        return list(self._files)

    def __iter__(self) -> Iterator[Record]:
        """Yield the records, each a dictionary of its own.

        Raises:
            OSError: a file cannot be read, or there is no room for the index of the newest.
        """
        for _, record in self.places():
            yield record

    def places(self) -> Iterator[tuple[Line, Record]]:
        """Yield the records, each with the line that it is.

        Raises:
            OSError: as above.
        """
        if self._chosen.all_revisions:
            yield from self._selected("reading")
            return
        with Newest() as newest:
            for line, record in self._read("looking"):
                newest.note(record["id"], record["revision"], line.file, line.offset)
            newest.index()
            yield from self._selected("reading", newest)

    def _selected(self, doing: str, newest: Newest | None = None) -> Iterator[tuple[Line, Record]]:
        file, current = "", set[int]()
        for line, record in self._read(doing):
            if newest is not None:
                if line.file != file:
                    file, current = line.file, newest.offsets(line.file)
                if line.offset not in current:
                    continue
            if self._chosen.takes(record):
                yield line, record

    def _read(self, doing: str) -> Iterator[tuple[Line, Record]]:
        self.passed = Passed()
        behind = 0
        for path, size in zip(self._files, self._sizes, strict=True):
            try:
                for line in lines_of(path):
                    if line.number % _SHOW_EVERY == 0:
                        self._show(doing, min(behind + line.offset, self.size), self.size)
                    if not line.is_whole:
                        continue
                    try:
                        record = _record(line)
                    except ValueError as error:
                        self.passed.add(f"{path}:{line.number}: {error}")
                        continue
                    yield line, record
            except BrokenFile as error:
                self.passed.add(str(error))
            behind += size
            self._show(doing, min(behind, self.size), self.size)


def _size(path: Path) -> int:
    """Return the bytes of a day file; none where a run compresses or unpacks it this moment."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _record(line: Line) -> Record:
    """Return the record of a line.

    Raises:
        ValueError: it is none.
    """
    try:
        record = json.loads(line.data.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"no JSON: {error}") from error
    if not isinstance(record, dict) or record.get("schema_version") != SCHEMA_VERSION:
        raise ValueError(f"no record of schema version {SCHEMA_VERSION}")
    story_id, revision = record.get("id"), record.get("revision")
    if not isinstance(story_id, str) or not isinstance(revision, int):
        raise ValueError("a record without id or revision")  # noqa: TRY004 - as the docstring says
    if not story_id.isascii() or revision.bit_length() > _BITS:
        raise ValueError("a record whose id or revision is none that there can be")
    return record
