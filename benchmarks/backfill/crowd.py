"""A ledger that knows a great many stories, of which all still wait to be fetched."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.backfill.site import Plan
from newscrawl import clock
from newscrawl.ledger.database import connect, transaction
from newscrawl.places import Places

_ROW = """
INSERT INTO stories (id, article_id, address, state, via, from_url, depth, published, due,
    found_by, run, outcome, reason)
VALUES (?, ?, ?, 'pending', 'archive', ?, 0, ?, 0, 1, 1, 'deferred', 'time_budget')
"""
_EPOCH = date(1970, 1, 1)
_FIRST_ID = 500_000_000
"""Far above the replica's own: should one of these be asked for, it answers 404."""


def fill(data: Path, plan: Plan, time_file: Path, stories: int) -> None:
    """Make a ledger in which so many stories wait, as a backfill that was cut off leaves them."""
    places = Places.under(data)
    places.make()
    began = clock.read(time_file) - timedelta(hours=1)
    database = connect(places.ledger)
    with transaction(database):
        database.execute(
            "INSERT INTO runs (run_id, started_at, is_local, finished_at, exit_code)"
            " VALUES (?, ?, 1, ?, 0)",
            (f"{began:%Y%m%dT%H%M%SZ}", began.isoformat(), began.isoformat()),
        )
        database.executemany(_ROW, _rows(plan, stories))
    database.close()


def _rows(plan: Plan, stories: int) -> Iterator[tuple[str, int, str, str, int]]:
    draw = random.Random(plan.seed)
    days = (plan.last - plan.first).days
    for number in range(_FIRST_ID, _FIRST_ID + stories):
        day = plan.first + timedelta(draw.randrange(days))
        yield (
            f"antara:{number}",
            number,
            f"https://www.antaranews.com/berita/{number}/kabar-nomor-{number}-dari-arsip",
            f"https://www.antaranews.com/indeks/{day:%d-%m-%Y}",
            (day - _EPOCH).days * 86_400 + draw.randrange(86_400),
        )
