"""A ledger as ten years of runs every ten minutes leave it, made in minutes.

Rows are put in by SQL, in the order of their keys: nothing has to be sorted. Pages are as full as
those of rows that come in any order, by which SQLite keeps them.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import count
from math import gcd
from pathlib import Path
from random import Random

from newscrawl.antara.articles import EXTRACTOR_VERSION
from newscrawl.coverage import FIELDS
from newscrawl.ledger.database import connect, transaction
from newscrawl.places import Places
from newscrawl.signatures import signature

NOW = datetime(2026, 11, 20, 5, tzinfo=UTC)
"""When the last of those runs is over."""
FIRST_ID = 10_000_000
"""Ids of one length sort by text as they do by number."""
SPAN = timedelta(days=3_652)
RUNS = int(SPAN / timedelta(minutes=10))
_COUNTED_RUNS = 20_000
_KINDS = {
    **{f"id/dunia {kind} {EXTRACTOR_VERSION}": FIELDS for kind in ("page", "article")},
    "id/dunia rhythm": ("newest", "gap"),
}
_DAY_FILE = 250_000
_LONG = " ".join(f"kata{number}" for number in range(100))
_NOISE = Random(1).randbytes(120_000)
_WORDS = (
    "menteri-luar-negeri-bahas-perdamaian-kawasan-dengan-utusan-khusus-pbb-di-jenewa-swiss-"
    "pasar-saham-asia-menguat-setelah-bank-sentral-menahan-suku-bunga-acuan-tahun-ini-"
)
# Of a hundred stories 93 are kept and one was; one is dropped, one waits, and four are too deep.
_STORIES = """
INSERT INTO stories
SELECT 'antara:' || (:first + i), :first + i,
    'https://www.antaranews.com/berita/' || (:first + i) || '/'
        || substr(:words, 1 + i * 7919 % 90, 67),
    state, CASE i % 3 WHEN 0 THEN 'feed' WHEN 1 THEN 'listing' ELSE 'related' END,
    iif(i % 3 = 2, 'https://www.antaranews.com/berita/' || (:first + i - 1) || '/induk', NULL),
    iif(state = 'skipped', 3, i % 3), published, NULL,
    CASE state WHEN 'pending' THEN 0 WHEN 'gone' THEN published + 86400
        WHEN 'kept' THEN iif(published > :now - 604800, published + 604800, NULL) END,
    state = 'gone', iif(state = 'kept', '"' || printf('%x', published * 977) || '-gzip"', NULL),
    iif(state = 'kept', 'Fri, 20 Nov 2026 05:00:00 GMT', NULL),
    iif(state = 'gone', '2026-11-20T05:00:00Z', NULL), run, run,
    CASE state WHEN 'kept' THEN 'new' WHEN 'pending' THEN 'deferred' ELSE state END,
    CASE state WHEN 'skipped' THEN 'too_deep' WHEN 'dropped' THEN 'no_template'
        WHEN 'gone' THEN 'http_404' WHEN 'pending' THEN 'time_budget' END
FROM (SELECT i, :now - 600 - (:stories - 1 - i) * :span / :stories AS published,
        1 + i * :runs / :stories AS run,
        CASE i * 37 % 100 WHEN 0 THEN 'gone' WHEN 1 THEN 'dropped' WHEN 2 THEN 'pending'
            ELSE iif(i * 37 % 100 < 7, 'skipped', 'kept') END AS state
    FROM numbers)
"""
_RECORDS = """
INSERT INTO records
SELECT :base + i, 'antara:' || (:first + i), :revision,
    strftime('%Y-%m-%d', published, 'unixepoch', '+7 hours') || '.jsonl', i * 3500,
    strftime('%Y%m%dT%H%M%SZ', published, 'unixepoch'),
    strftime('%Y-%m-%dT%H:%M:%SZ', published, 'unixepoch'), 'D', 9,
    printf('%016x%016x%032x', i * 700001, i * 900001, i + 1),
    printf('%08x%024x%032x', i * 429, i * 500009, i + 1)
FROM (SELECT i, :now - 600 - (:stories - 1 - i) * :span / :stories AS published FROM numbers)
WHERE i * 37 % 100 NOT BETWEEN 1 AND 6
    AND (:revision = 1 OR i % 33 = 0)
