"""Small pages in the templates of eras B and D, for tests that need one thing on a page."""

from datetime import UTC, datetime

from newscrawl.antara.articles import Hints, extract
from newscrawl.items import Article

URL = "https://www.antaranews.com/berita/5594955/judul-berita"
FETCHED_AT = datetime(2026, 6, 5, 13, 30, tzinfo=UTC)


def era_d(
    content: str,
    *,
    headline: str = "Judul berita",
    info: str = "Jumat, 5 Juni 2026 19:42 WIB",
    figure: str = "",
    under: str = "",
    head: str = "",
    breadcrumbs: str = "",
    lang: str = ' lang="id"',
) -> str:
    """Return a page of era D around the content of a story."""
    return f"""<!DOCTYPE html><html{lang}><head><meta charset="utf-8">{head}</head><body>
<ul class="breadcrumbs">{breadcrumbs}</ul><div class="row"><div class="col-md-8">
<div class="wrap__article-detail"><div class="wrap__article-detail-title"><h1>{headline}</h1></div>
<div class="wrap__article-detail-info"><ul class="list-inline"><li class="list-inline-item">
<span class="text-secondary">{info}</span></li></ul></div>
<div class="wrap__article-detail-image">{figure}</div>
<div class="wrap__article-detail-content post-content">{content}</div>
{under}</div></div><div class="col-md-4"><aside>
<a href="/berita/5590000/samping?utm_campaign=related_news">Samping</a></aside></div></div>
</body></html>"""


def era_b(
    content: str,
    *,
    headline: str = "Judul berita",
    date: str = '<time datetime="2016-05-06T19:42:37+07:00">Jumat, 6 Mei 2016 19:42 WIB</time>',
    byline: str = "",
    picture: str = "",
    after: str = "",
) -> str:
    """Return a page of era B around the content of a story."""
    return f"""
<html lang="id"><head><title>{headline} - ANTARA News</title></head><body>
<ul id="topnav"><li class="active"><a href="/internasional">Internasional</a>
<span><div class="menu_bg"><a class="active" href="/internasional/eropa">Eropa</a></div></span>
</li></ul>
<div class="main"><div class="bjbrt" itemscope itemtype="http://schema.org/NewsArticle">
<h1 class="title" itemprop="headline"><strong>{headline}</strong></h1>
<div class="date mt10">{date} | 1.229 Views</div>
<div class="byline">{byline}</div>
<div class="pbrt">{picture}</div>
<div id="content_news" itemprop="articleBody">{content}</div></div></div>{after}</body></html>"""


def read(page: str, url: str = URL, hints: Hints | None = None) -> Article:
    """Return the record of a page that was fetched at a fixed time."""
    return extract(page.encode(), url, FETCHED_AT, hints)
