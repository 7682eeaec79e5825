"""Text that goes to a terminal can do nothing there, and fits."""

import pytest
from rich.cells import cell_len

from newscrawl.terminal import cut, fit, inert


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("merah \x1b[31mmerah\x1b[0m", "merah merah"),
        ("\x1b]0;judul\x07teks", "teks"),
        ("\x1b]8;;https://example.org\x1b\\teks\x1b]8;;\x1b\\", "teks"),
        ("\x9b2Jteks\x9d0;judul\x9c", "teks"),
        ("\x1bPq#0\x1b\\teks\x1bc", "teks"),
        ("satu\r\ndua\ttiga\x08\x7f", "satu  dua tiga"),
        ("kiri \u202etxet\u202c \u2066x\u2069\u200f", "kiri txet x"),
        ("tanpa akhir \x1b]0;judul", "tanpa akhir 0;judul"),
        ("setengah \ud83d", "setengah "),
        ("Iñárritu Đặng “Łódź” 北京 السعودي نمی\u200cخواهم", "Iñárritu Đặng “Łódź” 北京 السعودي نمی\u200cخواهم"),
    ],
    ids=[
        "colour", "title", "link", "eight-bit", "string-and-reset", "lines", "bidi", "torn", "half",
        "letters",
    ],
)  # fmt: skip
def test_nothing_steers_a_terminal(text: str, shown: str) -> None:
    """Sequences, control characters and changes of direction go; letters of all scripts stay."""
    assert inert(text) == shown


@pytest.mark.parametrize("columns", [1, 2, 7, 8, 9, 40])
@pytest.mark.parametrize("text", ["北京与雅加达签署", "Đặng Thị Hồng", "e\u0301" * 9, "pendek"])
def test_a_cut_fits(text: str, columns: int) -> None:
    """However wide its characters are, a text takes no more columns than there are."""
    assert cell_len(cut(text, columns)) <= columns
    assert (cut(text, columns) == text) == (cell_len(text) <= columns)


def test_whole_parts_are_left_out() -> None:
    """Where not all fits the least important goes, in one piece; the last is cut."""
    parts = [(2, "antara"), (0, "12 kept"), (1, "340 waiting")]
    assert fit(parts, 40, " · ") == "antara · 12 kept · 340 waiting"
    assert fit(parts, 29, " · ") == "12 kept · 340 waiting"
    assert fit(parts, 12, " · ") == "12 kept"
    assert fit(parts, 5, " · ") == "12 k…"
