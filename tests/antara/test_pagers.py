"""A story's pagination is no part of its text, and nothing else is lost with it."""

import pytest

from tests.antara.pages import era_c, era_d, read

_FIRST = "Kota (ANTARA) - Judul berita ini bercerita tentang pasar."
_THEME = (
    '<nav><ul class="pagination"><li class="active"><span>1</span></li>'
    '<li><a href="?page=2">2</a></li></ul><a href="?page=all">Tampilkan semua</a></nav>'
)
_STORY = "Judul berita ini bercerita tentang pasar."


@pytest.mark.parametrize(
    "pager",
    [
        '<p>Halaman: 1 <a href="?page=2">2</a> <a href="?page=3">3</a></p>',
        '<p>Halaman:</p><ul><li>1</li><li><a href="?page=2">2</a></li></ul>',
        '<div><span>Halaman 1 dari 3</span> <a href="?page=2">Selanjutnya »</a></div>',
        '<p>Halaman 1/3</p><p><a href="?page=2">Halaman selanjutnya</a></p>',
        '<p><b>Halaman selanjutnya:</b> <a href="?page=2">Pasar yang pindah ke darat</a></p>',
        '<p>Baca selengkapnya di <a href="?page=2">halaman berikutnya</a>.</p>',
        _THEME,
        '<p>Page 1 of 2 | <a href="?page=2">Next page</a></p>',
    ],
)
def test_no_word_of_a_pagination_is_in_the_text(pager: str) -> None:
    """Numbers, labels and titles of further pages are taken out, before and behind the text."""
    for content in (f"<p>{_FIRST}</p>{pager}", f"{pager}<p>{_FIRST}</p>"):
        assert read(era_d(content)).body == _STORY


@pytest.mark.parametrize(
    "pager",
    [
        'Halaman: 1 <a href="?page=2">2</a> <a href="?page=3">3</a>',
        '<b>Halaman</b> 1 <a href="?page=2">2</a>',
        'Halaman selanjutnya: <a href="?page=2">Pasar yang pindah ke darat</a>',
        '<a href="?page=2">Halaman selanjutnya</a> <i>»</i>',
    ],
)
def test_nor_where_it_is_bare_text(pager: str) -> None:
    """Era C's text is parted by line breaks, and so may its pagination be."""
    content = f"{_FIRST}<br /><br />{pager}<br /><br /><p class='text-muted'>Editor: Budi</p>"
    article = read(era_c(content))
    assert (article.body, article.editors) == (_STORY, ["Budi"])


@pytest.mark.parametrize(
    "sentence",
    [
        'Seperti disebut di <a href="?page=2">halaman sebelah</a>, harga ikan naik.',
        "Di halaman 2 dari 3 buku itu ada gambar pasar.",
        "Halaman selanjutnya memuat peta.",
        "Satu dari semua pedagang membaca berita.",
    ],
)
def test_sentences_about_pages_stay(sentence: str) -> None:
    """What is none of the pagination's words, or goes on behind its link, is the story's."""
    pager = '<ul class="pagination"><li><a href="?page=2">2</a></li></ul>'
    content = f"<p>{_FIRST}</p><p>{sentence}</p>{pager}"
    body = read(era_d(content)).body or ""
    assert body.endswith(sentence.replace('<a href="?page=2">', "").replace("</a>", ""))


def test_the_text_of_a_paragraph_before_its_link_stays() -> None:
    """A link at a paragraph's end takes nothing with it."""
    content = f'<p>{_FIRST} <a href="?page=2">Halaman selanjutnya</a></p><p>Kalimat lain.</p>'
    assert read(era_d(content)).body == f"{_STORY}\n\nKalimat lain."


def test_a_page_that_is_its_storys_only_one_keeps_every_word() -> None:
    """Without a link to a further page nothing is taken for a pagination."""
    content = f"<p>{_FIRST}</p><p>Halaman 1 dari 3</p><p>Halaman selanjutnya</p>"
    assert read(era_d(content)).body == f"{_STORY}\n\nHalaman 1 dari 3\n\nHalaman selanjutnya"
