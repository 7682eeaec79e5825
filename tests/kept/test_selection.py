"""What ``--since``, ``--until`` and ``--section`` take."""

import argparse
from datetime import date

import pytest

from newscrawl.exits import ArgumentError
from newscrawl.kept.selection import Selection, add_options, selection


def _parsed(*args: str) -> Selection:
    parser = argparse.ArgumentParser()
    add_options(parser)
    return selection(parser.parse_args(args))


def test_everything_by_default() -> None:
    """Without options nothing is left out, and the selection says so."""
    assert (_parsed(), str(_parsed())) == (Selection(), "everything")


def test_days_and_sections() -> None:
    """Names of sections are compared without regard to capitals."""
    chosen = _parsed("--since", "2026-11-01", "--until", "2026-11-20", "--section", "Dunia, Asia")
    assert (chosen.since, chosen.until) == (date(2026, 11, 1), date(2026, 11, 20))
    assert chosen.sections == {"dunia", "asia"}
    assert str(chosen) == "2026-11-01 to 2026-11-20, section asia, dunia"


@pytest.mark.parametrize(
    ("args", "named"),
    [
        (["--since", "yesterday"], "--since takes a day such as 2026-11-01, not 'yesterday'"),
        (["--until", "20261101"], "--until takes a day"),
        (["--until", "2026-11-31"], "--until takes a day"),
        (["--since", "2026-11-02", "--until", "2026-11-01"], "is after"),
        (["--section", "dunia,"], "--section takes a name"),
    ],
)
def test_what_is_malformed_is_named(args: list[str], named: str) -> None:
    """The message names the option and what it takes."""
    with pytest.raises(ArgumentError, match=named):
        _parsed(*args)


@pytest.mark.parametrize(
    "published",
    [
        "kemarin",
        "2020-01-01T09:00:00",
        "2020-02-31T09:00:00+07:00",
        "9999-12-31T23:00:00Z",
        20200101,
        None,
    ],
)
def test_a_date_that_is_none_is_in_every_range(published: object) -> None:
    """A damaged line, or a time that is nobody's, is no reason to stop, nor to leave the story out."""
    assert Selection(since=date(2026, 11, 1)).takes({"date_published": published})


@pytest.mark.parametrize("crumbs", [None, "Dunia", [1, None, ["Dunia"]]])
def test_what_is_no_name_is_no_section(crumbs: object) -> None:
    """A damaged line is judged by what can be read of it."""
    chosen = Selection(sections=frozenset({"dunia"}))
    assert not chosen.takes({"section": ["Dunia"], "breadcrumbs": crumbs})
    assert chosen.takes({"section": "Dunia", "breadcrumbs": crumbs})
