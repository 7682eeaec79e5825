"""Later visits: corrections, patience with what fails, stories that go and come back."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newscrawl import clock
from newscrawl.found import PageRead
from newscrawl.items import Http
from newscrawl.ledger.calendar import MOST_TRIES, Calendar
from newscrawl.ledger.database import transaction
from newscrawl.ledger.outcomes import Outcome
from newscrawl.ledger.validators import Validators
from newscrawl.ledger.visits import Visit, visit_of
from newscrawl.records import to_line
from tests.making import NOON, article, found, open_run


class Time:
    """The clock that everything reads."""

    def __init__(self, path: Path) -> None:
        """Start at noon."""
        self._path = path
        self.set(NOON)

    def set(self, time: datetime) -> None:
        """Let it be a time."""
        self.now = time
        clock.write(self._path, time)

    def pass_by(self, **units: float) -> None:
        """Let some time pass."""
        self.set(self.now + timedelta(**units))


@pytest.fixture
def time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Time:
    """Return a clock that the test moves."""
    path = tmp_path / "clock"
    monkeypatch.setenv(clock.ENVIRONMENT_VARIABLE, str(path))
    return Time(path)


def visit(data: Path, outcome: Outcome, reason: str | None = None, **said: object) -> list[str]:
    """Let one run settle all that it may ask for; return how each was found."""
    run = open_run(data)
    asked: list[str] = []
    for story in iter(run.frontier.next, None):
        asked.append(story.discovered.via)
        run.frontier.settle(story.story.id, outcome, reason, Visit(**said))  # type: ignore[arg-type]
    run.frontier.finish("unfinished")
    run.close(0)
    return asked


def start(data: Path, *numbers: int, outcome: Outcome, reason: str | None = None) -> None:
    """Find stories published at noon and settle them."""
    run = open_run(data)
    run.finding.record([found(number, published=NOON) for number in numbers])
    for story in iter(run.frontier.next, None):
        run.frontier.settle(story.story.id, outcome, reason)
    run.close(0)


def column(data: Path, name: str) -> list[object]:
    """Return a column of all stories."""
    run = open_run(data)
    found_values = [row[0] for row in run.database.execute(f"SELECT {name} FROM stories")]  # noqa: S608 - a name of ours
    run.close(0)
    return found_values


def test_a_kept_story_falls_due_by_its_age(tmp_path: Path, time: Time) -> None:
    """One visit at each age, none between, none after the last."""
    start(tmp_path, 1, outcome="new")
    asked = {}
    for hour in range(24 * 9):
        if found_now := visit(tmp_path, "unchanged", "not_modified"):
            asked[hour] = found_now
        time.pass_by(hours=1)
    assert asked == {1: ["revisit"], 6: ["revisit"], 24: ["revisit"], 24 * 7: ["revisit"]}


def test_overdue_visits_are_one(tmp_path: Path, time: Time) -> None:
    """After two days without a run a story is asked for once, and then at the age of a week."""
    start(tmp_path, 1, outcome="new")
    time.pass_by(days=2)
    assert visit(tmp_path, "unchanged") == ["revisit"]
    assert visit(tmp_path, "unchanged") == []
    time.pass_by(days=5)
    assert visit(tmp_path, "unchanged") == ["revisit"]


def test_an_old_story_gets_no_visit(tmp_path: Path, time: Time) -> None:
    """What is older than every age when it is first seen is never asked for again."""
    time.pass_by(days=8)
    start(tmp_path, 1, outcome="new")
    time.pass_by(days=365)
    assert visit(tmp_path, "unchanged") == []


def test_new_stories_come_before_visits(tmp_path: Path, time: Time) -> None:
    """What nobody has seen yet is fetched before what may have changed."""
    start(tmp_path, 1, outcome="new")
    time.pass_by(hours=2)
    run = open_run(tmp_path)
    run.finding.record([found(2, "related", depth=1)])
    assert [story.story.article_id for story in iter(run.frontier.next, None)] == [2, 1]
    run.close(0)


def test_whatever_a_visit_brings_a_kept_story_stays_kept(tmp_path: Path, time: Time) -> None:
    """Failures, refusals and unreadable pages lose no record; only a 404 says that it is gone."""
    outcomes: tuple[Outcome, ...] = ("failed", "refused", "dropped", "skipped", "deferred")
    for number, outcome in enumerate(outcomes):
        data = tmp_path / str(number)
        time.set(NOON)
        start(data, 1, outcome="new")
        time.pass_by(hours=2)
        assert visit(data, outcome) == ["revisit"]
        assert column(data, "state") == ["kept"]
        time.pass_by(hours=5)
        assert visit(data, "unchanged") == ["revisit"]


def test_a_story_that_is_gone_says_since_when(tmp_path: Path, time: Time) -> None:
    """The ledger notes it, nothing asks again, and its return is noticed when it is listed."""
    start(tmp_path, 1, outcome="new")
    time.pass_by(hours=2)
    visit(tmp_path, "gone", "http_404")
    assert column(tmp_path, "gone_since") == ["2026-11-20T07:00:00Z"]
    run = open_run(tmp_path)
    with transaction(run.database):
        run.lines.add_within(article(1), "2026-11-20.jsonl", 0)
    run.close(0)
    time.pass_by(days=2)
    assert visit(tmp_path, "new") == []
    start(tmp_path, 1, outcome="changed")
    assert (column(tmp_path, "state"), column(tmp_path, "gone_since")) == (["kept"], [None])


def test_a_feed_that_still_lists_what_is_gone_is_not_believed_each_time(
    tmp_path: Path, time: Time
) -> None:
    """A story that is gone is asked for again with growing patience while it is listed."""
    start(tmp_path, 1, outcome="gone", reason="http_404")
    asked = 0
    for _ in range(30):
        time.pass_by(minutes=10)
        run = open_run(tmp_path)
        run.finding.record([found(1, published=NOON)])
        for story in iter(run.frontier.next, None):
            asked += 1
            run.frontier.settle(story.story.id, "gone", "http_404")
        assert sum(map(sum, (r.values() for r in run.frontier.outcomes().values()))) == 1
        run.close(0)
    assert asked == 5  # after 5, 10, 20, 40, 80 and 160 minutes, at the next run


def test_failed_pages_are_tried_with_growing_patience_and_given_up(
    tmp_path: Path, time: Time
) -> None:
    """Each failure doubles the wait; in between nothing is asked; at last it is reported."""
    start(tmp_path, 1, outcome="failed", reason="http_500")
    asked = []
    for minute in (*range(5, 120, 5), *range(120, 60 * 24 * 8, 30)):
        time.set(NOON + timedelta(minutes=minute))
        asked += [minute] * len(visit(tmp_path, "failed", "http_500"))
    assert asked[:4] == [5, 15, 35, 75]
    assert len(asked) == MOST_TRIES - 1
    assert (column(tmp_path, "state"), column(tmp_path, "reason")) == (["dropped"], ["given_up"])


def test_a_story_that_rests_is_counted_when_it_is_found_again(tmp_path: Path, time: Time) -> None:
    """The feed names it, it is not asked for yet, and the sums still add up."""
    start(tmp_path, 1, outcome="failed", reason="timeout")
    time.pass_by(minutes=1)
    run = open_run(tmp_path)
    run.finding.record([found(1, published=NOON)])
    assert run.frontier.next() is None
    assert run.frontier.outcomes() == {"deferred": {"patience": 1}}
    run.close(0)
    time.pass_by(minutes=5)
    assert visit(tmp_path, "new") == ["feed"]


@pytest.mark.parametrize("reason", ["not_asked", "held"])
def test_what_was_not_asked_is_no_try(tmp_path: Path, time: Time, reason: str) -> None:
    """A run that is to leave the site alone says nothing of its pages: they are asked for at once."""
    start(tmp_path, 1, outcome="failed", reason=reason)
    for _ in range(MOST_TRIES * 2):
        time.pass_by(minutes=1)
        assert visit(tmp_path, "failed", reason) == ["feed"]
    assert visit(tmp_path, "new") == ["feed"]


@pytest.mark.parametrize("reason", ["robots", "robots_unreachable", "dns"])
def test_a_host_that_is_no_more_is_given_up(tmp_path: Path, time: Time, reason: str) -> None:
    """A link to a host that does not answer, or forbids it, is not asked for in every run."""
    start(tmp_path, 1, outcome="failed", reason=reason)
    asked = 1
    for _ in range(24 * 10):
        time.pass_by(hours=1)
        asked += len(visit(tmp_path, "failed", reason))
    assert asked == MOST_TRIES
    assert column(tmp_path, "reason") == ["given_up"]


def test_a_page_that_cannot_be_read_gets_a_second_look(tmp_path: Path, time: Time) -> None:
    """It may have been the notice of a site under repair: after an hour, after a day, then no more."""
    start(tmp_path, 1, outcome="dropped", reason="no_template")
    asked = {}
    for hour in range(1, 24 * 5):
        time.pass_by(hours=1)
        if visit(tmp_path, "dropped", "no_template"):
            asked[hour] = True
    assert list(asked) == [1, 25]
    assert column(tmp_path, "state") == ["dropped"]


@pytest.mark.parametrize("reason", ["too_large", "moved"])
def test_what_another_look_would_not_change_is_dropped_at_once(
    tmp_path: Path, time: Time, reason: str
) -> None:
    """A page that is too large, or another story's, is settled."""
    start(tmp_path, 1, outcome="dropped", reason=reason)
    time.pass_by(days=2)
    assert visit(tmp_path, "new") == []
    assert column(tmp_path, "state") == ["dropped"]


