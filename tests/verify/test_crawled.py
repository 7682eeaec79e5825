"""What real crawls leave, before and after its ledger was lost."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from newscrawl import clock
from newscrawl.clock import WIB
from newscrawl.places import Places
from newscrawl.replica import Replica
from tests.e2e.crawling import crawl, records
from tests.making import NOON
from tests.verify.keeping import findings, rows
from tests.verify.mending import mend

_SAME = {
    "runs": "run_id, started_at, is_local, exit_code",
    "records": "id, revision, file, offset, run_id, story_sha256, body_sha256",
    "files": "name, size",
    "signatures": "id, words, minhash",
    "captures": "url, status, digest, record, at",
    "coverage": "kind, field, filled, records",
    "stories": "id, state, published, due, tries, gone_since, etag, last_modified",
}
"""What a ledger that is made again has as the old one had it."""


def test_after_a_lost_ledger_nothing_is_asked_for_twice(tmp_path: Path) -> None:
    """Crawls go on behind a ledger that is made again as if it had never been lost."""
    time, data, root = tmp_path / "clock", tmp_path / "data", tmp_path / "data" / "antara"
    clock.write(time, NOON)
    start = NOON.astimezone(WIB).date() - timedelta(days=2)
    with Replica(seed=5, start=start, clock=time, per_day=8) as site:
        crawl(site.origin, data, clock=time)
        clock.write(time, NOON + timedelta(hours=2))
        crawl(site.origin, data, clock=time)
        assert findings(root) == []
        before, known = records(data), _known(root)
        (root / "ledger.db").unlink()
        assert findings(root) == [("ledger_missing", "ledger.db")]
        mend(root)
        assert findings(root) == []
        assert _differences(known, _known(root)) == {}

        site.reset()
        again = crawl(site.origin, data, clock=time)
        assert (again.returncode, records(data)) == (0, before), again.stderr
        assert "article" not in site.counts

        clock.write(time, NOON + timedelta(days=1))
        later = crawl(site.origin, data, clock=time)
    assert later.returncode == 0, later.stderr
    told = [(record["id"], record["revision"]) for record in records(data)]
    assert len(told) == len(set(told)) > len(before)
    assert findings(root) == []
    assert Places(root).ledger.is_file()


def _known(root: Path) -> dict[str, set[tuple[object, ...]]]:
    with closing(sqlite3.connect(root / "ledger.db")):
        return {
            table: set(rows(root, f"SELECT {columns} FROM {table}"))  # noqa: S608 - from above
            for table, columns in _SAME.items()
        }


def _differences(
    one: dict[str, set[tuple[object, ...]]], other: dict[str, set[tuple[object, ...]]]
) -> dict[str, set[tuple[object, ...]]]:
    return {table: one[table] ^ other[table] for table in one if one[table] != other[table]}
