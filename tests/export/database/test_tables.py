"""The tables of the SQLite export: what they hold, and that each key leads somewhere."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from newscrawl.export.database import names, words
from newscrawl.export.database.tables import TABLES
from newscrawl.items import Dateline
from newscrawl.kept.selection import Selection
from tests.export.documented import table
from tests.export.sample import GONE, exported, keep, link, sample
from tests.making import article

Rows = list[tuple[Any, ...]]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as SQLite."""
    directory = tmp_path_factory.mktemp("database")
    assert exported(sample(directory / "data"), directory / "a.db").count == 5
    return directory / "a.db"


@pytest.fixture
def database(path: Path) -> Iterator[sqlite3.Connection]:
    """The same, open."""
    with closing(sqlite3.connect(path)) as opened:
        yield opened


def rows(path: Path, query: str) -> Rows:
    """Return what a query finds."""
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def test_each_key_leads_somewhere(database: sqlite3.Connection) -> None:
    """SQLite finds no key without its row, all that are declared have an index, the file is whole."""
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")
    for name, told in TABLES.items():
        declared = database.execute(f"PRAGMA foreign_key_list({name})").fetchall()
        wanted = {key: part.leads_to for key, part in told.columns.items() if part.leads_to}
        assert {row[3]: row[2] for row in declared} == wanted
        firsts = {
            database.execute(f"PRAGMA index_info('{index[1]}')").fetchone()[2]
            for index in database.execute(f"PRAGMA index_list({name})")
        }
        assert set(wanted) <= firsts, name


def test_a_story_and_what_it_names(path: Path) -> None:
    """Roles, agencies, tags, pictures and links stand in tables of their own, in page order."""
    people = (
        "SELECT name, role, people.stories FROM article_people JOIN people ON people.id = person"
    )
    assert sorted(rows(path, people)) == [
        ("Ayu Lestari", "reporter", 1),
        ("Ayu Lestari", "translator", 1),
        ("Bayu Wiratama", "translator", 1),
        ("Dewi Larasati", "editor", 1),
    ]
    agencies = "SELECT name FROM article_agencies JOIN agencies ON id = agency ORDER BY position"
    assert rows(path, agencies) == [("Reuters",), ("AP",)]
    assert rows(path, "SELECT month, sum(stories) FROM agency_months GROUP BY 1") == [
        ("2026-11", 2)
    ]
    tags = "SELECT name FROM article_tags JOIN tags ON id = tag ORDER BY position"
    assert rows(path, tags) == [("a|b",), ("c\\d",), ("pesawat nirawak",)]
    assert rows(path, "SELECT article, position, caption FROM images") == [
        ("antara:1", 1, "Satu,\ndua"),
        ("antara:1", 2, None),
    ]
    links = "SELECT source, target, target_id, kind, after_paragraph FROM links"
    assert rows(path, links) == [
        ("antara:1", "antara:2", "antara:2", "baca_juga", 1),
        ("antara:1", None, "antara:900", "baca_juga", 3),
        ("antara:1", "antara:3", "antara:3", "related_news", None),
        ("antara:3", "antara:1", "antara:1", "baca_juga", 1),
    ]
    linked = "SELECT id, story, linked_from FROM linked WHERE id = 'antara:900'"
    assert rows(path, linked) == [("antara:900", None, 1)]


def test_times_can_be_sorted(path: Path) -> None:
    """Beside the time as printed stand the moment in UTC and the day in Jakarta."""
    query = "SELECT date_published, published_at, day FROM articles WHERE id = 'antara:1'"
    assert rows(path, query) == [
        ("2026-11-19T23:30:00+08:00", "2026-11-19T15:30:00Z", "2026-11-19")
    ]


def test_repeats_and_what_is_gone(path: Path) -> None:
    """A story that is repeated is a key where it is in the file; its id stands in any case."""
    query = "SELECT id, near_duplicate_of, repeats, gone_since FROM articles WHERE article_id < 4"
    assert rows(path, query) == [
        ("antara:1", None, None, None),
        ("antara:2", "antara:1", "antara:1", None),
        ("antara:3", "antara:77", None, GONE),
    ]


def test_revisions_say_what_changed(path: Path) -> None:
    """Every kept revision has its line; of the later ones it is said which fields differ."""
    query = "SELECT article, revision, changed, headline, body, line FROM revisions LIMIT 2"
    (first, second) = rows(path, query)
    assert first == ("antara:1", 1, None, "Sebelum diubah", None, 1)
    assert second[:2] == ("antara:1", 2)
    assert json.loads(second[2]) == ["headline", "editors"]
    assert rows(path, "SELECT count(*) FROM revisions") == [(6,)]


