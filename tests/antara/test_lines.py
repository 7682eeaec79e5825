"""What a line is: story, credit, source, copyright, notice or code."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.antara.credits import Role
from newscrawl.antara.lines import _CODES_BEHIND, _TAIL, byline, folded_parts, parts, without_codes
from newscrawl.antara.text import fold


@pytest.mark.parametrize(
    ("line", "role", "names"),
    [
        ("Pewarta: Wira Nugraha", Role.REPORTERS, ("Wira Nugraha",)),
        ("Pewarta : Wira Nugraha", Role.REPORTERS, ("Wira Nugraha",)),
        ("PEWARTA\u00a0:\u00a0Wira", Role.REPORTERS, ("Wira",)),
        ("Oleh: Putri Anggun", Role.REPORTERS, ("Putri Anggun",)),
        ("Reporting by: Bayu", Role.REPORTERS, ("Bayu",)),
        ("Penerjemah: Ratih", Role.TRANSLATORS, ("Ratih",)),
        ("Translator: Ratih", Role.TRANSLATORS, ("Ratih",)),
        ("Editor : \u00a0", Role.EDITORS, ()),
        ("Sumber: Sputnik/RIA Novosti", Role.SOURCES, ("Sputnik", "RIA Novosti")),
        ("(Sumber : Reuters)", Role.SOURCES, ("Reuters",)),
        ("COPYRIGHT © ANTARA 2020", Role.COPYRIGHT, ()),
        ("Copyright © ANTARA 2026", Role.COPYRIGHT, ()),
        ("COPYRIGHT © 2016", Role.COPYRIGHT, ()),
        ("copyright (c) ANTARA News Jawa Timur 2014", Role.COPYRIGHT, ()),
        ("© ANTARA", Role.COPYRIGHT, ()),
        ("Dilarang keras mengambil konten, melakukan crawling untuk AI.", Role.RIGHTS, ()),
        ("(*)", Role.NOISE, ()),
        ("(Uu.T008)", Role.NOISE, ()),
        ("(T.H-AK)", Role.NOISE, ()),
        ("(KR-LWA)", Role.NOISE, ()),
        ("***", Role.NOISE, ()),
        ("Komentar menjadi tanggung jawab anda sesuai UU ITE", Role.NOISE, ()),
    ],
)
def test_what_stands_around_a_story(line: str, role: Role, names: tuple[str, ...]) -> None:
    """Labels with a colon at the beginning make a credit, whatever the spaces and letters."""
    (part,) = parts(line)
    assert (part.role, part.names) == (role, names)


@pytest.mark.parametrize(
    "line",
    [
        "Editor majalah itu mengundurkan diri.",
        "Sumber diplomatik mengatakan naskah belum final.",
        "Oleh karena itu, sidang ditunda.",
        "Copyright law in Velmaria is strict.",
        "Dilarang keras berenang di danau itu, kata polisi.",
        "Dia menyebut satu hal: editor: orang yang teliti.",
        "Sumber: menurut warga yang ditemui di pasar, api berasal dari gudang di lantai dua.",
        "Pesawat itu (A320) mendarat.",
        "Pengumuman itu disampaikan oleh PBB.",
        "Iklan rokok dilarang.",
    ],
)
def test_sentences_stay_in_the_story(line: str) -> None:
    """The same words inside a sentence are story."""
    (part,) = parts(line)
    assert (part.role, part.text) == (Role.STORY, line)


def test_credits_whose_line_breaks_were_lost() -> None:
    """Credits glued together are parted again."""
    line = "Pewarta: Putu IndahEditor: Agus Salim Copyright © ANTARA 2026"
    found = [(part.role, part.names) for part in parts(line)]
    assert found == [
        (Role.REPORTERS, ("Putu Indah",)),
        (Role.EDITORS, ("Agus Salim",)),
        (Role.COPYRIGHT, ()),
    ]


def test_a_notice_behind_the_copyright() -> None:
    """The notice on rights is its own, also where its line break was lost."""
    line = "Copyright © ANTARA 2026 Dilarang keras melakukan crawling untuk AI tanpa izin tertulis."
    copyright_, rights = parts(line)
    assert (copyright_.role, copyright_.text) == (Role.COPYRIGHT, "Copyright © ANTARA 2026")
    assert rights.role is Role.RIGHTS


def test_a_source_behind_the_last_sentence() -> None:
    """A source line that follows a sentence without a break is still one."""
    story, source = parts("Badai reda. Sumber: Reuters")
    assert (story.role, story.text) == (Role.STORY, "Badai reda.")
    assert (source.role, source.names) == (Role.SOURCES, ("Reuters",))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jalan ditutup.(*)", "Jalan ditutup."),
        ("Jalan ditutup. (Uu.T008)", "Jalan ditutup."),
        ("…, demikian Reuters (Uu.T008)", "…, demikian Reuters"),
        ("Jalan ditutup. (SDP-34/E011)", "Jalan ditutup."),
        ("Jalan ditutup (*).", "Jalan ditutup"),
        ("Jalan ditutup. (KR-LWA)", "Jalan ditutup."),
        ("Pemerintah Amerika Serikat (U.S.)", "Pemerintah Amerika Serikat (U.S.)"),
        ("Penerbangan (MH-370)", "Penerbangan (MH-370)"),
        ('"Ditutup," katanya. (T.H-AK) (*)', '"Ditutup," katanya.'),
        ('"Ditutup." (A.F001/B.K002).', '"Ditutup."'),
        ("Pertemuan G20 (G20)", "Pertemuan G20 (G20)"),
        ("Sidang dipimpin PBB. (PBB)", "Sidang dipimpin PBB. (PBB)"),
        ("Pesawat pengebom (B-52).", "Pesawat pengebom (B-52)."),
        ("demikian juru bicara itu (A043/B012)", "demikian juru bicara itu"),
        ("demikian juru bicara itu (KR-LWA/A011).", "demikian juru bicara itu"),
        ("Dua jenis pesawat (A320/B737)", "Dua jenis pesawat (A320/B737)"),
        ("Jalan lingkar selatan (A043)", "Jalan lingkar selatan (A043)"),
        ("Anggota komisi (F-PKS)", "Anggota komisi (F-PKS)"),
        ("Pertemuan itu (G20)", "Pertemuan itu (G20)"),
        ("Kelas putri (12/B)", "Kelas putri (12/B)"),
    ],
)
def test_codes_behind_a_paragraph(text: str, wanted: str) -> None:
    """The desk's codes go; acronyms and types stay."""
    assert without_codes(text) == wanted


