"""The recipes answer what their headings ask, also where a careless count goes wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import needs
from tests.docs.blocks import PROJECT, under
from tests.docs.checkout import TOOLS, checkout, run
from tests.recipes import stories

RECIPES = PROJECT / "docs" / "recipes.md"
_SQL = PROJECT / "tests" / "docs" / "run_sql.py"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a checkout whose demo has the hand-made stories, and their Parquet."""
    directory = tmp_path_factory.mktemp("recipes")
    where = checkout(directory / "newscrawl", stories.write(directory / "demo"))
    done = _shell(under(RECIPES, "DuckDB, from Parquet", "sh"), where)
    assert done.startswith("demo/antara.parquet: 12 stories")
    return where


def _shell(text: str, here: Path) -> str:
    done = run(["bash", "-euo", "pipefail", "-c", text], here)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _python(text: str, here: Path) -> str:
    needs.programs("python", under=TOOLS / "bin")
    done = run([str(TOOLS / "bin" / "python"), "-"], here, text=text)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _rows(here: Path, heading: str) -> list[Any]:
    """Return what the query under a heading finds, the view of the newest revisions made before."""
    needs.programs("python", under=TOOLS / "bin")
    view = under(RECIPES, "DuckDB, straight from the day files", "sql")
    text = json.dumps([["view", view], [heading, under(RECIPES, heading, "sql")]])
    done = run([str(TOOLS / "bin" / "python"), str(_SQL)], here, text=text)
    assert done.returncode == 0, done.stderr
    rows: list[Any] = json.loads(done.stdout.splitlines()[-1])
    return rows


def test_wires_a_month(here: Path) -> None:
    """Newest revisions, no copies, months of Jakarta, undated stories left out."""
    assert _rows(here, "Stories per wire and month") == [
        ["2026-10", "Reuters", 2],
        ["2026-10", "AFP", 1],
        ["2026-11", "Xinhua", 1],
    ]


def test_who_translates_what(here: Path) -> None:
    """The same story counts for each of its wires, and a copy for none."""
    assert _rows(here, "Who translates what") == [["Ani", "Reuters", 2], ["Ani", "AFP", 1]]


def test_corrections(here: Path) -> None:
    """A story known by its feed entry first was not corrected when its page was read."""
    ((published, after, story, revision, before, now, has_other_body),) = _rows(
        here, "Which stories were corrected after publication"
    )
    assert (published, after) == ("2026-10-31 23:30:00", "9:00:00")
    assert (story, revision, before, now) == ("antara:1", 2, "Kabar nomor 1", "Kabar yang benar")
    assert not has_other_body


def test_a_thread(here: Path) -> None:
    """Links lead to the story of that number on that host, and to none that is not kept."""
    found = _rows(here, "Follow a thread")
    assert [(hops, headline) for _, hops, headline in found] == [
        (1, "Kabar yang benar"),
        (1, "Kabar nomor 2"),
        (0, "Gempa di Tallinn"),
    ]


def test_the_corpus(here: Path) -> None:
    """Whole Indonesian stories, once each, whose pages do not forbid it."""
    _python(under(RECIPES, "A corpus of Indonesian text", "python"), here)
    lines = (here / "demo" / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [
        "antara:1", "antara:2", "antara:4", "antara:5", "antara-jatim:2", "antara:11",
    ]  # fmt: skip


def test_stories_a_day(here: Path) -> None:
    """Days are Jakarta's, and those without a story are in the series."""
    text = under(RECIPES, "Stories a day, with the days that have none", "python")
    found = json.loads(
        _python(f"{text}\nprint(by_day.to_json(date_format='iso'))", here).split("\n")[-2]
    )
    counts = {day[:10]: count for day, count in found.items()}
    assert len(counts) == 21
    assert {day: count for day, count in counts.items() if count} == {
        "2026-10-31": 2,
        "2026-11-20": 8,
    }


def test_newest_revisions_by_jq(here: Path) -> None:
    """A line for each story, its newest."""
    needs.programs("jq")
    _shell(under(RECIPES, "The newest revision of each story", "sh"), here)
    lines = (here / "demo" / "newest.jsonl").read_text(encoding="utf-8").splitlines()
    found = {record["id"]: record["revision"] for record in map(json.loads, lines)}
    newest: dict[str, int] = {}
    for story in stories.STORIES:
        newest[story.id] = max(story.revision, newest.get(story.id, 0))
    assert found == newest
    assert len(lines) == len(newest)


def test_the_alert(here: Path) -> None:
    """The one story on the subject, once, with its date and address."""
    needs.programs("jq")
    told = _shell(under(RECIPES, "A daily alert: new stories on a subject", "sh"), here)
    assert told.splitlines() == [
        "2026-11-20T10:00:00+07:00\tGempa di Tallinn\thttps://www.antaranews.com/berita/11/kabar"
    ]


def test_bylines_are_left_out(here: Path) -> None:
    """What the legal side says to pass on has no name of a byline in it."""
    needs.programs("jq")
    _shell(under(PROJECT / "docs" / "legal.md", "Names of people", "sh"), here)
    lines = (here / "demo" / "without-bylines.jsonl").read_text(encoding="utf-8")
    assert len(lines.splitlines()) == len(stories.STORIES)
    assert "Ani" not in lines
