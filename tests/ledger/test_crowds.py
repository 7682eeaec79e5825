"""What a run does with the ledger does not grow with what the ledger knows beside it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from newscrawl import clock, daily
from newscrawl.ledger import leftover
from newscrawl.ledger.coverage import CoverageHistory
from newscrawl.ledger.database import connect, transaction
from newscrawl.places import Places
from newscrawl.run import _begin
from tests.making import NOON, Take, found, hours_ago, open_run

FEW, MANY = 30, 1500
LONG_AGO = hours_ago(24 * 400)
GROUPS = {
    "gone": "INSERT INTO records (id, revision, file, offset, fetched_at, template,"
    " extractor_version, story_sha256) VALUES (:id, 1, '', 0, '', 'D', 1, '')",
    "kept": "",
    "pending": "",
    "skipped": "",
}
STORY = """
INSERT INTO stories (id, article_id, address, state, via, depth, published, due, tries, found_by,
    run, outcome, reason)
VALUES (:id, :number, :address, :state, 'feed', 0, :published, :due, 1, 1, 1, 'new', :reason)
"""


@pytest.fixture(autouse=True)
def _noon(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "clock"
    clock.write(file, NOON)
    monkeypatch.setenv(clock.ENVIRONMENT_VARIABLE, str(file))


def crowd(data: Path, number: int) -> Path:
    """Make a ledger in which so many stories of each kind are of no concern to a run."""
    run = open_run(data, is_local=False)
    with transaction(run.database):
        for at, (state, with_it) in enumerate(GROUPS.items()):
            for story in range(at * number + 1, (at + 1) * number + 1):
                run.database.execute(STORY, _row(story, state))
                if with_it:
                    run.database.execute(with_it, {"id": f"antara:{story}"})
        for story in range(2, number + 2):
            run.database.execute(
                "INSERT INTO runs (number, run_id, started_at, is_local) VALUES (?, ?, ?, 0)",
                (story, f"2025{story:08}", f"{LONG_AGO:%Y-%m-%dT%H:%M:%SZ}"),
            )
            run.database.execute(
                "INSERT INTO coverage VALUES (?, 'id/dunia article 1', 'tags', 9, 9)", (story,)
            )
    run.close(0)
    return data


def _row(number: int, state: str) -> dict[str, object]:
    return {
        "id": f"antara:{number}",
        "number": number,
        "address": found(number).story.address,
        "state": state,
        "published": int(LONG_AGO.timestamp()) + number,
        "due": {"pending": 0, "gone": int(LONG_AGO.timestamp())}.get(state),
        "reason": "out_of_range" if state == "skipped" else None,
    }


@contextmanager
def steps(database: sqlite3.Connection) -> Iterator[list[int]]:
    """Count SQLite's instructions while a block is done."""
    count = [0]

    def one_more() -> None:
        count[0] += 1

    database.set_progress_handler(one_more, 1)
    yield count
    database.set_progress_handler(None, 1)


def taking_up(data: Path) -> int:
    """Return what it takes to take up what concerns a run of the last days."""
    database = connect(Places.under(data).ledger)
    rules = Take(is_local=False, earliest=hours_ago(50))
    with steps(database) as count, transaction(database):
        assert leftover.Leftover(database, 10_000, rules).take_up_within() is None
    database.close()
    return count[0]


def beginning(data: Path) -> int:
    """Return what it takes to enter a run."""
    database = connect(Places.under(data).ledger)
    with steps(database) as count:
        assert _begin(database, clock.now(), is_local=False)[0] == "20261120T050000Z-2"
    database.close()
    return count[0]


def accounting(data: Path) -> int:
    """Return what it takes to count the stories of a day."""
    run = open_run(data, is_local=False, earliest=hours_ago(50))
    run.finding.record([found(9_000_000, published=NOON)])
    run.backfilled.begin([NOON.date()], ("id/dunia",), "antara")
    with steps(run.database) as count:
        ((day,), _) = daily.account(run)
    assert day.discovered == 1
    run.close(0)
    return count[0]


def comparing(data: Path) -> int:
    """Return what it takes to see that there is nothing to compare."""
    database = connect(Places.under(data).ledger)
    history = CoverageHistory(database, 10_000, is_local=False)
    with steps(database) as count:
        assert not history.is_news(["id/dunia article 1"], "id/dunia")
    database.close()
    return count[0]


@pytest.mark.parametrize("work", [taking_up, beginning, accounting, comparing])
def test_what_is_of_no_concern_adds_no_work(work: Callable[[Path], int], tmp_path: Path) -> None:
    """However many stories and runs of other days the ledger knows, a run looks at none of them."""
    few, many = (work(crowd(tmp_path / str(number), number)) for number in (FEW, MANY))
    assert many <= few + FEW


def test_a_gone_story_is_doubted_for_a_week(tmp_path: Path) -> None:
    """One that a feed named before its page was there is asked for again, though not for ever."""
    for days, doubted in ((8, False), (6, True)):
        run = open_run(tmp_path)
        run.finding.record([found(50 + days)])
        assert run.frontier.next() == found(50 + days)
        run.frontier.settle(f"antara:{50 + days}", "gone")
        run.frontier.finish("")
        due = int((NOON - timedelta(days=days)).timestamp())
        run.database.execute("UPDATE stories SET due = ? WHERE article_id = ?", (due, 50 + days))
        run.close(0)
        run = open_run(tmp_path)
        assert (run.frontier.next() is not None) is doubted
        run.close(0)


def test_what_waits_is_taken_up_by_its_place_in_the_range(tmp_path: Path) -> None:
    """Near before far, new before old, undated ones behind; nothing outside the range."""
    run = open_run(tmp_path)
    stories = {
        1: (1, hours_ago(2)), 2: (0, None), 3: (0, hours_ago(30)), 4: (0, hours_ago(3)),
        5: (0, hours_ago(90)), 6: (0, hours_ago(1)), 7: (2, hours_ago(2)), 8: (1, None),
    }  # fmt: skip
    run.finding.record(
        found(number, "related" if depth else "feed", depth, published)
        for number, (depth, published) in stories.items()
    )
    run.frontier.finish("time_budget")
    run.close(0)
    rules = {"earliest": hours_ago(40), "latest": hours_ago(1.5), "follow_depth": 1}
    run = open_run(tmp_path, **rules)
    taken = [story.story.article_id for story in iter(run.frontier.next, None)]
    assert taken == [4, 3, 2, 1, 8]
    run.close(0)
