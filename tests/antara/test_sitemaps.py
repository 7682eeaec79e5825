"""Sitemaps: stories with their times, further sitemaps, and whatever can be wrong with them."""

import gzip
import tracemalloc

import pytest

from newscrawl.antara import sitemaps
from newscrawl.antara.sitemaps import SitemapError, read_sitemap, sitemaps_of

_URL = "https://www.antaranews.com/sitemap.xml"
_OPEN = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n'
    b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    b' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
)
_CLOSE = b"</urlset>"


def entry(number: int, more: str = "") -> bytes:
    """Return an entry of a story."""
    address = f"https://www.antaranews.com/berita/{number}/judul"
    return f"<url>\n<loc>{address}</loc>{more}</url>\n".encode()


def numbers(body: bytes) -> list[int]:
    """Return which stories a sitemap names."""
    return [found.story.article_id for found in read_sitemap(body, _URL).entries]


def test_stories_with_their_times() -> None:
    """``lastmod`` and the publication date of Google's news sitemaps are read, in any form."""
    news = "<news:news><news:publication><news:name>ANTARA</news:name></news:publication>"
    news += "<news:publication_date>2019-01-02T08:00:00+07:00</news:publication_date></news:news>"
    body = _OPEN + entry(1, f"<lastmod>2019-01-03T01:02:03Z</lastmod>{news}")
    body += entry(2, "<lastmod>2019-01-03</lastmod>") + entry(3, "<lastmod>kemarin</lastmod>")
    one, two, three = read_sitemap(body + _CLOSE, _URL).entries
    assert one.story.id == "antara:1"
    assert (one.modified, one.published) != (None, None)
    assert [moment.isoformat() if moment else None for moment in (one.modified, one.published)] == [
        "2019-01-03T08:02:03+07:00",
        "2019-01-02T08:00:00+07:00",
    ]
    assert two.modified is not None
    assert (two.modified.isoformat(), two.published) == ("2019-01-03T00:00:00+07:00", None)
    assert (three.modified, three.published) == (None, None)


def test_an_index_of_sitemaps() -> None:
    """Further sitemaps of the site, each once, with when they last changed; not itself."""
    body = b"""<sitemapindex><sitemap><loc>https://www.antaranews.com/sitemap/2019-01.xml.gz</loc>
<lastmod>2019-01-31</lastmod></sitemap><sitemap><loc>/sitemap/2019-02.xml?a=1&b=2</loc></sitemap>
<sitemap><loc>https://www.antaranews.com/sitemap/2019-01.xml.gz</loc></sitemap>
<sitemap><loc>https://evil.example/x.xml</loc></sitemap>
<sitemap><loc>https://www.antaranews.com/sitemap.xml</loc></sitemap></sitemapindex>"""
    found = read_sitemap(body, _URL)
    assert found.entries == ()
    assert [child.url for child in found.children] == [
        "https://www.antaranews.com/sitemap/2019-01.xml.gz",
        "https://www.antaranews.com/sitemap/2019-02.xml?a=1&b=2",
    ]
    assert found.children[0].modified is not None
    assert found.children[1].modified is None


def test_only_stories_of_the_site_each_once() -> None:
    """Sections, other sites and repetitions are left out; any host of the site counts."""
    others = b"<url><loc>https://www.antaranews.com/dunia</loc></url>"
    others += b"<url><loc>https://evil.example/berita/9/x</loc></url>"
    others += b"<url><loc>https://bali.antaranews.com/berita/3/x</loc></url>"
    picture = (
        "<image:image><image:loc>https://img.antaranews.com/new/a.jpg</image:loc></image:image>"
    )
    body = _OPEN + others + entry(1, picture) + entry(2) + entry(1) + _CLOSE
    assert numbers(body) == [3, 1, 2]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (b"\r\n \n" + _OPEN + entry(1) + _CLOSE, [1]),
        (b"\xef\xbb\xbf" + _OPEN + entry(1) + _CLOSE, [1]),
        (_OPEN + entry(1) + b"<url><loc>https://www.antaranews.com/berita/2/ju", [1]),
        (_OPEN + entry(1) + b"<url><loc>https://www.antaranews.com/berita/2/j</loc><lastmod>20", [1, 2]),
        (_OPEN + b"<url><loc>https://www.antaranews.com/berita/1/a</loc>" + entry(2) + _CLOSE, [1, 2]),
        (_OPEN + b"<url><loc>https://www.antaranews.com/berita/1/a</url>" + entry(2) + _CLOSE, [1, 2]),
        (_OPEN + b"<url><loc></url>\x00\x01<<<&&&" + entry(2) + _CLOSE, [2]),
        (_OPEN + b"<!-- " + entry(1) + b" -->" + entry(2) + b"<!-- " + entry(3), [2]),
        (_OPEN + b"<url><loc><![CDATA[https://www.antaranews.com/berita/1/a]]></loc></url>", [1]),
        (b"<ns:urlset><ns:url><ns:loc>https://www.antaranews.com/berita/1/a?x=1&amp;y=2</ns:loc>", [1]),
        (b"<urlset/>", []),
    ],
)  # fmt: skip
def test_what_is_damaged_costs_only_itself(body: bytes, wanted: list[int]) -> None:
    """Entries that are whole are read, wherever the file is broken or cut."""
    assert numbers(body) == wanted


