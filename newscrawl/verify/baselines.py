"""What runs counted of their records' fields, again from their lines and reports."""

import sqlite3
from dataclasses import dataclass, field

from newscrawl.kept.lines import day_files, lines_of
from newscrawl.ledger.coverage import CoverageHistory
from newscrawl.ledger.database import transaction
from newscrawl.measured import Measured
from newscrawl.places import Places
from newscrawl.records import from_line
from newscrawl.verify.past_runs import PastRun


@dataclass(slots=True)
class _Counted:
    run: PastRun
    by_version: dict[int, Measured] = field(default_factory=dict)


def rebuild_baselines(database: sqlite3.Connection, places: Places, runs: list[PastRun]) -> None:
    """Fill ``coverage`` of a new ledger, as far as there are reports of the runs.

    Only they say which edition and sections a run was about. What a run counted of pages of which
    it wrote no line is not known.

    Raises:
        sqlite3.Error: there is no room.
    """
    counted = {run.run_id: _Counted(run) for run in runs if run.report.get("scope")}
    for path in day_files(places.articles):
        for line in lines_of(path):
            article = from_line(line.data)
            of_run = counted.get(article.run_id or "")
            if of_run is not None:
                version = article.extractor_version
                of_run.by_version.setdefault(version, Measured()).count_record(article)
    with transaction(database):
        for number, run_id, is_local in database.execute(
            "SELECT number, run_id, is_local FROM runs ORDER BY number"
        ).fetchall():
            if run_id in counted:
                history = CoverageHistory(database, number, is_local=bool(is_local))
                _write_within(history, counted[run_id])


def _write_within(history: CoverageHistory, counted: _Counted) -> None:
    scope = str(counted.run.report["scope"])
    times: list[int] = []
    for version, measured in counted.by_version.items():
        tallies = {f"{scope} {kind} {version}": tally for kind, tally in measured.today.items()}
        history.add_within(tallies)
        times += [time for time, _ in measured.appeared]
    history.add_rhythm_within(scope, times)
    if counted.run.report.get("falls"):
        history.mark_fallen_within(scope)
