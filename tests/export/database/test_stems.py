"""Which forms of a word the canned search brings together."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from newscrawl.export.database.queries import QUERIES
from tests.export.documented import table
from tests.export.sample import exported, keep
from tests.making import article

_BODIES = {
    1: "Pasukan itu menyerang kota pelabuhan pada Kamis.",
    2: "Kota itu diserang dari dua arah.",
    3: "Menteri membantah penyerangan terhadap kapal dagang.",
    4: "Presiden membuka pameran buku di Łódź, kota tekstil.",
    5: "Kapal itu mengirim bantuan ke pelabuhan.",
    6: "Al-Qaeda membantah tuduhan itu; 31 orang di Sana'a hadir.",
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The stories, exported and open."""
    directory = tmp_path_factory.mktemp("stems")
    keep(directory, *(article(n, headline="Kabar", body=body) for n, body in _BODIES.items()))
    exported(directory, directory / "a.db")
    with closing(sqlite3.connect(directory / "a.db")) as opened:
        yield opened


def found(database: sqlite3.Connection, asked: str | None) -> list[int]:
    """Return the numbers of the stories that the canned search finds."""
    rows = database.execute(QUERIES["search"].sql, {"words": asked}).fetchall()
    return sorted(int(row[-1].removeprefix("antara:")) for row in rows)


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("serangan", [1, 2, 3]),  # no story has this form
        ("serang", [1, 2, 3]),
        ("menyerang", [1, 2, 3]),
        ("Diserang", [1, 2, 3]),
        ("penyerangannya", [1, 2, 3]),
        ("serangan pelabuhan", [1]),
        ("pelabuhan kota serangan", [1]),
        ("membantu", [5]),
        ("bantah", [3, 6]),
        ("dibantahnya", [3, 6]),
        ("pengiriman", [5]),  # its root is mengirim's, whatever letter was lost
        ("kirim", []),  # documented: the stemmer does not find the k of mengirim
        ("Łódź", [4]),
        ("lodz", []),  # Ł is a letter of its own
        ("al-qaeda", [6]),
        ("SANA'A", [6]),
        ("serangan 😀 × pelabuhan，", [1]),
        ("31", [6]),
        ("tidakada", []),
        ("serangan tidakada", []),
    ],
)
def test_other_forms_are_found(
    database: sqlite3.Connection, asked: str, numbers: list[int]
) -> None:
    """One form of a word finds the stories that only have another, alone and among others."""
    assert found(database, asked) == numbers


@pytest.mark.parametrize(
    "asked",
    ['"', "'", "", " ", "*", "(", 'a" OR "b', "serang* NEAR(", "stems : x", "- AND NOT ^", "\\", "。",
     "“serangan”", "{a b} : c", "%", "\n\t", "x" * 5000, "\x07", "--", "😀", None],
    ids=lambda asked: ascii(asked)[:12],
)  # fmt: skip
def test_nothing_that_is_asked_is_an_error(database: sqlite3.Connection, asked: str | None) -> None:
    """What FTS5 has a meaning for is a blank, or nothing is found."""
    assert found(database, asked) in ([], [1, 2, 3])


def test_the_headline_counts_most(tmp_path: Path) -> None:
    """A story with the word in its headline comes before one that has it in the text."""
    keep(
        tmp_path,
        article(1, headline="Kabar", body="Kota itu diserang. " * 3),
        article(2, headline="Kota diserang", body="Kabar dari kota."),
        *(article(n, headline="Lain", body="Hal lain.") for n in range(3, 9)),
    )
    exported(tmp_path, tmp_path / "a.db")
    with closing(sqlite3.connect(tmp_path / "a.db")) as database:
        rows = database.execute(QUERIES["search"].sql, {"words": "diserang"}).fetchall()
    assert [row[-1] for row in rows] == ["antara:2", "antara:1"]


def _stems(database: sqlite3.Connection, text: str) -> set[str]:
    """Return the stems of some words that were exported."""
    query = "SELECT stem FROM stems WHERE word = ?"
    return {database.execute(query, (word.strip(),)).fetchone()[0] for word in text.split(",")}


def test_what_is_documented_of_the_stemmer(tmp_path: Path) -> None:
    """docs/exports.md says which forms it brings together, and which it does not."""
    rows = table("### Other forms of a word")
    told = [cell for row in rows for cell in row if cell and not cell.startswith("-")]
    plain = [cell.replace("(", ",").replace(")", "") for cell in told if "asked" not in cell]
    keep(tmp_path, article(1, body=" ".join(plain).replace(",", " ")))
    exported(tmp_path, tmp_path / "a.db")
    with closing(sqlite3.connect(tmp_path / "a.db")) as database:
        together = [row[0] for row in rows if not row[1] and "asked" not in row[0]]
        for row in together:
            assert len(_stems(database, row)) == 1, row
        apart = [row for row in rows if len(row) > 1 and "(" in row[1]]
        for asked, missed in apart:
            stem = asked.rpartition("(")[2].rstrip(")")
            assert _stems(database, asked.rpartition("(")[0]) == {stem}
            for group in missed.split("),"):
                words, _, other = group.rstrip(")").rpartition("(")
                assert _stems(database, words) == {other} != {stem}
    assert (len(together), len(apart)) == (5, 8)
    assert QUERIES.keys() == {row[0] for row in table("## SQLite, for Datasette")}
