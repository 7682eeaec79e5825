"""Near-duplicate clusters."""

from datetime import date
from pathlib import Path

from newscrawl.kept.selection import Selection
from tests.making import article
from tests.picture.directory import keep, published, told


def test_a_cluster_is_the_first_story_and_those_that_repeat_it(tmp_path: Path) -> None:
    """By time, each with its agencies."""
    clusters = told(
        keep(
            tmp_path,
            article(1, date_published=published(0), agencies=["AFP"]),
            article(3, date_published=published(2), near_duplicate_of="antara:1"),
            article(2, date_published=published(1), near_duplicate_of="antara:1"),
            article(4, date_published=None, near_duplicate_of="antara:1"),
            article(5, body=None),
        )
    )["clusters"]
    (cluster,) = clusters["list"]
    assert [member[1] for member in cluster["members"]] == [f"antara:{n}" for n in (1, 2, 3, 4)]
    assert cluster["members"][0] == (0, "antara:1", "Kabar nomor 1", article(1).url, ["AFP"])
    assert cluster["members"][3][0] is None
    assert (clusters["count"], clusters["stories"], cluster["size"]) == (1, 4, 4)
    assert (clusters["series"], clusters["undated"]) == ([(1, 1), (2, 1)], 1)
    assert (clusters["of"], clusters["of_undated"]) == ([(0, 1), (1, 1), (2, 1)], 1)


def test_the_first_story_need_not_be_selected(tmp_path: Path) -> None:
    """What repeats it is a cluster all the same; one alone is counted, and in none."""
    places = keep(
        tmp_path,
        article(1, date_published=published(0)),
        article(2, date_published=published(0)),
        *(article(n, near_duplicate_of="antara:1") for n in (11, 12)),
        article(13, near_duplicate_of="antara:2"),
        article(14, near_duplicate_of="antara:99"),
    )
    clusters = told(places, Selection(since=date(2026, 11, 10)))["clusters"]
    assert [cluster["size"] for cluster in clusters["list"]] == [2]
    assert (clusters["count"], clusters["stories"], clusters["alone"]) == (1, 2, 2)
    assert clusters["series"] == [(0, 4)]


def test_the_biggest_come_first(tmp_path: Path) -> None:
    """Of equal ones by id."""
    copies = [(11, 1), (21, 2), (22, 2), (31, 3)]
    clusters = told(
        keep(
            tmp_path,
            *(article(n) for n in (1, 2, 3)),
            *(article(n, near_duplicate_of=f"antara:{first}") for n, first in copies),
        )
    )["clusters"]
    assert [cluster["members"][0][1] for cluster in clusters["list"]] == [
        "antara:2", "antara:1", "antara:3",
    ]  # fmt: skip


def test_a_story_that_names_itself(tmp_path: Path) -> None:
    """Only damage makes one; it repeats nothing."""
    clusters = told(keep(tmp_path, article(1, near_duplicate_of="antara:1")))["clusters"]
    assert (clusters["series"], clusters["count"], clusters["alone"]) == ([], 0, 0)
