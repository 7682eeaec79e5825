"""What the templates are made of selects exactly what an XPath that says it at length selects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newscrawl.antara.head import _PROPERTIES, Head
from newscrawl.antara.jsonld import LinkedData
from newscrawl.antara.looks import one_look_at
from newscrawl.antara.markup import tree
from newscrawl.antara.templates import TEMPLATES, template_of
from newscrawl.antara.templates.amp import _AMP, Amp, _may_be_amp
from newscrawl.antara.templates.base import Template
from newscrawl.antara.xpaths import (
    AnyOf,
    Around,
    FirstOf,
    Having,
    LinksIn,
    LinksWith,
    When,
    WithClass,
    has_class,
    xpath,
)
from tests.antara.pages import era_d

_LONG_CLASS = "contains(concat(' ', normalize-space(@class), ' '), ' b ')"
_PIECES = (
    "<p>", "</p>", "<div>", "</div>", "<div class=b>", "<div class='a b'>", "<div class=ab>",
    "<div class='b\nc'>", "<div class='&#98;'>", "<aside class=b>", "</aside>", "<a href=/x>x</a>",
    "<a>y</a>", "<a class=b href=/y>", "<a href=/u?c=d>z</a>", "<div id=b>", "<span CLASS=b>", "x",
    "<html class=b>", "<body id=b>",
)  # fmt: skip
_pages = st.lists(st.sampled_from(_PIECES), max_size=25).map(
    lambda pieces: tree("".join(["<p>", *pieces]))
)


@given(_pages)
def test_a_class_is_found_as_a_word(root: etree._Element) -> None:
    """A class counts among others and in any spelling, and no part of another name is one."""
    wanted = root.xpath(f"//*[{_LONG_CLASS}]")
    assert Having(f"//*/{has_class('b')}")(root) == wanted == xpath(f"//*[{has_class('b')}]")(root)
    assert xpath(f"//p[not({has_class('b')})]")(root) == root.xpath(f"//p[not({_LONG_CLASS})]")
    for element in root.iter():
        below = Having(f".//*/{has_class('b')}")(element)
        assert below == xpath(f".//*[{has_class('b')}]")(element)
        assert below == element.xpath(f".//*[{_LONG_CLASS}]")


@given(_pages)
def test_a_page_that_is_looked_at_once_has_the_same_classes(root: etree._Element) -> None:
    """What is selected by a class is the same with one look at the page as with one for each."""
    scopes = list(root.iter())
    for condition in ("", "[not(ancestor::aside)]"):
        selector = WithClass(".//*", "b", condition)
        wanted = [scope.xpath(f".//*[{_LONG_CLASS}]{condition}") for scope in scopes]
        with one_look_at(root):
            assert [selector(scope) for scope in scopes] == wanted
            WithClass("//*", "b")(root)  # now they are known
            assert [selector(scope) for scope in scopes] == wanted
    paths = ("//*", ".//*", "//div", ".//p", "//*[not(self::aside)]", ".//*[not(self::div)]")
    for path in paths:
        for name in ("b", "a", "B", "nowhere"):
            selector, long = WithClass(path, name), _LONG_CLASS.replace(" b ", f" {name} ")
            wanted = [scope.xpath(f"{path}[{long}]") for scope in scopes]
            assert [selector(scope) for scope in scopes] == wanted
            with one_look_at(root):
                assert [selector(scope) for scope in scopes] == wanted
            with one_look_at(root):  # the other way round, with nothing known from the page
                assert [selector(scope) for scope in reversed(scopes)] == wanted[::-1]


def test_a_look_is_at_one_page_and_is_over_with_it() -> None:
    """Another page's classes are its own, and so are a page's after it was changed."""
    page, other = tree("<p class=b>x</p>"), tree("<i class=b>x</i>")
    with one_look_at(page):
        assert [e.tag for e in WithClass("//*", "b")(page)] == ["p"]
        assert [e.tag for e in WithClass("//*", "b")(other)] == ["i"]
    page[0][0].set("class", "c")
    assert WithClass("//*", "b")(page) == []
    with one_look_at(page):
        assert WithClass("//*", "b")(page) == []


@given(_pages)
def test_links_in_boxes_are_those_around_which_a_box_stands(root: etree._Element) -> None:
    """A box in a box gives its links once, in their order."""
    links = LinksIn(Having(f"//*/{has_class('b')}"), "[not(ancestor::aside)]")
    long = f"//a[@href][ancestor::*[{_LONG_CLASS}]][not(ancestor::aside)]"
    assert links(root) == root.xpath(long)
    others = xpath("//a[contains(@href, 'c=')]")
    assert AnyOf(links, others)(root) == root.xpath(f"{long} | //a[contains(@href, 'c=')]")
    three = AnyOf(others, WithClass("//*", "b"), WithClass("//*", "a", "[@href]"))
    assert three(root) == root.xpath(
        f"//a[contains(@href, 'c=')] | //*[{_LONG_CLASS}]"
        f" | //*[{_LONG_CLASS.replace(' b ', ' a ')}][@href]"
    )
    outside = LinksWith("c=", "[not(ancestor::aside)]")
    wanted = root.xpath("//a[contains(@href, 'c=')][not(ancestor::aside)]")
    assert [outside(element) for element in root.iter()] == [wanted] * len(list(root.iter()))
    assert LinksIn(Having("//*/@id[. = 'b']"))(root) == root.xpath(
        "//a[@href][ancestor::*[@id='b']]"
    )


def test_a_box_in_a_box_costs_no_second_look() -> None:
    """A page of nothing but boxes and links is gone through once."""
    page = "<div class=b>" * 150 + "<a href=/x>x</a>" * 25_000
    assert len(LinksIn(Having(f"//*/{has_class('b')}"))(tree(page))) == 25_000


def test_nothing_is_selected_without_the_mark() -> None:
    """Where the mark is missing, the selector is not asked."""
    root = tree("<p>x</p>")
    assert When("//p", xpath("//body"), etree.iselement)(root) == [root[0]]
    assert When("//q", xpath("//body"), etree.iselement)(root) == []
    assert When("//p", xpath("//q"), etree.iselement)(root) == []


_AMP_MARKS = (
    "<html amp>", "<html ⚡>", "<html ⚡4ads>", "<html lang=id>", "<style amp-boilerplate>x</style>",
    "<style>y</style>", "<noscript><style amp-boilerplate></style></noscript>", "<amp-img src=x>",
    "<script src=https://cdn.ampproject.org/v0.js></script>", "<script src=/x.js></script>", "<p>",
    "<script>cdn.ampproject.org/</script>", "<img amp>", "<body amp>",
)  # fmt: skip


@given(st.lists(st.sampled_from(_AMP_MARKS), min_size=1, max_size=5))
def test_no_amp_page_is_taken_for_another(pieces: list[str]) -> None:
    """What goes before the look for AMP's marks lets pass every page that has one."""
    root = tree("".join(pieces))
    if root.xpath(_AMP):
        assert _may_be_amp(root)


