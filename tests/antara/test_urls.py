"""Addresses: which are stories, which story, and their one canonical form."""

import gc
from urllib.parse import quote
from weakref import ref

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from benchmarks.sources import sources
from newscrawl.antara.urls import (
    _PATH_MARKS,
    _host_and_path,
    _plain_parts,
    _quoted,
    canonical,
    is_site_host,
    story_url,
)

_SITE = "https://www.antaranews.com"


@pytest.mark.parametrize(
    ("url", "identity", "address"),
    [
        ("http://www.antaranews.com/berita/527615/judul", "antara:527615", "/berita/527615/judul"),
        ("https://antaranews.com/berita/5/", "antara:5", "/berita/5"),
        ("https://WWW.AntaraNews.com:443/berita/0527615/judul#komentar", "antara:527615", "/berita/527615/judul"),
        ("//www.antaranews.com/foto/1357714/x", "antara:1357714", "/foto/1357714/x"),
        ("/berita/1289607841/gereja", "antara:1289607841", "/berita/1289607841/gereja"),
        ("../../video/7/x?utm_source=fly&utm_medium=related", "antara:7", "/video/7/x"),
        (" https://m.antaranews.com/berita/5/x?page=1 ", "antara:5", "/berita/5/x"),
        ("https://m.antaranews.com/amp/berita/636607/as", "antara:636607", "/berita/636607/as"),
        ("https://www.antaranews.com/infografik/8/x?fbclid=1", "antara:8", "/infografik/8/x"),
        ("http://www.antaranews.com./berita/5/judul", "antara:5", "/berita/5/judul"),
    ],
)  # fmt: skip
def test_national_stories(url: str, identity: str, address: str) -> None:
    """All forms of a national address are one story with one canonical address."""
    story = story_url(url, base=f"{_SITE}/berita/1/dasar")
    assert story is not None
    assert (story.id, story.edition, story.url) == (identity, "id", _SITE + address)


@pytest.mark.parametrize(
    ("url", "identity", "edition", "address"),
    [
        ("http://mataram.antaranews.com/berita/39791/x", "antara-mataram:39791", "mataram", "https://mataram.antaranews.com/berita/39791/x"),
        ("https://kepri.antaranews.com/amp/berita/74342/x", "antara-kepri:74342", "kepri", "https://kepri.antaranews.com/berita/74342/x"),
        ("https://m.jatim.antaranews.com/berita/3/x", "antara-jatim:3", "jatim", "https://jatim.antaranews.com/berita/3/x"),
        ("https://kalbar.antaranews.com/rilis-pers/3226949/x", "antara:3226949", "id", "https://www.antaranews.com/rilis-pers/3226949/x"),
        ("https://pemilu.antaranews.com/video/3773400/x", "antara:3773400", "id", "https://www.antaranews.com/video/3773400/x"),
        ("http://otomotif.antaranews.com/berita/546646/p", "antara:546646", "id", "https://www.antaranews.com/berita/546646/p"),
        ("https://www.antaranews.com/en/news/93254/x", "antara-en:93254", "en", "https://www.antaranews.com/en/news/93254/x"),
        ("https://en.antaranews.com/amp/news/415459/x", "antara-en:415459", "en", "https://en.antaranews.com/news/415459/x"),
        ("https://kaliyangbaru.antaranews.com/berita/4/x", "antara-kaliyangbaru:4", "kaliyangbaru", "https://kaliyangbaru.antaranews.com/berita/4/x"),
        ("https://a.b.antaranews.com/berita/4/x", "antara-a-b:4", "a-b", "https://a.b.antaranews.com/berita/4/x"),
    ],
)  # fmt: skip
def test_hosts_with_and_without_ids_of_their_own(
    url: str, identity: str, edition: str, address: str
) -> None:
    """Regional and unlisted hosts count by themselves; topics and press releases do not."""
    story = story_url(url)
    assert story is not None
    assert (story.id, story.edition, story.url) == (identity, edition, address)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://otomotif.antaranews.com/berita/5/x?utm_source=fly", "https://otomotif.antaranews.com/berita/5/x"),
        ("https://kalbar.antaranews.com/rilis-pers/5/x#a", "https://kalbar.antaranews.com/rilis-pers/5/x"),
        ("https://m.antaranews.com/amp/berita/5/x", "https://www.antaranews.com/berita/5/x"),
        ("https://jatim.antaranews.com/berita/5/x", "https://jatim.antaranews.com/berita/5/x"),
    ],
)  # fmt: skip
def test_a_story_is_asked_for_where_it_was_seen(url: str, address: str) -> None:
    """The host that a link names is asked, whatever host the record's address is on."""
    story = story_url(url)
    assert story is not None
    assert story.address == address


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("berita", "article"),
        ("news", "article"),
        ("foto", "photo"),
        ("video", "video"),
        ("infografik", "infographic"),
        ("rilis-pers", "press_release"),
    ],
)
def test_kind(path: str, kind: str) -> None:
    """The first segment of the path says what kind of story it is."""
    story = story_url(f"{_SITE}/{path}/12/x")
    assert story is not None
    assert story.kind == kind


