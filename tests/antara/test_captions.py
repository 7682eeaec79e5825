"""Captions and their credits, in the forms in which ANTARA prints them (scenes invented)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.antara.captions import split_caption


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("Petugas berjaga, Kamis (5/11). (ANTARA FOTO/Budi Satria)", "Petugas berjaga, Kamis (5/11).", "ANTARA FOTO/Budi Satria"),
        ("Presiden. (REUTERS/John Sumers II )", "Presiden.", "REUTERS/John Sumers II"),
        ("Peserta sidak. ANTARA/Istimewa", "Peserta sidak.", "ANTARA/Istimewa"),
        ("Keterangan. ANTARA FOTO/REUTERS/Nama/foc.", "Keterangan.", "ANTARA FOTO/REUTERS/Nama/foc"),
        ("Relawan, Kamis (2/4/2020). ANTARAFOTO/REUTERS/Ali Song/foc.", "Relawan, Kamis (2/4/2020).", "ANTARAFOTO/REUTERS/Ali Song/foc"),
        ("Wakil gubernur. ( ANTARA/ HO- Adpim Pemprov).", "Wakil gubernur.", "ANTARA/ HO- Adpim Pemprov"),
        ("Petani memanen kubis. (ANTARA/HO-PGX)", "Petani memanen kubis.", "ANTARA/HO-PGX"),
        ("Jembatan. ANTARA/HO-Humas Pemkot", "Jembatan.", "ANTARA/HO-Humas Pemkot"),
        ("Skuter baru. (Antaranews/Mona)", "Skuter baru.", "Antaranews/Mona"),
        ("Api padam. (FOTO ANTARA/REUTERS/Majid Fati/ox/12.)", "Api padam.", "FOTO ANTARA/REUTERS/Majid Fati/ox/12"),
        ("Warga, Selasa (6/10/2020). REUTERS/Azil Karmov/aww/cfo (REUTERS/AZIL KARMOV)", "Warga, Selasa (6/10/2020).", "REUTERS/Azil Karmov/aww/cfo"),
        ("Pemandangan. (ANTARA/Xinhua)", "Pemandangan.", "ANTARA/Xinhua"),
        ("Suasana kota.\u00a0 (AFP)", "Suasana kota.", "AFP"),
        ("Menlu\n RI ANTARA/Yashinta", "Menlu RI", "ANTARA/Yashinta"),
        ("(ANTARA FOTO/Nama)", None, "ANTARA FOTO/Nama"),
        ("Rapat. (VOA/Heri)", "Rapat.", "VOA/Heri"),
        ("Peta. (Dok. Panitia)", "Peta.", "Dok. Panitia"),
        ("Presiden tiba. ANTARA PHOTO/Hafiz Muda A/rwa.", "Presiden tiba.", "ANTARA PHOTO/Hafiz Muda A/rwa"),
        ("Ilustrasi. Antara/HO-Pemprov", "Ilustrasi.", "Antara/HO-Pemprov"),
        ("Pasukan. Antara/REUTERS/Nama/foc.", "Pasukan.", "Antara/REUTERS/Nama/foc"),
        ("Kantor PBB. /ANTARA/Xinhua.", "Kantor PBB.", "ANTARA/Xinhua"),
        ("Warga di Gaza. (WAFA)", "Warga di Gaza.", "WAFA"),
        ("Warga di Seoul. (KCNA/dpa).", "Warga di Seoul.", "KCNA/dpa"),
        ("Gedung. ANTARA/REUTERS/Leo Foger/pri. (REUTERS/LEO FOGER)", "Gedung.", "ANTARA/REUTERS/Leo Foger/pri"),
        ("Menlu RI ANTARA/Muhammad bin Ahmad", "Menlu RI", "ANTARA/Muhammad bin Ahmad"),
        ("Gedung. ANTARA/HO-Humas dan warga kota", "Gedung.", "ANTARA/HO-Humas dan warga kota"),
        ("Gedung. ANTARA/AFP/Leo Foger. (AFP / LEO FOGER)", "Gedung.", "ANTARA/AFP/Leo Foger"),
    ],
)  # fmt: skip
def test_credits_are_parted(text: str, caption: str | None, credit: str) -> None:
    """The credit comes without brackets and closing period, the caption without the credit."""
    assert split_caption(text) == (caption, credit)


@pytest.mark.parametrize(
    "text",
    [
        "Ilust",
        "Warga di Kota Ganzar, Selasa (6/10/2020).",
        "Direktur Jenderal WHO (kanan).",
        "Sidang Perserikatan Bangsa-Bangsa (PBB)",
        "Wartawan ANTARA menerima penghargaan di Jakarta.",
        "Wartawan Antara / Reuters memotret.",
        "Wartawan ANTARA/Reuters memotret banjir di Jakarta.",
        "Tim (kiri/kanan)",
        "Sidang Otoritas Palestina (PNA)",
    ],
)
def test_captions_without_credit_stay_whole(text: str) -> None:
    """Dates, acronyms, sides in brackets and sentences about agencies are no credits."""
    assert split_caption(text) == (text, None)


@pytest.mark.parametrize("text", [None, "", " \u00a0\n"])
def test_nothing_is_nothing(text: str | None) -> None:
    """No caption is None, not an empty text."""
    assert split_caption(text) == (None, None)


@given(st.text() | st.from_regex(r"[A-Z][a-z ]{0,20}\. \(?(ANTARA|REUTERS)/[A-Za-z /.]*\)?\.?"))
def test_no_word_is_lost(text: str) -> None:
    """Whatever is parted, caption and credit together still have every letter, in order."""
    caption, credit = split_caption(text)
    letters = [character for character in (caption or "") + (credit or "") if character.isalnum()]
    assert not set(letters) - set(text)
    if credit is None:
        assert (caption or "") == (split_caption(caption)[0] or "")