def test_the_first_anchor_that_is_missing_ends_the_look() -> None:
    """What stands behind a missing anchor is not looked for."""

    def fail(_: etree._Element) -> list[etree._Element]:
        raise AssertionError

    assert Around(xpath("//q"), fail)(tree("<p>x</p>")) == []
    assert FirstOf("//p", fail)(tree("<p>x</p>"))


_TEXT = f"<p>{'Kota (ANTARA) - Satu dua tiga empat lima enam tujuh. ' * 3}</p>"


@pytest.mark.parametrize(
    ("page", "is_amp"),
    [
        ("<html amp><body><h1>Judul</h1>{}", True),
        ("<html ⚡><body><h1>Judul</h1>{}", True),
        ("<html ⚡4ads><body><h2>Judul</h2>{}", True),
        ("<html><head><style amp-boilerplate>x</style></head><h1>Judul</h1>{}", True),
        ("<html><script src='https://cdn.ampproject.org/v0.js'></script><h1>Judul</h1>{}", True),
        ("<html><h1>Judul</h1>{}<amp-img src=/a.jpg></amp-img>", True),
        ("<html amp><body><nav><h1>Judul</h1></nav>{}", False),
        ("<html amp><body><h1>Judul</h1><p>pendek</p>", False),
        ("<html data-amp><body><h1>Judul</h1>{}", False),
        ("<html><link rel=amphtml href=/amp/x><h1>Judul</h1>{}", False),
        ("<html><body amp><h1>Judul</h1>{}", False),
    ],
)
def test_what_makes_a_page_amp(page: str, is_amp: bool) -> None:
    """Any of its marks does, with a headline and a text; a link to such a page does not."""
    found = template_of(tree(page.format(_TEXT)))
    assert (found is not None and found[0] is Amp) is is_amp


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_page_of_nothing_is_in_no_template(template: type[Template]) -> None:
    """A page without head or body, or with nothing in them, has no story."""
    for page in ("x", "<html>", "<head></head>", "<frameset><frame>", "<h1></h1>"):
        assert template.story(tree(page)) == []


def test_a_page_in_a_template_is_found_by_its_own() -> None:
    """Marks of others around a story of the present template change nothing."""
    found = template_of(tree(era_d(_TEXT)))
    assert found is not None
    assert found[0].name == "D"


_ITEMS = (
    "<div itemscope itemprop=publisher>", "<div itemprop=editor>", "<div itemscope>", "</div>",
    "<html itemprop=headline>", "<b itemprop=headline>x</b>", "<meta itemprop=keywords content=a>", "<i itemprop='author b'>y</i>",
)  # fmt: skip


@given(st.lists(st.sampled_from(_ITEMS), max_size=12))
def test_properties_of_the_story_alone_are_read(pieces: list[str]) -> None:
    """A property inside a thing of its own, and a ``meta``'s, is not among the elements'."""
    root = tree("".join(["<p>", *pieces]))
    inside = "ancestor::*[@itemprop][@itemscope]"
    wanted = root.xpath(f"//*[@itemprop][not(self::meta)][not({inside})]")
    assert _PROPERTIES(root) == wanted
    Head(root)


def test_what_the_data_say_is_found_out_once() -> None:
    """Asked again, the data give the same answer."""
    data = LinkedData(tree('<script type="application/ld+json">{"@type": "Article"}</script>x'))
    assert data.fields() is data.fields()
