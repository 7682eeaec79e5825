"""Whether the archive of some crawls is whole, by the readers of two other projects."""

import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from fastwarc.warc import ArchiveIterator as FastIterator

from newscrawl.antara.urls import canonical
from newscrawl.archive.told import load_told
from newscrawl.items import Discovered
from tests.archive.exchanges import read
from tests.e2e.crawling import PROJECT, records


def archive(data: Path) -> list[Path]:
    """Return the files of an archive, by age; each of them is whole."""
    found = sorted((data / "antara" / "warc").iterdir())
    assert all(path.name.endswith(".warc.gz") for path in found), found
    return found


def check(data: Path) -> Counter[str]:
    """Check all that an archive promises, and return how many records of each type it has."""
    paths = archive(data)
    done = subprocess.run(
        [Path(sys.executable).with_name("warcio"), "check", *paths],
        cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr
    found = {(path.name, offset): (r, body) for path in paths for offset, r, body in read(path)}
    _check_fast(paths, Counter(record.rec_type for record, _ in found.values()))
    _check_references([record for record, _ in found.values()])
    for line in records(data):
        _check_pointer(line, found)
    return Counter(record.rec_type for record, _ in found.values())


def _check_fast(paths: list[Path], expected: Counter[str]) -> None:
    """FastWARC finds the same records, and their digests good."""
    kinds: Counter[str] = Counter()
    for path in paths:
        with path.open("rb") as file:
            for record in FastIterator(file, parse_http=False):
                kinds[record.headers["WARC-Type"] or ""] += 1
                assert record.verify_block_digest()
    assert kinds == expected


def _check_references(found: list[Any]) -> None:
    """What a record refers to is there, before it."""
    ids: set[str] = set()
    for record in found:
        field = record.rec_headers.get_header
        ids.add(field("WARC-Record-ID"))
        if record.rec_type == "revisit":
            assert field("WARC-Refers-To") in ids, field("WARC-Target-URI")
    assert all(
        record.rec_headers.get_header("WARC-Concurrent-To") in ids
        for record in found
        if record.rec_type in ("request", "metadata")
    )


def _check_pointer(line: dict[str, Any], found: dict[tuple[str, int], tuple[Any, bytes]]) -> None:
    """A record's pointer leads to its own response, with what was known of it in front."""
    place = (line["warc"]["file"], line["warc"]["offset"])
    response, _ = found[place]
    field = response.rec_headers.get_header
    assert (response.rec_type, response.http_headers.get_statuscode()) == ("response", "200")
    assert field("WARC-Date") == line["fetched_at"]
    if line["template"] == "feed":
        return
    number = line["article_id"]
    assert f"/{number}" in canonical(field("WARC-Target-URI"))
    before = max(key for key in found if key < place)
    told = load_told(found[before][1])
    assert told is not None, before
    assert (told.run_id, told.story.url) == (line["run_id"], line["url"])
    way = line["discovered"]
    assert told.discovered == Discovered(via=way["via"], from_=way["from"], depth=way["depth"])
