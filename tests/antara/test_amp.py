"""AMP pages, read by what AMP prescribes and by their wording, not by classes."""

import pytest

from newscrawl.antara.articles import UnreadablePage
from tests.antara.pages import amp, era_d, read

_URL = "https://kepri.antaranews.com/amp/berita/74342/judul-berita"
_TEXT = "Hale (ANTARA) - Teras yang cukup panjang untuk sebuah paragraf berita, kata juru bicara di Hale."
_END = "<p>Pewarta : Wira<br>Editor : Ratih<br>Copyright © ANTARA 2026</p>"


def test_the_plain_pages_story() -> None:
    """The record is the plain page's, with title, date, caption and credits apart."""
    picture = (
        '<amp-img src="/cache/800x533/a.jpg"></amp-img><p>Badai. ANTARAFOTO/REUTERS/Aly/foc.</p>'
    )
    article = read(amp(f"<p>{_TEXT}</p><p>Dua.</p>{_END}", picture=picture), _URL)
    assert (article.id, article.template) == ("antara-kepri:74342", "AMP")
    assert article.url == "https://kepri.antaranews.com/berita/74342/judul-berita"
    assert article.date_published == "2020-04-03T17:15:00+07:00"
    assert article.body == f"{_TEXT.partition(' - ')[2]}\n\nDua."
    assert (article.reporters, article.editors) == (["Wira"], ["Ratih"])
    (image,) = article.images
    assert (image.caption, image.credit) == ("Badai.", "ANTARAFOTO/REUTERS/Aly/foc")


def test_the_end_of_a_story_twice() -> None:
    """Paragraphs and sources that are printed again count once."""
    end = "<p>Dua.</p><p>Tiga.</p><p>Sumber: Reuters</p>"
    article = read(amp(f"<p>{_TEXT}</p>{end}{end}{_END}"), _URL)
    assert (article.body or "").split("\n\n")[1:] == ["Dua.", "Tiga."]
    assert article.agencies == ["Reuters"]


def test_the_text_first() -> None:
    """On the mobile host the title, the date and the caption follow the text."""
    page = (
        '<html ⚡><body><amp-sidebar><a href="/berita/1/x">Menu</a></amp-sidebar>'
        f"<div>{_TEXT}<br><br>Dua, demikian Reuters.<br><br>(Uu.T008)</div><h1>Judul</h1>"
        "<p>21 Juni 2017 04:01 WIB</p><p>Presiden Donald Trump. (REUTERS/John Sommers II )</p>"
        "<p>Editor: Ruslan<br>Copyright © ANTARA 2017</p><p>Tags:</p></body></html>"
    )
    article = read(page, "https://m.antaranews.com/amp/berita/636607/x")
    assert (article.headline, article.editors) == ("Judul", ["Ruslan"])
    assert article.date_published == "2017-06-21T04:01:00+07:00"
    assert (article.body or "").split("\n\n")[1:] == ["Dua, demikian Reuters."]
    assert article.agencies == ["Reuters"]


def test_related_stories() -> None:
    """Links under "Terkait" are related, to the next heading; their dates are no title."""
    after = (
        '<div><h3>Terkait</h3><div><a href="/amp/berita/7/tujuh">Tujuh</a>'
        "<span>24 July 2024 6:44 WIB, 2024</span></div>"
        '<a href="/amp/berita/6/enam"><b>Enam</b><i>17 October 2023 20:24 WIB, 2023</i></a></div>'
        '<div><h3>Terpopuler</h3><a href="/amp/berita/8/delapan">Delapan</a></div>'
    )
    article = read(amp(f"<p>{_TEXT}</p>{_END}", after=after), _URL)
    assert [(link.article_id, link.title, link.kind) for link in article.related] == [
        (7, "Tujuh", "related_news"),
        (6, "Enam", "related_news"),
    ]
    assert article.date_published == "2020-04-03T17:15:00+07:00"


def test_amp_comes_before_the_eras() -> None:
    """An AMP page may use an era's classes."""
    page = era_d(f"<p>{_TEXT}</p>{_END}").replace("<html", "<html amp")
    assert read(page, _URL).template == "AMP"


def test_a_list_is_no_story() -> None:
    """An AMP page without a text is in no template."""
    page = '<html amp><body><h1>Terkini</h1><a href="/amp/berita/7/x">Tujuh</a></body></html>'
    with pytest.raises(UnreadablePage) as refusal:
        read(page, _URL)
    assert refusal.value.reason == "no_template"
