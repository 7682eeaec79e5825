"""A day is done when it was over and its list was read to its end; until then it goes on."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.clock import WIB
from newscrawl.found import DayEmpty, DayRead, DaysWalked, DayTold, WalkDone
from newscrawl.ledger.days import LISTING, Day, Days
from newscrawl.run import Run
from tests.making import found, hours_ago, open_run

DAY = date(2019, 3, 4)
LATER = datetime(2026, 11, 20, 12, 0, tzinfo=WIB)
SCOPE = "id/dunia"


def note(run: Run, *told: DayTold) -> Day | None:
    """Tell the ledger of a backfill; return what it knows of the day then."""
    run.finding.record((), days=told)
    return Days(run.database).get(SCOPE, DAY)


def read(page: int, further: str | None, listed: int = 10, at: datetime = LATER) -> DayRead:
    """Return that a page of the day's list was read."""
    return DayRead((SCOPE,), DAY, "index-dmy", page, listed, at, further)


def test_a_day_goes_on_at_its_next_page(tmp_path: Path) -> None:
    """What is known of a day is which page comes next; the next run, too, knows it."""
    run = open_run(tmp_path)
    known = note(run, read(1, "https://x/2"), read(2, "https://x/3", 7))
    run.database.close()  # the process dies
    run.lock.release()
    assert known is not None
    run = open_run(tmp_path)
    assert Days(run.database).get(SCOPE, DAY) == known
    assert (known.page, known.url, known.listed, known.is_begun) == (3, "https://x/3", 17, True)
    run.close(0)


def test_a_day_that_was_read_to_its_end_is_done(tmp_path: Path) -> None:
    """The last page ends the day; it is not begun then, either."""
    run = open_run(tmp_path)
    known = note(run, read(1, "https://x/2"), read(2, None, 3))
    assert known is not None
    assert (known.done, known.listed, known.is_begun) == (1, 13, False)
    run.close(0)


def test_a_day_that_was_not_over_is_read_again(tmp_path: Path) -> None:
    """What came out after the first page was read is on no page: the day counts from its begin."""
    run = open_run(tmp_path)
    evening = datetime(2019, 3, 4, 23, 0, tzinfo=WIB)
    known = note(run, read(1, "https://x/2", at=evening), read(2, None))
    assert known is not None
    assert (known.done, known.page, known.url) == (0, 1, None)
    night = datetime(2019, 3, 5, 5, 59, tzinfo=WIB)
    known = note(run, read(1, None, at=night))
    assert known is not None
    assert not known.done
    known = note(run, read(1, None, 4, at=night + timedelta(minutes=1)))
    assert known is not None
    assert (known.done, known.listed) == (1, 4)
    run.close(0)


def test_an_empty_day_is_looked_at_twice(tmp_path: Path) -> None:
    """A day without a list is believed to be empty when a second look says so."""
    run = open_run(tmp_path)
    empty = DayEmpty((SCOPE,), DAY, 1, LATER)
    known = note(run, empty)
    assert known is not None
    assert not known.done
    for minutes in (10, 50):  # the site may be in trouble for a while
        known = note(run, replace(empty, at=LATER + timedelta(minutes=minutes)))
        assert known is not None
        assert not known.done
    known = note(run, replace(empty, at=LATER + timedelta(hours=1)))
    assert known is not None
    assert (known.done, known.way, known.listed) == (1, None, 0)
    run.close(0)


def test_a_page_that_is_missing_is_looked_for_twice(tmp_path: Path) -> None:
    """A page that was linked and is not there does not end the day at once."""
    run = open_run(tmp_path)
    missing = DayEmpty((SCOPE,), DAY, 2, LATER)
    known = note(run, read(1, "https://x/2"), missing)
    assert known is not None
    assert (known.is_begun, known.url, known.listed) == (True, "https://x/2", 10)
    known = note(run, replace(missing, at=LATER + timedelta(minutes=20)))
    assert known is not None
    assert not known.done
    known = note(run, replace(missing, at=LATER + timedelta(hours=2)))
    assert known is not None
    assert (known.done, known.listed) == (1, 10)
    run.close(0)


def test_a_listing_that_was_walked_over_days(tmp_path: Path) -> None:
    """Days behind a walk are done, and those that a list has done stay what they are."""
    run = open_run(tmp_path)
    note(run, read(1, None))
    note(run, DaysWalked(SCOPE, (DAY, DAY + timedelta(days=1))))
    days = Days(run.database)
    first, second = days.get(SCOPE, DAY), days.get(SCOPE, DAY + timedelta(days=1))
    assert first is not None
    assert second is not None
    assert [(day.way, day.done) for day in (first, second)] == [("index-dmy", 1), (LISTING, 1)]
    assert days.has_any((SCOPE,), DAY, DAY)
    assert not days.has_any((SCOPE, "id/ekonomi"), DAY, DAY)
    run.close(0)


def test_stories_and_the_day_are_written_together(tmp_path: Path) -> None:
    """A page whose stories cannot be written is not read: the next run asks for it again."""
    run = open_run(tmp_path)
    with pytest.raises(AttributeError):
        run.finding.record([found(1)], days=[read(1, None), "no day"])  # type: ignore[list-item]
    assert Days(run.database).get(SCOPE, DAY) is None
    assert not run.frontier.has_next()
    run.close(0)


def test_a_story_of_another_section_is_counted_and_never_asked_for(tmp_path: Path) -> None:
    """It is skipped, in each run that meets it, until something else leads to it."""
    run = open_run(tmp_path)
    elsewhere = found(1, "archive", published=hours_ago(5))
    elsewhere = type(elsewhere)(
        elsewhere.story, elsewhere.discovered, elsewhere.published, elsewhere=True
    )
    for _ in range(2):
        run.finding.record([elsewhere])
        assert run.frontier.outcomes() == {"skipped": {"other_section": 1}}
        assert not run.frontier.has_next()
        run.close(0)
        run = open_run(tmp_path)
    assert not run.frontier.has_next()
    run.finding.record([elsewhere])
    run.finding.record([found(1, "related", depth=2)])
    handed = run.frontier.next()
    assert handed is not None
    assert (handed.discovered.via, handed.discovered.depth) == ("related", 2)
    run.close(0)


def test_a_story_that_waits_is_asked_for_whatever_a_list_says_of_it(tmp_path: Path) -> None:
    """A link to a story of another section is followed, also where a day's list names it later."""
    run = open_run(tmp_path)
    linked = found(1, "related", depth=1)
    run.finding.record([linked])
    run.finding.record([type(linked)(linked.story, linked.discovered, elsewhere=True)])
    assert run.frontier.has_next()
    run.close(0)


def test_how_far_a_walk_reached_that_came_to_the_end(tmp_path: Path) -> None:
    """The listing's end is no proof of what is behind it: a walk's span begins where it ended."""
    run = open_run(tmp_path)
    run.finding.record([found(1)], [WalkDone(SCOPE, hours_ago(50), ended=True)])
    span = run.walks.span(SCOPE)
    assert span is not None
    assert span[0] == hours_ago(50)
    assert run.walks.covers(SCOPE)
    run.close(0)
    run = open_run(tmp_path, earliest=hours_ago(5000))
    assert run.walks.covers(SCOPE)  # there is nothing behind it to be walked
    run.finding.record([], [WalkDone(SCOPE, hours_ago(20), met=True, ended=True)])
    span = run.walks.span(SCOPE)
    assert span is not None
    assert span[0] == hours_ago(50)
    run.close(0)
