"""What a look-up costs in a ledger of ten thousand, a hundred thousand and a million stories.

Signatures are made up, in topics whose stories have something in common. Every size is looked up
in by a process of its own: ``python -m benchmarks.near_duplicates.lookup LEDGER``.
"""

import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import NamedTuple

from benchmarks.near_duplicates.edits import CHANGES
from benchmarks.near_duplicates.stories import Text, texts
from benchmarks.simulation.memory import peak
from newscrawl.antara.text import sha256
from newscrawl.dayfiles import DayFiles
from newscrawl.items import Article
from newscrawl.ledger.database import connect, transaction
from newscrawl.ledger.lines import Lines
from newscrawl.signatures import Signature, signature

SIZES = (10_000, 100_000, 1_000_000)
_CHUNK = 50_000
_SLOTS = len(signature(" ".join(map(str, range(100)))).minhash)
_TOPICS, _MASKS, _COMMON, _OF_TOPIC = 300, 2_000, 0.03, 0.10
_LOOKED_UP = 400


class Cost(NamedTuple):
    """What was measured at one size."""

    stories: int
    megabytes: float
    """Of signatures and bands in the ledger's file."""
    opening: float
    """Milliseconds until the first look-up can begin."""
    lookup: float
    """Milliseconds, median."""
    slowest: float
    """Milliseconds of processor time that 99 of 100 look-ups stay under."""
    keeping: float
    """Milliseconds to add a story's signature, median; each in a transaction of its own."""
    memory: float
    """Megabytes that the whole process took at most."""
    found: float
    """Share of lightly edited copies that were found."""


def costs(sizes: Iterable[int]) -> Iterator[Cost]:
    """Fill a ledger step by step, and look up at every size."""
    with tempfile.TemporaryDirectory() as directory:
        ledger = Path(directory) / "ledger.db"
        filled = 0
        for size in sizes:
            _fill(ledger, filled, size)
            filled = size
            command = [sys.executable, "-m", "benchmarks.near_duplicates.lookup", str(ledger)]
            answer = subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - our own module
            yield Cost(size, ledger.stat().st_size / 1e6, **json.loads(answer))


def _fill(ledger: Path, start: int, end: int) -> None:
    database = connect(ledger)
    database.execute("PRAGMA journal_mode=OFF")  # a file that is thrown away needs none
    database.execute("PRAGMA cache_size=-200000")
    made = _made_up(start)
    if start == 0:
        lines = Lines(database, DayFiles(ledger.parent))
        with transaction(database):
            for text in _known():
                lines.add_within(_article(text.id, text.body), "day.jsonl", 0)
    first = database.execute("SELECT max(number) + 1 FROM records").fetchone()[0]
    for begin in range(first, first + end - start, _CHUNK):
        rows = [
            (number, f"antara:{7_000_000 + number}", next(made))
            for number in range(begin, min(begin + _CHUNK, first + end - start))
        ]
        with transaction(database):
            _insert(database, rows)
    database.execute("PRAGMA journal_mode=WAL")
    database.close()


def _insert(database: sqlite3.Connection, rows: list[tuple[int, str, bytes]]) -> None:
    database.executemany(
        "INSERT INTO records (number, id, revision, file, offset, fetched_at, template,"
        " extractor_version, story_sha256) VALUES (?, ?, 1, '', 0, '', 'D', 1, '')",
        ((number, story_id) for number, story_id, _ in rows),
    )
    database.executemany(
        "INSERT INTO signatures (id, number, words, minhash) VALUES (?, ?, 200, ?)",
        ((story_id, number, minhash) for number, story_id, minhash in rows),
    )
    bands = [
        (band, content, story_id)
        for _, story_id, minhash in rows
        for band, content in Signature(200, minhash).bands
    ]
    bands.sort()
    database.executemany("INSERT INTO bands (band, hash, id) VALUES (?, ?, ?)", bands)


def _made_up(seed: int) -> Iterator[bytes]:
    """Yield signatures that share slots with those of their topic, and some with all others."""
    fixed, draw = Random(1), Random(seed)
    topics = [int.from_bytes(fixed.randbytes(_SLOTS)) for _ in range(_TOPICS)]
    everyone = int.from_bytes(fixed.randbytes(_SLOTS))
    masks = [(_mask(fixed, _COMMON), _mask(fixed, _OF_TOPIC)) for _ in range(_MASKS)]
    full = (1 << 8 * _SLOTS) - 1
    while True:
        common, topical = draw.choice(masks)
        own = int.from_bytes(draw.randbytes(_SLOTS)) & (full ^ (common | topical))
        mixed = own | everyone & common | draw.choice(topics) & topical & (full ^ common)
        yield mixed.to_bytes(_SLOTS)


def _mask(draw: Random, share: float) -> int:
    return int.from_bytes(bytes(255 if draw.random() < share else 0 for _ in range(_SLOTS)))


def _known() -> list[Text]:
    """Return the stories with a text that stand among the made-up ones."""
    return [text for text in texts(seed=3, days=10) if text.origin == text.id][:_LOOKED_UP]


def _article(story_id: str, body: str) -> Article:
    return Article(
        id=story_id, body=body, body_sha256=sha256(body), fetched_at="2026-11-20T05:00:00Z"
    )


def _look_up(ledger: Path) -> dict[str, float]:
    """Look up lightly edited copies and new stories in a ledger that another process filled."""
    known, new = _known(), texts(seed=4, days=10)[:_LOOKED_UP]
    draw = Random(1)
    edited = [
        _article(f"antara:{at + 1}", CHANGES[0].edit(text.body, 0.05, other.body, draw))
        for at, (text, other) in enumerate(zip(known, new, strict=True))
    ]
    fresh = [_article(f"antara:{at + 1_000}", text.body) for at, text in enumerate(new)]
    started = perf_counter()
    database = connect(ledger)
    lines = Lines(database, DayFiles(ledger.parent))
    opening = perf_counter() - started
    times, busy, originals = [], [], []
    for article in (article for pair in zip(edited, fresh, strict=True) for article in pair):
        started, began = perf_counter(), process_time()
        originals.append(lines.neighbours.original(article))
        times.append(perf_counter() - started)
        busy.append(process_time() - began)
    found = [original == text.id for original, text in zip(originals[::2], known, strict=True)]
    keeping = _keep(lines, database, ledger.stat().st_size)
    database.close()
    return {
        "opening": opening * 1e3,
        "lookup": statistics.median(times) * 1e3,
        "slowest": statistics.quantiles(busy, n=100)[-1] * 1e3,
        "keeping": keeping * 1e3,
        "memory": peak() / 1e6,
        "found": sum(found) / len(found),
    }


def _keep(lines: Lines, database: sqlite3.Connection, seed: int) -> float:
    times = []
    for text in texts(seed=seed, days=2)[:100]:
        started = perf_counter()
        with transaction(database):
            lines.add_within(_article(f"antara-{seed}:{text.id[7:]}", text.body), "day.jsonl", 0)
        times.append(perf_counter() - started)
    return statistics.median(times)


if __name__ == "__main__":
    print(json.dumps(_look_up(Path(sys.argv[1]))))
