"""What is in a data directory when all is over, and whether it is what it should be."""

import json
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_PEEK = 4096


@dataclass(slots=True)
class Kept:
    """The records of a data directory, looked at one by one."""

    lines: int = 0
    ids: set[str] = field(default_factory=set)
    twice: list[str] = field(default_factory=list)
    """Ids with revisions of which one is there more than once."""
    wrong_pointers: list[str] = field(default_factory=list)
    """Ids of records whose ``warc`` leads to anything but their own response."""
    archive: Counter[str] = field(default_factory=Counter)
    """Bytes of the archive's files."""


def look(data: Path) -> Kept:
    """Look at every line, and at the beginning of every response that a line points to."""
    kept, seen = Kept(), Counter[tuple[str, int]]()
    for record in _records(data):
        kept.lines += 1
        kept.ids.add(record["id"])
        seen[record["id"], record["revision"]] += 1
        if not _leads_to_its_page(record, data / "antara" / "warc"):
            kept.wrong_pointers.append(record["id"])
    kept.twice = [f"{story} revision {number}" for (story, number), n in seen.items() if n > 1]
    for path in sorted((data / "antara" / "warc").iterdir()):
        kept.archive[path.name] = path.stat().st_size
    return kept


def _records(data: Path) -> Iterator[dict[str, Any]]:
    for path in sorted((data / "antara" / "articles").glob("*.jsonl")):
        with path.open("rb") as file:
            yield from map(json.loads, file)


def _leads_to_its_page(record: dict[str, Any], directory: Path) -> bool:
    """Tell whether a member of its own begins there, with the response of the record's story."""
    place = record["warc"]
    if place is None:
        return False
    with (directory / place["file"]).open("rb") as file:
        file.seek(place["offset"])
        try:
            head = zlib.decompressobj(31).decompress(file.read(_PEEK), _PEEK)
        except zlib.error:
            return False
    is_response = head.startswith(b"WARC/1.1\r\n") and b"\r\nWARC-Type: response\r\n" in head
    return is_response and f"/{record['article_id']}/".encode() in head
