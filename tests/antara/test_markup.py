"""The limits that keep a page from stopping a crawl, and the text that the parser must not lose."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newscrawl.antara.markup import (
    DEEPEST,
    LONGEST,
    MOST_ATTRIBUTES,
    MOST_TAGS,
    MOST_TEXT,
    MarkupError,
    check,
    content,
    is_whole,
    may_have_many_attributes,
    mend,
    tree,
)

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


_PIECES = ("<a", "<div ", " ", ">", '"', "'", "=", '="', "= '", "/", "x", "a=1 ", 'b="c" ',
           'c=">" ', "d='>' ", '="<a b=', "\n", "\xa0", "<!--", "-->", "<script>", "</script>", "<")  # fmt: skip


@settings(max_examples=500)
@given(
    st.lists(st.sampled_from(_PIECES), max_size=8),
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=12),
    st.integers(1, 600),
)
def test_no_tag_slips_through_the_quick_look(
    before: list[str], unit: list[str], times: int
) -> None:
    """Whatever the whole look refuses, the quick one that goes before it lets it see."""
    text = "".join((*before, *unit * times))
    try:
        check(text)
    except MarkupError:
        assert may_have_many_attributes(text)


_TOO_MANY = " ".join(f"a{number}" for number in range(MOST_ATTRIBUTES + 1))
_BEFORE = (
    "<", "</", ">", "/", "=", "'", '"', " ", "x", "\x0b", "\x0c", "\x1c", "\xa0", "\u017f", "<!", "<?",
    "<!--", "-->", "--!>", "-", "!", "<p", "</p", "<script", "</script", "</\u017fcript", "<title", "</title", "</t\u0131tle",
    "<textarea>", "</TEXTAREA>", "<style>", "</style>", "<xmp>", "</xmp", "<plaintext>", "</body>", "</p>", "</br>",
)  # fmt: skip


@given(st.lists(st.sampled_from(_BEFORE), max_size=12).map("".join))
@example("<p x=\xa0'>")
@example("<script></\u017fcript><!--</script>")
@example("<title></title\x0b><!--</title>")
@example("<script><!--<script></script><!--</script>")
@example("</ <!-- >")
@example("</ </body><!--</body>")
@example("<title/>")
def test_no_tag_with_too_many_attributes_is_parsed(before: str) -> None:
    """Whatever stands before it, a tag is one to the look at the text where it is one to the parser."""
    try:
        root = tree(f"{before}<div {_TOO_MANY}>'\"")
    except MarkupError:
        return
    assert max(len(element.attrib) for element in root.iter()) <= MOST_ATTRIBUTES


@pytest.mark.parametrize(
    ("page", "may"),
    [
        (f"<div {'a ' * (MOST_ATTRIBUTES - 3)}>", False),
        (f"<div {'a ' * (MOST_ATTRIBUTES + 1)}>", True),
        ("<div " + "a='>' " * 600, True),
        ("<div " + "a=>' " * 600, False),
        ('<div a = ">"><p>', False),
        (f'<div a = "> {"b" * 2_000}', True),
        (f'<div a = ">" {"b " * 2_000}', True),
        (f"<div a = '>>{'c>' * 2_000}", True),
        (f'<a b=">" {"c=d " * 500} e="f">', True),
        (f'c=">" {"<div " * 502}', True),
        (f'<p class="a">"kata" > {"kata = " * 5_000}', False),
        ("<p>" + "kata " * 5_000, False),
        (f"<script>{'a=b;' * 1_000}</script>", False),
        ("<script>a = \"<b>\"; c='<i>'</script>", False),
        ("", False),
    ],
    ids=lambda value: str(value)[:12],
)  # fmt: skip
def test_most_pages_pass_the_quick_look(page: str, may: bool) -> None:
    """Long text, long scripts and markup that a script quotes are no long tags."""
    assert may_have_many_attributes(page) is may


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
        check(text)
        parsed = tree(text) if text.strip() else None
    except MarkupError:
        parsed = None
    assert parsed is None or parsed.tag == "html"
