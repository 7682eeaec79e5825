"""The tables that are made are those that are kept."""

from pathlib import Path

import pytest

from newscrawl.gazetteer import countries, making
from newscrawl.gazetteer.folding import key
from newscrawl.gazetteer.names import NOTHING, lists

LARGEST = 1_000_000


def test_the_tables_are_what_their_sources_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``python -m newscrawl.gazetteer.making`` would write nothing new, and a stale one is named."""
    made = making.tables()
    assert [
        name
        for name, text in made.items()
        if (making.HERE / name).read_text(encoding="utf-8") != text
    ] == []
    assert making.main(["--check"], tmp_path) == 1
    assert capsys.readouterr().out == "countries.tsv is stale\ncities.tsv is stale\n"
    assert making.main([], tmp_path) == 0
    assert making.main(["--check"], tmp_path) == 0


def test_the_tables_are_small() -> None:
    """What every clone carries stays below a megabyte."""
    assert sum(table.stat().st_size for table in making.HERE.glob("*.tsv")) < LARGEST


def test_what_is_kept_by_hand_agrees() -> None:
    """Each name stands once, its countries exist, and it is not said to be no place as well."""
    rows = [line.split("\t") for line in _lines("exonyms.tsv")]
    names = [key(row[0]) for row in rows]
    assert sorted(names) == sorted(set(names))
    assert {code for row in rows for code in row[1].split("|")} - set(countries.table()) == {"?"}
    assert not set(names) & {
        key(row[0]) for row in map(_row, _lines("not_places.tsv")) if row[1] in NOTHING
    }
    assert lists().words.keys() >= {"word", "person", "treaty", "thing", "common", "sea", "at"}


def test_a_country_has_names_and_a_point() -> None:
    """Codes of disputed and small places are there too."""
    assert (countries.name("CI"), countries.indonesian("CI")) == ("Ivory Coast", "Pantai Gading")
    assert countries.centre("SG") == pytest.approx((1.29, 103.85))
    assert {"HK", "MO", "TW", "XK", "PS", "VA", "GL"} <= countries.table().keys()
    with pytest.raises(KeyError):
        countries.name("ZZ")


def _row(line: str) -> list[str]:
    return line.split("\t")


def _lines(file: str) -> list[str]:
    text = (making.HERE / file).read_text(encoding="utf-8")
    return [line for line in text.splitlines()[1:] if not line.startswith("#")]
