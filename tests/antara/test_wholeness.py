"""Whether a record has all of the story: never silently short, and no doubt without a reason."""

from urllib.parse import urlsplit

import pytest

from newscrawl.antara.articles import extract
from newscrawl.antara.comparison import is_about, is_closed, sequences, shingles
from newscrawl.replica.replica import Replica
from newscrawl.replica.traits import Era
from tests.antara.pages import URL, amp, era_b, era_d, read
from tests.antara.test_generic import (
    BODY,
    END,
    HEADLINE,
    LINK,
    NOTICE,
    PARAGRAPHS,
    STORY,
    paragraphs,
)
from tests.making import NOON

OPENING = f"<p>Kelmont (ANTARA) - {PARAGRAPHS[0]}</p>"
ENDED = STORY + f"<p>{END}</p>"
TWEET = (
    '<blockquote class="twitter-tweet"><p>'
    + "Dermaga baru kami hari ini menyambut kapal pertama dari seberang lautan yang jauh. " * 6
    + "</p>&mdash; Pelabuhan Kelmont (@kelmont)</blockquote>"
)
LONG_CAPTION = (
    "Kapal tunda menarik kapal peti kemas pertama ke dermaga baru di Pelabuhan Kelmont, Velland, "
    "Senin (1/6/2026), di hadapan ratusan warga yang datang sejak pagi dengan perahu, sepeda, dan "
    "kereta yang hari itu tidak dipungut ongkos oleh pemerintah kota, sedangkan sekolah libur agar "
    "anak-anak dapat melihat kapal terbesar yang pernah singgah di kota mereka itu."
)


@pytest.mark.parametrize(
    ("mark", "missing"),
    [
        ("</div>", "after the container"),
        ('<div style="min-width:300px;min-height:250px">', "in an ad"),
        ('<ins class="adsbygoogle">', "in an ad"),
        ('<a href="/berita/5/x">', "in a link"),
        ("<figure><figcaption>", "in a caption"),
        ("<!--", "in a comment"),
        ("<script>", "in a script"),
        ("<textarea>", "in a form"),
    ],
)
def test_a_story_that_goes_on_elsewhere_is_never_silently_short(mark: str, missing: str) -> None:
    """One tag too many, or one that is not closed, and the record says that it is not sure."""
    content = paragraphs(f"Kelmont (ANTARA) - {PARAGRAPHS[0]}", PARAGRAPHS[1])
    page = era_d(content + mark + paragraphs(*PARAGRAPHS[2:], END), headline=HEADLINE)
    article = read(page)
    assert article.body == BODY or article.fallbacks.get("body") == "generic", missing
    assert PARAGRAPHS[0] in (article.body or "")


def test_a_container_that_begins_late_is_noticed() -> None:
    """Paragraphs before the container belong to it when no dateline is inside."""
    content = paragraphs(*PARAGRAPHS[2:], END)
    page = era_d(content, headline=HEADLINE).replace(
        '<div class="wrap__article-detail-content',
        paragraphs(f"Kelmont (ANTARA) - {PARAGRAPHS[0]}", PARAGRAPHS[1])
        + '<div class="wrap__article-detail-content',
    )
    assert read(page).fallbacks["body"] == "generic"


def test_a_cut_page_says_so() -> None:
    """A page that ends in the middle of the text is not taken for a short one."""
    page = era_d(STORY, headline=HEADLINE)
    cut = page[: page.index("sekaligus dan memakai")]
    assert read(cut).fallbacks["body"] == "generic"
    assert "body" not in read(page).fallbacks


@pytest.mark.parametrize(
    "more",
    [
        f"<p>Baca juga: {LINK}</p>",
        "<p>Sumber: Reuters</p>",
        '<ins class="adsbygoogle"></ins><script>(adsbygoogle = []).push({});</script>',
        f'<div class="total-views">15.k views share on: {LINK}</div>',
        f"<p>{END}</p><p>{NOTICE}</p>",
        "<p>(Uu.T008)</p>",
        f"<blockquote>{PARAGRAPHS[2]}</blockquote>",
    ],
)
def test_what_is_left_out_on_purpose_raises_no_doubt(more: str) -> None:
    """Links, sources, ads, credits and repeated quotes are no part of the story that is missing."""
    article = read(era_d(STORY + more, headline=HEADLINE))
    assert (article.body, "body" in article.fallbacks) == (BODY, False)


@pytest.mark.parametrize(
    ("page", "what"),
    [
        (
            era_d(f"{OPENING}<p>{PARAGRAPHS[1][:40]}</p></div><p>{PARAGRAPHS[1][40:]}</p>"),
            "a sentence torn by the container's end",
        ),
        (
            era_d(f"{OPENING}<p>Irena men", under=f"<li>{ENDED}</li>"),
            "the story a second time, behind a torn first one",
        ),
        (
            era_d(OPENING + f"<p>{END}</p>", under=f"<div>{ENDED}</div>"),
            "the rest behind the credits, with credits of its own",
        ),
        (
            era_d("<p>Ketentuan Penggunaan</p><p>Pedoman Media Siber</p>", under=ENDED),
            "a container with something else in it",
        ),
        (
            era_d(f"{OPENING}<p>Baca juga: {PARAGRAPHS[3]}</p><p>{END}</p>"),
            "a sentence behind a label without a link",
        ),
        (
            era_d(f'{OPENING}<blockquote class="twitter-tweet">{STORY * 3}<p>{END}</p>'),
            "the story in a post that was never closed",
        ),
    ],
)
def test_text_that_is_shown_elsewhere_is_missed(page: str, what: str) -> None:
    """Wherever a sentence of the story stands on the page, the record has it or is not sure."""
    article = read(page.replace("Judul berita", HEADLINE))
    shown = [text for text in PARAGRAPHS if text in page]
    whole = all(text in (article.body or "") for text in shown)
    assert article.fallbacks.get("body") == "generic" or (whole and shown), what


