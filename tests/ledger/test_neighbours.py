"""Copies name the earliest story of their cluster, in the ledger and on their way."""

import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.antara.text import sha256
from newscrawl.dayfiles import DayFiles
from newscrawl.items import Article
from newscrawl.ledger.database import connect, transaction
from newscrawl.ledger.lines import Lines
from newscrawl.replica.corpus import Corpus
from newscrawl.signatures import signature
from tests.drawing import draws
from tests.making import article

VOCABULARY = [f"kata{number}" for number in range(400)]


def text(seed: int, edits: int = 0, words: int = 150) -> str:
    """Return an invented body, the later edition the more edits it has."""
    draw = Random(seed)
    found = draw.choices(VOCABULARY, k=words)
    for at in draw.sample(range(words), edits):
        found[at] = f"lain{at}"
    return " ".join(found)


class Shelf:
    """A ledger without a run around it."""

    def __init__(self, directory: Path) -> None:
        """Open it."""
        self.database = connect(directory / "ledger.db")
        self.database.execute("PRAGMA synchronous=OFF")  # no test here pulls the plug
        self.lines = Lines(self.database, DayFiles(directory))

    def mark(self, record: Article) -> Article:
        """Do what the deduplicating pipeline does with a record."""
        newest = self.lines.newest(record.id)
        record.revision = 1 if newest is None else newest.revision + 1
        record.near_duplicate_of = self.lines.neighbours.original(record)
        self.lines.claim(record)
        return record

    def keep(self, *records: Article) -> None:
        """Do what the writing pipeline does with a group."""
        with transaction(self.database):
            for record in records:
                self.lines.add_within(record, "2026-11-20.jsonl", 0)
        for record in records:
            self.lines.release(record)

    def add(self, number: int, body: str | None, **changes: Any) -> str | None:
        """Mark and keep one record, and return its mark."""
        record = self.mark(article(number, body=body, **changes))
        self.keep(record)
        return record.near_duplicate_of

    def clusters(self) -> dict[str, str]:
        """Return which story began the cluster of each."""
        return dict(
            self.database.execute(
                "SELECT signatures.id, records.id FROM signatures JOIN records USING (number)"
            )
        )

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        row = self.database.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - our own names
        return int(row[0])


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    """Return an empty ledger."""
    made = Shelf(tmp_path)
    yield made
    made.database.close()


def test_a_light_edit_names_the_earlier_story(shelf: Shelf) -> None:
    """A rerun with some other words is marked; another story is not."""
    assert shelf.add(1, text(1)) is None
    assert shelf.add(2, text(2)) is None
    assert shelf.add(3, text(1, edits=8)) == "antara:1"


def test_a_copy_of_a_copy_names_the_first(shelf: Shelf) -> None:
    """Each edition is like the one before it; the last, unlike the first, still names the first."""
    marks = [shelf.add(edits + 1, text(1, edits=edits)) for edits in (0, 9, 18, 27)]
    assert marks == [None, *["antara:1"] * 3]


@pytest.mark.parametrize("order", [(0, 24), (24, 0)])
def test_of_two_clusters_the_earlier_is_named(shelf: Shelf, order: tuple[int, int]) -> None:
    """A text between two others, which are not like each other, names the one seen first."""
    assert [shelf.add(at + 1, text(1, edits)) for at, edits in enumerate(order)] == [None, None]
    assert shelf.add(3, text(1, edits=12)) == "antara:1"


def test_records_on_their_way_find_each_other(shelf: Shelf) -> None:
    """Of three editions that a run reads at once, the later two name the first."""
    records = [
        shelf.mark(article(number, body=text(1, edits=3 * number))) for number in range(1, 4)
    ]
    assert [record.near_duplicate_of for record in records] == [None, "antara:1", "antara:1"]
    shelf.keep(*records)
    assert shelf.add(4, text(1, edits=2)) == "antara:1"
    assert set(shelf.clusters().values()) == {"antara:1"}


def test_the_ledger_goes_before_what_is_on_its_way(shelf: Shelf) -> None:
    """A record that a claimed and a kept story are like names the kept one."""
    shelf.add(5, text(1, edits=24))
    assert shelf.mark(article(2, body=text(1))).near_duplicate_of is None
    assert shelf.mark(article(3, body=text(1, edits=12))).near_duplicate_of == "antara:5"


def test_what_is_on_its_way_counts_from_when_its_cluster_began(shelf: Shelf) -> None:
    """A record that is like a later kept story and a claimed copy of an earlier one names that."""
    assert [shelf.add(at, text(1, edits)) for at, edits in ((1, 0), (2, 31))] == [None, None]
    assert shelf.mark(article(3, body=text(1, edits=9))).near_duplicate_of == "antara:1"
    assert shelf.mark(article(4, body=text(1, edits=20))).near_duplicate_of == "antara:1"


def test_what_was_not_kept_is_named_by_nobody(shelf: Shelf) -> None:
    """A claim that is given up leaves no trace."""
    given_up = shelf.mark(article(1, body=text(1)))
    shelf.lines.release(given_up)
    assert shelf.add(2, text(1)) is None


def test_short_bodies_only_count_when_they_are_equal(shelf: Shelf) -> None:
    """Below fifty words a rerun with one other word is a story of its own, a copy is a copy."""
    short = text(1, words=40)
    shelf.add(1, short)
    assert shelf.add(2, text(1, edits=1, words=40)) is None
    assert shelf.add(3, short) == "antara:1"
    assert shelf.mark(article(4, body=short)).near_duplicate_of == "antara:1"
    assert shelf.count("bands") == 0


