"""Reading a page: fallbacks, refusals, and what follows from address and time."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.antara.articles import (
    EXTRACTOR_VERSION,
    Hints,
    UnreadablePage,
    extract,
    page_address,
)
from newscrawl.antara.feeds import FeedItem
from newscrawl.antara.urls import story_url
from newscrawl.items import Image
from newscrawl.records import from_line, to_line
from tests.antara.pages import FETCHED_AT, URL, amp, era_b, era_d, read
from tests.drawing import draws

_STORY = "<p>Kota (ANTARA) - Satu dua tiga.</p>"


def ld(**fields: object) -> str:
    """Return a JSON-LD script about a news article."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | fields)}</script>'


def item(**fields: object) -> FeedItem:
    """Return a feed's item about the page."""
    story = story_url(URL)
    assert story is not None
    values: dict[str, object] = {
        "title": "Judul feed",
        "description": "Teras feed ...",
        "published": datetime(2026, 6, 5, 19, 42, 30, tzinfo=timezone(timedelta(hours=7))),
        "image": Image(
            url="https://cdn.antaranews.com/cache/800x533/f.jpg", caption="K", credit="C"
        ),
    }
    return FeedItem(story=story, **(values | fields))  # type: ignore[arg-type] # the test says which


def test_what_the_caller_knows_is_left_to_the_caller() -> None:
    """Identity, version, time and counts are filled in; the crawl's own fields are not."""
    article = read(era_d(_STORY))
    assert (article.id, article.article_id, article.url) == ("antara:5594955", 5594955, URL)
    assert article.fetched_at == "2026-06-05T13:30:00Z"
    assert article.extractor_version == EXTRACTOR_VERSION
    assert (article.word_count, article.revision, article.schema_version) == (3, 1, 1)
    crawl = (article.discovered, article.http, article.run_id, article.first_seen, article.warc)
    assert crawl == (None,) * 5
    assert from_line(to_line(article)) == article


def test_the_time_of_fetch_may_be_in_any_zone() -> None:
    """What is recorded is UTC to the second."""
    wib = FETCHED_AT.astimezone(timezone(timedelta(hours=7))).replace(microsecond=5)
    assert extract(era_d(_STORY).encode(), URL, wib).fetched_at == "2026-06-05T13:30:00Z"


def test_the_template_comes_first() -> None:
    """What the page prints is not replaced by its metadata or the feed."""
    head = ld(headline="Judul lain", datePublished="2020-01-01T00:00:00+07:00", creator="Bukan")
    content = f"{_STORY}<p class='text-muted'>Pewarta: Asli</p>"
    article = read(era_d(content, head=head), hints=Hints(feed_item=item()))
    assert (article.headline, article.reporters) == ("Judul berita", ["Asli"])
    assert article.date_published == "2026-06-05T19:42:00+07:00"
    assert set(article.fallbacks) == {"description", "images"}


def test_fallbacks_go_json_ld_then_meta_then_feed() -> None:
    """Each field comes from the first source that has it, and the record says which."""
    head = ld(keywords=[["News:", "Editor:Seseorang", "satu", "dua"]], creator={"name": "A dan B"})
    head += '<meta name="description" content="Ringkasan &rsquo;meta&#39;">'
    head += '<meta property="article:published_time" content="2026-06-05T19:42:37+07:00">'
    article = read(era_d(_STORY, info="", head=head), hints=Hints(feed_item=item()))
    assert (article.tags, article.reporters) == (["satu", "dua"], ["A", "B"])
    assert article.description == "Ringkasan ’meta'"
    assert article.date_published == "2026-06-05T19:42:37+07:00"
    assert article.images == [item().image]
    assert article.fallbacks == {
        "tags": "json-ld",
        "reporters": "json-ld",
        "description": "meta",
        "date_published": "meta",
        "images": "feed",
    }


def test_everything_may_come_from_the_feed() -> None:
    """Without a headline of its own a page takes the feed's."""
    article = read(era_d(_STORY, headline=" ", info=""), hints=Hints(feed_item=item()))
    assert (article.headline, article.description) == ("Judul feed", "Teras feed ...")
    assert article.date_published == "2026-06-05T19:42:30+07:00"
    sources = {article.fallbacks[name] for name in ("headline", "description", "date_published")}
    assert sources == {"feed"}


