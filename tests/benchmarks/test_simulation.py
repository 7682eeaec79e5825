"""The simulation's accounts: a crawler that does all right passes, and each failing is seen."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from benchmarks.simulation.crawls import Crawled
from benchmarks.simulation.plan import BEGIN, Plan
from benchmarks.simulation.play import Played, Ran, site_of
from benchmarks.simulation.result import Result, examine
from benchmarks.simulation.schedule import due_after, first_run_from, revisits
from benchmarks.simulation.truth import form_at, identity, published
from newscrawl.replica import Replica
from newscrawl.replica.counts import Request
from newscrawl.replica.story import Story

PLAN = Plan(4, timedelta(minutes=30))
SEED = 20


@pytest.fixture(scope="module")
def site() -> Replica:
    """The site; nobody asks it for anything here."""
    return site_of(PLAN, SEED)


@pytest.fixture
def played(site: Replica, tmp_path: Path) -> Played:
    """Runs that found everything, and kept nothing yet."""
    fine = Crawled(0, "finished", (), {}, 0.1)
    runs = [
        Ran(at, PLAN.phase(at), fine, [_request("/rss/dunia.xml", 304)], 0) for at in PLAN.runs()
    ]
    return Played(PLAN, site, tmp_path, runs, 1.0, [])


@pytest.fixture
def records(played: Played) -> list[dict[str, Any]]:
    """The lines of a crawler that does all right."""
    heads = list(published(played))
    return [line for head in heads for line in _lines(played.site.corpus.story(head), played)]


def _lines(story: Story, played: Played) -> Iterator[dict[str, Any]]:
    at, before, revision = first_run_from(story.published, played.quiet), None, 0
    while at is not None and story.head.visible(at):
        form = form_at(story, at)
        if form != before:
            revision, before = revision + 1, form
            yield _record(story, form, at, revision)
        due = due_after(at, story.published, revisits())
        at = first_run_from(due, played.quiet) if due else None


def _record(story: Story, form: int, at: datetime, revision: int) -> dict[str, Any]:
    facts = story.versions[form].expected()
    return facts | {"fetched_at": at.isoformat(), "revision": revision}


def _request(path: str, status: int, size: int = 200) -> Request:
    kind = "feed" if path.startswith("/rss/") else "article"
    return Request("GET", "www.antaranews.com", path, kind, status, 0, True, 300, size, 0.0)  # type: ignore[arg-type]  # one of the two


def _keep(played: Played, records: list[dict[str, Any]], *, notes_takedowns: bool = True) -> Result:
    """Write down what a crawler kept, and examine it."""
    root = played.data / "antara"
    (root / "articles").mkdir(parents=True)
    text = "".join(json.dumps(record) + "\n" for record in records)
    (root / "articles" / "2026-09-01.jsonl").write_text(text, encoding="utf-8")
    with closing(sqlite3.connect(root / "ledger.db")) as ledger, ledger:
        ledger.execute("CREATE TABLE stories (id TEXT, gone_since TEXT)")
        for head in published(played):
            if notes_takedowns and head.taken_down and head.taken_down <= PLAN.end:
                row = identity(head), head.taken_down.isoformat()
                ledger.execute("INSERT INTO stories VALUES (?, ?)", row)
    return examine(played)


def _missed(result: Result) -> set[str]:
    return {goal.name for goal in result.goals() if not goal.is_met}


def test_what_is_right_passes(played: Played, records: list[dict[str, Any]]) -> None:
    """A crawler that kept every story and each of its corrections in time misses no goal."""
    result = _keep(played, records)
    assert _missed(result) == set()
    assert result.stories.published == result.stories.kept + result.stories.unseen
    assert result.corrections.fates["caught"] > 3
    assert result.takedowns.fates["caught"] > 1
    assert result.idle.runs > 20


def test_a_story_that_is_not_there(played: Played, records: list[dict[str, Any]]) -> None:
    """A story of which there is no line is missed, and named."""
    name = records[7]["id"]
    result = _keep(played, [record for record in records if record["id"] != name])
    assert (_missed(result), result.stories.missed) == ({"stories missed"}, [name])


@pytest.mark.parametrize("revision", [1, 2])
def test_a_story_that_is_there_twice(
    played: Played, records: list[dict[str, Any]], revision: int
) -> None:
    """The same story again is a duplicate, as the same revision or as another."""
    again = records[7] | {"revision": revision}
    result = _keep(played, [*records[:8], again, *records[8:]])
    assert _missed(result) == {"stories duplicated"}


def test_a_story_that_reads_otherwise(played: Played, records: list[dict[str, Any]]) -> None:
    """A line with another text than the site's at that moment is found."""
    records[7] = records[7] | {"body": records[7]["body"] + " Lagi."}
    assert _missed(_keep(played, records)) == {"stories that read otherwise than published"}


