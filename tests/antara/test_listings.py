"""Listing pages: real cards, their dates, and where the listing goes on."""

from datetime import UTC, datetime

import pytest

from newscrawl.antara.listings import read_listing
from newscrawl.antara.markup import MarkupError

_NOW = datetime(2026, 9, 6, 3, 30, tzinfo=UTC)  # 10:30 WIB
_URL = "https://www.antaranews.com/dunia"


def card(href: str, when: str, *, heading: str = "h2", title: str = "Judul") -> str:
    """Return a card of the main column."""
    return f"""<div class="card__post card__post-list card__post__transition mt-30"><div class="row">
<div class="col-md-5"><a href="{href}" title="{title}"><picture><img data-src="x.jpg"></picture></a></div>
<div class="col-md-7"><div class="card__post__content"><div class="card__post__author-info mb-2">
<ul class="list-inline"><li class="list-inline-item"><span class="text-dark text-capitalize">{when}</span>
</li></ul></div><div class="card__post__title"><{heading} class="h5"><a href="{href}" title="{title}">
{title}</a></{heading}><p>Teras.</p></div></div></div></div></div>"""


_SIDEBAR = """<div class="col-md-4"><div class="sticky-top"><aside class="wrapper__list__article">
<div class="wrapper__list__article-small"><div class="card__post card__post-list"><div class="row">
<div class="card__post__title"><h6><a href="/berita/99/samping">Samping</a></h6></div></div></div>
<div class="card__post card__post-list"><div class="row"><div class="card__post__title"><h5>
<a href="/berita/98/samping">Samping</a></h5></div></div></div></div></aside></div></div>"""


def page(cards: str, pages: str = "") -> bytes:
    """Return a listing page around some cards."""
    return f"""<!DOCTYPE html><html><body><a href="/berita/97/menu">Menu</a>
<div class="row"><div class="col-md-8"><aside class="wrapper__list__article">{cards}</aside>
<nav><ul class="pagination">{pages}</ul></nav></div>{_SIDEBAR}</div></body></html>""".encode()


def test_only_the_main_columns_cards() -> None:
    """The sidebar has cards of the same classes; they are not the listing's."""
    cards = card("/berita/1/a", "35 menit lalu") + card("/foto/2/b", "Kemarin 08:05", heading="h5")
    listing = read_listing(page(cards + cards), _URL, _NOW)
    assert [found.story.id for found in listing.cards] == ["antara:1", "antara:2"]
    assert [found.story.kind for found in listing.cards] == ["article", "photo"]
    assert [found.title for found in listing.cards] == ["Judul", "Judul"]


@pytest.mark.parametrize(
    ("when", "published", "exact"),
    [
        ("35 menit lalu", "2026-09-06T09:55:00+07:00", True),
        ("2 Jam lalu", "2026-09-06T08:30:00+07:00", True),
        ("KEMARIN 08:05", "2026-09-05T08:05:00+07:00", True),
        ("2 September 2026", "2026-09-02T00:00:00+07:00", False),
    ],
)
def test_dates_of_cards(when: str, published: str, exact: bool) -> None:
    """Each form of date says how exact it is."""
    (found,) = read_listing(page(card("/berita/1/a", when)), _URL, _NOW).cards
    assert found.published is not None
    assert (found.published.isoformat(), found.exact) == (published, exact)


def test_a_card_without_date() -> None:
    """A card without a date is a card all the same."""
    (found,) = read_listing(page(card("/berita/1/a", "")), _URL, _NOW).cards
    assert (found.published, found.exact) == (None, False)


