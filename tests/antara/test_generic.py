"""Pages that no template knows, and pages whose template does not have the whole story."""

import pytest

from newscrawl.antara.articles import Hints, UnreadablePage
from newscrawl.antara.feeds import FeedItem
from newscrawl.antara.generic import FEWEST_WORDS, is_plausible
from newscrawl.antara.urls import story_url
from newscrawl.items import Dateline
from tests.antara.pages import URL, era_b, era_d, read

HEADLINE = "Pelabuhan Kelmont buka dermaga baru"
PARAGRAPHS = (
    "Pemerintah Velland membuka dermaga baru di Pelabuhan Kelmont setelah pembangunan selama empat tahun, kata kepala otoritas pelabuhan, Irena Valdova, Senin.",
    "Dermaga sepanjang 620 meter itu dapat melayani tiga kapal besar sekaligus dan memakai derek listrik yang dibuat di galangan setempat.",
    '"Nelayan kecil mendapat tempat sandar sendiri di sisi timur," kata Irena.',
    "Biaya pembangunan mencapai 240 juta gulden, seperempatnya dari pinjaman bank pembangunan.",
)
BODY = "\n\n".join(PARAGRAPHS)
END = "Pewarta: Sari Anggun<br>Editor: Budi Segara<br>COPYRIGHT &copy; ANTARA 2026"
NOTICE = (
    "Dilarang keras mengambil konten, melakukan crawling atau pengindeksan otomatis untuk AI di "
    "situs web ini tanpa izin tertulis dari Kantor Berita ANTARA."
)
LINK = '<a href="https://www.antaranews.com/berita/77/velland">Velland tambah kapal feri</a>'


def unknown(text: str, head: str = f'<meta property="og:title" content="{HEADLINE}">') -> str:
    """Return a page in a layout that the site never had."""
    return f"""<html lang="id"><head><title>x</title>{head}</head><body>
    <nav><ul><li><a href="/">Beranda</a></li><li><a href="/dunia">Dunia</a></li></ul></nav>
    <main class="halaman"><h1>{HEADLINE}</h1><div class="isi-berita">{text}</div></main>
    <footer><p>Tentang kami. Pedoman siber. Karier.</p></footer></body></html>"""


def paragraphs(*texts: str) -> str:
    """Return texts as paragraphs."""
    return "".join(f"<p>{text}</p>" for text in texts)


STORY = paragraphs(f"Kelmont (ANTARA) - {PARAGRAPHS[0]}", *PARAGRAPHS[1:])


def test_an_unknown_page_gives_the_story_alone() -> None:
    """Related links, source, credits, copyright and notice are cleaned off by the site's rules."""
    text = paragraphs(
        f"Kelmont (ANTARA) - {PARAGRAPHS[0]}",
        PARAGRAPHS[1],
        f"Baca juga: {LINK}",
        *PARAGRAPHS[2:],
        "Sumber: Reuters",
        END,
        NOTICE,
    )
    article = read(unknown(text))
    assert (article.template, article.headline) == ("generic", HEADLINE)
    assert article.body == BODY
    assert article.dateline == Dateline(place="Kelmont", text="Kelmont (ANTARA) - ")
    assert (article.reporters, article.editors) == (["Sari Anggun"], ["Budi Segara"])
    assert (article.agencies, article.rights_notice) == (["Reuters"], NOTICE)
    assert article.fallbacks["body"] == "generic"
    assert article.fallbacks["headline"] == "meta"


@pytest.mark.parametrize("joint", ["<br><br>", "<br />\n<br />\n   ", "</div><div>"])
def test_text_without_paragraphs_is_found_too(joint: str) -> None:
    """Bare text between line breaks and in boxes is read as well as in paragraphs."""
    text = joint.join([f"Kelmont (ANTARA) - {PARAGRAPHS[0]}", *PARAGRAPHS[1:], END])
    assert read(unknown(f"<div>{text}</div>")).body == BODY


def test_nothing_of_the_frame_leaks() -> None:
    """Neither menu nor footer stands in the body, nor what was printed under the copyright."""
    article = read(unknown(f"{STORY}<p>{END}</p><p>Cari tempat tanam pohon di sekitar Anda.</p>"))
    assert article.body == BODY
    assert article.copyright_notice == "COPYRIGHT © ANTARA 2026"


