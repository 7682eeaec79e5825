"""Stories in several pages: read whole, nothing twice, no pagination in the text."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from newscrawl.antara.articles import Hints, Page, extract
from newscrawl.antara.further import further_pages
from newscrawl.items import Article
from tests.antara.pages import URL, era_b, era_c, era_d, read
from tests.antara.splitting import split

_FIXTURES = Path(__file__).parents[1] / "fixtures" / "antara"
_CASES = sorted(
    path.parent.name
    for path in _FIXTURES.glob("*/expected.json")
    if not path.with_name("page-2.html").exists()
)
_LEAD = "<p>Kota (ANTARA) - Judul berita ini bercerita tentang pasar terapung di sungai besar.</p>"
_SECOND = "<p>Pedagang datang sebelum fajar dengan perahu kayu, kata lurah setempat.</p>"
_THIRD = "<p>Sayur dan ikan habis terjual sebelum pukul tujuh pagi setiap hari.</p>"
_FOURTH = "<p>Pemerintah daerah berjanji menambah dermaga baru tahun depan.</p>"
_ENDS = '<p class="text-muted">Pewarta: Ani<br>Editor: Budi<br>COPYRIGHT © ANTARA 2026</p>'
_TEXTS = tuple(
    part.removeprefix("<p>").removesuffix("</p>").removeprefix("Kota (ANTARA) - ")
    for part in (_LEAD, _SECOND, _THIRD, _FOURTH)
)


def pager(*numbers: int, more: str = "") -> str:
    """Return a pagination as the theme of era D has it."""
    links = "".join(f'<li><a href="?page={number}">{number}</a></li>' for number in numbers)
    return f'<nav><ul class="pagination">{links}</ul>{more}</nav>'


def story(first: str, *further: str) -> Article:
    """Return the record of a story in several pages."""
    return read(first, hints=Hints(further=tuple(Page(page.encode()) for page in further)))


@pytest.mark.parametrize("case", _CASES)
@pytest.mark.parametrize("cuts", [2, 3])
@pytest.mark.parametrize("inside", [True, False])
def test_a_page_cut_in_several_gives_the_same_record(case: str, cuts: int, *, inside: bool) -> None:
    """Every field is what it is on the whole page, wherever the pagination stands."""
    meta = json.loads((_FIXTURES / case / "meta.json").read_text("utf-8"))
    body, url = (_FIXTURES / case / "page.html").read_bytes(), meta["url"]
    pages = split(body, url, cuts, inside=inside)
    if not pages:
        return  # too short
    at = datetime.fromisoformat(meta["fetched_at"])
    assert len(further_pages(pages[0], url)) == cuts - 1
    hints = Hints("text/html; charset=utf-8", further=tuple(map(Page, pages[1:])))
    record, wanted = asdict(extract(pages[0], url, at, hints)), asdict(extract(body, url, at))
    wrong: dict[str, Any] = {
        name: (record[name], wanted[name]) for name in wanted if record[name] != wanted[name]
    }
    assert not wrong


def test_the_text_goes_on_from_page_to_page() -> None:
    """Bodies are joined, links counted over the whole, credits taken from wherever they stand."""
    mention = '<p>Baca juga: <a href="/berita/{0}/x">Judul {0}</a></p>'
    article = story(
        era_d(_LEAD + mention.format(7) + _SECOND + pager(2, 3)),
        era_d(_THIRD + mention.format(7) + mention.format(8) + pager(1, 3)),
        era_d(_FOURTH + "<p>Sumber: Reuters</p>" + _ENDS + pager(1, 2)),
    )
    assert article.body == "\n\n".join(_TEXTS)
    assert [(link.article_id, link.after_paragraph) for link in article.related] == [(7, 1), (8, 3)]
    assert (article.reporters, article.editors, article.agencies) == (
        ["Ani"],
        ["Budi"],
        ["Reuters"],
    )
    assert article.copyright_notice == "COPYRIGHT © ANTARA 2026"
    assert (article.template, article.fallbacks, article.word_count) == (
        "D",
        {},
        len(" ".join(_TEXTS).split()),
    )


def test_what_each_page_says_again_is_there_once() -> None:
    """Lead, credits and notices of every page count once; a copyright ends its page alone."""
    picture = "<img src='https://cdn.antaranews.com/cache/800x533/a.jpg'>"
    figure = f"<figure>{picture}<figcaption>Pasar. (ANTARA/Ani)</figcaption></figure>"
    rights = "<p>Dilarang keras melakukan crawling untuk AI tanpa izin tertulis.</p>"
    article = story(
        era_d(_LEAD + _SECOND + pager(2) + _ENDS + rights, figure=figure),
        era_d(_LEAD + _THIRD + _FOURTH + pager(1) + _ENDS + rights, figure=figure),
    )
    assert article.body == "\n\n".join(_TEXTS)
    assert (article.reporters, article.editors) == (["Ani"], ["Budi"])
    assert [image.caption for image in article.images] == ["Pasar."]
    assert article.rights_notice is not None
    assert article.fallbacks == {}


@pytest.mark.parametrize("times", [1, 2])
def test_the_same_page_again_adds_nothing(times: int) -> None:
    """Where the site does not know the number, it serves the first page once more."""
    page = era_d(_LEAD + '<p>Baca juga: <a href="/berita/7/x">X</a></p>' + _SECOND + pager(2, 3))
    alone, article = read(page), story(page, *[page] * times)
    assert (article.body, article.related) == (alone.body, alone.related)


def test_a_last_page_again_adds_nothing() -> None:
    """A number behind the last may bring the last page once more."""
    first, last = era_d(_LEAD + _SECOND + pager(2, 3)), era_d(_THIRD + _FOURTH + _ENDS + pager(1))
    assert story(first, last, last).body == "\n\n".join(_TEXTS)


def test_the_page_that_has_all_takes_the_place_of_the_first() -> None:
    """Its text and its links' places count, and nothing is missing then."""
    more = '<a href="?page=all">Tampilkan semua</a>'
    mention = '<p>Baca juga: <a href="/berita/8/x">Y</a></p>'
    article = story(
        era_d(_LEAD + _SECOND + pager(2, 3, more=more)),
        era_d(_LEAD + _SECOND + _THIRD + mention + _FOURTH + _ENDS),
    )
    assert article.body == "\n\n".join(_TEXTS)
    assert [link.after_paragraph for link in article.related] == [3]
    assert (article.editors, article.fallbacks) == (["Budi"], {})