@pytest.mark.parametrize("line", ["Pewarta: Nur I", "Oleh Nur I", "Pewarta : Nur I"])
def test_bylines(line: str) -> None:
    """Where only credits stand, the colon may be missing."""
    (part,) = byline(line)
    assert (part.role, part.names) == (Role.REPORTERS, ("Nur I",))


_CODES = (
    "(A043/B012) (B/T008) (UU.H-ASG/INE/KR-BSR/S012) (SYS/B/KR-BSR) (H-AK) (*/a011) (fr/*) "
    "(ANT/A023) (KR-DVI/T010) (SDP-02/A026) (M038)"
)


@pytest.mark.parametrize("code", _CODES.split())
def test_desk_codes(code: str) -> None:
    """Codes are none of the story, alone and behind a sentence."""
    assert [part.role for part in parts(code)] == [Role.NOISE]
    assert without_codes(f"Kata dia. {code}") == "Kata dia."


@pytest.mark.parametrize(
    "bracket", ["(6/10/2020)", "(PBB)", "(ASEAN)", "(AS)", "(UE/NATO)", "(F-PKS)", "(A/H1N1)"]
)
def test_brackets_that_are_no_codes(bracket: str) -> None:
    """Dates, acronyms and the like stay."""
    assert [part.role for part in parts(bracket)] == [Role.STORY]
    assert without_codes(f"Kata dia. {bracket}") == f"Kata dia. {bracket}"