def test_a_drop_is_told_of_once(tmp_path: Path, time: Time) -> None:
    """A feed that goes on naming what was dropped makes no new finding of it."""
    start(tmp_path, 1, outcome="dropped", reason="too_large")
    time.pass_by(hours=1)
    run = open_run(tmp_path)
    run.finding.record([found(1, published=NOON)])
    assert run.frontier.outcomes() == {"skipped": {"dropped_before": 1}}
    run.close(0)


def test_a_storys_first_404_is_not_believed(tmp_path: Path, time: Time) -> None:
    """A feed may name a story before its page is there; the feed need not name it again."""
    start(tmp_path, 1, outcome="gone", reason="http_404")
    time.pass_by(minutes=6)
    assert visit(tmp_path, "new") == ["feed"]
    assert column(tmp_path, "state") == ["kept"]


def test_a_nearer_way_to_what_was_skipped_counts(tmp_path: Path) -> None:
    """What one run skipped for its range is not made too deep by a longer way to it."""
    run = open_run(tmp_path, earliest=NOON)
    run.finding.record([found(1, published=NOON - timedelta(days=1))])
    run.close(0)
    run = open_run(tmp_path, earliest=NOON)
    run.finding.record([found(1, "related", depth=3, published=NOON - timedelta(days=1))])
    run.close(0)
    assert column(tmp_path, "depth") == [0]
    run = open_run(tmp_path)
    assert run.frontier.next() is not None
    run.close(0)