def test_a_headline_that_is_not_closed_has_not_the_story() -> None:
    """A text of forty words in the headline's element is the story's, and missing in the body."""
    page = amp(f"{OPENING}<h1>{' '.join(PARAGRAPHS[1:])}", headline="")
    assert read(page).fallbacks["body"] == "generic"


@pytest.mark.parametrize(
    "page",
    [
        era_d(STORY + TWEET + f"<p>{END}</p>"),
        era_d(ENDED, figure=f'<img src="/a.jpg"><figcaption>{LONG_CAPTION}</figcaption>'),
        amp(ENDED, picture=f'<amp-img src="/a.jpg"></amp-img><p>{LONG_CAPTION} (ANTARA/HO)</p>'),
        era_d(ENDED, under="<div><p>Kantor berita Indonesia sejak 1937.</p></div>"),
        era_d(ENDED, under="<p>Kirim koreksi melalui surel redaksi.</p><p>© ANTARA 2026</p>"),
        era_d(ENDED, under="<p>Dermaga lain di pesisir timur Velland masih menunggu dana ...</p>"),
        era_d(ENDED.replace("<p>Kelmont", "<p><span>K</span>elmont").replace(
            "<p>Biaya", "<p><span>B</span>iaya")),
        era_b(STORY, after="<p>Editor: Drs. I Gede Sutama Putra, M.T. dan Yohanes B Prakoso</p>"),
    ],
    ids=["tweet", "caption", "AMP caption", "profile", "footer", "teaser", "drop cap", "names"],
)  # fmt: skip
def test_a_whole_page_raises_no_doubt(page: str) -> None:
    """What surrounds a story on every page, and what an editor puts in it, is not missed."""
    article = read(page.replace("Judul berita", HEADLINE))
    assert (article.body, "body" in article.fallbacks) == (BODY, False)


def test_a_gallery_needs_neither_dateline_nor_copyright() -> None:
    """Captions are a gallery's text, and speak of what its headline says."""
    captions = PARAGRAPHS[:2]
    figure = "".join(
        f'<figure><img src="/{at}.jpg"><figcaption>{text} ANTARA FOTO/Sari Anggun/foc.'
        "</figcaption></figure>"
        for at, text in enumerate(captions)
    )
    article = read(era_d(figure, headline=HEADLINE), URL.replace("/berita/", "/foto/"))
    assert article.kind == "photo"
    assert "body" not in article.fallbacks


def test_texts_side_by_side() -> None:
    """Words count without their signs, in any case; an end is a full stop, quoted or not."""
    assert sequences("Satu, dua-tiga EMPAT lima") == [
        ("satu", "dua", "tiga", "empat"),
        ("dua", "tiga", "empat", "lima"),
    ]
    assert shingles("satu dua tiga", "") == set()
    assert [is_closed(text) for text in ("Ya.", 'Ya."', "Ya (1).", "Ya", "")] == [
        True, True, True, False, False,
    ]  # fmt: skip
    assert is_about(HEADLINE, BODY)
    assert not is_about(HEADLINE, "Ketentuan Penggunaan dan Pedoman Media Siber")
    assert is_about(None, None)


@pytest.mark.parametrize("era", ["A", "B", "C", "D"])
def test_no_whole_page_of_any_era_is_doubted(era: Era) -> None:
    """Whatever stands in a page's frame, near its story or far from it, is not the story's."""
    site = Replica(seed=2, era=era, clock=lambda: NOON)
    doubted = []
    for story in site.stories()[:100]:
        parts = urlsplit(story.url)
        page = site.site.respond(parts.hostname or "", parts.path).body
        if "body" in extract(page, story.url, NOON).fallbacks:
            doubted.append(story.id)
    assert doubted == []


def test_a_footer_is_no_story_however_near() -> None:
    """A page with little behind its story has the frame's sentences near the last paragraph."""
    after = "<p>Editor : <span>Budi</span></p><p>COPYRIGHT &copy; <span>ANTARA</span> 2016</p>"
    footer = "<div>Semua isi situs ini milik kantor berita.<br>Copyright &copy; 2016 ANTARA</div>"
    article = read(era_b(STORY, headline=HEADLINE, after=after + footer))
    assert (article.body, "body" in article.fallbacks) == (BODY, False)


def test_a_gallery_may_speak_of_other_things_than_its_headline() -> None:
    """Captions say what is to be seen, and a headline what it is about."""
    captions = ("Seorang anak berlari di antara gulungan benang.", "Dua perajin mewarnai kain.")
    figure = "".join(
        f'<figure><img src="/{at}.jpg"><figcaption>{text} ANTARA FOTO/Sari Anggun/foc.'
        "</figcaption></figure>"
        for at, text in enumerate(captions)
    )
    article = read(era_d(figure, headline=HEADLINE), URL.replace("/berita/", "/foto/"))
    assert "body" not in article.fallbacks
