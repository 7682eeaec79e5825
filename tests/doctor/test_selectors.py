"""XPaths in short: what a maintainer reads, and which part of a selector decided."""

import pytest
from lxml import etree, html

from newscrawl.antara.templates import TEMPLATES
from newscrawl.antara.xpaths import AllOf, FirstOf, SeenFrom, has_class
from newscrawl.doctor.selectors import alternatives, deciding, expressions, lines, short

_PAGE = html.fromstring("<div><p class='b c'>x</p><p class='d'>y</p></div>")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (f".//h1[{has_class('title')}]", ".//h1.title"),
        (".//*[@id='content_news']", ".//*#content_news"),
        (f".//h1[ancestor::*[{has_class('a-b')}]]", ".//h1[in .a-b]"),
        (f".//*[{has_class('a')} or {has_class('b')}]", ".//*[.a or .b]"),
        (f".//p[not(ancestor-or-self::*[{has_class('a')}])]", ".//p[not(ancestor-or-self::*.a)]"),
        (f"./descendant::*/{has_class('a-b')}", ".//*.a-b"),
        ("/descendant::li/@id[. = 'a']", "//li#a"),
        ("/html/@lang", "/html/@lang"),
    ],
)
def test_classes_and_ids_as_in_css(path: str, said: str) -> None:
    """What XPath says of classes in sixty characters is said in a few."""
    assert short(path) == said


def test_alternatives_are_those_outside_brackets_and_quotes() -> None:
    """A bar inside a condition, brackets or a text parts nothing."""
    assert alternatives("a | b[c | d] | (e | f)/g | h[. = '|(']") == [
        "a",
        "b[c | d]",
        "(e | f)/g",
        "h[. = '|(']",
    ]


def test_the_alternative_that_selects_decides() -> None:
    """Of several XPaths the first that selects something is named."""
    union = etree.XPath(".//q | .//p[@class='d']")
    assert deciding(union, _PAGE) == ".//p[@class='d']"
    assert short(deciding(FirstOf(".//q", ".//p"), _PAGE)) == ".//p"
    all_of = AllOf(etree.XPath(".//q"), FirstOf(".//i", ".//p"))
    assert short(deciding(all_of, _PAGE)) == ".//p"
    assert deciding(SeenFrom(etree.XPath(".//q"), "self::q"), _PAGE) == ".//q"


def test_every_selector_of_every_template_can_be_told() -> None:
    """Each selector has an XPath to show, and each of its parts compiles."""
    for template in TEMPLATES:
        for name in ("story", "headline", "printed_date", "body", "pictures", "tags", "apart"):
            assert deciding(getattr(template, name), _PAGE) or name in ("tags", "apart")
            assert all(expressions(getattr(template, name)))


def test_lines_break_where_a_step_or_a_condition_begins() -> None:
    """No line is longer than asked, and class names stay whole where they can."""
    text = "D headline: .//h1[in .wrap__article-detail-title] | self::*[not(.a)]//b"
    assert lines(text, 36) == [
        "D headline: .//h1",
        "[in .wrap__article-detail-title] |",
        "self::*[not(.a)]//b",
    ]
    assert [len(line) for line in lines("x" * 80, 36)] == [36, 36, 8]
