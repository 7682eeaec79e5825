"""The frontier hands out what was found, and nothing that is settled."""

from pathlib import Path

import pytest

from newscrawl.ledger.leftover import PIECE
from newscrawl.ledger.outcomes import OUTCOMES, Outcome
from newscrawl.run import Run
from tests.making import found, hours_ago, open_run


def handed_out(run: Run) -> list[int]:
    """Take everything that the frontier hands out, without settling it."""
    return [story.story.article_id for story in iter(run.frontier.next, None)]


def test_near_before_far_and_new_before_old(tmp_path: Path) -> None:
    """Discovered stories come before linked ones, and newer before older."""
    run = open_run(tmp_path)
    run.finding.record(
        [
            found(10, "related", depth=2),
            found(11, "related", depth=1),
            found(12, "related", depth=1),
            found(1, published=hours_ago(5)),
            found(2, published=hours_ago(1)),
            found(3, published=hours_ago(3)),
        ]
    )
    assert handed_out(run) == [2, 3, 1, 12, 11, 10]
    run.close(0)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_settled_story_is_not_handed_out_again(tmp_path: Path, outcome: Outcome) -> None:
    """Whatever became of a story, the same run does not ask for it twice."""
    run = open_run(tmp_path)
    run.finding.record([found(1)])
    assert handed_out(run) == [1]
    run.frontier.settle("antara:1", outcome)
    run.finding.record([found(1)])
    assert handed_out(run) == []
    assert run.frontier.outcomes() == {outcome: {"": 1}}
    run.close(0)


@pytest.mark.parametrize(
    ("outcome", "again"),
    [
        ("deferred", True),
        ("failed", False),
        ("refused", False),
        ("new", False),
        ("unchanged", False),
        ("dropped", False),
        ("gone", False),
    ],
)
def test_the_next_run_takes_up_what_was_not_kept(
    tmp_path: Path, outcome: Outcome, again: bool
) -> None:
    """What was deferred is taken up without being found again; what failed rests for a while."""
    run = open_run(tmp_path)
    run.finding.record([found(1)])
    handed_out(run)
    run.frontier.settle("antara:1", outcome, "because")
    run.close(0)
    run = open_run(tmp_path)
    assert handed_out(run) == ([1] if again else [])
    run.close(0)


def test_what_was_in_flight_at_a_kill_is_taken_up(tmp_path: Path) -> None:
    """A story that was handed out and never settled belongs to the next run."""
    run = open_run(tmp_path)
    run.finding.record([found(1), found(2)])
    handed_out(run)
    run.database.close()  # the process dies: no finish, no close
    run.lock.release()
    run = open_run(tmp_path)
    assert handed_out(run) == [2, 1]
    run.close(0)


def test_max_articles_counts_what_was_kept(tmp_path: Path) -> None:
    """A limit of two hands out two, a third when one of them brought nothing, and no more."""
    run = open_run(tmp_path, max_articles=2)
    run.finding.record([found(n) for n in (1, 2, 3, 4)])
    assert handed_out(run) == [4, 3]
    run.frontier.settle("antara:4", "gone")
    assert handed_out(run) == [2]
    run.frontier.settle("antara:3", "new")
    run.frontier.settle("antara:2", "new")
    assert handed_out(run) == []
    assert not run.frontier.has_next()
    run.frontier.finish("max_articles")
    assert run.frontier.outcomes() == {
        "new": {"": 2},
        "gone": {"": 1},
        "deferred": {"max_articles": 1},
    }
    run.close(0)


def test_what_waits_beyond_this_runs_rules_keeps_waiting(tmp_path: Path) -> None:
    """A narrower run leaves what is outside its range or depth to a later one."""
    run = open_run(tmp_path)
    run.finding.record([found(1, published=hours_ago(100)), found(2, "related", depth=2), found(3)])
    run.close(0)
    run = open_run(tmp_path, earliest=hours_ago(50), follow_depth=1)
    assert handed_out(run) == [3]
    run.close(0)
    run = open_run(tmp_path)
    assert handed_out(run) == [1, 3, 2]
    run.close(0)


def test_feed_only_asks_for_no_page(tmp_path: Path) -> None:
    """With feed_only nothing is handed out, not even what waits from before."""
    run = open_run(tmp_path)
    run.finding.record([found(1)])
    run.close(0)
    run = open_run(tmp_path, feed_only=True)
    run.finding.record([found(2)])
    assert handed_out(run) == []
    assert not run.frontier.has_next()
    run.close(0)


def test_a_crowd_that_earlier_runs_left_is_taken_up_in_order(tmp_path: Path) -> None:
    """What was left goes before and behind what is found now, by its place, piece by piece."""
    most = 2 * PIECE + 7
    run = open_run(tmp_path)
    run.finding.record(found(n, published=hours_ago(n)) for n in range(1, most + 1))
    run.close(0)
    run = open_run(tmp_path, max_articles=most + 5)
    run.finding.record([found(9001, "related", depth=1), found(9002, published=hours_ago(0.5))])
    late = found(9003, published=hours_ago(PIECE + 0.5))
    run.finding.record([late])
    order = []
    while (handed := run.frontier.next()) is not None:
        order.append(handed.story.article_id)
        run.frontier.settle(handed.story.id, "new")
    left = list(range(1, most + 1))
    assert order == [9002, *left[:PIECE], 9003, *left[PIECE:], 9001]
    run.close(0)


def test_only_what_a_run_has_time_for_is_its_own(tmp_path: Path) -> None:
    """What is left beyond the piece that was taken up counts for the run that takes it up."""
    run = open_run(tmp_path)
    run.finding.record(found(n) for n in range(1, 3 * PIECE))
    run.close(0)
    run = open_run(tmp_path)
    assert run.frontier.next() is not None
    assert run.frontier.has_unread()
    run.frontier.finish("time_budget")
    assert run.frontier.outcomes() == {"deferred": {"time_budget": PIECE}}
    run.close(0)
    run = open_run(tmp_path)
    number = 0
    while (handed := run.frontier.next()) is not None:
        run.frontier.settle(handed.story.id, "new")  # looking past thousands unsettled is slow
        number += 1
    assert number == 3 * PIECE - 1
    run.close(0)
