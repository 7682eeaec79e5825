"""Pages of the replica with the weight that the site's own have.

The replica's pages hold what is read and little else. The site's of 2015 and 2016 whose bytes are
known have 35 to 50 KB: some 500 elements, 160 links, 30 scripts with 7 KB in them, 30 pictures. So
menus, cards of other stories, scripts and a footer are put around the replica's, by the measure of
those.
"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from benchmarks.archive.pages import Page, pages
from newscrawl.antara.text import word_set

_WORDS = sorted(
    word_set(
        "warga pemerintah menteri daerah pasar harga sekolah jalan hujan tim pertandingan kereta"
        " pelabuhan rapat anggaran petani nelayan festival jembatan energi kesehatan pariwisata"
    )
)
_MENU, _CARDS, _SCRIPTS, _STYLES, _FOOT = 70, 28, 24, 22, 20
_SCRIPT = (
    "(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'start':new Date().getTime(),event:'load'});"
    "var f=d.getElementsByTagName(s)[0],j=d.createElement(s),k=l!='layer'?'&l='+l:'';j.async=true;"
    "j.src='/static/js/tag.js?id='+i+k;f.parentNode.insertBefore(j,f);})(window,document,'script');"
)


def heavy_pages(number: int) -> Iterator[Page]:
    """Yield pages of so many stories, as :func:`~benchmarks.archive.pages.pages` does."""
    for at, page in enumerate(pages(number)):
        yield replace(page, body=weighed(page.body, Random(at)))


def weighed(body: bytes, random: Random) -> bytes:
    """Return a page with a frame: in its head, before its text and behind it."""
    text = body.decode("utf-8")
    head, end_head, rest = text.partition("</head>")
    before, end_body, after = rest.rpartition("</body>")
    begin = before.index(">", before.index("<body")) + 1
    return "".join(
        (
            head, _head(), end_head, before[:begin], _menu(random), before[begin:],
            _cards(random), _foot(random), end_body, after,
        )
    ).encode()  # fmt: skip


def _head() -> str:
    links = (f'<link rel="stylesheet" href="/static/css/part-{n}.css">' for n in range(_STYLES))
    scripts = (f"<script>{_SCRIPT}</script>" for _ in range(_SCRIPTS))
    return "\n".join((*links, *scripts))


def _menu(random: Random) -> str:
    entries = "\n".join(
        f'<li class="nav-item dropdown"><a class="nav-link" href="/{name}/{n}">{name.title()}</a>'
        "</li>"
        for n, name in enumerate(random.choices(_WORDS, k=_MENU))
    )
    return (
        f'<nav class="navbar navbar-expand-lg"><ul class="navbar-nav ml-auto">{entries}</ul></nav>'
    )


def _cards(random: Random) -> str:
    cards = "\n".join(_card(random, n) for n in range(_CARDS))
    return f'<aside class="col-md-4 sidebar"><div class="wrap__sidebar">{cards}</div></aside>'


def _card(random: Random, number: int) -> str:
    words = random.choices(_WORDS, k=8)
    address = f"https://www.antaranews.com/berita/{4_000_000 + number}/{'-'.join(words)}"
    picture = f"https://cdn.antaranews.com/cache/350x233/2026/11/{number:02}/{words[0]}.jpg"
    return (
        f'<div class="card__post card__post-list mb-3"><div class="image-sm"><a href="{address}"'
        f' title="{" ".join(words)}"><img src="/img/blank.gif" data-src="{picture}" width="110"'
        f' height="72" class="img-fluid lazyload" alt="{" ".join(words)}"></a></div>'
        '<div class="card__post__body"><div class="card__post__content">'
        '<div class="card__post__title">'
        f'<h3 class="post_title post_title_small"><a href="{address}" title="{" ".join(words)}">'
        f'{" ".join(words).capitalize()}</a></h3></div><span class="text-secondary">'
        f"{number + 1} jam lalu</span></div></div></div>"
    )


def _foot(random: Random) -> str:
    links = "\n".join(
        f'<li class="list-inline-item"><a href="/{name}">{name.title()}</a></li>'
        for name in random.choices(_WORDS, k=_FOOT)
    )
    return f'<footer class="footer__bottom"><ul class="list-inline">{links}</ul></footer>'