@pytest.mark.parametrize(
    "url",
    [
        "",
        "#",
        "javascript:void(0)",
        "mailto:redaksi@antaranews.com",
        "data:text/html,/berita/5/x",
        "file:///berita/5/x",
        "ftp://www.antaranews.com/berita/5/x",
        "http://[",
        "http://[::1]/berita/5/x",
        "http://www.antaranews.com:x/berita/5/x",
        "https://www.antaranews.com:8443/berita/5/x",
        "http://www.antaranews.com:443/berita/5/x",
        "https://u:p@www.antaranews.com/berita/5/x",
        "https://@www.antaranews.com/berita/5/x",
        "http://www.antaranews.com/berita//?utm_source=fly",
        "http://www.antaranews.com/berita/",
        "http://www.antaranews.com/berita/0/x",
        "http://www.antaranews.com/berita/12a/x",
        "http://www.antaranews.com/berita/٣/x",
        "http://www.antaranews.com/berita/1234567890123456/x",
        "http://www.antaranews.com/berita/5/x/y",
        "http://www.antaranews.com/beritas/5/x",
        "http://www.antaranews.com/print/93254/x",
        "http://www.antaranews.com/tag/600/ikn-nusantara",
        "http://www.antaranews.com/dunia/2",
        "http://evilantaranews.com/berita/5/x",
        "http://antaranews.com.evil.example/berita/5/x",
        "http://www.antaranews.com@evil.example/berita/5/x",
        "http://www.antaranews.com\\@evil.example/berita/5/x",
        "http://K\u0061lbar.antaranews.com/berita/5/x".replace("K", "\u212a"),
        "http://www.\uff41ntaranews.com/berita/5/x",
        "http://-x.antaranews.com/berita/5/x",
        "http://127.0.0.1/berita/5/x",
    ],
)
def test_what_is_no_story(url: str) -> None:
    """Anything else is None: other hosts, schemes, ports, sections, empty links."""
    assert story_url(url, base=f"{_SITE}/berita/1/dasar") is None


def test_a_relative_link_needs_a_base() -> None:
    """Without the page it stands on, a relative link leads nowhere."""
    assert story_url("/berita/5/x") is None


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("http://WWW.antaranews.com", "https://www.antaranews.com/"),
        ("http://www.antaranews.com/dunia/2?utm_source=a&page=2&UTM_x=1#top", f"{_SITE}/dunia/2?page=2"),
        ("https://www.antaranews.com/search?q=a+b&q=&gclid=1", f"{_SITE}/search?q=a+b&q="),
        ("https://m.antaranews.com/amp/berita/5/x?y=1", f"{_SITE}/berita/5/x"),
        ("https://www.antaranews.com/tag/ikn nusantara", f"{_SITE}/tag/ikn%20nusantara"),
    ],
)  # fmt: skip
def test_canonical(url: str, wanted: str) -> None:
    """Any page of the site has one form: https, lower case, nothing that only tracks."""
    assert canonical(url) == wanted


