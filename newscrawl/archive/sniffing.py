"""What kind of file one is given: told by its first bytes, whatever its name says."""

import gzip
from pathlib import Path


def is_archive(path: Path) -> bool:
    """Tell whether a file is to be read as an archive: it begins as one, or its name claims it."""
    with path.open("rb") as file:
        if file.read(2) == b"\x1f\x8b":
            file.seek(0)
            return gzip.GzipFile(fileobj=file).read(5) == b"WARC/"
        file.seek(0)
        return file.read(5) == b"WARC/"