def test_the_headline_may_be_the_feeds() -> None:
    """A page without any metadata of its own is kept with what the feed says."""
    story = story_url(URL)
    assert story is not None
    item = FeedItem(story, HEADLINE, "Teras ...", None, None)
    page = unknown(STORY, head="").replace("<title>x</title>", "")
    article = read(page, hints=Hints(feed_item=item))
    assert (article.headline, article.fallbacks["headline"]) == (HEADLINE, "feed")
    assert article.body == BODY
    with pytest.raises(UnreadablePage, match="template"):
        read(page)


@pytest.mark.parametrize(
    "text",
    [
        "",
        paragraphs("Kelmont (ANTARA) - Dermaga baru dibuka."),
        paragraphs(*["Cuaca cerah berawan, suhu turun, angin tenang, ombak rendah sepanjang hari ini."] * 6),
        "<ul>" + "<li><a href='/berita/5/x'>Berita lain yang tidak ada hubungannya</a></li>" * 40 + "</ul>",
    ],
    ids=["nothing", "a teaser", "another text", "links"],
)  # fmt: skip
def test_what_is_no_story_is_refused(text: str) -> None:
    """Too few words, or a text that has nothing of the headline in it, is taken for no story."""
    with pytest.raises(UnreadablePage) as refusal:
        read(unknown(text))
    assert refusal.value.reason == "no_template"


def test_plausible_bodies() -> None:
    """A body has more words than a teaser, and some of its headline's."""
    assert is_plausible(list(PARAGRAPHS), HEADLINE, None)
    assert is_plausible(list(PARAGRAPHS), None, None)
    assert not is_plausible([" ".join(BODY.split()[: FEWEST_WORDS - 1])], HEADLINE, None)
    assert not is_plausible(list(PARAGRAPHS), "Harga cabai turun menjelang lebaran", None)


def test_microdata_say_where_the_text_is() -> None:
    """A renamed template that still has its microdata is read by them, before any guessing."""
    body = "<br>\n<br>\n".join([f"Kelmont (ANTARA News) - {PARAGRAPHS[0]}", *PARAGRAPHS[1:]])
    end = '<p class="mt10">Editor: <span itemprop="editor">Budi Segara</span></p>'
    byline = 'Pewarta: <span itemprop="author">Sari Anggun</span>'
    date = '<time itemprop="datePublished" datetime="2016-05-06T19:42:37+07:00">Jumat</time>'
    page = era_b(body + end, headline=HEADLINE, byline=byline, date=date).replace("bjbrt", "baru")
    article = read(page)
    assert (article.template, article.body) == ("generic", BODY)
    assert (article.headline, article.editors) == (HEADLINE, ["Budi Segara"])
    assert article.reporters == ["Sari Anggun"]
    assert article.date_published == "2016-05-06T19:42:37+07:00"
    wanted = dict.fromkeys(("body", "dateline", "headline", "editors", "reporters"), "meta")
    assert article.fallbacks.items() >= wanted.items()


def test_what_microdata_did_not_say_keeps_its_source() -> None:
    """A field that came from JSON-LD is told so, also where the text came by microdata."""
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "creator": "Sari"}</script>'
    text = f'<div itemprop="articleBody">{STORY}<p>Editor: Budi</p></div>'
    fallbacks = read(unknown(text, head=f"<title>{HEADLINE}</title>{data}")).fallbacks
    assert (fallbacks["reporters"], fallbacks["editors"]) == ("json-ld", "meta")


def test_an_empty_container_is_no_answer() -> None:
    """Where the template has no text but the page has, the text is found all the same."""
    under = f'<div class="isi-baru">{STORY}<p>{END}</p></div>'
    article = read(era_d("", headline=HEADLINE, under=under))
    assert (article.template, article.body) == ("D", BODY)
    assert article.fallbacks["body"] == "generic"
    assert article.headline == HEADLINE


def test_an_empty_page_stays_empty() -> None:
    """Where nothing on the page is a story, there is no body, and none is invented."""
    article = read(era_d("", headline=HEADLINE, under=paragraphs("Tentang kami.")))
    assert (article.body, article.fallbacks) == (None, {})
