"""Place names in Indonesian copy are put in the country that a reader would say."""

from tests.gazetteer.labels import rows

RIGHT = 0.98


def test_labelled_names_are_placed_rightly() -> None:
    """Of the names labelled by hand, 98 in 100 are placed as the label says."""
    labelled = list(rows("names.tsv"))
    missed = [row for row in labelled if row.judge() != "right"]
    assert len(missed) <= (1 - RIGHT) * len(labelled), [(r.written, r.answer()) for r in missed]


def test_no_name_is_placed_in_a_wrong_country() -> None:
    """No country is ever named that the label does not name."""
    wrong = [row for row in rows("names.tsv") if row.judge() == "wrong"]
    assert not wrong, [(row.written, row.country, row.answer()) for row in wrong]


def test_what_is_not_placed_is_named() -> None:
    """A name that has a country and was not placed is among the unplaced, not passed over."""
    silent = [
        row for row in rows("names.tsv") if row.judge() == "unsure" and not row.answer().unplaced
    ]
    assert not silent, [(row.written, row.country) for row in silent]