def test_texts_of_all_revisions(tmp_path: Path) -> None:
    """With all revisions their texts are there; articles has the newest all the same."""
    keep(tmp_path, article(1, body="Satu."), article(1, body="Dua.", revision=3), article(2))
    done = exported(tmp_path, tmp_path / "a.db", Selection(all_revisions=True))
    assert (done.count, done.are_revisions) == (2, False)
    told = rows(tmp_path / "a.db", "SELECT revision, changed, body FROM revisions")
    assert told[:2] == [(1, None, "Satu."), (3, '["body"]', "Dua.")]
    assert rows(tmp_path / "a.db", "SELECT body FROM articles WHERE article_id = 1") == [("Dua.",)]


def test_a_selection_leads_to_nothing_outside(tmp_path: Path) -> None:
    """Links, repeats and revisions of stories that are not selected leave no key behind."""
    keep(
        tmp_path,
        article(1, section="Ekonomi"),
        article(2, section="Dunia", near_duplicate_of="antara:1", related=[link(1)]),
    )
    exported(tmp_path, tmp_path / "a.db", Selection(sections=frozenset({"dunia"})))
    assert rows(tmp_path / "a.db", "PRAGMA foreign_key_check") == []
    assert rows(tmp_path / "a.db", "SELECT target, target_id FROM links") == [(None, "antara:1")]
    assert rows(tmp_path / "a.db", "SELECT article FROM revisions") == [("antara:2",)]


def test_lists_that_say_a_thing_twice(tmp_path: Path) -> None:
    """A name that a page prints twice in one list stands there twice."""
    keep(tmp_path, article(1, editors=["A", "A"], agencies=["AP", "AP"], tags=["x", "x"]))
    exported(tmp_path, tmp_path / "a.db")
    assert rows(tmp_path / "a.db", "SELECT name, stories FROM people") == [("A", 1)]
    assert rows(tmp_path / "a.db", "SELECT count(*) FROM article_tags") == [(2,)]


def test_more_names_and_words_than_are_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is forgotten for the sake of memory is looked up, and comes once."""
    monkeypatch.setattr(names, "_MOST", 2)
    monkeypatch.setattr(words, "_MOST", 2)
    keep(tmp_path, *(article(n, tags=["a", "b", f"t{n % 3}"]) for n in range(1, 20)))
    exported(tmp_path, tmp_path / "a.db")
    assert rows(tmp_path / "a.db", "SELECT name, stories FROM tags ORDER BY 1") == [
        ("a", 19), ("b", 19), ("t0", 6), ("t1", 7), ("t2", 6)
    ]  # fmt: skip
    assert rows(tmp_path / "a.db", "SELECT stem FROM stems WHERE word = 'kepada'") == [("pada",)]


def test_two_lines_with_one_revision(tmp_path: Path) -> None:
    """Of those, which only a damaged directory has, the later counts, as everywhere."""
    lines = (article(1), article(1, headline="A", revision=2), article(1, headline="B", revision=2))
    keep(tmp_path, *lines, article(2, dateline=Dateline(text="x")))
    exported(tmp_path, tmp_path / "a.db")
    told = rows(tmp_path / "a.db", "SELECT revision, headline FROM revisions LIMIT 2")
    assert told == [(1, "Kabar nomor 1"), (2, "B")]


def test_the_file_says_what_it_is(path: Path) -> None:
    """Source, rights, selection and versions stand in a table."""
    told: dict[str, str] = dict(rows(path, "SELECT name, value FROM about"))
    assert (told["schema_version"], told["selection"]) == ("1", "everything")
    assert "ANTARA" in told["rights"]


@pytest.mark.parametrize("name", TABLES)
def test_the_documented_columns(name: str, path: Path) -> None:
    """docs/exports.md has each column with its meaning; the file has the same columns."""
    meanings = [(key, part.meaning) for key, part in TABLES[name].columns.items()]
    assert [(key, told.replace("`", "")) for key, told in table(f"### {name}")] == [
        (key, told.replace("`", "")) for key, told in meanings
    ]
    assert [row[1] for row in rows(path, f"PRAGMA table_info({name})")] == [
        key for key, _ in meanings
    ]
