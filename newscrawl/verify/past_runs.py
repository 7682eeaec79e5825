"""The runs that a directory has had, as its lines, reports and archive tell of them."""

import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newscrawl.ledger.database import transaction
from newscrawl.places import Places, listed
from newscrawl.verify.index import Index

_STAMP = re.compile(r"(\d{8}T\d{6})Z(?:-(\d{1,6}))?")
_NEEDED = ("is_local", "scope", "falls", "finished_at", "exit_code")
"""Of a report: there may be ten thousand."""
_MOST_CODE = 256
_INSERT = """
INSERT INTO runs (run_id, started_at, is_local, finished_at, exit_code) VALUES (?, ?, ?, ?, ?)
"""


@dataclass(frozen=True, slots=True)
class PastRun:
    """What is known of a run."""

    run_id: str
    report: dict[str, Any]
    """What is needed of it; empty where there is none any more."""
    first_fetch: str
    """Of its lines; empty where it has none."""

    @property
    def order(self) -> tuple[str, int, str]:
        """Sort key: by beginning."""
        stamp = _STAMP.fullmatch(self.run_id)
        if stamp is None:
            return re.sub("[-:]", "", self.first_fetch.removesuffix("Z")), 0, self.run_id
        return stamp[1], int(stamp[2] or 1), self.run_id

    @property
    def started_at(self) -> str:
        """UTC, as the ledger has it."""
        try:
            begun = datetime.strptime(self.order[0], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
        except ValueError:
            return self.first_fetch or "1970-01-01T00:00:00Z"
        return f"{begun:%Y-%m-%dT%H:%M:%SZ}"


def past_runs(places: Places, index: Index) -> list[PastRun]:
    """Return the runs, oldest first."""
    known = dict.fromkeys(_reported(places.runs), "")
    known |= dict(
        index.database.execute(
            "SELECT run_id, min(fetched_at) FROM lines WHERE run_id IS NOT NULL GROUP BY run_id"
        )
    )
    runs = [PastRun(id_, _report(places.runs, id_), first) for id_, first in known.items()]
    return sorted(runs, key=lambda run: run.order)


def enter_runs(
    database: sqlite3.Connection, runs: list[PastRun], local: dict[str, bool], index: Index
) -> None:
    """Enter runs into a new ledger, which has none.

    Args:
        database: the ledger.
        runs: oldest first.
        local: of each file of the archive, whether this machine answered in the site's place.
        index: of all lines.
    """
    archived = dict(
        index.database.execute(
            "SELECT run_id, max(warc_file) FROM lines WHERE run_id IS NOT NULL GROUP BY run_id"
        )
    )
    is_local = False
    with transaction(database):
        for run in runs:
            told = run.report
            is_local = bool(
                told.get("is_local", local.get(archived.get(run.run_id) or "", is_local))
            )
            code = told.get("exit_code")
            ended = (_utc(told), code if type(code) is int and abs(code) < _MOST_CODE else None)
            row = (run.run_id, run.started_at, is_local, *ended)
            database.execute(_INSERT, row)


def _utc(report: dict[str, Any]) -> str | None:
    try:
        finished = datetime.fromisoformat(report["finished_at"]).astimezone(UTC)
    except (KeyError, TypeError, ValueError):
        return None
    return f"{finished:%Y-%m-%dT%H:%M:%SZ}"


def _reported(directory: Path) -> Iterator[str]:
    for path in listed(directory, "*.json"):
        if _STAMP.fullmatch(path.stem):
            yield path.stem


def _report(directory: Path, run_id: str) -> dict[str, Any]:
    if not _STAMP.fullmatch(run_id):
        return {}
    try:
        told = json.loads((directory / f"{run_id}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: told[name] for name in _NEEDED if name in told} if isinstance(told, dict) else {}