@pytest.mark.parametrize(
    ("line", "body", "sources"),
    [
        ("Katanya kemarin. (Antara/Xinhua)", "Katanya kemarin.", ("Antara", "Xinhua")),
        ("(Ant/Reuters)", "", ("Ant", "Reuters")),
        ("Sumber berita: Reuters", "", ("Reuters",)),
        ("Badai reda. Sumber berita: Reuters", "Badai reda.", ("Reuters",)),
        ("Sumber: https://www.reuters.com/world", "", ()),
        ("Sumber foto: Reuters", "", ()),
        ("Badai reda. Sumber foto: Humas Pemkot", "Badai reda.", ()),
        ('"Reda." (Sumber Foto: Reuters)', '"Reda."', ()),
        ("Reda. Sumber foto: kamera warga", "Reda. Sumber foto: kamera warga", ()),
        ("Reda, sumber foto: Reuters", "Reda, sumber foto: Reuters", ()),
    ],
)
def test_sources(line: str, body: str, sources: tuple[str, ...]) -> None:
    """Sources are none of the story; an address and a picture's source are no names of one."""
    found = parts(line)
    assert "".join(part.text for part in found if part.role is Role.STORY) == body
    assert sum((part.names for part in found if part.role is Role.SOURCES), ()) == sources


@given(
    st.text()
    | st.lists(st.sampled_from(["Editor", ":", " ", "Sumber", "©", "(*)", "."])).map("".join)
)
def test_nothing_raises(line: str) -> None:
    """Every line is something."""
    assert parts(line)
    byline(line)
    without_codes(line)


_PIECES = [
    "Editor", "Oleh", "by", "Reporting by", "edited by", "Wira", "Ratih", ":", " ", "  ", "\u00a0",
    "Sumber", "sumber foto", "©", "(c)", "(*)", "(B019)", "(Reuters)", "(", ")", ".", "\n", "\x1c",
    "\u200b", "Copyright", "Hak Cipta", "2026", "Dilarang keras", "DILARANG KERAS", "mengutip",
    "strictly", "Prohıbited", "prohibited", "crawling", "Komentar", "IKLAN", "tags", "Berita",
    "terkait", "Related", "news", "Badai reda", "kata dia", "*", "\u017f", "\u212a",
]  # fmt: skip


@given(st.text() | st.lists(st.sampled_from(_PIECES), max_size=9).map("".join))
def test_plain_prose_is_told_at_a_glance(line: str) -> None:
    """What is taken for story at a glance is story to each of the expressions too."""
    glanced = parts(line)
    assert folded_parts(fold(line)) == parts(fold(line))
    with patch("newscrawl.antara.lines._is_prose", return_value=False):
        assert parts(line) == glanced


def test_what_is_done_with_parts_stays_with_the_caller() -> None:
    """What a line is, is kept in mind for the next page that has the same."""
    first = parts("Editor: Budi Santoso")
    first.clear()
    assert [part.names for part in parts("Editor: Budi Santoso")] == [("Budi Santoso",)]


_ENDS = [
    "Badai reda",
    ".",
    "(*)",
    "(Uu.T008)",
    "(B019)",
    ")",
    " ",
    "\u00a0",
    "\n",
    "\x1c",
    "\u2028",
    '."',
    "*",
]


@given(st.text() | st.lists(st.sampled_from(_ENDS), max_size=9).map("".join))
def test_codes_are_looked_for_where_brackets_begin(text: str) -> None:
    """What is cut off is what the expression finds in the whole end of a paragraph."""
    start = max(0, len(text) - _TAIL)
    assert without_codes(text) == text[:start] + _CODES_BEHIND.sub("", text[start:])
