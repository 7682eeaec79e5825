"""What stories name."""

from pathlib import Path

from newscrawl.items import Discovered
from tests.making import article
from tests.picture.directory import keep, told, total


def test_rare_names_are_counted_together(tmp_path: Path) -> None:
    """Sixty names get a series; the mentions of all others are one."""
    stories = [article(n, editors=[f"Nama {n % 70:02}", "Ani"]) for n in range(1, 141)]
    editors = told(keep(tmp_path, *stories))["groups"]["editors"]
    assert (len(editors["values"]), editors["named"]) == (60, 71)
    assert list(editors["values"])[:2] == ["Ani", "Nama 00"]
    assert editors["values"]["Ani"] == [(0, 140)]
    assert total(editors["other"]) == 2 * 11
    assert total(editors["stories"]) == 140


def test_what_fills_a_month_is_named(tmp_path: Path) -> None:
    """The twelve names of each calendar month are among them, however rare they are in all years."""
    numbers = iter(range(1, 10_000))
    common = [article(next(numbers), editors=[f"Nama {n % 60}"]) for n in range(180)]
    october = [
        article(
            next(numbers),
            editors=[f"Tamu {n % 14:02}"],
            date_published=f"2026-10-{31 if n % 2 else '01'}T00:00:00+07:00",
        )
        for n in range(28)
    ]
    editors = told(keep(tmp_path, *common, *october))["groups"]["editors"]
    named = list(editors["values"])
    assert (len(named), editors["named"], total(editors["other"])) == (72, 74, 4)
    assert named[60:] == [f"Tamu {n:02}" for n in range(12)]


def test_two_hundred_tags(tmp_path: Path) -> None:
    """There are more tags than people."""
    stories = [article(n, tags=[f"tag {n}"]) for n in range(1, 251)]
    tags = told(keep(tmp_path, *stories))["groups"]["tags"]
    assert (len(tags["values"]), tags["named"], tags["other"]) == (200, 250, [(0, 50)])


def test_a_name_counts_once_a_story(tmp_path: Path) -> None:
    """Also where a page prints it twice."""
    tags = told(keep(tmp_path, article(1, tags=["Gaza", "Gaza", "gaza"])))["groups"]["tags"]
    assert tags["values"] == {"Gaza": [(0, 1)], "gaza": [(0, 1)]}


def test_how_stories_were_found_and_read(tmp_path: Path) -> None:
    """Ways of discovery, editions and fallbacks are groups as well; a page from a file has no way."""
    found = article(1, discovered=Discovered(via="related"), fallbacks={"body": "generic"})
    groups = told(keep(tmp_path, found, article(2, discovered=None, edition="jatim")))["groups"]
    assert groups["discovered"]["values"] == {"related": [(0, 1)]}
    assert groups["discovered"]["stories"] == [(0, 1)]
    assert groups["editions"]["values"] == {"id": [(0, 1)], "jatim": [(0, 1)]}
    assert groups["fallbacks"]["values"] == {"body: generic": [(0, 1)]}
