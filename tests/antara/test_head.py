"""``meta`` elements and microdata."""

import pytest

from newscrawl.antara.head import Head
from newscrawl.antara.markup import tree


def head(elements: str, body: str = "<p>x</p>") -> Head:
    """Return the head of a page."""
    return Head(tree(f"<html><head>{elements}</head><body>{body}</body></html>"))


def fields(elements: str, body: str = "<p>x</p>") -> dict[str, list[str]]:
    """Return what a page's head says, without what it does not say."""
    found = head(elements, body).fields(None)
    said = {name: [value for value in values if value] for name, values in found.items()}
    return {name: values for name, values in said.items() if values}


@pytest.mark.parametrize(
    ("elements", "wanted"),
    [
        ('<meta property="og:title" content="Judul - ANTARA News">', {"headline": ["Judul"]}),
        ("<title>Judul - ANTARA News Jawa Timur</title>", {"headline": ["Judul"]}),
        ('<meta name="description" content="A &amp;rsquo; B">', {"description": ["A ’ B"]}),
        ('<meta property="article:section" content="Indonesia">', {}),
        ('<meta property="article:section" content="Dunia">', {"section": ["Dunia"]}),
        ('<meta name="keywords" content="satu, dua, berita terkini">', {"tags": ["satu", "dua"]}),
        ('<meta name="author" content="ANTARA">', {}),
        ('<meta property="article:author" content="https://www.facebook.com/x">', {}),
        ('<meta itemprop="dateModified" content="2017-05-15T10:00:00+07:00">', {"date_modified": ["2017-05-15T10:00:00+07:00"]}),
        (f'<meta name="description" content="{"x" * 20_001}">', {}),
    ],
)  # fmt: skip
def test_metas(elements: str, wanted: dict[str, list[str]]) -> None:
    """What each element says; the site's own words and what is too long say nothing."""
    assert fields(elements) == wanted


def test_microdata_anywhere() -> None:
    """Properties are read where they stand, also in the body; a publisher's are not the story's."""
    body = """<div itemscope itemtype="http://schema.org/NewsArticle">
    <div itemprop="publisher" itemscope><span itemprop="headline">ANTARA</span></div>
    <h1 itemprop="headline">Judul</h1><time itemprop="datePublished" datetime="2016-05-06T19:42:37+07:00">Jumat</time>
    <div>Pewarta: <span itemprop="author">Sari dan Wira</span></div>
    <p>Editor: <span itemprop="editor">Budi</span></p>
    <span itemprop="keywords">satu, dua</span><span itemprop="articleSection">Dunia</span></div>"""
    assert fields("", body) == {
        "headline": ["Judul"],
        "section": ["Dunia"],
        "tags": ["satu", "dua"],
        "date_published": ["2016-05-06T19:42:37+07:00"],
        "reporters": ["Sari", "Wira"],
        "editors": ["Budi"],
    }


def test_an_author_without_a_label_is_nobody() -> None:
    """Only the line around the name says whether it is the reporter's."""
    assert fields("", '<p>Editor: <b itemprop="author">Budi</b></p>') == {}
    assert fields("", '<b itemprop="author">Budi</b>') == {}


def test_of_several_the_first_counts() -> None:
    """A second statement does not replace the first, and ``meta`` goes before microdata."""
    elements = '<meta name="keywords" content="satu"><meta name="keywords" content="dua">'
    assert fields(elements, '<i itemprop="keywords">tiga</i>') == {"tags": ["satu"]}


def test_pictures() -> None:
    """Only addresses of pictures are given."""
    elements = '<meta property="og:image" content="http://["><meta name="twitter:image" content="https://c.x/a.jpg">'
    assert head(elements).image_addresses() == ["https://c.x/a.jpg"]
