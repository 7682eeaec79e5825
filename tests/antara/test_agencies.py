"""Wires and sources: found where they are credited, never invented."""

import pytest

from newscrawl.antara.agencies import closing_wires, each_once, split_sources


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Reuters", ["Reuters"]),
        ("AP, AFP", ["AP", "AFP"]),
        ("https://www.reuters.com/world", []),
        ("Sputnik/RIA Novosti", ["Sputnik", "RIA Novosti"]),
        ("Xinhua dan Kyodo.", ["Xinhua", "Kyodo"]),
        ("Kementerian Luar Negeri Nordavia", ["Kementerian Luar Negeri Nordavia"]),
    ],
)
def test_sources(text: str, names: list[str]) -> None:
    """The names of a source line are one each."""
    assert split_sources(text) == names


def test_a_sentence_is_no_source() -> None:
    """A long line after the colon is a sentence."""
    assert split_sources("data yang dihimpun dari sejumlah lembaga di tiga kota itu") is None


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("Badai diperkirakan reda, demikian Reuters.", ["Reuters"]),
        ('"Kami menunggu," katanya, demikian dilaporkan AFP.', ["AFP"]),
        ("Demikian laporan Xinhua dan Kyodo.", ["Xinhua", "Kyodo"]),
        ("…, demikian Sputnik/RIA Novosti.", ["Sputnik", "RIA Novosti"]),
        ('"…," demikian Xinhua-OANA."', ["Xinhua-OANA"]),
        ("…, demikian kantor berita Anadolu melaporkan.", ["Anadolu"]),
        ("…, demikian Komisi Kesehatan Nasional China pada Minggu.", []),
        ("…, demikian keterangan Reuters. Namun itu belum pasti.", []),
        ("Demikian pula dengan Reuters Building di London, kata dia.", []),
        ("X, demikian diberitakan Reuters.", ["Reuters"]),
        ("X, demikian siaran CNN.", ["CNN"]),
        ("X, demikian keterangan dari Kantor Berita Xinhua, Kamis.", ["Xinhua"]),
        ("X, demikian dilansir laman BBC, Rabu (4/5).", ["BBC"]),
        ("X, demikian laporan kantor berita resmi Suriah, SANA.", ["SANA"]),
        ("X, demikian AP Kamis.", ["AP"]),
        ("X, demikian AP Hasanuddin.", []),
        ("Saham AFP naik, demikian APBN.", []),
    ],
)
def test_closing_sentences(paragraph: str, names: list[str]) -> None:
    """Only a listed wire right after "demikian" at the very end counts."""
    assert closing_wires(paragraph) == names


def test_each_once_and_never_the_agency_itself() -> None:
    """A wire named twice counts once, in its first spelling; ANTARA is no source of its own."""
    assert each_once(["Reuters", "ANTARA", "REUTERS", "JACX", "AP"]) == ["Reuters", "AP"]
