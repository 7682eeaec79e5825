"""A captured page of era A and a captured fragment of era C, against facts read from them.

Of ANTARA's texts only names, dates, numbers and digests stand here, as in ``test_real_pages``.
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.antara.articles import extract
from newscrawl.items import Article, Dateline
from tests.antara.pages import era_c
from tests.antara.test_real_pages import digest

_NOW = datetime(2026, 11, 22, tzinfo=UTC)


def _paragraphs(article: Article) -> list[str]:
    return [digest(paragraph) for paragraph in (article.body or "").split("\n\n")]


@pytest.fixture
def english(real_pages: Path) -> Article:
    """The English page of 2014."""
    body = (real_pages / "antara-en-article-2014-03-001.html").read_bytes()
    slug = "japan-plans-to-send-home-remains-of-20-thousand-soldiers"
    return extract(body, f"http://www.antaranews.com/en/news/93254/{slug}", _NOW)


def test_era_a_above_the_text(english: Article) -> None:
    """Identity, headline, quote, section, tags and time are the page's."""
    assert (english.id, english.edition, english.language) == ("antara-en:93254", "en", "en")
    assert (english.template, english.fallbacks) == ("A", {"tags": "meta"})
    assert digest(english.headline or "") == "57ad7d744b1ea3d2"
    assert digest(english.description or "") == "ee8711ba7378b264"
    assert (english.section, english.breadcrumbs) == ("National", [])
    assert english.tags == ["japan", "send home remains of 20 thousand soldiers"]
    assert (english.date_published, english.date_modified) == ("2014-03-19T08:34:00+07:00", None)
    assert english.images == []


def test_era_a_text(english: Article) -> None:
    """Four paragraphs, without box, desk code, credits, share links and comment form."""
    assert english.dateline == Dateline(
        place="Jayapura, Papua", text="Jayapura, Papua (ANTARA News) - "
    )
    assert _paragraphs(english) == [
        "76bb7f801c7c6e32",
        "32e935e3576fe9bf",
        "7c1a4a13e6ce11e1",
        "871ab0e4447795e1",
    ]
    assert (english.reporters, english.translators) == ([], [])
    assert (english.editors, english.agencies) == (["Heru"], [])
    assert (english.copyright_notice, english.rights_notice) == ("COPYRIGHT © 2014", None)


def test_era_a_related(english: Article) -> None:
    """The list beside the text is related, on the host that served it; the sidebar is not."""
    numbers = [92967, 92952, 92900, 92745, 92726]
    assert [link.article_id for link in english.related] == numbers
    assert {(link.kind, link.after_paragraph) for link in english.related} == {
        ("related_news", None)
    }
    assert all(
        link.url.startswith("https://www.antaranews.com/en/news/") for link in english.related
    )


_BANTEN = "https://banten.antaranews.com/berita/231110/dlh-kota-serang"


def _check_fragment(article: Article) -> None:
    assert (article.id, article.edition, article.template) == (
        "antara-banten:231110",
        "banten",
        "C",
    )
    assert article.dateline == Dateline(place="Serang, Banten", text="Serang, Banten (ANTARA) - ")
    assert digest(article.description or "") == "260d21f22f2882e7"
    assert _paragraphs(article) == [
        "7d58fbead8f51e68",
        "42834033e0d9a9d9",
        "e3fcd56be69c8f0c",
        "dc80f860218feba6",
        "994b653d784350eb",
        "4ec604af0af4c2d9",
        "519e96feca2559a3",
    ]
    assert (article.reporters, article.editors) == (["Lukman Hakim"], [])
    assert article.copyright_notice == "COPYRIGHT © ANTARA 2023"
    assert (article.tags, article.agencies, article.related) == ([], [], [])


def test_fragment_as_it_is(real_pages: Path) -> None:
    """Header, text and footer alone are enough to read a page of era C."""
    fragment = next(real_pages.glob("fragment-banten-*.html")).read_bytes()
    article = extract(fragment, _BANTEN, _NOW)
    _check_fragment(article)
    assert (article.headline, article.date_published, article.images) == (None, None, [])


def test_fragment_in_a_page(real_pages: Path) -> None:
    """In a whole page the caption belongs to its picture, the credits in the footer count."""
    fragment = next(real_pages.glob("fragment-banten-*.html")).read_text("utf-8")
    headline = '<h1 class="post-title">Judul</h1><p class="simple-here"><span class="article-date">'
    picture = '<time>Jumat, 21 Oktober 2022 18:04 WIB</time></span></p><figure><img src="/a.jpg"></figure>'
    header, _, rest = fragment.partition('<header class="post-header" style="">')
    story = f'{header}<header class="post-header">{headline}{picture}{rest}'
    page = era_c("").partition('<article class="post-wrapper')
    article = extract(
        f"{page[0]}<article class='post-wrapper'>{story}</article>".encode(), _BANTEN, _NOW
    )
    _check_fragment(article)
    assert (article.headline, article.date_published) == ("Judul", "2022-10-21T18:04:00+07:00")
    (image,) = article.images
    assert image.url == "https://banten.antaranews.com/a.jpg"
    assert (digest(image.caption or ""), image.credit) == ("280464a83e077a4f", "ANTARA/Istimewa")
