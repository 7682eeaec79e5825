"""Small pages in the templates of all eras, for tests that need one thing on a page."""

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


def era_c(
    content: str,
    *,
    headline: str = "Judul berita",
    date: str = "Minggu, 15 Maret 2020 15:51 WIB",
    picture: str = "",
    header: str = "",
    footer: str = '<div class="tags-wrapper"></div>',
    after: str = "",
    head: str = "",
) -> str:
    """Return a page of era C around the content of a story."""
    return f"""<!DOCTYPE html><html lang="id"><head>{head}</head><body>
<div class="main-content mag-content clearfix"><div class="row"><div class="col-md-8">
<article class="post-wrapper clearfix"><header class="post-header clearfix">
<h1 class="post-title">{headline}</h1><p class="simple-share"><a href="/dunia">Dunia</a> /
<span class="article-date"><i class="fa fa-clock-o"></i> {date}</span></p>{picture}{header}</header>
<div class="post-content clearfix font17">{content}</div>
<footer class="post-meta">{footer}</footer></article>{after}</div>
<div class="col-md-4"><aside class="sidebar"><article class="simple-post"><header><h3>
<a href="/berita/1/samping?utm_campaign=related_news">Samping</a></h3></header></article></aside>
</div></div></div></body></html>"""


def amp(
    content: str,
    *,
    headline: str = "Judul berita",
    date: str = "Jumat, 3 April 2020 17:15 WIB",
    picture: str = "",
    after: str = "",
    lang: str = ' lang="id"',
) -> str:
    """Return an AMP page around the content of a story, without any class."""
    return f"""<!doctype html><html amp{lang}><head><style amp-boilerplate>body{{}}</style></head>
<body><header><a href="/"><amp-img src="/img/logo.png"></amp-img> ANTARA News</a></header>
<amp-sidebar><a href="/berita/1/menu">Menu</a></amp-sidebar>
<div><h1>{headline}</h1><p>{date}</p>{picture}<div>{content}</div></div>{after}
<footer>Copyright © ANTARA 2026</footer></body></html>"""


def read(page: str, url: str = URL, hints: Hints | None = None) -> Article:
    """Return the record of a page that was fetched at a fixed time."""
    return extract(page.encode(), url, FETCHED_AT, hints)
