"""Place names in Indonesian copy are put in the country that a reader would say."""

import pytest

from tests.gazetteer.labels import rows

FILES = ["names.tsv", "held_out.tsv"]


@pytest.mark.parametrize(
    ("file", "share"), [("names.tsv", 0.98), ("held_out.tsv", 0.965), ("unseen.tsv", 0.925)]
)
def test_labelled_names_are_placed_rightly(file: str, share: float) -> None:
    """Of the names labelled by hand, 98 in 100 are placed as the label says.

    Those that were held back keep to what they did when they were first seen.
    """
    labelled = list(rows(file))
    missed = [row for row in labelled if row.judge() != "right"]
    assert len(missed) <= (1 - share) * len(labelled), [(r.written, r.answer()) for r in missed]


@pytest.mark.parametrize("file", [*FILES, "unseen.tsv"])
def test_no_name_is_placed_in_a_wrong_country(file: str) -> None:
    """No country is ever named that the label does not name."""
    wrong = [row for row in rows(file) if row.judge() == "wrong"]
    assert not wrong, [(row.written, row.country, row.answer()) for row in wrong]


@pytest.mark.parametrize("file", FILES)
def test_what_is_not_placed_is_named(file: str) -> None:
    """A name that has a country and was not placed is among the unplaced, not passed over."""
    silent = [row for row in rows(file) if row.judge() == "unsure" and not row.answer().unplaced]
    assert not silent, [(row.written, row.country) for row in silent]