@pytest.mark.parametrize(
    ("url", "pages", "wanted"),
    [
        (_URL, '<li class="active"><a href="#">1</a></li><li><a href="/dunia/2">2</a></li>', f"{_URL}/2"),
        (_URL, '<li><a href="/dunia/2?utm_source=x" aria-label="Next">»</a></li>', f"{_URL}/2"),
        (f"{_URL}/2", '<li><a href="/dunia/1">1</a></li><li><a href="/dunia/3">3</a></li>', f"{_URL}/3"),
        (f"{_URL}?page=4", '<li><a href="?page=5">5</a></li><li><a href="?page=3">3</a></li>', f"{_URL}?page=5"),
        (f"{_URL}/9", '<li class="active"><a>9</a></li><li><a href="http://www.antaranews.com/dunia/10">10</a>', f"{_URL}/10"),
        (f"{_URL}/9", '<li class="active"><a href="/dunia/9">9</a></li><li><a href="/dunia/8">8</a></li>', None),
        (_URL, '<li><a href="javascript:next()" aria-label="Next">»</a></li>', None),
        (_URL, '<li><a href="https://evil.example/dunia/2" aria-label="Next">»</a></li>', None),
        (_URL, '<li><a href="https://www.antaranews.com:8080/dunia/2">2</a></li>', None),
        (_URL, '<li><a href="http://[" aria-label="Next">»</a></li><li><a href="/dunia/2">2</a></li>', f"{_URL}/2"),
        (f"{_URL}/2", '<li><a href="/dunia/2" aria-label="Next">»</a></li>', None),
        (_URL, "", None),
    ],
)  # fmt: skip
def test_the_page_that_follows(url: str, pages: str, wanted: str | None) -> None:
    """The listing goes on by "Next" or by the next number, on the site only, never in a circle."""
    assert read_listing(page("", pages), url, _NOW).next_url == wanted


def test_a_page_without_cards() -> None:
    """A page behind the last has no cards and leads nowhere."""
    listing = read_listing(page(""), _URL, _NOW)
    assert (listing.cards, listing.next_url) == ((), None)


def test_bombs_are_refused() -> None:
    """A listing obeys the same limits as an article."""
    with pytest.raises(MarkupError):
        read_listing(b"<div>" * 100_000, _URL, _NOW)


_ERA_C = """<article class="simple-post simple-big clearfix"><div class="simple-thumb"><a href="{href}"
title="Judul"><picture><img data-src="x.jpg"></picture></a></div><header><p class="simple-share">
<a href="/dunia">Dunia</a> / <span><i class="fa fa-clock-o"></i> Minggu, 15 Maret 2020 15:51 WIB</span></p>
<h3><a href="{href}" title="Judul">Judul</a></h3><p>Teras.</p></header></article>"""
_ERA_B = """<li><div class="paging_ekonomi"><div class="imgpg"><a href="{href}"><img src="x.jpg"></a></div>
<div class="bxpd"><h3><a href="{href}">Judul</a></h3><div class="pt5">Teras.</div></div></div></li>"""


def test_cards_of_era_c() -> None:
    """Cards of the main column count, those of the sidebar do not."""
    html = f"""<div class="row"><div class="col-md-8">{_ERA_C.format(href="/berita/1/a")}
{_ERA_C.format(href="https://www.antaranews.com/video/2/b")}
<nav><ul class="pagination pagination-sm"><li class="active"><a>1</a></li>
<li><a href="https://www.antaranews.com/dunia/2">2</a></li>
<li><a href="https://www.antaranews.com/dunia/2" aria-label="Next">»</a></li></ul></nav></div>
<div class="col-md-4"><aside>{_ERA_C.format(href="/berita/9/samping")}</aside></div></div>"""
    listing = read_listing(html.encode(), _URL, _NOW)
    assert [found.story.id for found in listing.cards] == ["antara:1", "antara:2"]
    first = listing.cards[0]
    assert first.published is not None
    assert (first.title, first.published.isoformat()) == ("Judul", "2020-03-15T15:51:00+07:00")
    assert listing.next_url == "https://www.antaranews.com/dunia/2"


def test_cards_of_era_b() -> None:
    """Cards of the rubric's list, which print no date."""
    cards = _ERA_B.format(href="/berita/527615/a") + _ERA_B.format(href="/berita/527616/b")
    html = f"""<ul class="ul_rubrik">{cards}</ul><div id="container"><div class="pagination">
<a href="/internasional/2">Next</a></div></div>"""
    listing = read_listing(html.encode(), "http://www.antaranews.com/internasional", _NOW)
    assert [(found.story.article_id, found.title) for found in listing.cards] == [
        (527615, "Judul"),
        (527616, "Judul"),
    ]
    assert {(found.published, found.exact) for found in listing.cards} == {(None, False)}
    assert listing.next_url == "https://www.antaranews.com/internasional/2"


