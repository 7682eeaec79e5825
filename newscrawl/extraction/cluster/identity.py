"""What decides how a page is read: machines on which it differs make other records of it."""

import hashlib
import sys
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

from newscrawl.antara.completion import EXTRACTOR_VERSION

_PACKAGE = Path(__file__).resolve().parents[2]
_PACKAGES = (
    "backports.zstd",
    "brotli",
    "charset-normalizer",
    "courlan",
    "cssselect",
    "fastjsonschema",
    "htmldate",
    "itemadapter",
    "itemloaders",
    "jusText",
    "lxml",
    "lxml_html_clean",
    "parsel",
    "python-dateutil",
    "Scrapy",
    "trafilatura",
    "w3lib",
)
"""What of the requirements takes part in reading."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a machine reads with."""

    python: str
    extractor: int
    code: str
    """A digest of newscrawl's files."""
    packages: tuple[tuple[str, str | None], ...]

    def difference(self, there: "Identity") -> str | None:
        """Say in what another machine's differs, as words that follow its name, or None."""
        if there.python != self.python:
            return f"runs Python {there.python}, and this one {self.python}"
        for (name, here), (_, other) in zip(self.packages, there.packages, strict=False):
            if here != other:
                return f"has {name} {other}, and this one {here}; install requirements.txt there"
        if there.extractor != self.extractor:
            return f"has newscrawl's extractor {there.extractor}, and this one {self.extractor}"
        if there.code != self.code:
            return (
                "has other files of newscrawl's than this one;"
                " give both the same checkout, and start the worker anew"
            )
        return None


@cache
def identity() -> Identity:
    """Return what this machine reads with, as it was at first."""
    return Identity(
        f"{sys.version_info[0]}.{sys.version_info[1]}",
        EXTRACTOR_VERSION,
        _code(),
        tuple((name, _version(name)) for name in _PACKAGES),
    )


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _code() -> str:
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*.py")):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(_PACKAGE).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