def test_the_page_that_has_all_may_be_in_another_template() -> None:
    """Paragraphs that are parted otherwise are the same ones."""
    bare = _LEAD[3:-4] + "<br>\n" + _SECOND[3:-4] + "<br><br>" + _THIRD[3:-4]
    more = '<a href="?single=1">Tampilkan semua</a>'
    article = story(era_d(_LEAD + _SECOND + pager(2, more=more)), era_c(bare))
    assert (article.body or "").count("Pedagang datang") == 1
    assert (article.body or "").endswith(_TEXTS[2])
    assert article.fallbacks == {}


def test_a_further_page_may_be_in_another_template() -> None:
    """What the story goes on with is read by what knows the page that it stands on."""
    article = story(era_d(_LEAD + pager(2)), era_b(f"{_SECOND[3:-4]}<br><br>{_THIRD[3:-4]}"))
    assert article.body == "\n\n".join(_TEXTS[:3])
    assert (article.template, article.fallbacks) == ("D", {})


def test_a_further_page_may_be_in_no_template() -> None:
    """It is read generically, and the record says so; menus and headlines are no text."""
    menu = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("nasional", "dunia"))
    long = [
        f"{text} {text.lower()} Pasar terapung di sungai besar itu ramai." for text in _TEXTS[1:]
    ]
    text = "".join(f"<p>{paragraph}</p>" for paragraph in long)
    page = (
        f"<html><body><ul>{menu}</ul><h1>Judul berita</h1><article>{text}</article></body></html>"
    )
    article = story(era_d(_LEAD + pager(2)), page)
    assert article.body == "\n\n".join([_TEXTS[0], *long])
    assert article.fallbacks["body"] == "generic"


@pytest.mark.parametrize(
    "page",
    [
        "",
        "not markup",
        "<html><body><h1>Beranda</h1><p>Berita terkini.</p></body></html>",
        era_d(
            _THIRD, head='<link rel="canonical" href="https://www.antaranews.com/berita/9/lain">'
        ),
    ],
)
def test_a_further_page_that_is_none_casts_doubt_on_the_body(page: str) -> None:
    """What could be read is kept, and the record says that more is on the site."""
    article = story(era_d(_LEAD + _SECOND + pager(2)), page)
    assert (article.body, article.fallbacks) == ("\n\n".join(_TEXTS[:2]), {"body": "generic"})


def test_a_missing_page_casts_doubt_on_the_body() -> None:
    """Of a story in three pages two are not the whole one; nor is one."""
    first, third = era_d(_LEAD + pager(2, 3)), era_d(_FOURTH + _ENDS + pager(1, 2))
    article = story(first, third)
    assert article.body == f"{_TEXTS[0]}\n\n{_TEXTS[3]}"
    assert article.fallbacks == {"body": "generic"}
    assert read(first).fallbacks == {"body": "generic"}