def test_a_site_in_trouble_is_forgiven(tmp_path: Path, time: Time) -> None:
    """After a run that ended for the whole site's trouble its pages are asked for at once."""
    run = open_run(tmp_path)
    run.finding.record([found(1, published=NOON)])
    for story in iter(run.frontier.next, None):
        run.frontier.settle(story.story.id, "failed", "http_503")
    run.frontier.forgive()
    run.close(0)
    assert column(tmp_path, "tries") == [0]
    time.pass_by(seconds=1)
    assert visit(tmp_path, "new") == ["feed"]


def test_a_story_that_is_named_is_asked_for_at_once(tmp_path: Path, time: Time) -> None:
    """``urls`` asks for what is kept, gone, dropped or resting, whatever is due."""
    settled: tuple[Outcome, ...] = ("new", "gone", "dropped", "failed")
    for number, outcome in enumerate(settled, 1):
        start(tmp_path, number, outcome=outcome, reason="because")
    time.pass_by(seconds=30)
    run = open_run(tmp_path)
    run.finding.record([found(number, "url") for number in range(1, 5)])
    assert len(list(iter(run.frontier.next, None))) == len(settled)
    run.close(0)


def test_validators_are_kept_with_what_was_read(tmp_path: Path, time: Time) -> None:
    """A page that was read gives them; a failure or a 304 leaves them as they are."""
    del time
    start(tmp_path, 1, outcome="failed", reason="truncated")
    run = open_run(tmp_path)
    run.finding.record([found(1, "url")])
    assert run.validators.of_story("antara:1") == Validators()
    page = article(
        1, http=Http(status=200, etag='"a"', last_modified="Fri, 20 Nov 2026 05:00:00 GMT")
    )
    run.frontier.settle("antara:1", "new", visit=visit_of(page))
    run.close(0)
    run = open_run(tmp_path)
    known = run.validators.of_story("antara:1")
    assert known.headers() == {
        "If-None-Match": '"a"',
        "If-Modified-Since": "Fri, 20 Nov 2026 05:00:00 GMT",
    }
    run.finding.record([found(1, "url")])
    run.frontier.settle("antara:1", "unchanged", "not_modified")
    assert run.validators.of_story("antara:1") == known
    run.close(0)


