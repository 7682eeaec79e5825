"""Story threads."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from newscrawl.items import Article
from newscrawl.kept.selection import Selection
from newscrawl.picture import ties
from newscrawl.picture.form_bonds import Threads
from newscrawl.picture.threads import RULE
from tests.making import article
from tests.picture.directory import keep, link, published, told, total


def _story(number: int, day: float, *related: int, **changes: Any) -> Article:
    parts: dict[str, Any] = {
        "tags": ["gempa"],
        "headline": f"Kabar {number}",
        "related": [link(target) for target in related],
    }
    return article(number, date_published=published(day), **(parts | changes))


def _threads(data: Path, *stories: Article) -> Threads:
    return told(keep(data, *stories))["threads"]


def _ids(threads: Threads) -> list[list[int]]:
    return [
        [int(member[2].partition(":")[2]) for member in thread["members"]]
        for thread in threads["list"]
    ]


def test_a_thread_is_told_by_time(tmp_path: Path) -> None:
    """Its stories in the order in which they came out, its links, its days, what it is about."""
    stories = (
        _story(3, 1.5, 1, 2, tags=["Gempa", "Fiji"]),
        _story(1, 0, tags=["gempa", "tsunami"]),
        _story(2, 0.25, 1, tags=["gempa", "Fiji"]),
    )
    threads = _threads(tmp_path, *stories)
    (thread,) = threads["list"]
    assert _ids(threads) == [[1, 2, 3]]
    assert thread["members"][1] == (0, 18 * 60, "antara:2", "Kabar 2", stories[2].url)
    assert thread["edges"] == [(1, 0), (2, 0), (2, 1)]
    assert (thread["stories"], thread["first"], thread["last"]) == (3, 0, 2)
    assert thread["days"] == [(0, 2), (2, 1)]
    assert (thread["tags"], thread["common"]) == (["Fiji", "gempa", "Gempa"], ["gempa"])
    assert (threads["count"], threads["stories"], threads["shown"]) == (1, 3, 1)
    assert (threads["links"], threads["ties"]) == (3, 3)


def test_two_stories_are_no_thread(tmp_path: Path) -> None:
    """It takes three."""
    threads = _threads(tmp_path, _story(1, 0), _story(2, 1, 1))
    assert (threads["count"], threads["list"], threads["ties"]) == (0, [], 1)


def test_links_of_other_kinds_do_not_tie(tmp_path: Path) -> None:
    """Related news stand under every story."""
    stories = [_story(n, 0, related=[link(9 - n, "related_news")]) for n in (3, 4, 5, 6)]
    assert _threads(tmp_path, *stories)["ties"] == 0


def test_stories_far_apart_are_not_tied(tmp_path: Path) -> None:
    """Seven days may lie between two, by the calendar, not eight."""
    near = _threads(tmp_path / "a", _story(1, 0), _story(2, 7.4, 1), _story(3, 14.4, 2))
    far = _threads(tmp_path / "b", _story(1, 0.4), _story(2, 8.4, 1), _story(3, 8.4, 2))
    assert (near["ties"], _ids(near), far["ties"]) == (2, [[1, 2, 3]], 1)


def test_a_thread_lasts_a_month_at_most(tmp_path: Path) -> None:
    """A chain that goes on and on is more than one."""
    threads = _threads(tmp_path, *(_story(n, 6 * n, n - 1) for n in range(1, 11)))
    assert _ids(threads) == [[6, 7, 8, 9, 10], [1, 2, 3, 4, 5]]


def test_all_stories_of_a_thread_have_something_in_common(tmp_path: Path) -> None:
    """A link to another topic does not lead on to it, though each pair shares something."""
    threads = _threads(
        tmp_path,
        _story(1, 0, tags=["gempa"]),
        _story(2, 0, 1, tags=["gempa"]),
        _story(3, 0, 2, tags=["gempa", "bantuan"]),
        _story(4, 0, 3, tags=["bantuan"]),
        _story(5, 0, 4, tags=["bantuan"]),
        _story(6, 0, 5, tags=[]),
    )
    assert sorted(map(sorted, _ids(threads))) in ([[1, 2], [3, 4, 5]], [[1, 2, 3]], [[3, 4, 5]])


def test_a_country_that_headlines_name_is_common_ground_too(tmp_path: Path) -> None:
    """Tags are not always given."""
    stories = [_story(n, 0, n - 1, tags=[], headline=f"{n} korban di Fiji") for n in (1, 2, 3)]
    (thread,) = _threads(tmp_path, *stories)["list"]
    assert (thread["common"], thread["countries"]) == ([], ["FJ"])


def test_what_a_twentieth_of_all_stories_has_ties_nothing(tmp_path: Path) -> None:
    """Unless they are few."""
    many = [_story(n, 0, n - 1, tags=["dunia"]) for n in range(1, 22)]
    assert _threads(tmp_path / "a", *many)["ties"] == 0
    assert _threads(tmp_path / "b", *many[:20])["list"][0]["stories"] == 20
    others = [_story(n, 0, tags=[]) for n in range(100, 500)]
    assert _threads(tmp_path / "c", *many, *others)["list"][0]["stories"] == 21


def test_cycles_self_links_and_links_to_nothing(tmp_path: Path) -> None:
    """Links in both directions are one tie; a story is not tied to itself."""
    stories = (_story(1, 0, 1, 2, 3), _story(2, 0, 1, 3, 99), _story(3, 0, 1, 2, 3))
    threads = _threads(tmp_path, *stories)
    assert (threads["links"], threads["ties"]) == (6, 3)
    assert _ids(threads) == [[1, 2, 3]]
    assert len(threads["list"][0]["edges"]) == 6


def test_undated_and_unselected_stories_are_in_no_thread(tmp_path: Path) -> None:
    """The one have no day, the other are not asked for."""
    stories = [_story(n, n, n - 1) for n in range(1, 7)]
    stories[5].date_published = None
    data = told(keep(tmp_path, *stories), Selection(since=date(2026, 11, 4)))
    assert (_ids(data["threads"]), data["threads"]["links"]) == ([[3, 4, 5]], 2)


def test_of_a_big_thread_the_most_linked_stories_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eighty of them; days and number are of all."""
    monkeypatch.setattr(ties, "FEWEST_COMMON", 100)
    stories = [_story(n, n / 30, 1) for n in range(1, 91)]
    (thread,) = _threads(tmp_path, *stories)["list"]
    assert (thread["stories"], len(thread["members"]), total(thread["days"])) == (90, 80, 90)
    assert thread["members"][0][2] == "antara:1"
    assert len(thread["edges"]) == 79


def test_threads_are_the_same_each_time(tmp_path: Path) -> None:
    """Nothing is left to chance."""
    stories = [
        _story(n, n % 9, n // 2, n // 3, tags=[f"t{n % 7}", f"u{n % 5}"]) for n in range(1, 60)
    ]
    assert _threads(tmp_path, *stories) == told(keep(tmp_path))["threads"]


def test_the_rule_is_documented_as_it_is() -> None:
    """The page and the document say the same."""
    document = Path(__file__).parents[2] / "docs" / "report.md"
    assert RULE in " ".join(document.read_text("utf-8").split())