def test_a_correction_that_is_late(played: Played, records: list[dict[str, Any]]) -> None:
    """A correction that is kept a run after the revisit that had to see it is missed."""
    at = next(n for n, record in enumerate(records) if record["revision"] == 2)
    late = datetime.fromisoformat(records[at]["fetched_at"]) + PLAN.every
    records[at] = records[at] | {"fetched_at": late.isoformat()}
    result = _keep(played, records)
    assert "corrections caught at the next revisit" in _missed(result)
    assert result.corrections.missed == [records[at]["id"]]


def test_a_takedown_that_is_not_noted(played: Played, records: list[dict[str, Any]]) -> None:
    """A takedown that the ledger does not know of is missed."""
    result = _keep(played, records, notes_takedowns=False)
    assert _missed(result) == {"takedowns noted at the next revisit"}


def test_a_story_that_is_late(played: Played, records: list[dict[str, Any]]) -> None:
    """A story that is kept a run later than it could be is seen in the delay."""
    at = next(
        n
        for n, record in enumerate(records)
        if datetime.fromisoformat(record["date_published"]) > BEGIN
    )
    late = datetime.fromisoformat(records[at]["fetched_at"]) + PLAN.every
    records[at] = records[at] | {"fetched_at": late.isoformat()}
    assert "minutes from publication to record" in _missed(_keep(played, records))


def test_pages_that_are_downloaded_again(played: Played, records: list[dict[str, Any]]) -> None:
    """Each full download counts: for news, for a new template alone, and for nothing."""
    head = next(
        head for head in published(played) if not played.site.corpus.story(head).corrections
    )
    page = _request(head.path, 200)
    after = next(n for n, ran in enumerate(played.runs) if ran.at >= PLAN.switch)
    for number in (after - 2, after - 1, after, after + 1):
        played.runs[number] = replace(played.runs[number], requests=[page])
    pages = _keep(played, records).traffic.pages
    assert pages == {"new": 1, "again": 2, "template": 1}


@pytest.mark.parametrize(
    ("requests", "goal"),
    [
        ([_request("/rss/dunia.xml", 200, 9_000)], "bytes of an idle run"),
        ([_request("/rss/dunia.xml", 304)] * 3, "requests of an idle run"),
    ],
)
def test_an_idle_run_that_costs_much(
    played: Played, records: list[dict[str, Any]], requests: list[Request], goal: str
) -> None:
    """An idle run is judged by what it asked for and got, heads included."""
    runs = [replace(ran, requests=requests) for ran in played.runs]
    assert _missed(_keep(replace(played, runs=runs), records)) == {goal}


@pytest.mark.parametrize("days", [5, 14, 91])
def test_one_trouble_at_a_time(days: int) -> None:
    """Outage, errors, new template and the day without cron come apart, with rest between."""
    plan = Plan(days, timedelta(minutes=10))
    rest = timedelta(hours=4)
    times = [plan.outage, plan.errors, plan.pause]
    ends = [BEGIN, *(span.end for span in times)]
    begins = [*(span.begin for span in times), plan.end]
    assert all(begin - end > rest for end, begin in zip(ends, begins, strict=True))
    assert plan.errors.end + rest < plan.switch < plan.pause.begin - rest
    assert plan.outage.end - plan.outage.begin == timedelta(hours=1)


def test_a_quarter_has_whole_days_of_trouble() -> None:
    """In a quarter the site is in trouble for a day, and cron does not run for a day."""
    plan = Plan(91, timedelta(minutes=10))
    day = timedelta(days=1)
    assert plan.errors.end - plan.errors.begin == plan.pause.end - plan.pause.begin == day
    runs = list(plan.runs())
    assert not [at for at in runs if at in plan.pause]
    assert len(runs) == 91 * 144 + 1 - 144
    assert {plan.phase(at) for at in runs} == {"quiet", "outage", "errors", "recovery"}
