"""Captured pages of 2015 and 2016, against facts written down from reading them.

Of ANTARA's texts only names, dates, numbers and digests stand here. A digest is the SHA-256, cut to
16 digits, of a text in NFC with white space folded.
"""

import hashlib
import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.antara.articles import extract, page_address
from newscrawl.items import Article, Dateline


def digest(text: str) -> str:
    """Return a short digest of a text."""
    normal = unicodedata.normalize("NFC", " ".join(text.split()))
    return hashlib.sha256(normal.encode()).hexdigest()[:16]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What a reader of one page can tell."""

    file: str
    article_id: int
    url: str
    headline: str
    description: str
    section: str | None
    tags: list[str]
    published: str
    place: str
    dateline: str
    reporters: list[str]
    editors: list[str]
    image: str
    caption: str
    credit: str
    paragraphs: list[str]
    related: list[int]
    baca_juga: list[int]
    copyright: str
    fallbacks: dict[str, str] = field(default_factory=dict)


PAGES = [
    Facts(
        file="antara-article-2015-11-05-lombok.html",
        article_id=527615,
        url="https://www.antaranews.com/berita/527615/29-penerbangan-bandara-internasional-lombok-dibatalkan",
        headline="6dd91cbdf72b3b72",
        description="0d6513a75476721e",
        section="Nasional",
        tags=["penerbangan batal", "abu vulkanik", "gunung rinjani", "gunung batujari"],
        published="2015-11-05T14:56:43+07:00",
        place="Mataram, NTB",
        dateline="Mataram, NTB (ANTARA News) - ",
        reporters=["Nur Imansyah"],
        editors=["Ade Marboen"],
        image="http://img.antaranews.com/new/2015/11/ori/20151105antarafoto-pantau-semburan-gunung-rinjani-051115-bcs-2.jpg",
        caption="b70bc5711e4ddf8e",
        credit="ANTARA FOTO/Budi Setya",
        paragraphs=[
            "2f577b6522688740",
            "d91433512d254589",
            "49022952c65b8820",
            "e8713a0fa39282b6",
            "4579a771afdb3940",
        ],
        related=[527561, 527539, 527535, 527490, 527405, 527359, 527357, 527287],
        baca_juga=[527612, 527577],
        copyright="COPYRIGHT © ANTARA 2015",
        fallbacks={"description": "meta"},
    ),
    Facts(
        file="antara-article-2016-02-23-lampung.html",
        article_id=546643,
        url="https://www.antaranews.com/berita/546643/prostitusi-ditenggarai-sudah-merambah-ke-pelajar-lampung",
        headline="ccab52a2c3fd2130",
        description="0f10aaf3edb4d513",
        section="Nasional",
        tags=["prostitusi", "pelajar prostitusi", "praktik prostitusi", "pelajar lampung"],
        published="2016-02-23T14:49:30+07:00",
        place="Bandarlampung, Lampung",
        dateline="Bandarlampung, Lampung (ANTARA News) - ",
        reporters=["Budisantoso Budiman", "Agus S"],
        editors=["Ade Marboen"],
        image="http://img.antaranews.com/new/2015/12/ori/20151202antarafoto-satpol-pp-razia-wisma-021215-smt-2.jpg",
        caption="21f8e63a24c83627",
        credit="ANTARA FOTO/Sahrul Manda Tikupadang",
        paragraphs=[
            "8fcc222433a4e523",
            "6be679145f3cef48",
            "d9cd9732962893a2",
            "fbcf7a2ad482e884",
            "940c04af2ff376a6",
            "60aa440c02534747",
            "b8b81a3c0d67dc89",
            "eb987aebb00c4930",
            "999d5827f363f882",
        ],
        related=[536432, 535578, 531973, 511073, 499126, 498816, 498447, 496008],
        baca_juga=[546447, 546045],
        copyright="COPYRIGHT © ANTARA 2016",
        fallbacks={},
    ),
    Facts(
        file="antara-otomotif-article-2016-02-23.html",
        article_id=546646,
        url="https://www.antaranews.com/berita/546646/prototype",
        headline="dde0ef0b15b51621",
        description="9f33e5a062573c4f",
        section=None,
        tags=[
            "ban motor astra otoparts",
            "Aspira Premio",
            "ban pirelli",
            "peluncuran Aspira Premio",
        ],
        published="2016-02-23T15:06:00+07:00",
        place="Jakarta",
        dateline="Jakarta (ANTARA News) - ",
        reporters=["Monalisa"],
        editors=["B Kunto Wibisono"],
        image="http://img.antaranews.com/new/2016/02/ori/20160223photo_2-7.jpg",
        caption="69a38c4cedf0b3c3",
        credit="Antaranews/Monalisa",
        paragraphs=[
            "623b727f30fff41d",
            "945b3efa8255b0dd",
            "5df7fc0736bc4656",
            "76239e2e4772e213",
            "20bef0d57b577bb2",
            "4c757fb8f2af0560",
            "138ac55a1090e4f5",
            "cf7b342f28e155d4",
            "03e0c39ed40a87d6",
        ],
        related=[546651],
        baca_juga=[],
        copyright="COPYRIGHT © 2016",
        fallbacks={"description": "meta", "tags": "meta"},
    ),
]


@pytest.fixture(params=PAGES, ids=lambda facts: facts.file)
def page(request: pytest.FixtureRequest, real_pages: Path) -> tuple[Facts, Article]:
    """One page's facts, and its record."""
    facts: Facts = request.param
    body = (real_pages / facts.file).read_bytes()
    address = page_address(body)
    assert address is not None
    return facts, extract(body, address, datetime(2026, 11, 22, tzinfo=UTC))


