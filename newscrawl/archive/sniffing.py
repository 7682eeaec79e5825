"""What kind of file one is given: told by its first bytes; the name decides where they do not."""

import re
import zlib
from pathlib import Path

from newscrawl.archive.sources import GZIP_MAGIC, Broken

OPEN = ".open"
"""What the name of a file ends with while a crawl is writing it."""

_TASTE = 4096
_MARK = b"WARC/"
_NAME = re.compile(r"\.w?arc(\.gz)?(\.open)?\Z", re.IGNORECASE)
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[!?a-zA-Z]")
_OTHERS = {
    b"\x28\xb5\x2f\xfd": "compressed with zstd; unpack it first, with: zstd -d",
    b"BZh": "compressed with bzip2; unpack it first, with: bunzip2",
    b"\xfd7zXZ": "compressed with xz; unpack it first, with: unxz",
    b"PK\x03\x04": "a ZIP file; unpack it first, with: unzip",
    b"filedesc:": "an ARC file, the format before WARC; warcio recompress makes a WARC file of it",
}


def is_archive(path: Path) -> bool:
    """Tell whether a file is to be read as an archive: it begins as one, or its name claims it.

    What has an archive's name and is none comes to light when it is read as one.

    Raises:
        OSError: it can't be opened.
    """
    return _taste(path).startswith(_MARK) or _NAME.search(path.name) is not None


def no_archive(path: Path, broken: Broken) -> tuple[str, str]:
    """Say what a file is in which no record could be read: a reason, and a message.

    Args:
        path: the file.
        broken: what was found wrong at its beginning.
    """
    taste = _taste(path)
    other = next((what for magic, what in _OTHERS.items() if taste.startswith(magic)), None)
    if other is None and _MARKUP.match(taste):
        other = "an HTML page; to have it read as one, give it a name that ends with .html"
    if other is not None:
        return "not_warc", f"this is no WARC file but {other}"
    if taste.startswith(_MARK):
        return broken.reason, f"no record of the file can be read: {broken}"
    return "not_warc", f"this is no WARC file, or no record of it can be read: {broken}"


def _taste(path: Path) -> bytes:
    """Return how a file begins, unpacked where it is compressed by gzip."""
    with path.open("rb") as file:
        taste = file.read(_TASTE)
    if not taste.startswith(GZIP_MAGIC):
        return taste
    try:
        return zlib.decompressobj(31).decompress(taste, _TASTE)
    except zlib.error:
        return b""
