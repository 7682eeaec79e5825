"""ArticleLoader: processors of the record's fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.items import Article, Image
from newscrawl.loaders import ArticleLoader, language_code, split_tags


def test_an_empty_loader_gives_an_empty_record() -> None:
    """What was found nowhere keeps the record's empty value."""
    article = ArticleLoader().load_article()
    assert (article.headline, article.tags, article.images, article.body) == (None, [], [], None)
    assert (article.kind, article.revision) == ("article", 1)


def test_the_first_of_single_values_counts() -> None:
    """Values are folded; empty ones do not count."""
    loader = ArticleLoader()
    loader.add_value("headline", [" ", "\n Judul\u00a0 satu ", "Judul dua"])
    assert loader.has("headline")
    assert loader.load_article().headline == "Judul satu"


def test_lists_keep_their_order_each_once() -> None:
    """Tags are parted and lose their sign; spellings in other letters are the same."""
    loader = ArticleLoader()
    loader.add_value("tags", ["#satu, dua", "Satu", "  "])
    loader.add_value("reporters", ["A dan B", "B"])
    loader.add_value("images", [Image(url="http://x/a"), Image(url="http://x/a")])
    article = loader.load_article()
    assert (article.tags, article.reporters) == (["satu", "dua"], ["A", "B"])
    assert len(article.images) == 2


def test_paragraphs_are_joined_by_a_blank_line() -> None:
    """The body is one text."""
    loader = ArticleLoader()
    loader.add_value("body", ["Satu.", "Dua."])
    assert loader.load_article().body == "Satu.\n\nDua."


def test_dates_that_are_none_do_not_count() -> None:
    """Only ISO 8601 times are kept, with their offset."""
    loader = ArticleLoader()
    loader.add_value("date_published", ["kemarin", "2026-08-26T13:18:46.5+07:00"])
    assert loader.load_article().date_published == "2026-08-26T13:18:46+07:00"


@pytest.mark.parametrize(
    ("tag", "code"), [("id-ID", "id"), ("EN_us", "en"), (" id ", "id"), ("in", None), ("", None)]
)
def test_languages(tag: str, code: str | None) -> None:
    """A region is dropped; another language than the site's two is none."""
    assert language_code(tag) == code


def test_tags() -> None:
    """Tags are parted at commas."""
    assert split_tags("#a b, ,c") == ["a b", "c"]


_FOUND = st.sampled_from(
    ["", " ", "Judul", "judul", "#a, B,a", "Budi dan Wira", "2026-08-26T13:18:46+07:00", "id-ID"]
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["headline", "tags", "reporters", "editors", "language", "body"])
            | st.sampled_from(["date_published", "breadcrumbs", "template", "copyright_notice"]),
            _FOUND | st.lists(_FOUND, max_size=3),
        ),
        max_size=8,
    )
)
def test_what_is_added_is_what_an_item_loader_adds(
    found: list[tuple[str, str | list[str]]],
) -> None:
    """Values go the short way, by the same processors."""
    ours, theirs = ArticleLoader(), ArticleLoader()
    for field, values in found:
        ours.add(field, values)
        theirs.add_value(field, values)
    assert ours.load_article() == Article(**theirs.load_item())
