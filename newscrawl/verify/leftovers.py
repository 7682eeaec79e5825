"""Files that a process which died has left: halves of copies, and copies of what is there still."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

from newscrawl.packed import ENDING, open_lines
from newscrawl.places import Places
from newscrawl.verify.findings import Findings

NEW = ".new"
"""What a file is called until it is whole, and takes the place of another."""
MOVED = "lines"
"""Directory under ``quarantine/`` of what a repair moves out of the day files."""
_PIECE = 1024 * 1024


def temporary_files(places: Places) -> Iterator[Path]:
    """Yield the files that somebody was writing: copies of what is there still."""
    for directory in (places.articles, places.runs, places.quarantine / MOVED):
        yield from _files(directory, f"*{NEW}")
    yield from _files(places.root, f"{places.ledger.name}{NEW}*")


def _files(directory: Path, pattern: str) -> list[Path]:
    return sorted(path for path in directory.glob(pattern) if not path.is_dir())


def both_forms(places: Places) -> Iterator[Path]:
    """Yield the compressed ones of the day files that are there plain, too."""
    for path in sorted(places.articles.glob(f"*.jsonl{ENDING}")):
        if path.with_name(path.name.removesuffix(ENDING)).exists():
            yield path


def is_in(packed: Path, plain: Path) -> bool:
    """Tell whether a plain file has all that a compressed one has, in the same place."""
    try:
        with open_lines(packed) as one, plain.open("rb") as other:
            while piece := one.read(_PIECE):
                if other.read(len(piece)) != piece:
                    return False
    except (EOFError, gzip.BadGzipFile, zlib.error):
        return False
    return True


def check_leftovers(places: Places, findings: Findings) -> None:
    """Look for them."""
    for path in temporary_files(places):
        where = str(path.relative_to(places.root))
        findings.add("leftover", where, "whoever wrote it died; what it was made of is there")
    for path in both_forms(places):
        same = is_in(path, path.with_name(path.name.removesuffix(ENDING)))
        text = "the plain one has all of it" if same else "the plain one has not all of it"
        findings.add("two_forms", f"articles/{path.name}", text)