def test_the_other_list_of_era_b() -> None:
    """Each card's date is its own, stated in the markup."""
    entry = """<a class="box_link2" href="/berita/{n}/x">Judul {n}</a><div class="date">
<time datetime="2015-11-0{n}T14:56:43+07:00">Kamis</time></div><div class="indes">Teras</div>"""
    html = f"<div>{entry.format(n=5)}{entry.format(n=4)}</div>"
    listing = read_listing(html.encode(), "http://www.antaranews.com/internasional", _NOW)
    days = [found.published.day for found in listing.cards if found.published and found.exact]
    assert [found.story.article_id for found in listing.cards] == [5, 4]
    assert days == [5, 4]


@pytest.mark.parametrize(
    ("when", "published", "exact"),
    [
        ("12th May 2026", "2026-05-12T00:00:00+07:00", False),
        ("2 hours ago", "2026-09-06T08:30:00+07:00", True),
        ("an hour ago", "2026-09-06T09:30:00+07:00", True),
        ("yesterday", "2026-09-05T00:00:00+07:00", False),
        ("2 weeks ago", "2026-08-23T10:30:00+07:00", False),
    ],
)
def test_dates_of_english_cards(when: str, published: str, exact: bool) -> None:
    """The English host prints days with an ordinal, and times that count back."""
    url = "https://en.antaranews.com/world"
    (found,) = read_listing(page(card("/news/1/a", when)), url, _NOW).cards
    assert found.published is not None
    assert (found.published.isoformat(), found.exact) == (published, exact)


@pytest.mark.parametrize(
    ("link", "section"),
    [
        ('<a href="https://www.antaranews.com/dunia/asean">ASEAN</a>', "dunia/asean"),
        ('<a href="/dunia">Dunia</a>', "dunia"),
        ('<a href="/Ekonomi/Bursa/?utm_source=x">Bursa</a>', "ekonomi/bursa"),
        ('<a href="/">Home</a> <a href="/hukum">Hukum</a>', "hukum"),
        ('<a href="/tag/rusia">rusia</a>', None),
        ('<a href="/penulis/ani">Ani</a>', None),
        ('<a href="https://evil.example/dunia">Dunia</a>', None),
        ('<a href="/berita/1/a">Judul</a>', None),
        ('<a href="http://[">x</a>', None),
        ("Dunia", None),
    ],
)
def test_the_section_that_a_card_names(link: str, section: str | None) -> None:
    """Cards of both eras may lead to their category; without such a link they name none."""
    in_c = _ERA_C.format(href="/berita/1/a").replace('<a href="/dunia">Dunia</a>', link)
    of_c = f'<div class="row"><div class="col-md-8">{in_c}</div></div>'.encode()
    of_d = page(card("/berita/1/a", "35 menit lalu").replace("</span>", f"</span> {link}", 1))
    for body in (of_c, of_d):
        (found,) = read_listing(body, _URL, _NOW).cards
        assert found.section == section


@pytest.mark.parametrize(
    ("named", "wanted", "is_in"),
    [
        ("dunia/asean", "dunia", True),
        ("dunia", "dunia", True),
        ("dunia", "dunia/asean", False),
        ("dunia-usaha", "dunia", False),
        ("internasional/eropa", "dunia", True),
        ("ekonomi", "dunia", False),
        (None, "dunia", None),
    ],
)
def test_whether_a_card_is_in_a_section(named: str | None, wanted: str, is_in: bool | None) -> None:
    """A part of a section is in it, and a former name is the same; without a name nobody knows."""
    link = f'<a href="/{named}">x</a>' if named else ""
    body = page(card("/berita/1/a", "").replace("</span>", f"</span> {link}", 1))
    (found,) = read_listing(body, _URL, _NOW).cards
    assert found.is_in(wanted) is is_in
