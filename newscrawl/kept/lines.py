"""The lines of the day files, one after the other, each with its place."""

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newscrawl.exits import CannotRun
from newscrawl.packed import ENDING, open_lines

_PLAIN = ".jsonl"
_NO_TEXT = re.compile("[\ud800-\udfff]")
"""How Python reads bytes of a name that are no UTF-8."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands in a file."""

    file: str
    """Name of the day file, without the ending of a compressed one."""
    number: int
    """Of the line in its file, from 1."""
    offset: int
    """Byte at which it begins in the uncompressed file."""
    data: bytes

    @property
    def is_whole(self) -> bool:
        """Whether it ends as a line does; a last one that does not is being written, or is torn."""
        return self.data.endswith(b"\n")

    @property
    def place(self) -> str:
        """Where it is, as editors and compilers write it."""
        return f"{self.file}:{self.number}"


class BrokenFile(Exception):  # noqa: N818 - it says what the file is
    """A compressed day file cannot be read to its end; what came before was told."""

    def __init__(self, path: Path, line: int, why: str) -> None:
        """Say which file, behind which line, and why."""
        super().__init__(f"{path}: cannot be read behind line {line}: {why}")
        self.path = path
        self.line = line


def day_files(articles: Path) -> list[Path]:
    """Return the day files of a directory by day, each in one form: the plain one where both are.

    A directory that is not there has none.

    Raises:
        CannotRun: one has a name that is no text.
        OSError: the directory cannot be read; a glob would say that nothing is kept.
    """
    try:
        names = sorted((path.name for path in articles.iterdir()), reverse=True)
    except FileNotFoundError:
        return []
    # A day's compressed form comes first here, and gives way to the plain one.
    found = {
        name.removesuffix(ENDING): articles / name
        for name in names
        if name.endswith((_PLAIN, _PLAIN + ENDING))
    }
    for name in found:
        if not name.isascii() and _NO_TEXT.search(name):
            raise CannotRun(f"{articles}: there is a {name!a}: give it a name in UTF-8")
    return [found[name] for name in sorted(found)]


def lines_of(path: Path) -> Iterator[Line]:
    """Yield the lines of a day file, also a last one that has no end.

    Raises:
        OSError: the file cannot be opened or read.
        BrokenFile: it is a compressed one, and damaged; lines before the damage were yielded.
    """
    name, number, offset = path.name.removesuffix(ENDING), 0, 0
    with open_lines(path) as file:
        try:
            for number, data in enumerate(file, 1):
                line = Line(name, number, offset, data)
                yield line
                offset += len(data)
                if not line.is_whole:  # what is written behind it meanwhile belongs to it
                    return
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise BrokenFile(path, number, str(error) or type(error).__name__) from error
