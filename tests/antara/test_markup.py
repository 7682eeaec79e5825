"""The limits that keep a page from stopping a crawl."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.antara.markup import DEEPEST, MOST_ATTRIBUTES, MarkupError, check, content, tree

_MANY = " ".join(f"a{number}=1" for number in range(200_000))


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (f"<div {_MANY}>", "too_many_attributes"),
        ("<p " * 1_000_000, "too_many_attributes"),
        (f'<textarea><a x="</textarea><div {_MANY}>">', "too_many_attributes"),
        (f"<!--><div {_MANY}>", "too_many_attributes"),
        (f"<div x='<' {_MANY}>", "too_many_attributes"),
        (f"<div {' '.join('a' + str(n) + '=<' for n in range(2000))}>", "too_many_attributes"),
        ("<div>" * 200_000, "too_deep"),
        ("<br>" * 200_000, "too_many_tags"),
        ("</x>" * 200_000, "too_many_tags"),
        ("<b></i>" * 5_000, "too_deep"),
        ("x" * 20_000_001, "too_long"),
        ("", "empty"),
        (" \n", "empty"),
        ("<!-- -->", "empty"),
    ],
    ids=lambda value: value[:12],
)  # fmt: skip
def test_bombs_are_refused_at_once(page: str, reason: str) -> None:
    """What would take the parser minutes, or lose text, is refused by name within a second."""
    started = time.perf_counter()
    with pytest.raises(MarkupError) as refusal:
        tree(page)
    assert refusal.value.reason == reason
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    "page",
    [
        "<p>" * 50_000,
        "<li>x" * 50_000,
        "<br>" * 50_000,
        "<b>x</b>" * 50_000,
        "<script>" + "'<div>' + " * 10_000 + "</script><p>x",
        "<!-- " + "<div>" * 10_000 + "--><p>x",
        f"<div title='{'kata ' * 5_000}'>x</div>",
        "</x>" * 100_000 + "<",
        "<" * 100_000,
        "<!--" * 100_000 + "<p>x",
        "<table><tr><td>" * 100,
    ],
    ids=lambda value: value[:12],
)  # fmt: skip
def test_large_pages_are_not(page: str) -> None:
    """Many elements, long values and unclosed paragraphs are no bombs."""
    started = time.perf_counter()
    check(page)
    assert time.perf_counter() - started < 2


def test_nothing_is_lost_at_the_limit() -> None:
    """Whatever is parsed at all keeps its deepest text."""
    root = tree("<div>" * DEEPEST + "terdalam")
    assert content(root) == "terdalam"
    attributes = " ".join(f"a{number}=1" for number in range(MOST_ATTRIBUTES))
    assert tree(f"<p {attributes}>isi</p>").xpath("string(.)") == "isi"


@given(st.text(alphabet="<>/!-='\" abdivscript\n"))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    """Whatever the markup, the answer is a tree or a named refusal."""
    try:
        check(text)
        parsed = tree(text) if text.strip() else None
    except MarkupError:
        parsed = None
    assert parsed is None or parsed.tag == "html"