@pytest.mark.parametrize(
    "body", [b"", b"<html><a href='/berita/1/x'>x</a></html>", b"{}", b"\x1f\x8b"]
)
def test_what_is_no_sitemap(body: bytes) -> None:
    """A page for 404 and the like is refused, and so is gzip that cannot be unpacked."""
    with pytest.raises(SitemapError):
        read_sitemap(body, _URL)


def test_packed_sitemaps_also_cut_ones() -> None:
    """Packing is taken off, in several members too; of a damaged file what can be unpacked counts."""
    first = _OPEN + b"".join(map(entry, range(1, 5000)))
    second = b"".join(map(entry, range(5000, 6000)))
    packed = gzip.compress(first, mtime=0) + gzip.compress(second + _CLOSE, mtime=0)
    assert numbers(packed) == list(range(1, 6000))
    assert len(numbers(packed[: len(packed) // 2])) > 100
    damaged = bytearray(packed)
    damaged[len(packed) // 2] ^= 0xFF
    assert 1 in numbers(bytes(damaged))


def test_entities_are_not_expanded() -> None:
    """Nothing that the file declares is read, in it or outside."""
    doctype = b'<!DOCTYPE urlset [<!ENTITY a "https://www.antaranews.com/berita/1/x">]>'
    assert numbers(doctype + _OPEN + b"<url><loc>&a;</loc></url>" + entry(2) + _CLOSE) == [2]


def test_no_more_entries_than_the_protocol_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sitemap without end is read to a bound."""
    monkeypatch.setattr(sitemaps, "MOST_ENTRIES", 10)
    assert len(numbers(_OPEN + b"".join(map(entry, range(1, 99))))) == 10


def test_a_bomb_takes_no_more_memory_than_the_bound() -> None:
    """Packed gigabytes are unpacked to the bound, and hostile markup is read in linear time."""
    bomb = gzip.compress(_OPEN + b"<url><loc>" * 6_000_000)
    tracemalloc.start()
    try:
        assert numbers(bomb) == []
        assert tracemalloc.get_traced_memory()[1] < 5 * sitemaps.LARGEST
    finally:
        tracemalloc.stop()
    assert numbers(_OPEN + b"<url><loc>" + b"<![CDATA[x]]>" * 100_000 + b"</url>") == []
    assert numbers(_OPEN + b"<loc" * 100_000 + b"<!--" * 100_000) == []


def test_the_sitemaps_that_robots_txt_names() -> None:
    """Lines in any case, with comments and any line ends; the site's own addresses alone."""
    robots = (
        b"\xef\xbb\xbfSitemap: https://www.antaranews.com/sitemap.xml\r"
        b"User-agent: *\r\nDisallow: /ajax/\n  SITEMAP :https://en.antaranews.com/x.xml # new\n"
        b"# Sitemap: https://www.antaranews.com/no.xml\nSitemap:\nSitemap: https://evil.example/x\n"
        b"Sitemap: http://[\nsitemap: /relative.xml\nSitemap: https://www.antaranews.com/sitemap.xml\xff"
    )
    wanted = ("https://www.antaranews.com/sitemap.xml", "https://en.antaranews.com/x.xml")
    assert sitemaps_of(robots)[:2] == wanted
    found = sitemaps_of(robots, "https://www.antaranews.com/robots.txt")
    assert "https://www.antaranews.com/relative.xml" in found
    assert not [url for url in found if "evil" in url or "no.xml" in url]


def test_robots_txt_without_sitemaps() -> None:
    """The site's own of 2026 names none."""
    assert sitemaps_of(b"User-agent: *\nAllow: /\n") == ()
    assert len(sitemaps_of(b"".join(b"Sitemap: /%d\n" % n for n in range(999)), _URL)) == 100