def test_a_revision_keeps_what_the_first_was_told(shelf: Shelf) -> None:
    """However a story is rewritten, its mark stays: none stays none, a copy stays a copy."""
    shelf.add(1, text(1))
    shelf.add(2, text(1, edits=4))
    shelf.add(3, text(3))
    assert shelf.add(2, text(9), headline="Baru") == "antara:1"
    assert shelf.add(3, text(1), headline="Baru") is None
    assert shelf.add(1, text(1, edits=4), headline="Baru") is None


def test_a_revision_does_not_make_a_story_later(shelf: Shelf) -> None:
    """The story that was seen first stays the first of its cluster, and of two with one text."""
    short = text(1, words=40)
    shelf.add(1, short)
    shelf.add(2, text(2, words=40))
    shelf.add(2, short, headline="Baru")
    shelf.add(1, text(3), headline="Baru")
    numbers = shelf.database.execute("SELECT number FROM signatures ORDER BY id").fetchall()
    assert numbers == [(1,), (2,)]
    assert shelf.add(3, short) == "antara:1"


def test_a_copy_of_a_revision_is_found(shelf: Shelf) -> None:
    """What is compared with is a story's newest text; an equal older one counts as well."""
    shelf.add(1, text(1))
    shelf.add(1, text(2), headline="Baru")
    assert (shelf.count("signatures"), shelf.count("bands")) == (1, 20)
    assert shelf.add(2, text(2, edits=4)) == "antara:1"
    assert shelf.add(3, text(1)) == "antara:1"
    assert shelf.add(4, text(1, edits=12)) == "antara:1"


def test_a_feed_s_record_takes_no_part(shelf: Shelf) -> None:
    """Metadata has no body: it is like nothing, and its page is compared when it comes."""
    shelf.add(1, None, template="feed")
    shelf.add(2, text(1))
    assert shelf.count("signatures") == 1
    assert shelf.add(1, text(1, edits=3)) == "antara:2"
    assert shelf.add(3, text(1, edits=6)) == "antara:2"


def test_a_line_taken_in_again_changes_nothing(shelf: Shelf) -> None:
    """An older revision that turns up late does not replace the newer text."""
    shelf.add(1, text(1))
    shelf.add(1, text(2), headline="Baru")
    with transaction(shelf.database):
        shelf.lines.add_within(article(1, body=text(1)), "2026-11-20.jsonl", 0)
    assert shelf.add(2, text(2, edits=3)) == "antara:1"


def test_a_phrase_that_thousands_share_is_not_all_read(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many stories share a band, a look-up takes some of them and finds the cluster."""
    monkeypatch.setattr("newscrawl.ledger.neighbours._MOST_PER_BAND", 5)
    monkeypatch.setattr("newscrawl.ledger.neighbours._MOST_CANDIDATES", 3)
    shelf.keep(*(shelf.mark(article(number, body=text(1))) for number in range(1, 40)))
    assert len(shelf.lines.neighbours._candidates(signature(text(1)))) == 3
    assert shelf.add(50, text(1, edits=3)) == "antara:1"


def test_signature_and_line_are_acknowledged_together(shelf: Shelf) -> None:
    """A transaction that fails leaves neither the line nor its signature."""
    record = shelf.mark(article(1, body=text(1)))

    def fail() -> None:
        with transaction(shelf.database):
            shelf.lines.add_within(record, "2026-11-20.jsonl", 0)
            raise sqlite3.OperationalError("disk full")

    with pytest.raises(sqlite3.OperationalError):
        fail()
    assert (shelf.count("signatures"), shelf.count("bands"), shelf.count("records")) == (0, 0, 0)


def test_of_the_replica_s_stories_the_copies_are_marked_and_no_others(shelf: Shelf) -> None:
    """Two weeks of stories that share topics and phrases: what is marked is what was copied."""
    corpus = Corpus(seed=6)
    days = (date(2026, 10, 1) + timedelta(days=at) for at in range(14))
    stories = [story for day in days for story in corpus.stories_of_day(day)]
    records = [
        article(story.article_id, id=story.id, body=story.body, body_sha256=sha256(story.body))
        for story in stories
    ]
    for start in range(0, len(records), 8):
        shelf.keep(*map(shelf.mark, records[start : start + 8]))
    marked = {record.id: record.near_duplicate_of for record in records}
    assert marked == {story.id: story.copy_of for story in stories}
    assert sum(mark is not None for mark in marked.values()) > 10


STORIES = st.tuples(
    st.integers(1, 6), st.sampled_from([1, 2]), st.sampled_from([0, 10, 24, 38]), st.booleans()
)


@settings(max_examples=draws(25), deadline=None)
@given(st.lists(st.lists(STORIES, max_size=5, unique_by=lambda story: story[0]), max_size=6))
def test_whatever_comes_marks_lead_to_the_earliest(
    groups: list[list[tuple[int, int, int, bool]]],
) -> None:
    """A mark names an earlier story that has none, never the story's own, and never changes.

    A ledger that is made anew from the lines has the same clusters.
    """
    with tempfile.TemporaryDirectory() as directory:
        shelf, written = Shelf(Path(directory)), list[Article]()
        for group in groups:
            records = [
                shelf.mark(article(number, body=text(seed, edits, 40 if is_short else 150)))
                for number, seed, edits, is_short in group
            ]
            shelf.keep(*records)
            written += records
        marks: dict[str, str | None] = {}
        for record in written:
            mark = record.near_duplicate_of
            assert mark is None or (mark in marks and marks[mark] is None)
            assert marks.setdefault(record.id, mark) == mark != record.id
        assert shelf.clusters() == {story: mark or story for story, mark in marks.items()}
        before = shelf.clusters()
        shelf.database.close()
        (Path(directory) / "again").mkdir()
        again = Shelf(Path(directory) / "again")
        again.keep(*written)
        assert again.clusters() == before
        again.database.close()
