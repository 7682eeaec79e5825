"""The bracket at the end of a video's text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.antara.makers import without_makers


@pytest.mark.parametrize(
    ("text", "rest", "wires"),
    [
        ("Air surut. (Wira Nugraha/Ratih P/Bayu)", "Air surut.", []),
        ("Air surut. (REUTERS/Wira A Nugraha)", "Air surut.", ["REUTERS"]),
        ("Air surut. (Wira Nugraha)", "Air surut.", []),
        ('"Surut," katanya." (Wira, Ratih dan Bayu).', '"Surut," katanya."', []),
        ("(Wira/Ratih)", "", []),
        ("Air surut pada Senin (24/5).", "Air surut pada Senin (24/5).", []),
        ("Air surut. (24/5)", "Air surut. (24/5)", []),
        ("Air surut, kata badan cuaca (BMKG)", "Air surut, kata badan cuaca (BMKG)", []),
        ("Air surut. (lihat juga berita lain)", "Air surut. (lihat juga berita lain)", []),
        ("", "", []),
    ],
)
def test_names_at_the_end(text: str, rest: str, wires: list[str]) -> None:
    """Names alone behind the last sentence go; a wire among them is where the film comes from."""
    assert without_makers(text) == (rest, wires)


@given(st.text() | st.from_regex(r"[A-Za-z. ]*\([A-Z/ .,]*\)"))
def test_nothing_is_invented(text: str) -> None:
    """What is left is how the text begins."""
    rest, _ = without_makers(text)
    assert text.startswith(rest)
