"""Names of credit lines (invented)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.antara.people import split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Budi Santoso dan Agus S", ["Budi Santoso", "Agus S"]),
        ("Azka Kurmala/Virna P Sety", ["Azka Kurmala", "Virna P Sety"]),
        ("Siti A, Made B and Ketut C", ["Siti A", "Made B", "Ketut C"]),
        ("Dr. H. Ahmad, M.Si", ["Dr. H. Ahmad, M.Si"]),
        ("Prof. Dr. Rina Dewi, S.H., M.H. dan Joko", ["Prof. Dr. Rina Dewi, S.H., M.H.", "Joko"]),
        ("Bayu, SH, MH, Sari", ["Bayu, SH, MH", "Sari"]),
        ("B Kunto W", ["B Kunto W"]),
        ("\u00a0Ade  Marbun. ", ["Ade Marbun"]),
        ("Dani Ramdani", ["Dani Ramdani"]),
        ("Joko dan Joko", ["Joko"]),
        ("prwir", ["prwir"]),
        ("Dedy Azis (KR-DDY)", ["Dedy Azis"]),
        ("Oleh Imam Hanafi *)", ["Imam Hanafi"]),
        ("By Anita, Kenzu", ["Anita", "Kenzu"]),
        ("Bybit Oleha", ["Bybit Oleha"]),
        ("", []),
        (" - ", []),
    ],
)
def test_names_are_parted(text: str, names: list[str]) -> None:
    """Joined names are parted; titles, degrees and initials stay with their name."""
    assert split_names(text) == names


@given(st.text())
def test_nothing_raises(text: str) -> None:
    """No text makes it fail; no name is empty or comes twice."""
    names = split_names(text)
    assert all(name.strip() for name in names)
    assert len(set(names)) == len(names)
