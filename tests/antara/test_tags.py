"""No tag with more attributes than are parsed in time comes to the parser."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newscrawl.antara.markup import MarkupError, tree
from newscrawl.antara.tags import MOST_ATTRIBUTES, crowded, may_have_many_attributes
from tests.drawing import draws

_PIECES = ("<a", "<div ", " ", ">", '"', "'", "=", '="', "= '", "/", "x", "a=1 ", 'b="c" ',
           'c=">" ', "d='>' ", '="<a b=', "\n", "\xa0", "<!--", "-->", "<script>", "</script>", "<")  # fmt: skip


@settings(max_examples=draws(500))
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
    if crowded(text):
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
