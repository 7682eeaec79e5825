"""JSON-LD, however it is broken, and what each of its fields is believed to say."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.antara.jsonld import LinkedData
from newscrawl.antara.markup import tree


def data(*scripts: str) -> LinkedData:
    """Return the structured data of a page with some scripts."""
    elements = "".join(f'<script type="application/ld+json">{text}</script>' for text in scripts)
    return LinkedData(tree(f"<html><head>{elements}</head><body><p>x</p></body></html>"))


def story(**fields: object) -> dict[str, list[str]]:
    """Return what a news article with some fields is believed to say."""
    return data(json.dumps({"@type": "NewsArticle"} | fields)).fields()


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Judul"}',
        '{"@type": "NewsArticle", "headline": "Judul",}',
        '{"@type": ["NewsArticle",], "headline": "Judul" , }',
        '\ufeff {"@type": "https://schema.org/NewsArticle", "headline": "Judul"};',
        '[[{"@type": "NewsArticle", "headline": "Judul"}]]',
        '{"@graph": [{"@type": "WebPage", "name": "x"}, {"@type": "Article", "headline": "Judul"}]}',
        '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "Judul"}}',
        '<!-- {"@type": "NewsArticle", "headline": "Judul"} -->',
        '<!--//--><![CDATA[//><!-- \n{"@type": "NewsArticle"}',
        '<![CDATA[{"@type": "NewsArticle", "headline": "Judul"}]]>',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Judul"}\n//]]>',
        '/*<![CDATA[*/{"@type": "NewsArticle", "headline": "Judul"}/*]]>*/',
        '{"@type": "NewsArticle", "alternateName": "Jum\\\'at", "headline": "Judul"}',
        '{"@type": "NewsArticle", "description": "dua\nbaris\ttab", "headline": "Judul"}',
    ],
)
def test_broken_and_wrapped_scripts(script: str) -> None:
    """What is commonly broken is mended; what is not mendable says nothing."""
    wanted = ["Judul"] if "Judul" in script else []
    assert data(script).fields()["headline"] == wanted


def test_several_scripts_and_types() -> None:
    """The article counts, wherever it stands; a video inside it is not the story."""
    video = '{"@type": "VideoObject", "name": "Video"}'
    article = '{"@type": "NewsArticle", "headline": "Judul"}'
    assert data("{", video, article).fields()["headline"] == ["Judul"]
    assert data(video, '{"@type": "WebSite", "name": "ANTARA"}').fields()["headline"] == ["Video"]


@pytest.mark.parametrize(
    ("keywords", "section", "tags"),
    [
        ([["Dunia:Internasional", "Editor:Budi", "satu", "dua"]], ["Dunia"], ["satu", "dua"]),
        ([["News:", "Editor:Budi S", "tag1"]], [], ["tag1"]),
        (["Dunia:ASEAN", "satu"], ["Dunia"], ["satu"]),
        ("satu, dua", [], ["satu", "dua"]),
        ("News:,Editor:Budi,satu", [], ["satu"]),
        (["satu", "Pewarta: Sari", "COVID-19: gelombang kedua"], [], ["satu", "COVID-19: gelombang kedua"]),
        (["COVID-19: gelombang kedua"], [], ["COVID-19: gelombang kedua"]),
        ([[[[["dalam"]]]]], [], []),
        ({"a": 1}, [], []),
    ],
)  # fmt: skip
def test_keywords(keywords: object, section: list[str], tags: list[str]) -> None:
    """The nested list holds section, editor and tags; labels are no tags."""
    fields = story(keywords=keywords)
    assert (fields["section"], fields["tags"]) == (section, tags)


def test_a_stated_section_counts_first() -> None:
    """The keywords give the section only where nothing better is stated."""
    assert story(articleSection="Eropa", keywords=[["Dunia:ASEAN"]])["section"] == ["Eropa"]
    assert story(articleSection="News", keywords=[["Dunia:ASEAN"]])["section"] == ["Dunia"]


@pytest.mark.parametrize(
    ("fields", "reporters", "editors"),
    [
        ({"author": {"name": "Budi"}}, [], []),
        ({"author": {"name": "Budi"}, "creator": {"name": "Sari dan Wira"}}, ["Sari", "Wira"], []),
        ({"creator": [{"name": "Sari"}, "Wira"], "editor": "Budi"}, ["Sari", "Wira"], ["Budi"]),
        ({"creator": "Budi", "keywords": [["News:", "Editor:Budi"]]}, [], []),
        ({"creator": "Budi", "editor": {"name": "Budi"}}, [], ["Budi"]),
        ({"creator": {"@type": "Organization", "name": "ANTARA News"}}, [], []),
        ({"creator": "https://www.facebook.com/x"}, [], []),
        ({"creator": "Dr. Sari, M.Si"}, ["Dr. Sari, M.Si"], []),
    ],
)
def test_people(fields: dict[str, Any], reporters: list[str], editors: list[str]) -> None:
    """``author`` may be the editor and is nobody; ``creator`` is the reporter, if not the editor."""
    found = story(**fields)
    assert (found["reporters"], found["editors"]) == (reporters, editors)


def test_entities_in_strings_are_resolved() -> None:
    """A script's text is raw, and still some sites escape it."""
    assert story(headline="A &quot;B&quot; &amp; C")["headline"] == ['A "B" & C']


def test_pictures_that_are_no_addresses() -> None:
    """Only addresses of pictures are given, also where the data are damaged."""
    images = ["http://[", "https://cdn.antaranews.com/a.jpg", 5, {"url": "data:image/gif;base64,A"}]
    text = json.dumps({"@type": "NewsArticle", "image": images})
    assert data(text).image_addresses() == ["https://cdn.antaranews.com/a.jpg"]


@pytest.mark.parametrize(
    "script",
    [
        "[" * 400_000,
        '{"a":' * 80_000 + "1" + "}" * 80_000,
        "-->" + " " * 400_000 + "x",
        "{" + " ," * 200_000,
        '{"@type": "NewsArticle", "headline": "' + "x" * 500_001 + '"}',
        '{"@type": "NewsArticle", "keywords": [' + '"x",' * 100_000 + '"x"]}',
        "[" + "{}," * 100_000 + "{}]",
    ],
    ids=lambda value: value[:9],
)
def test_huge_and_deep_data_end(script: str) -> None:
    """Nesting, repetition and size end in an answer, mostly that nothing is said."""
    fields = data(script).fields()
    assert fields["headline"] == []
    assert len(fields["tags"]) <= 2_000


@given(st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(
        st.sampled_from(["@type", "@graph", "keywords", "creator", "image", "name", "item", "itemListElement", "editor"]),
        inner | st.just("NewsArticle") | st.just("BreadcrumbList"),
    ),
))  # fmt: skip
def test_any_value_is_borne(value: Any) -> None:
    """Whatever the data, the answer is lists of strings."""
    text = json.dumps(value).replace("<", "\\u003c")
    found = data(text)
    assert all(isinstance(entry, str) for entries in found.fields().values() for entry in entries)
    assert all(isinstance(address, str) for address in found.image_addresses())