@pytest.mark.parametrize("url", ["http://[", "http://127.0.0.1:8000/dunia", "", "x"])
def test_other_addresses_stay_as_they_are(url: str) -> None:
    """An address that is not the site's is not touched."""
    assert canonical(url) == url


@pytest.mark.parametrize(
    ("host", "wanted"),
    [
        ("antaranews.com", True),
        ("WWW.antaranews.com", True),
        ("a.b.antaranews.com", True),
        ("xantaranews.com", False),
        ("antaranews.com:80", False),
        ("antaranews.com.id", False),
        ("", False),
        ("." * 300 + "antaranews.com", False),
        ("\u212aalbar.antaranews.com", False),
    ],
)
def test_site_hosts(host: str, wanted: bool) -> None:
    """Only the domain and what lies under it is the site."""
    assert is_site_host(host) is wanted


_PIECES = st.sampled_from(
    [
        "http://",
        "//",
        "www.",
        "antaranews.com",
        "/",
        "berita",
        "amp",
        "5",
        "?",
        "utm_a=1",
        "#",
        "@",
        ":",
        "[",
        "]",
        "%",
        "%ff",
        "�",
        "é",
        " ",
        "\\",
        "en",
        "news",
        "&",
        "=",
        ".",
        "x",
        "\x00",
    ]
)


@given(st.lists(_PIECES, max_size=12).map("".join) | st.text())
def test_nothing_raises_and_canonical_is_stable(url: str) -> None:
    """No text makes the functions fail; what is canonical stays so, and is the same story."""
    story = story_url(url, base=f"{_SITE}/berita/1/dasar")
    once = canonical(url)
    assert canonical(once) == once
    if story is not None:
        assert canonical(story.url) == story.url
        assert story_url(story.url) == story


_PLAIN_PIECES = st.lists(
    st.sampled_from(
        [
            "https://", "http://", "//", "/", "/", "-", "antaranews.com", "www.antaranews.com", ".", "..",
            "jatim.antaranews.com", "/berita/527615", "/en/news/9", "/rilis-pers/4/x", "/amp", "judul-satu",
            "_", ";a", "?b=c", "?", "&d=", "#d", ":80", "@", "\n", " ", "%20", "é", "\u0660", "www.", "[", "a" * 70,
        ]
    ),
    max_size=7,
).map("".join)  # fmt: skip


@given(_PLAIN_PIECES | st.text(max_size=20), st.none() | _PLAIN_PIECES)
def test_plain_links_have_the_same_parts_by_the_long_way(url: str, base: str | None) -> None:
    """What is parted at a look is parted so by the rules for all addresses."""
    plain = _plain_parts(url, base)
    assert plain is None or plain == _host_and_path(url, base)


def test_the_links_of_known_pages_have_the_same_parts_by_the_long_way() -> None:
    """Those of all pages of the tests, most of which are plain."""
    links = {
        (link, source.url)
        for source in sources()
        for link in html.fromstring(source.page).xpath("//@href | //@src | //@content")
    }
    plain = {given: parts for given in links if (parts := _plain_parts(*given)) is not None}
    assert plain
    assert all(parts == _host_and_path(*given) for given, parts in plain.items())


@given(st.text("ab-_.~%/é \u0660\ud800", max_size=8) | st.text())
def test_slugs_are_quoted_alike(slug: str) -> None:
    """A slug of words and hyphens stays as it is, as quoting would leave it."""
    assert _quoted(slug) == quote(slug, safe=_PATH_MARKS, errors="replace")


class _Found(str):
    """As an XPath gives it: it holds the page on which it was found."""

    __slots__ = ("__weakref__",)


def test_a_link_that_was_read_does_not_keep_its_page() -> None:
    """What is kept in mind of a link is its text, whoever found it; pages go when they were read."""
    link = _Found(f"{_SITE}/berita/5276151/judul")
    found = ref(link)
    assert story_url(link) is not None
    del link
    gc.collect()
    assert found() is None
