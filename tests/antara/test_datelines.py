"""Datelines in all the forms in which they are printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.antara.datelines import _DATELINE, _LOOSE_DATELINE, _WIRE_DATELINE, read_dateline


@pytest.mark.parametrize(
    ("line", "place", "agencies"),
    [
        ("Baku/Yerevan (ANTARA) - ", "Baku/Yerevan", []),
        ("Mataram, NTB (ANTARA News) - ", "Mataram, NTB", []),
        ("Jakarta (ANTARA) – ", "Jakarta", []),
        ("Jakarta (ANTARA) — ", "Jakarta", []),
        ("Jakarta (ANTARA) -", "Jakarta", []),
        ("Jakarta (ANTARA)- ", "Jakarta", []),
        ("Beijing (ANTARA/Xinhua) - ", "Beijing", ["Xinhua"]),
        ("Jakarta (ANTARA/JACX) – ", "Jakarta", []),
        ("Hong Kong (Antara/PRNewswire) -- ", "Hong Kong", ["PRNewswire"]),
        ("HONG KONG--(ANTARA/Business Wire)-- ", "HONG KONG", ["Business Wire"]),
        ("Mataram, 7/12 (Antara) - ", "Mataram", []),
        ("LONDON, Nov. 5, 2015 (ANTARA/PRNewswire) -- ", "LONDON", ["PRNewswire"]),
        ("NEW YORK--(BUSINESS WIRE)--", "NEW YORK", ["Business Wire"]),
        ("SHENZHEN, China, Oct 5, 2020 /PRNewswire/ -- ", "SHENZHEN, China", ["PRNewswire"]),
        ("(Antaranews Kalbar) - ", None, []),
        ("Manado, (Antaranews Sulut) - ", "Manado", []),
        ("(AntaraNews.com) - ", None, []),
        ("Jakarta, ANTARA News - ", "Jakarta", []),
        ("Jakarta (ANTARA) ", "Jakarta", []),
        ("ANTARA - ", None, []),
        ("(ANTARA) - ", None, []),
    ],
)
def test_datelines(line: str, place: str | None, agencies: list[str]) -> None:
    """The line is kept as printed up to the first letter; place and wire are read from it."""
    opening = read_dateline(f"{line}Teras berita (PBB) dari Antara (ANTARA).")
    assert opening is not None
    assert (opening.dateline.text, opening.dateline.place) == (line, place)
    assert (opening.agencies, opening.length) == (agencies, len(line))


@pytest.mark.parametrize(
    "paragraph",
    [
        "Teras tanpa tempat.",
        "Direktur LKBN Antara (ANTARA) mengatakan hal itu - benar.",
        "Perdana Menteri (PM) Velmaria - negara kecil - datang.",
        "Kantor berita ANTARA menulis.",
        "Perum LKBN Antara (ANTARA) Jakarta membuka biro.",
        "Kantor Berita (ANTARA) Jakarta membuka biro.",
        "Jakarta (ANTARA) menang.",
        "",
    ],
)
def test_sentences_are_no_datelines(paragraph: str) -> None:
    """A first sentence with brackets or dashes in it stays whole."""
    assert read_dateline(paragraph) is None


@given(st.text(alphabet="AaNTR()-–/, 12\n") | st.text())
def test_nothing_raises(paragraph: str) -> None:
    """No text makes it fail; what it takes is the paragraph's beginning."""
    opening = read_dateline(paragraph)
    if opening is not None:
        assert paragraph.startswith(opening.dateline.text)


_PIECES = [
    "Jakarta", "NEW YORK", " ", ", ", "(ANTARA)", "(antara/AFP)", "ANTARA News", "ANTARA", "(", ")", "--",
    " - ", "(BUSINESS WIRE)", "(Bus\u0130ness W\u0131re)", "(Bu\u017fine\u017fs wire)", "/PRNewswire/",
    "/PR new\u017fw\u0131re/", "Presiden", "5/12", "\n",
]  # fmt: skip


@given(st.text() | st.lists(st.sampled_from(_PIECES), max_size=7).map("".join))
def test_a_dateline_is_looked_for_where_one_may_be(paragraph: str) -> None:
    """A paragraph that has no agency's letters opens with none."""
    if read_dateline(paragraph) is None:
        for dateline in (_DATELINE, _LOOSE_DATELINE, _WIRE_DATELINE):
            assert dateline.match(paragraph) is None