def test_a_feeds_validators_are_not_its_stories(tmp_path: Path) -> None:
    """A record of the feed alone has the feed's headers: its page is asked for in full."""
    del tmp_path
    record = article(1, template="feed", http=Http(status=200, etag='"feed"', last_modified=None))
    assert visit_of(record).validators is None
    assert visit_of(article(1, date_published="nonsense")).published is None


def test_pages_of_this_machine_and_of_the_site_are_kept_apart(tmp_path: Path) -> None:
    """A replica's answers make no request to the site conditional."""
    page = PageRead("https://www.antaranews.com/rss/dunia.xml", '"a"', None)
    run = open_run(tmp_path, is_local=True)
    run.finding.record([], pages=[page])
    assert run.validators.of_page(page.url) == Validators('"a"')
    run.close(0)
    run = open_run(tmp_path, is_local=False)
    assert run.validators.of_page(page.url) == Validators()
    run.close(0)


def test_lines_that_are_taken_in_fall_due_too(tmp_path: Path, time: Time) -> None:
    """A ledger that is made again from the files goes on with visits and conditional requests."""
    run = open_run(tmp_path)
    record = article(1, date_published=NOON.isoformat(), http=Http(status=200, etag='"a"'))
    (run.places.articles / "2026-11-20.jsonl").write_text(to_line(record) + "\n")
    run.close(0)
    open_run(tmp_path).close(0)
    time.pass_by(hours=2)
    run = open_run(tmp_path)
    assert [story.discovered.via for story in iter(run.frontier.next, None)] == ["revisit"]
    assert run.validators.of_story("antara:1") == Validators('"a"')
    run.close(0)


def test_what_a_feed_says_is_no_visit(tmp_path: Path, time: Time) -> None:
    """A run of the feed alone leaves the visits that are due to the next full run."""
    start(tmp_path, 1, outcome="new")
    time.pass_by(hours=2)
    run = open_run(tmp_path, feed_only=True)
    run.finding.record([found(1, published=NOON)])
    run.frontier.settle("antara:1", "unchanged", "known")
    run.close(0)
    assert visit(tmp_path, "unchanged") == ["revisit"]


def test_without_ages_nothing_is_visited_again() -> None:
    """An empty NEWSCRAWL_REVISITS turns visits off."""
    assert Calendar(()).next_visit(NOON, NOON) is None
