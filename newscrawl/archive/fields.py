"""The head of a WARC record: what kind it is, of what, and how long its block is."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from newscrawl.archive.sources import Broken
from newscrawl.archive.stream import Place

LONGEST = 64 * 1024
"""Bytes of a head; those of real archives have fewer than two thousand."""
BEGINNING = re.compile(rb"WARC/\d\.\d{1,2}\r?\n[A-Za-z-]{1,64}:")
"""How a head begins, precisely enough to be found in the middle of something else."""

_VERSION = re.compile(r"WARC/\d\.\d{1,2}\s*")
_COMPACT = re.compile(r"(\d{8})(\d{6})")  # as in the ARC files that came before WARC
_FOLD = re.compile(r"\r?\n[ \t]+")
_MOST_DIGITS = 18
_FIRST_YEAR, _LAST_YEAR = 1990, 9998
"""Before the first there was no web; the day after the last is one that no clock of ours can show.
"""
TYPES = frozenset(
    (
        "warcinfo",
        "response",
        "resource",
        "request",
        "metadata",
        "revisit",
        "conversion",
        "continuation",
    )
)
"""Kinds of records that the standard knows; those of other kinds are passed over, it says."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a record's block."""

    place: Place
    fields: dict[str, str]
    """Names in lower case; of a field that is there twice both values, a space between them."""
    length: int
    """Bytes of the block."""

    @property
    def type(self) -> str:
        """Return the kind of the record."""
        return self.fields["warc-type"].lower()

    @property
    def url(self) -> str:
        """Return the address that the record is about; old writers put it into brackets."""
        return self.fields.get("warc-target-uri", "").removeprefix("<").removesuffix(">").strip()

    @property
    def concurrent_to(self) -> list[str]:
        """Return the records that belong to the same exchange."""
        return self.fields.get("warc-concurrent-to", "").split()

    def date(self) -> datetime:
        """Return when the record was made: UTC, whole seconds.

        Raises:
            Broken: it does not say so, or nonsense.
        """
        text = _COMPACT.sub(r"\1T\2Z", self.fields.get("warc-date", ""))
        try:
            moment = datetime.fromisoformat(text)
            moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        except (ValueError, OverflowError):
            what = f"its WARC-Date is no time: {text[:40]!r}" if text else "it has no WARC-Date"
            raise Broken("bad_record", what) from None
        if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
            raise Broken("bad_record", f"its WARC-Date is no time of a visit: {text[:40]!r}")
        return moment.replace(microsecond=0)


def read_head(lines: bytes, place: Place) -> Head:
    """Read the lines of a head.

    Raises:
        Broken: they are none, or do not say what kind of record it is or how long.
    """
    text = lines.decode("utf-8", "replace")
    if "\n " in text or "\n\t" in text:
        text = _FOLD.sub(" ", text)
    version, *rest = text.split("\n")
    if not _VERSION.fullmatch(version):
        raise Broken("not_warc", f"a record should begin with WARC/1.1 or so, not {version[:20]!r}")
    fields: dict[str, str] = {}
    for line in rest:
        name, _, value = line.partition(":")
        name, value = name.lower().rstrip(), value.strip()
        fields[name] = f"{fields[name]} {value}" if name in fields else value
    length = fields.get("content-length", "")
    if not (length.isascii() and length.isdigit() and len(length) <= _MOST_DIGITS):
        raise Broken("bad_record", f"its Content-Length is no number: {length[:40]!r}")
    if "warc-type" not in fields:
        raise Broken("bad_record", "it has no WARC-Type")
    return Head(place, fields, int(length))
