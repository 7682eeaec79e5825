"""Two values of a field are shown around the place where they differ."""

import pytest

from newscrawl.extraction.values import around


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Kabar", "Berita", ('"Kabar"', "->", '"Berita"')),
        (None, ["Sari"], ("null", "->", '["Sari"]')),
        (3, 30, ("3", "->", "30")),
        ("", "", ('""', "->", '""')),
    ],
)
def test_short_values(before: object, after: object, shown: tuple[str, str, str]) -> None:
    """Short values are shown whole, as JSON."""
    assert around(before, after) == shown


def test_long_values() -> None:
    """Of long ones a part is shown, beginning a little before the difference."""
    first, _, second = around("x" * 500 + "satu" + "y" * 500, "x" * 500 + "dua" + "y" * 500)
    assert first.startswith("…xxxxxxxxxxxxxxxxsatuyyy")
    assert second.startswith("…xxxxxxxxxxxxxxxxduayyy")
    assert len(first) == len(second) == 50
    assert first.endswith("…")
