"""The limits that keep a page from stopping a crawl, and the text that the parser must not lose."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newscrawl.antara.markup import (
    DEEPEST,
    LONGEST,
    MOST_TAGS,
    MOST_TEXT,
    MarkupError,
    content,
    is_whole,
    mend,
    tree,
)
from newscrawl.antara.tags import MOST_ATTRIBUTES

_MANY = " ".join(f"a{number}=1" for number in range(200_000))


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (f"<div {_MANY}>", "too_many_attributes"),
        ("<p " * 900_000, "too_many_attributes"),
        (f'<textarea><a x="</textarea><div {_MANY}>">', "too_many_attributes"),
        (f"<!--><div {_MANY}>", "too_many_attributes"),
        (f"</p <script><div {_MANY}>", "too_many_attributes"),
        (f"</p x='<!--'><div {_MANY}>", "too_many_attributes"),
        (f"</p {'a ' * MOST_ATTRIBUTES * 2}<title><div {_MANY}>", "too_many_attributes"),
        (f"<div x='<' {_MANY}>", "too_many_attributes"),
        (f"<div {' '.join('a' + str(n) + '=<' for n in range(2000))}>", "too_many_attributes"),
        ("<div>" * 200_000, "too_deep"),
        ("<div>" * 2_100 + "x" + "</div>" * 2_100 + "<p>sesudah", "too_deep"),
        ("<span>x<br>" * 3_000, "too_deep"),
        ("<dd><a>" * 2_000, "too_deep"),
        ("<title>" + "</p>" * (MOST_TEXT // 5 + 1), "too_long"),
        ("<b></i>" * 5_000, "too_deep"),
        ("<br>" * (MOST_TAGS + 1), "too_many_tags"),
        ("<p>x" * (MOST_TAGS + 1), "too_many_tags"),
        ("x" * (LONGEST + 1), "too_long"),
        ("x" * (MOST_TEXT + 1), "too_long"),
        ("<p>kata kata kata kata </p>" * (MOST_TEXT // 20), "too_long"),
        ("", "empty"),
        (" \n", "empty"),
        ("<!-- -->", "empty"),
    ],
    ids=lambda value: value[:12],
)  # fmt: skip
def test_bombs_are_refused(page: str, reason: str) -> None:
    """What would take the parser minutes, or lose text, is refused by name."""
    with pytest.raises(MarkupError) as refusal:
        tree(page)
    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    "page",
    [
        "<p>" * 20_000,
        "<li>x" * 20_000,
        "<br>" * 20_000,
        "<b>x</b>" * 20_000,
        "<script>" + "'<div>' + " * 100_000 + "</script><p>x",
        "<!-- " + "<div>" * 100_000 + "--><p>x",
        f"<div title='{'kata ' * 50_000}'>x</div>",
        "<p>" + "</x>" * 100_000 + "<",
        "<" * 100_000,
        "<!--" * 100_000 + "--><p>x",
        "<table><tr><td>" * 60,
        "<p><span>x</p>" * 10_000,
    ],
    ids=lambda value: value[:12],
)  # fmt: skip
def test_large_pages_are_read(page: str) -> None:
    """Many elements, long values and unclosed paragraphs are no bombs."""
    assert tree(page).tag == "html"


def test_nothing_is_lost_at_the_limit() -> None:
    """Whatever is parsed at all keeps its deepest text, and what stands behind it."""
    levels = DEEPEST - 2  # html and body are two
    root = tree("<div>" * levels + "terdalam" + "</div>" * levels + "sesudah")
    assert content(root) == "terdalamsesudah"
    attributes = " ".join(f"a{number}=1" for number in range(MOST_ATTRIBUTES))
    assert tree(f"<p {attributes}>isi</p>").findtext(".//p") == "isi"
    assert len(content(tree("<p>" + "x" * MOST_TEXT))) == MOST_TEXT


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<html><body><div>satu</body></html>dua<p>tiga</div></body></html>", "satuduatiga"),
        ("<div>satu</HTML ><p>dua", "satudua"),
        ("<div>satu<html><body>dua</body></html>tiga</div>empat", "satuduatigaempat"),
        ("satu</p>dua", "satu dua"),
        ("satu</br>dua", "satudua"),
        ("satu<</body>script>dua", "satu<script>dua"),
        ("satu<</html>!--</body>dua", "satu<!--dua"),
        ("<p>a\x01b\x0bc\x7fd\ufffee", "a\x01b\x0bc\x7fd\ufffee"),
        ("<p>a&#0;b&#x110000;c&bogus;", "a\ufffdb\ufffdc&bogus;"),
    ],
)
def test_text_that_a_browser_shows_is_kept(page: str, text: str) -> None:
    """An end of the page in its middle ends nothing, and no words are glued together."""
    assert " ".join(content(tree(page)).split(" ")).replace("\n", " ").strip() == text


def test_a_broken_end_of_line_is_one() -> None:
    """``</br>`` is a line break to every browser."""
    assert mend("a</br>b</BR >c") == "a<br>b<br>c"


_ENDS = ("</p>", "</P >", "</br>", "</BR />", "</body>", "</HTML x>", "</", "</b", "r>", "p>", "/p>", ">", "<", " ")  # fmt: skip


@given(st.lists(st.sampled_from(_ENDS), max_size=12).map("".join))
@example("</</body>p></body>")
def test_ends_are_mended_and_make_no_others(text: str) -> None:
    """What stood around an end that is mended is read as it stood, not as a tag of its own."""
    pieces = re.split(r"</(?:body|html)(?:\s[^>]*)?>", text, flags=re.IGNORECASE)
    if len(pieces) > 1:
        pieces[-1] = f"<page-end></page-end>{pieces[-1]}"
    kept = [re.sub(r"(<[^\s<>]*)\Z", r"\1</page-end>", piece) for piece in pieces[:-1]]
    wanted = re.sub(r"</br\s*/?>", "<br>", "".join([*kept, pieces[-1]]), flags=re.IGNORECASE)
    assert mend(text) == re.sub(r"</p\s*>", "</p>\n", wanted, flags=re.IGNORECASE)


@pytest.mark.parametrize(
    ("page", "whole"),
    [
        ("<html><body><p>x</p></body></html>", True),
        ("<p>x</p></html>\n<!-- akhir -->", True),
        ("<html><body><p>x", False),
        ("<p>x<!-- </p></body></html>", False),
        ("<p>x<script>var a = 1; </p></body></html>", False),
        ('<p>x<a href="y>z</p></body></html>', False),
        ("<div><ul><li>x</body></html>", True),
        ("<div><ul><li>x</body></html><p>y", True),
        ("<frameset><frame></frameset></html>", True),
    ],
)
def test_whether_the_end_was_seen(page: str, whole: bool) -> None:
    """A cut page is told from a whole one, and so is one whose rest something unclosed hides."""
    assert is_whole(tree(page)) is whole


@given(st.lists(st.sampled_from(["<b>", "<p>", "<i/>", "</p>", "<td>", "<li>", "x", "<a", ">", "</br>"])).map("".join))  # fmt: skip
def test_each_element_takes_three_characters(text: str) -> None:
    """A short page cannot have too many elements, and so they need not be counted."""
    try:
        root = tree(text)
    except MarkupError:
        return
    assert len(list(root.iter())) <= len(text) // 3 + 3


@given(st.text(alphabet="<>/!-='\" abdivscript\n"))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    """Whatever the markup, the answer is a tree or a named refusal."""
    try:
        parsed = tree(text) if text.strip() else None
    except MarkupError:
        parsed = None
    assert parsed is None or parsed.tag == "html"