def test_an_author_in_json_ld_is_never_a_reporter() -> None:
    """On pages of 2017 it is the editor."""
    article = read(era_d(_STORY, head=ld(author={"@type": "Person", "name": "Editor Nama"})))
    assert (article.reporters, article.editors) == ([], [])


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "description": "Ring\nkasan"}',
        '[{"@type": "WebPage"}, {"@type": "NewsArticle", "description": "Ring kasan"}]',
        '{"@graph": [{"@type": ["Article", "X"], "description": "Ring  kasan",}]}',
        '<!-- {"@type": "NewsArticle", "description": "Ring kasan"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "description": "Ring kasan"}\n//]]>',
    ],
)
def test_json_ld_in_any_shape(script: str) -> None:
    """Lists, graphs, raw newlines, trailing commas and wrappings are read."""
    head = f'<script type="application/ld+json">{script}</script>'
    article = read(era_d(_STORY, head=head))
    assert (article.description, article.fallbacks["description"]) == ("Ring kasan", "json-ld")


@pytest.mark.parametrize(
    "script",
    [
        "",
        "{",
        "null",
        "[" * 100000,
        '"x"',
        '{"@type": 5, "headline": {"a": []}}',
        "[[[{}]]]",
        '{"@type": "NewsArticle", "keywords": {"a": 1}, "image": [[1]], "creator": [null]}',
    ],
)
def test_broken_json_ld_says_nothing(script: str) -> None:
    """Structured data that cannot be read is as if it were not there."""
    article = read(era_d(_STORY, head=f'<script type="application/ld+json">{script}</script>'))
    assert (article.fallbacks, article.body) == ({}, "Satu dua tiga.")


@pytest.mark.parametrize(
    ("info", "head", "wanted"),
    [
        ("Jumat, 5 Juni 2026 19:42 WIB", "2026-06-05T19:42:37+07:00", "2026-06-05T19:42:37+07:00"),
        ("Jumat, 5 Juni 2026 19:42 WIB", "2026-06-05T12:42:37Z", "2026-06-05T19:42:37+07:00"),
        ("Jumat, 5 Juni 2026 20:42 WITA", "2026-06-05T19:42:37+07:00", "2026-06-05T20:42:37+08:00"),
        ("Jumat, 5 Juni 2026 19:42 WIB", "2026-06-05T19:43:00+07:00", "2026-06-05T19:42:00+07:00"),
        ("waktu baca 2 menit | 5 Juni 2026 19:42 | 1.229 Views", "", "2026-06-05T19:42:00+07:00"),
        ("5 Juni 2026", "2026-06-05T19:42:37+07:00", "2026-06-05T19:42:37+07:00"),
    ],
)
def test_seconds_come_from_the_same_minute_stated_elsewhere(
    info: str, head: str, wanted: str
) -> None:
    """The printed time counts; its exact twin gives the seconds, and it is the template's still."""
    meta = f'<meta property="article:published_time" content="{head}">'
    article = read(era_d(_STORY, info=info, head=meta))
    assert article.date_published == wanted
    assert "date_published" not in article.fallbacks


def test_a_day_alone_is_no_time_of_publication() -> None:
    """Midnight is not invented where only the day is printed."""
    assert read(era_d(_STORY, info="Jumat, 5 Juni 2026")).date_published is None


@pytest.mark.parametrize(
    ("lang", "url", "wanted"),
    [
        (' lang="id-ID"', URL, "id"),
        (' lang="en"', URL, "id"),
        (' lang="en"', "https://jatim.antaranews.com/berita/7/x", "id"),
        (' lang="en"', "https://www.antaranews.com/en/news/7/x", "en"),
        (' lang="id"', "https://en.antaranews.com/news/7/x", "en"),
        ("", URL, "id"),
        ("", "https://en.antaranews.com/news/7/x", "en"),
        (' lang="xx"', "https://jatim.antaranews.com/berita/7/x", "id"),
    ],
)
def test_language(lang: str, url: str, wanted: str) -> None:
    """What the theme says does not count, for it may be wrong: a page is in its edition's."""
    assert read(era_d(_STORY, lang=lang), url).language == wanted


@pytest.mark.parametrize(
    ("items", "path", "section"),
    [
        ([("home", ""), ("Dunia", ""), ("Internasional", "")], ["home", "Dunia", "Internasional"], "Dunia"),
        ([("", ""), ("Dunia", ""), ("Judul berita", "")], ["Dunia"], "Dunia"),
        ([("", ""), ("Dunia", ""), ("Judul ber...", "")], ["Dunia"], "Dunia"),
        ([("Dunia", ""), ("ASEAN", "")], ["Dunia", "ASEAN"], "Dunia"),
        ([("Home", "")], ["Home"], None),
        ([], [], None),
    ],
)  # fmt: skip
def test_breadcrumbs(items: list[tuple[str, str]], path: list[str], section: str | None) -> None:
    """Icons and the story itself are no breadcrumbs; the section is what follows home."""
    markup = "".join(f'<li class="breadcrumbs__item"><i></i>{name}</li>' for name, _ in items)
    article = read(era_d(_STORY, breadcrumbs=markup))
    assert (article.breadcrumbs, article.section) == (path, section)