def test_identity(page: tuple[Facts, Article]) -> None:
    """A page says its own address, and with it which story it is."""
    facts, article = page
    assert (article.id, article.url) == (f"antara:{facts.article_id}", facts.url)
    assert (article.edition, article.kind, article.language) == ("id", "article", "id")
    assert (article.template, article.fallbacks) == ("B", facts.fallbacks)


def test_what_stands_above_the_text(page: tuple[Facts, Article]) -> None:
    """Headline, summary, section, tags and time of publication are the page's."""
    facts, article = page
    assert digest(article.headline or "") == facts.headline
    assert digest(article.description or "") == facts.description
    assert (article.section, article.breadcrumbs) == (facts.section, [])
    assert article.tags == facts.tags
    assert (article.date_published, article.date_modified) == (facts.published, None)


def test_credits(page: tuple[Facts, Article]) -> None:
    """Reporters and editors are names; no picture's wire becomes the story's."""
    facts, article = page
    assert article.reporters == facts.reporters
    assert article.editors == facts.editors
    assert (article.translators, article.agencies) == ([], [])
    assert (article.copyright_notice, article.rights_notice) == (facts.copyright, None)


def test_picture(page: tuple[Facts, Article]) -> None:
    """The picture comes in its largest form, its caption without the credit."""
    facts, article = page
    (image,) = article.images
    assert (image.url, image.credit) == (facts.image, facts.credit)
    assert digest(image.caption or "") == facts.caption


def test_text(page: tuple[Facts, Article]) -> None:
    """The body is the story's paragraphs and nothing else, after the dateline."""
    facts, article = page
    assert article.dateline == Dateline(place=facts.place, text=facts.dateline)
    assert article.body is not None
    assert [digest(paragraph) for paragraph in article.body.split("\n\n")] == facts.paragraphs


def test_related(page: tuple[Facts, Article]) -> None:
    """The block under the story and the fly-in are related; sidebars and menus are not."""
    facts, article = page
    by_kind = [(link.article_id, link.kind, link.after_paragraph) for link in article.related]
    under = [(number, "related_news", None) for number in facts.related]
    assert by_kind == under + [(number, "baca_juga", None) for number in facts.baca_juga]
    assert all("utm_" not in link.url and link.title for link in article.related)
