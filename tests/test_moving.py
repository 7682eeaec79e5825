"""Lines that move leave nothing behind."""

from newscrawl.moving import MovingLines
from tests.terminals import terminal

_ERASED = "\r\x1b[2K"
_AND_ABOVE = "\x1b[1A\x1b[2K"


def test_lines_take_the_place_of_lines() -> None:
    """What is there is erased row by row; the same again is not written."""
    with terminal() as there:
        lines = MovingLines(there.stream)
        lines.begin()
        lines.show(["satu", "dua"])
        lines.show(["satu", "dua"])
        lines.show(["tiga"])
        lines.end()
        lines.end()
        assert there.shown() == (f"\x1b[?25lsatu\ndua{_ERASED}{_AND_ABOVE}tiga{_ERASED}\x1b[?25h")


def test_a_window_that_was_made_narrower() -> None:
    """Lines that the terminal has folded meanwhile are erased with all of their rows."""
    with terminal(40) as there:
        lines = MovingLines(there.stream)
        lines.begin()
        lines.show(["x" * 39, "pendek"])
        there.shown()
        there.resize(20)
        lines.show(["baru"])
        assert there.shown() == f"{_ERASED}{_AND_ABOVE * 2}baru"


def test_a_log_has_the_row_for_itself() -> None:
    """Lines make room, and come back when they are shown again; nothing is shown before it begins."""
    with terminal() as there:
        lines = MovingLines(there.stream)
        lines.show(["terlalu dini"])
        lines.begin()
        lines.show(["satu"])
        lines.clear()
        lines.show(["satu"])
        assert there.shown() == f"\x1b[?25lsatu{_ERASED}satu"


def test_an_encoding_without_the_characters() -> None:
    """A letter that the encoding lacks is a question mark, and no error."""
    with terminal(encoding="ascii") as there:
        lines = MovingLines(there.stream)
        lines.begin()
        lines.show(["Đặng 北"])
        assert there.shown() == "\x1b[?25l??ng ?"