def test_kind_and_template_of_other_pages() -> None:
    """A video page in the known template is read; its dateline names no place."""
    url = "https://pemilu.antaranews.com/video/3773400/penduduk-mengungsi"
    article = read(era_d("<p>ANTARA - Penduduk mengungsi.</p>"), url)
    assert (article.kind, article.id, article.template) == ("video", "antara:3773400", "D")
    assert article.dateline is not None
    assert (article.dateline.place, article.body) == (None, "Penduduk mengungsi.")


def test_a_pull_quote_is_apart_and_a_quotation_is_not() -> None:
    """A block that repeats the text is the summary; one that says something new is story."""
    content = "<p>Satu.</p><blockquote>Kata baru.</blockquote><p>Dua kata.</p>"
    assert read(era_d(content)).body == "Satu.\n\nKata baru.\n\nDua kata."
    content += "<blockquote>... Dua kata...</blockquote>"
    article = read(era_d(content))
    assert (article.body, article.description) == (
        "Satu.\n\nKata baru.\n\nDua kata.",
        "... Dua kata...",
    )


@pytest.mark.parametrize(
    ("figure", "wanted"),
    [
        ('<img src="/img/blank.gif" data-src="https://cdn.antaranews.com/cache/800x533/a.jpg">', ["https://cdn.antaranews.com/cache/800x533/a.jpg"]),
        ('<source data-srcset="https://c.x/cache/1200x800/a.jpg.webp 1x, y 2x"><img src="https://c.x/cache/800x533/a.jpg">', ["https://c.x/cache/1200x800/a.jpg.webp"]),
        ('<img src="http://img.antaranews.com/new">', []),
        ('<img src="data:image/gif;base64,AA">', []),
        ('<img src="javascript:x">', []),
        ('<img src="http://[">', []),
        ('<img src="//cdn.antaranews.com/cache/800x533/a.jpg">', ["https://cdn.antaranews.com/cache/800x533/a.jpg"]),
    ],
)  # fmt: skip
def test_pictures(figure: str, wanted: list[str]) -> None:
    """The largest form counts; placeholders are no pictures."""
    images = read(era_d(_STORY, figure=f"<figure>{figure}</figure>")).images
    assert [image.url for image in images] == wanted


def test_related_links() -> None:
    """Each story once, the body's first; the page's own, the sidebar's and empty ones never."""
    content = f'{_STORY}<p>Baca juga: <a href="/berita/7/a">A</a></p><p>Baca juga: <a href="{URL}">x</a></p>'
    under = """<div class="related-article"><h5><a href="/berita/8/b"><img src="x"></a>
        <a href="/berita/8/b">B</a></h5><a href="/berita/7/a?utm_source=x">A lagi</a>
        <a href="/berita//?utm_campaign=related_news">kosong</a><a href="/tag/x">tag</a></div>"""
    related = read(era_d(content, under=under)).related
    assert [(link.article_id, link.title, link.kind, link.after_paragraph) for link in related] == [
        (7, "A", "baca_juga", 1),
        (8, "B", "related_news", None),
    ]


@pytest.mark.parametrize(
    ("body", "url", "reason"),
    [
        (b"", URL, "empty"),
        (b" \n\x00", URL, "empty"),
        (b"%PDF-1.7 \xff", URL, "not_html"),
        (b'{"a": 1}', URL, "not_html"),
        (b"<html><body><p>Halaman tidak ditemukan</p></body></html>", URL, "no_template"),
        (era_d(_STORY).encode(), "https://www.antaranews.com/dunia", "no_story_url"),
        (era_d(_STORY).encode(), "http://[", "no_story_url"),
        (b"<html>" + b"<div>" * 200_000, URL, "too_deep"),
        (b"<html><div " + b" a=b".join(b"%d" % n for n in range(9000)) + b">", URL, "too_many_attributes"),
    ],
    ids=lambda value: str(value)[:20],
)  # fmt: skip
def test_refusals_have_a_name(body: bytes, url: str, reason: str) -> None:
    """A page that is no story is refused with a reason for a statistic and one for a person."""
    with pytest.raises(UnreadablePage) as refusal:
        extract(body, url, FETCHED_AT)
    assert refusal.value.reason == reason
    assert len(str(refusal.value)) > 10
    assert "\n" not in str(refusal.value)


