"""Which further pages of its story a page leads to."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newscrawl.antara.further import WHOLE, further_pages, leads, page_links, page_number
from newscrawl.antara.markup import tree
from newscrawl.antara.urls import story_url
from tests.antara.pages import URL, era_d

_TWO, _THREE, _FOUR = (f"{URL}?page={number}" for number in (2, 3, 4))


def pages(markup: str, url: str = URL, *, numbered: bool = False) -> tuple[str, ...]:
    """Return the further pages that a page with some markup under its text leads to."""
    page = era_d("<p>Kota (ANTARA) - Satu dua tiga.</p>", under=markup)
    return further_pages(page.encode(), url, numbered=numbered)


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ("", ()),
        ('<a href="?page=2">2</a>', (_TWO,)),
        ('<a href="?page=3">3</a><a href="?page=2">2</a><a href="?page=1">1</a>', (_TWO, _THREE)),
        ('<a href="?page=2">2</a> … <a href="?page=4">4</a>', (_TWO, _THREE, _FOUR)),
        ('<a href="/berita/5594955/judul-berita?page=2&utm_source=x">Halaman selanjutnya</a>', (_TWO,)),
        ('<a href="http://www.antaranews.com/berita/5594955/judul-berita?page=2#isi">»</a>', (_TWO,)),
        ('<a href="https://m.antaranews.com/berita/5594955/judul-berita?page=2">2</a>', (_TWO,)),
        ('<a href="?page=02">2</a>', (_TWO,)),
        ('<a href="/berita/5594955/judul-berita/2">2</a>', (f"{URL}/2",)),
        ('<a href="?p=2">Halaman selanjutnya</a>', (f"{URL}?p=2",)),
        ('<a href="?tab=x&amp;page=2&amp;v=1">2</a>', (f"{URL}?tab=x&page=2&v=1",)),
        ('<link rel="next" href="?page=2">', (_TWO,)),
        ('<a href="?page=all">Tampilkan semua</a>', (f"{URL}?page=all",)),
        ('<a href="?page=2">2</a><a href="?single=1">Tampilkan semua</a>', (f"{URL}?single=1",)),
    ],
)  # fmt: skip
def test_pages_that_a_page_leads_to(markup: str, wanted: tuple[str, ...]) -> None:
    """By number, each once and in order, those between too; the page that has all stands alone."""
    assert pages(markup) == wanted


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="/terkini?page=2">2</a>',
        '<a href="/berita/7/lain?page=2">2</a>',
        '<a href="https://evil.example/berita/5594955/judul-berita?page=2">2</a>',
        '<a href="/berita/5594955/judul-berita?page=1">1</a>',
        '<a href="/berita/5594955/judul-berita?utm_source=2">2</a>',
        '<a href="?single=1">Cetak</a>',
        '<a href="?page=x">2</a><a href="?page=0">0</a><a href="?page=12345">5</a>',
        '<a href="?p=2">Halaman depan</a>',
        '<a href="#page=2">2</a>',
        '<a href="http://[?page=2">2</a>',
        '<div id="comments"><a href="?page=2">2</a></div>',
        '<div id="boxKomentar"><div class="pagination"><a href="?page=2">2</a></div></div>',
        '<script>load("?page=2")</script>',
    ],
)
def test_links_that_lead_to_no_further_page(markup: str) -> None:
    """Listings, other stories and sites, the page itself, printers, and comments have pages too."""
    assert pages(markup) == ()


def test_behind_a_further_page_come_the_ones_behind_it() -> None:
    """A pagination that names only its neighbours is followed page by page."""
    markup = '<a href="?page=1">1</a><a href="?page=3">3</a><a href="?page=all">Semua</a>'
    assert pages(markup, _TWO) == (_THREE,)
    assert pages(markup, f"{URL}?page=all") == ()
    assert pages(markup, _THREE) == ()


def test_numbered_pages_where_the_one_that_has_all_is_not_there() -> None:
    """Who was refused the page that has all asks for the others."""
    markup = '<a href="?page=2">2</a><a href="?page=all">Semua</a>'
    assert pages(markup, numbered=True) == (_TWO,)


def test_an_address_of_no_story_leads_nowhere() -> None:
    """So does a page that cannot be parsed."""
    assert pages('<a href="?page=2">2</a>', "https://www.antaranews.com/dunia") == ()
    assert further_pages(b'<a href="?page=2">' + b"<div>" * 100_000, URL) == ()


@pytest.mark.parametrize(
    ("url", "number"),
    [
        (URL, 1),
        (f"{URL}?utm_source=2", 1),
        (f"{URL}?page=3", 3),
        (f"{URL}?halaman=3", 3),
        (f"{URL}/3", 3),
        (f"{URL}/3/", 3),
        (f"{URL}?page=all", WHOLE),
        (f"{URL}?single=1", WHOLE),
        (f"{URL}?page=", 1),
        ("https://www.antaranews.com/berita/5594955", 1),
        ("https://www.antaranews.com/berita/5594955/7", 1),  # a slug
    ],
)
def test_the_number_of_a_page(url: str, number: int) -> None:
    """The address says it."""
    assert page_number(url) == number


@pytest.mark.parametrize("end", ["/2", "?page=2", "/2/", "?page=all"])
def test_a_further_pages_address_is_its_storys(end: str) -> None:
    """Whatever page it leads to, the story is the same, and so is the address that is kept."""
    story = story_url(URL + end)
    assert story is not None
    assert (story.id, story.url, story.address) == ("antara:5594955", URL, URL)


_ADDRESSES = st.lists(
    st.sampled_from(
        ["?page=2", "?p=2", "?single=1", "&amp;page=3", "/berita/", "/0", "5838703", "583&#9;8703", "%35838703",
         "/kapal", "/2", "slug", "..", ".", "/", "http:", "https://www.antaranews.com", "//m.antaranews.com",
         "#x", " ", "\n", "\\", "%3F", "\xa0", "amp/", "javascript:", "X", "\x01", "&#x3f;page=2"]
    ),
    min_size=1,
    max_size=5,
).map("".join)  # fmt: skip


@given(st.lists(_ADDRESSES, min_size=1, max_size=3), st.sampled_from(["a", "link rel=next"]))
@example(["slug?page=2"], "a")
@example(["//?page=2"], "a")
@example(["/berita/%35838703/slug?page=2"], "a")
@example(["/berita/583&#10;8703/slug?page=2"], "a")
def test_no_link_to_a_page_of_the_story_is_passed_by(addresses: list[str], element: str) -> None:
    """What asks first whether there is any says so wherever there is one."""
    own = story_url("https://www.antaranews.com/berita/5838703/kapal")
    assert own is not None
    links = (f'<{element} href="{address}">Selanjutnya</a>' for address in addresses)
    root = tree("<p>" + "".join(links))
    if page_links(root, own):
        assert leads(root, own)