@pytest.mark.parametrize("address", ["?halaman=2", "?p=2", "?PAGE=2"])
def test_what_leads_to_further_pages_is_read_as_one_of_several(address: str) -> None:
    """Where a look at the markup finds a way on, though it knows of pages by a script alone."""
    link = f'<p><a href="{address}">Selanjutnya</a></p><script>load("?page=2")</script>'
    page = era_d(_LEAD + _SECOND + link + _ENDS)
    assert further_pages(page.encode(), URL)
    assert read(page).fallbacks["body"] == "generic"
    assert story(page, era_d(_THIRD + _ENDS)).body == "\n\n".join(_TEXTS[:3])


def test_a_last_page_with_the_credits_alone() -> None:
    """It has no text, and none is looked for in its menus."""
    article = story(era_d(_LEAD + _SECOND + pager(2)), era_d(_ENDS + pager(1)))
    assert (article.body, article.editors) == ("\n\n".join(_TEXTS[:2]), ["Budi"])
    assert article.fallbacks == {}


@pytest.mark.parametrize("name", ["1", "«", "Halaman sebelumnya"])
def test_a_last_page_may_lead_back_without_a_number(name: str) -> None:
    """Its pagination is none of its text, though no address in it has a number."""
    back = f'<nav><ul><li><a href="{URL}">{name}</a></li><li><span>2</span></li></ul></nav>'
    article = story(era_d(_LEAD + pager(2)), era_d(_SECOND + _ENDS + back))
    assert (article.body, article.fallbacks) == ("\n\n".join(_TEXTS[:2]), {})


def test_printed_credits_come_before_the_first_pages_metadata() -> None:
    """What a template gives on any page is better than what the first one's JSON-LD says."""
    data = '{"@type": "NewsArticle", "creator": {"name": "Orang Lain"}}'
    head = f'<script type="application/ld+json">{data}</script>'
    article = story(era_d(_LEAD + pager(2), head=head), era_d(_SECOND + _ENDS, head=head))
    assert (article.reporters, article.fallbacks) == (["Ani"], {})


def test_what_the_first_page_does_not_say_another_may() -> None:
    """The first page says what the story is, the others what it leaves out."""
    tags = '<div class="blog-tags"><a href="/tag/pasar">pasar</a></div>'
    article = story(era_d(_LEAD + pager(2)), era_d(_SECOND, under=tags, headline="Judul (2)"))
    assert (article.headline, article.tags) == ("Judul berita", ["pasar"])


def test_pictures_of_all_pages() -> None:
    """A gallery may show one picture a page; its captions are the text where there is no other."""
    url = "https://www.antaranews.com/foto/77/judul-berita"
    figure = ("<figure><img src='https://cdn.antaranews.com/cache/800x533/{0}.jpg'>"
              "<figcaption>Gambar {0}. (ANTARA/Ani)</figcaption></figure>")  # fmt: skip
    pages = [era_d(pager(1, 2), figure=figure.format(name)).encode() for name in ("satu", "dua")]
    article = read(pages[0].decode(), url, Hints(further=(Page(pages[1]),)))
    assert [image.caption for image in article.images] == ["Gambar satu.", "Gambar dua."]
    assert article.body == "Gambar satu.\n\nGambar dua."


def test_text_that_stands_again_at_the_end_of_each_page() -> None:
    """A note at the foot of every page is at the end of the story, once."""
    note = "<p>Tulisan ini bagian dari seri tentang sungai.</p>"
    article = story(era_d(_LEAD + note + pager(2)), era_d(_SECOND + note + pager(1)))
    assert article.body == f"{_TEXTS[0]}\n\n{_TEXTS[1]}\n\n{note[3:-4]}"


def test_a_sentence_that_comes_again_in_the_middle_stays() -> None:
    """Subheads and sentences may be the same on two pages of a story."""
    subhead = "<p><b>Pasar</b></p>"
    first = era_d(_LEAD + subhead + _SECOND + pager(2))
    article = story(first, era_d(subhead + _THIRD + subhead + _FOURTH + pager(1)))
    wanted = [_TEXTS[0], "Pasar", _TEXTS[1], "Pasar", _TEXTS[2], "Pasar", _TEXTS[3]]
    assert article.body == "\n\n".join(wanted)


@pytest.mark.parametrize("url", [URL, f"{URL}?page=1", URL.replace("www.", "m.")])
def test_the_first_page_may_have_a_number(url: str) -> None:
    """The record is the story's, without the number."""
    article = read(era_d(_LEAD + pager(2)), url, Hints(further=(Page(era_d(_SECOND).encode()),)))
    assert (article.url, article.body) == (URL, "\n\n".join(_TEXTS[:2]))


def test_no_more_pages_than_a_story_can_have() -> None:
    """A pagination without end is not followed, and its story is not whole."""
    page = era_d(_LEAD + pager(*range(2, 500)))
    further = [
        era_d(f"<p>Paragraf bernomor {number} dari cerita panjang.</p>") for number in range(99)
    ]
    assert len(further_pages(page.encode(), URL)) == 29
    assert (story(page, *further).body or "").count("\n\n") == 29