"""
_SIGNATURES = """
INSERT INTO signatures
SELECT 'antara:' || (:first + i), 1 + i, 200, substr(:noise, 1 + i * 7919 % 119000, 256)
FROM numbers WHERE i * 37 % 100 NOT BETWEEN 1 AND 6
"""
_CAPTURES = """
INSERT INTO captures
SELECT 'https://www.antaranews.com/berita/' || (:first + i) || '/'
        || substr(:words, 1 + i * 7919 % 90, 67), 200,
    substr(:noise, 1 + i * 7 % 119000, 20), substr(:noise, 1 + i * 11 % 119000, 16),
    :now - 600 - (:stories - 1 - i) * :span / :stories
FROM numbers WHERE i * 37 % 100 NOT BETWEEN 1 AND 6
"""
# Of each band every story has another content; which story has the next one, the step tells.
_BANDS = """
INSERT INTO bands
SELECT :band, i * 16777216 / :stories, 'antara:' || (:first + other)
FROM (SELECT i, (i * :step + :band) % :stories AS other FROM numbers)
WHERE other * 37 % 100 NOT BETWEEN 1 AND 6
"""
_RUN_ROWS = """
INSERT INTO runs
SELECT 1 + i, strftime('%Y%m%dT%H%M%SZ', :now - :span + i * :span / :runs, 'unixepoch'),
    strftime('%Y-%m-%dT%H:%M:%SZ', :now - :span + i * :span / :runs, 'unixepoch'), 0,
    strftime('%Y-%m-%dT%H:%M:%SZ', :now - :span + i * :span / :runs + 30, 'unixepoch'), 0
FROM numbers WHERE i < :runs
"""
_COVERAGE = """
INSERT INTO coverage
SELECT :runs - :counted + 1 + one.i, :kind, fields.value, 20, 20
FROM numbers AS one CROSS JOIN json_each(:fields) AS fields WHERE one.i < :counted
"""
_FILES = """
INSERT INTO files
SELECT strftime('%Y-%m-%d', :now - i * 86400, 'unixepoch', '+7 hours') || '.jsonl', :size
FROM numbers WHERE i <= :days
"""


def is_kept(number: int) -> bool:
    """Tell whether the story of that number, from 0, is one that is kept."""
    return number * 37 % 100 > 6  # noqa: PLR2004 - as above


def fill(data: Path, stories: int, runs: int = RUNS) -> Places:
    """Make a data directory whose ledger has so many stories, a multiple of a thousand."""
    places = Places.under(data)
    places.make()
    database = connect(places.ledger)
    for setting in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-400000"):
        database.execute(f"PRAGMA {setting}")
    database.execute("CREATE TEMP TABLE numbers (i INTEGER PRIMARY KEY)")
    database.execute(
        "INSERT INTO numbers WITH RECURSIVE counted(i) AS"
        " (VALUES (0) UNION ALL SELECT i + 1 FROM counted WHERE i + 1 < ?) SELECT i FROM counted",
        (stories,),
    )
    for statement, values in _statements(stories, min(runs, stories)):
        with transaction(database):
            database.execute(statement, values)
    for name, size in database.execute("SELECT name, size FROM files"):
        with (places.articles / name).open("wb") as file:
            file.truncate(size)  # which takes no room: nobody reads what is acknowledged
    database.execute("PRAGMA journal_mode=WAL")
    database.close()
    return places


def _statements(stories: int, runs: int) -> Iterator[tuple[str, Mapping[str, object]]]:
    now, span = int(NOW.timestamp()), int(SPAN.total_seconds())
    shape: dict[str, object] = {
        "first": FIRST_ID,
        "stories": stories,
        "runs": runs,
        "now": now,
        "span": span,
    }
    yield _RUN_ROWS, shape
    yield _STORIES, shape | {"words": _WORDS}
    yield _RECORDS, shape | {"base": 1, "revision": 1}
    yield _RECORDS, shape | {"base": 1 + stories, "revision": 2}
    yield _SIGNATURES, shape | {"noise": _NOISE}
    yield _CAPTURES, shape | {"noise": _NOISE, "words": _WORDS}
    for band, _ in signature(_LONG).bands:
        step = next(n for n in count(700_001 + 1_000 * band) if gcd(n, stories) == 1)
        yield _BANDS, shape | {"band": band, "step": step}
    counted = min(_COUNTED_RUNS, runs)
    for kind, fields in _KINDS.items():
        yield _COVERAGE, shape | {"kind": kind, "counted": counted, "fields": json.dumps(fields)}
    yield _FILES, shape | {"days": SPAN.days, "size": _DAY_FILE}
