"""What run reports say."""

from pathlib import Path

import pytest

from newscrawl.picture.runs import runs
from newscrawl.places import Places
from tests.picture.directory import report


def test_reports_by_the_day_of_their_start(tmp_path: Path) -> None:
    """In Asia/Jakarta; numbers of one day are added up."""
    places = Places.under(tmp_path)
    report(places, "a")
    report(places, "b", exit_code=3, outcomes={"failed": {"timeout": 2, "http_503": 1}})
    report(places, "c", started_at="2026-11-20T17:00:00+00:00", statuses={"404": 1})
    told = runs(places.runs)
    assert (told["days"], told["count"]) == ({"first": "2026-11-20", "count": 2}, 3)
    assert told["runs"] == [(0, 2), (1, 1)]
    assert told["exit_codes"] == {"0": [(0, 1), (1, 1)], "3": [(0, 1)]}
    assert told["requests"] == [(0, 10), (1, 5)]
    assert (told["not_modified"], told["bytes"]) == ([(0, 2), (1, 1)], [(0, 2000), (1, 1000)])
    assert told["statuses"] == {"200": [(0, 8)], "304": [(0, 2)], "404": [(1, 1)]}
    assert told["outcomes"] == {
        "failed": {"timeout": [(0, 3), (1, 1)], "http_503": [(0, 1)]},
        "new": {"": [(0, 3), (1, 3)]},
    }


@pytest.mark.parametrize(
    "changes",
    [
        {"started_at": None},
        {"started_at": "2026-11-20T02:00:00"},
        {"requests": "viele"},
        {"statuses": []},
        {"statuses": {"200": None}},
        {"outcomes": {"new": 3}},
    ],
)
def test_a_report_of_another_form_is_counted_apart(
    tmp_path: Path, changes: dict[str, object]
) -> None:
    """Nothing of it is taken."""
    places = Places.under(tmp_path)
    report(places, "a", **changes)
    report(places, "b")
    told = runs(places.runs)
    assert (told["count"], told["unread"], told["requests"]) == (1, 1, [(0, 5)])
    assert told["unread_files"] == [str(places.runs / "a.json")]


@pytest.mark.parametrize("text", ["", "{", "[]", "\ud800"])
def test_a_broken_report(tmp_path: Path, text: str) -> None:
    """It is counted, and the others are read."""
    places = Places.under(tmp_path)
    report(places, "b")
    (places.runs / "a.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    (places.runs / "c.new").write_text("{")
    assert (runs(places.runs)["count"], runs(places.runs)["unread"]) == (1, 1)


def test_no_reports(tmp_path: Path) -> None:
    """Nor a directory of them."""
    told = runs(tmp_path / "none")
    assert (told["days"], told["count"], told["unread"], told["runs"]) == (None, 0, 0, [])