def test_a_declared_type_that_is_no_page() -> None:
    """What says that it is a picture is not read as a page."""
    with pytest.raises(UnreadablePage) as refusal:
        extract(era_d(_STORY).encode(), URL, FETCHED_AT, Hints(content_type="image/jpeg"))
    assert refusal.value.reason == "not_html"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (era_d("<p>Café “x”.</p>").encode(), "text/html; charset=iso-8859-1"),
        (era_d("<p>Café “x”.</p>").encode("cp1252"), "text/html; charset=utf-8"),
        (era_d("<p>Café “x”.</p>").replace('charset="utf-8"', 'charset="utf-16"').encode(), None),
        (b"\n" + era_d("<p>Caf\u00e9 \u201cx\u201d.</p>").encode().replace(b"Caf", b"C\x00af"), None),
        (era_d("<p>Caf&eacute; &ldquo;x&rdquo;.</p>").encode(), None),
    ],
)  # fmt: skip
def test_character_sets(body: bytes, content_type: str | None) -> None:
    """A wrong label, a utf-16 meta on UTF-8 bytes and NUL bytes do no harm."""
    assert extract(body, URL, FETCHED_AT, Hints(content_type)).body == "Café “x”."


def test_pages_say_their_own_address() -> None:
    """The first of canonical, og:url, microdata and comments that is a story's counts."""
    assert page_address(era_d(_STORY).encode()) is None
    canonical = f'<link rel="canonical" href=""><meta property="og:url" content="{URL}?utm_a=1">'
    assert page_address(era_d(_STORY, head=canonical).encode()) == URL
    after = '<fb:comments href="http://otomotif.antaranews.com/berita/7/x"></fb:comments>'
    address = page_address(era_b(_STORY, after=after).encode())
    assert address == "https://www.antaranews.com/berita/7/x"


def test_pages_of_era_a_share_their_own_address() -> None:
    """They have no other; the link for printing does not say in which folder the story is."""
    link = "http://www.facebook.com/sharer.php?u=http%3A//www.antaranews.com/en/news/7/x&t="
    other = '<a href="http://www.facebook.com/sharer.php?u=http://www.antaranews.com/berita/8/y">'
    print_ = '<a href="/print/7/x">Print</a>'
    box = f'{other}</a><div id="sharebox">{print_}<a href="{link}">Facebook</a></div>'
    assert page_address(era_d(box).encode()) == "https://www.antaranews.com/en/news/7/x"


def test_amp_pages_name_the_plain_page() -> None:
    """The canonical link of an AMP page leads to the story that it is."""
    page = amp(_STORY).replace("<head>", f"<head><link rel=canonical href={URL}>")
    assert page_address(page.encode()) == URL


def test_equal_bodies_have_equal_digests() -> None:
    """The digest is of the text, not of its white space or its way of writing é."""
    one = read(era_d("<p>Kafé   satu.</p><p>Dua.</p>"))
    other = read(era_d("Kafe\u0301 satu.<br><br>&nbsp;Dua."))
    assert one.body_sha256 == other.body_sha256


_REASONS = {"no_template", "not_html", "empty", "too_deep", "too_many_attributes"}
_PAGES = [era_d(_STORY + "<p>Baca juga: <a href='/berita/7/a'>A</a></p>"), era_b(_STORY)]


@settings(max_examples=draws(200), deadline=None)
@given(
    st.sampled_from(_PAGES), st.integers(0, 2000), st.integers(0, 80), st.text("<>/\"'= adivp&;", max_size=9)
)  # fmt: skip
def test_damaged_pages_are_read_or_refused(page: str, at: int, length: int, put: str) -> None:
    """However a page is damaged, the answer is a record that keeps its form, or a refusal."""
    reasons = {"no_template"}
    try:
        article = read(page[:at] + put + page[at + length :])
    except UnreadablePage as refusal:
        reasons.add(refusal.reason)
    else:
        assert from_line(to_line(article)) == article
    assert reasons <= _REASONS


def test_years_of_midnights_are_utc() -> None:
    """A fetch just before midnight in Jakarta is the same UTC day."""
    moment = datetime(2026, 1, 1, 23, 59, 59, tzinfo=timezone(timedelta(hours=7)))
    assert extract(_PAGES[0].encode(), URL, moment).fetched_at == "2026-01-01T16:59:59Z"
    assert moment.astimezone(UTC).hour == 16
